#pragma once

namespace tincan {

/// Lets the program open as many files and sockets as the system allows it at most.
void raiseDescriptorLimit();

} // namespace tincan
