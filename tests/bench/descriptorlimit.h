#pragma once

namespace tincan::bench {

/// As many as the system allows: ten thousand connections have two ends, and one process may have both.
void raiseDescriptorLimit();

} // namespace tincan::bench
