#pragma once

#include "ui/client/clienttiming.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace tincan {

/// Whether the other side is still there, and how far away. Pure; times in milliseconds.
class Liveness
{
public:
    enum class Need
    {
        Nothing,
        Ping,
        GiveUp
    };

    Liveness(const ClientTiming &timing, std::int64_t now);

    void heard(std::int64_t now);
    void doubt(std::int64_t now); ///< something happened that ends connections: ask at once, and wait less
    Need check(std::int64_t now) const;
    int checkIn(std::int64_t now) const; ///< when to check again

    QString ping(std::int64_t now);                                    ///< the new ping's tag
    std::optional<int> answered(const QString &tag, std::int64_t now); ///< the round trip

private:
    std::int64_t pingAt() const;
    std::int64_t giveUpAt() const;

    ClientTiming m_timing;
    std::int64_t m_heard;
    std::int64_t m_pinged = -1;
    std::int64_t m_doubted = -1; ///< since when nothing was heard
    bool m_asked = true;         ///< since then
    bool m_open = false;         ///< the last ping is not answered
    int m_pings = 0;
};

} // namespace tincan
