#pragma once

namespace tincan {

/// Puts this program, which must have no other thread yet, onto a network of its own that has nothing but a
/// loopback interface, which is down. False where the system does not let it.
bool enterOwnNetwork();

/// On one's own network alone.
bool setLoopbackUp(bool up);

} // namespace tincan
