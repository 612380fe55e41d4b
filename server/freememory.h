#pragma once

namespace tincan {

/// Lets the system have what the heap keeps for later, also from its middle. Takes some milliseconds at most.
/// Does nothing where the C library knows no such thing.
void giveBackFreeMemory();

} // namespace tincan
