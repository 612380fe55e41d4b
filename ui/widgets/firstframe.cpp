#include "ui/widgets/firstframe.h"

#include <QEvent>
#include <QWidget>

namespace tincan {

FirstFrame::FirstFrame(QWidget &window, int wait) : QObject(&window), m_wait(wait)
{
    m_telling.setSingleShot(true);
    connect(&m_telling, &QTimer::timeout, this, [this] {
        parent()->removeEventFilter(this);
        Q_EMIT out();
    });
    window.installEventFilter(this);
}

bool FirstFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        m_telling.start(m_wait);
    } else if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        m_telling.start(0); // all else is painted, and the frame handed over, before the loop goes on
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tincan
