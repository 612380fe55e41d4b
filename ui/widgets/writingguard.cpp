#include "ui/widgets/writingguard.h"

#include "ui/models/serversession.h"
#include "ui/widgets/composer.h"

#include <chrono>

using namespace std::chrono_literals;

namespace tincan {

WritingGuard::WritingGuard(Composer &composer) : QObject(&composer), m_composer(composer)
{
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &WritingGuard::show);
}

void WritingGuard::watch(ServerSession *session, Conversation *conversation)
{
    if (session != m_session) {
        disconnect(m_watch);
        m_session = session;
    }
    if (session && !m_watch) {
        m_watch = connect(session, &ServerSession::writingChanged, this, &WritingGuard::show);
    }
    m_conversation = conversation;
    show();
}

void WritingGuard::show()
{
    WritingLimit limit;
    if (m_session && m_conversation && m_session->state().phase == Phase::Online) {
        limit = m_session->writingLimit(*m_conversation);
    }
    const QString until = WritingWords::until(limit);
    m_composer.setObstacle(WritingWords::why(limit), until, limit.kind != WritingLimit::Kind::Slow);
    if (until.isEmpty()) {
        m_countdown.stop();
    } else if (!m_countdown.isActive()) {
        m_countdown.start();
    }
}

} // namespace tincan
