#pragma once

namespace tincan::bench {

/// From now on this program leaves its first processor core to the server that it starts, and that keeps to
/// it. Where both may run anywhere, it is chance whether they share a core, and what is measured with it.
/// Changes nothing where there is one core.
void leaveCoreToServer();

/// To be called by the process that becomes the server.
void takeServersCore();

} // namespace tincan::bench
