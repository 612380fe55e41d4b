#pragma once

#include <QTimeZone>

namespace tincan {

/// Which local day a moment belongs to. Remembers the last day's bounds, so that a run of messages costs two
/// comparisons each.
class LocalDays
{
public:
    explicit LocalDays(const QTimeZone &zone) : m_zone(zone) {}

    /// The Julian day of `at` (UTC, milliseconds).
    qint32 dayOf(qint64 at);
    const QTimeZone &zone() const { return m_zone; }

private:
    QTimeZone m_zone;
    qint64 m_from = 0;
    qint64 m_until = 0;
    qint32 m_day = 0;
};

} // namespace tincan
