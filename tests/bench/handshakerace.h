#pragma once

#include "tests/bench/trial.h"

#include <string>

namespace tincan::bench {

/// What is raced against tincand with these files: `openssl s_server`.
struct HandshakeRace
{
    Command tincand;
    std::string certificate; ///< the file that both show, and that of its key
    std::string key;
    int seconds = 2; ///< of one run
    int runs = 3;
};

/// Handshakes with nothing resumed, as several `openssl s_time` make and count them at the same time. Prints
/// their table, or that there is no such program here. False where somebody was not served.
bool raceHandshakes(const HandshakeRace &race);

} // namespace tincan::bench
