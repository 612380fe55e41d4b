#pragma once

#include "protocol/moderation.h"
#include "server/courier.h"
#include "server/directory.h"
#include "server/session.h"

#include <QList>

#include <map>

namespace tincan {

/// Who is connected, from where and how. For owner and moderators alone.
class ConnectionReport
{
public:
    using Sessions = std::map<ConnectionId, Session>;

    /// All must outlive the report.
    ConnectionReport(const Sessions &sessions, const Directory &people, const Courier &courier)
        : m_sessions(sessions), m_people(people), m_courier(courier)
    {
    }

    /// In the order in which they came.
    QList<ConnectionInfo> make() const;

private:
    const Sessions &m_sessions;
    const Directory &m_people;
    const Courier &m_courier;
};

} // namespace tincan
