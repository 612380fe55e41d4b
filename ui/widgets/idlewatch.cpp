#include "ui/widgets/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace tincan {

namespace {

bool isInput(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        return event.spontaneous() || event.type() == QEvent::InputMethod;
    default:
        return false;
    }
}

} // namespace

IdleWatch::IdleWatch(QObject *parent, int wait) : QObject(parent), m_wait(wait), m_until(wait)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::check);
    m_timer.start(m_wait);
    QCoreApplication::instance()->installEventFilter(this);
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(*event)) {
        m_until.setRemainingTime(m_wait);
        if (m_idle) {
            m_idle = false;
            m_timer.start(m_wait);
            Q_EMIT idleChanged(false);
        }
    }
    return QObject::eventFilter(watched, event);
}

void IdleWatch::check()
{
    if (!m_until.hasExpired()) {
        m_timer.start(int(m_until.remainingTime()) + 1);
        return;
    }
    m_idle = true;
    Q_EMIT idleChanged(true);
}

} // namespace tincan
