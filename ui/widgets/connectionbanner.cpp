#include "ui/widgets/connectionbanner.h"

#include "ui/models/serversession.h"
#include "ui/widgets/detailslabel.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace tincan {

ConnectionBanner::ConnectionBanner(QWidget *parent)
    : QFrame(parent), m_sentence(makeLabel({})), m_step(new QPushButton), m_details(new DetailsLabel)
{
    setProperty("banner", true);
    m_sentence->setWordWrap(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 8, 16, 8);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(m_sentence, 1);
    columns->addWidget(m_step);
    rows->addLayout(columns);
    rows->addWidget(m_details);
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &ConnectionBanner::showWords);
    connect(m_step, &QPushButton::clicked, this,
            [this] { Q_EMIT stepRequested(m_words.step, m_words.suggestion); });
    hide();
}

void ConnectionBanner::setSession(ServerSession *session)
{
    if (session == m_session) {
        return;
    }
    disconnect(m_watch);
    m_session = session;
    if (session) {
        m_watch = connect(session, &ServerSession::stateChanged, this, &ConnectionBanner::onState);
    }
    onState();
}

void ConnectionBanner::onState()
{
    const bool waiting = m_session && m_session->state().phase == Phase::Waiting;
    if (waiting) {
        m_retry.setRemainingTime(m_session->state().retryIn);
        m_countdown.start();
    } else {
        m_countdown.stop();
    }
    showWords();
    m_details->setDetails(m_words.details);
    if (m_words.problem) {
        QAccessibleEvent alert(m_sentence, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ConnectionBanner::showWords()
{
    m_words = {};
    if (m_session) {
        const int retryIn = m_countdown.isActive() ? int(m_retry.remainingTime()) : 0;
        m_words = ConnectionWords::forState(m_session->state(), m_session->address(),
                                            m_session->client()->options().name, retryIn);
    }
    const bool held = window()->focusWidget() == m_step;
    m_sentence->setText(m_words.sentence);
    m_step->setText(m_words.stepText);
    m_step->setVisible(m_words.step != NextStep::None);
    setVisible(!m_words.sentence.isEmpty());
    if (held && !m_step->isVisible()) {
        Q_EMIT keyboardLeft();
    }
}

} // namespace tincan
