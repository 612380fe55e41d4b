#pragma once

#include "protocol/ids.h"

#include <QList>

#include <optional>

namespace tincan {

/// A conversation as it is found again.
struct Place
{
    int server = 0;
    RoomId room;
    friend bool operator==(const Place &, const Place &) = default;
};

/// Where one has been: back and forward as in a browser, and what was seen last. Keeps the last 50 steps.
class VisitHistory
{
public:
    static constexpr int most = 50;

    void visit(const Place &place); ///< the same place again is no new step; what was ahead is forgotten
    void forget(int server);

    std::optional<Place> back(); ///< the step before, which is the current one from now on
    std::optional<Place> forward();

    QList<Place> recent() const { return m_recent; } ///< each place once, the latest first

    /// How recently a place was visited: 0 for the one before the current one, greater for older ones.
    int age(const Place &place) const;

private:
    QList<Place> m_steps;
    QList<Place> m_recent; ///< each place once, the latest first
    qsizetype m_at = -1;   ///< of m_steps
};

} // namespace tincan
