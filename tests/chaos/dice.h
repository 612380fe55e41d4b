#pragma once

#include <QtGlobal>

#include <random>

namespace tincan::chaos {

/// Chance that can be repeated: the same seed throws the same numbers on every system.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_engine(seed) {}

    /// From 0 to `most`, both included.
    int upTo(int most) { return most <= 0 ? 0 : int(m_engine() % quint32(most + 1)); }
    int between(int least, int most) { return least + upTo(most - least); }
    bool oneIn(int times) { return upTo(times - 1) == 0; }
    quint32 seed() { return quint32(m_engine()); } ///< for dice of somebody else's

private:
    std::mt19937 m_engine;
};

} // namespace tincan::chaos
