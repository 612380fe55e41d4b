#include "ui/models/collapsedservers.h"

#include "ui/models/chatsessions.h"
#include "ui/models/preferences.h"

namespace tincan {

CollapsedServers::CollapsedServers(ChatSessions &sessions, Preferences &preferences, QObject *parent)
    : QObject(parent), m_sessions(sessions), m_preferences(preferences)
{
    const auto present = m_sessions.sessions();
    for (ServerSession *session : present) {
        restore(session);
    }
    connect(&m_sessions, &ChatSessions::sessionAdded, this, &CollapsedServers::restore);
}

void CollapsedServers::restore(ServerSession *session)
{
    const bool collapsed = m_preferences.collapsedServers().contains(session->address().toLink());
    m_sessions.rooms()->setCollapsed(session->key(), collapsed);
}

void CollapsedServers::collapse(int server, bool collapsed)
{
    const ServerSession *session = m_sessions.session(server);
    if (!session) {
        return;
    }
    m_sessions.rooms()->setCollapsed(server, collapsed);
    QStringList addresses = m_preferences.collapsedServers();
    addresses.removeAll(session->address().toLink());
    if (collapsed) {
        addresses.append(session->address().toLink());
    }
    m_preferences.setCollapsedServers(addresses);
}

} // namespace tincan
