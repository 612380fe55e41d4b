#include "tests/gui/guest.h"

using namespace Qt::StringLiterals;

namespace tincan {

Guest::Guest(const QString &name)
    : m_preferences(m_profile.filePath(u"profile"_s)), m_drafts(m_profile.filePath(u"profile"_s)),
      m_sessions(std::make_unique<ChatSessions>(m_clock, &m_drafts))
{
    m_preferences.setUserName(name);
    m_window = std::make_unique<MainWindow>(*m_sessions, m_host, m_preferences);
    m_window->show();
}

void Guest::tryToJoin(const QString &address)
{
    const WindowDriver bo = driver();
    bo.fill(u"Address or invite link"_s, address);
    bo.press(u"Join"_s);
}

void Guest::join(quint16 port)
{
    tryToJoin(u"127.0.0.1:%1"_s.arg(port));
    QTRY_VERIFY_WITH_TIMEOUT(m_sessions->current(), 15'000);
}

} // namespace tincan
