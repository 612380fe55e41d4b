#pragma once

#include <QTime>

namespace tincan {

/// The time of day at which one wants to hear nothing; it may span midnight. Local time.
struct QuietHours
{
    bool on = false;
    QTime from = QTime(22, 0);
    QTime to = QTime(7, 0); ///< the first moment that is not quiet any more
    friend bool operator==(const QuietHours &, const QuietHours &) = default;

    bool contains(const QTime &time) const
    {
        const bool after = time >= from;
        const bool before = time < to;
        return on && (from <= to ? after && before : after || before);
    }
};

} // namespace tincan
