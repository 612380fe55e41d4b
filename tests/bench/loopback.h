#pragma once

#include <netinet/in.h>

namespace tincan::bench {

/// 127.0.0.1 with a port; 0 is one that the system chooses.
sockaddr_in loopback(int port);

/// A socket that is connected to a server there; -1, and errno says why, where it cannot be.
int connectToLoopback(int port);

} // namespace tincan::bench
