#include "ui/widgets/traywatch.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace tincan {

TrayWatch::TrayWatch(QWidget &window, std::function<bool()> isTrayThere, int patience)
    : QObject(&window), m_window(window), m_isTrayThere(std::move(isTrayThere))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (!m_isTrayThere())
            Q_EMIT ended();
    });
    window.installEventFilter(this);
}

void TrayWatch::doubt()
{
    if (m_window.isHidden() && !m_patience.isActive())
        m_patience.start();
}

bool TrayWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && !event->spontaneous())
        m_patience.start();
    else if (event->type() == QEvent::Show)
        m_patience.stop();
    return QObject::eventFilter(watched, event);
}

} // namespace tincan
