#include "ui/models/localdays.h"

#include <QDateTime>

namespace tincan {

qint32 LocalDays::dayOf(qint64 at)
{
    if (at < m_from || at >= m_until) {
        const QDate date = QDateTime::fromMSecsSinceEpoch(at, m_zone).date();
        m_from = date.startOfDay(m_zone).toMSecsSinceEpoch();
        m_until = date.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch();
        m_day = qint32(date.toJulianDay());
    }
    return m_day;
}

} // namespace tincan
