#include "ui/widgets/desktopcolors.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QStyleHints>

namespace tincan {

DesktopColors::DesktopColors(QApplication &application)
    : QObject(&application), m_application(application), m_desktop(application.palette())
{
    application.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &DesktopColors::rereadLater);
#endif
}

DesktopColors &DesktopColors::of(QApplication &application)
{
    auto *existing = application.findChild<DesktopColors *>();
    return existing ? *existing : *new DesktopColors(application);
}

void DesktopColors::follow(Apply apply)
{
    m_apply = std::move(apply);
    applyNow();
}

bool DesktopColors::eventFilter(QObject *watched, QEvent *event)
{
    // A palette that somebody else has set is what the desktop wants now. A theme change is told to windows
    // only, because our own palette covers every role and so hides the desktop's.
    if (event->type() == QEvent::ApplicationPaletteChange && watched == &m_application && !m_applying) {
        m_desktop = m_application.palette();
        QMetaObject::invokeMethod(this, &DesktopColors::applyNow, Qt::QueuedConnection);
    } else if (event->type() == QEvent::ThemeChange && watched->isWindowType()) {
        rereadLater();
    }
    return QObject::eventFilter(watched, event);
}

void DesktopColors::rereadLater()
{
    if (!m_rereading) {
        m_rereading = true;
        QMetaObject::invokeMethod(this, &DesktopColors::reread, Qt::QueuedConnection);
    }
}

void DesktopColors::reread()
{
    m_rereading = false;
    {
        const QScopedValueRollback applying(m_applying, true);
        m_application.setPalette(QPalette());
        m_desktop = m_application.palette();
    }
    applyNow();
}

void DesktopColors::applyNow()
{
    const QScopedValueRollback applying(m_applying, true);
    m_apply(m_desktop);
}

} // namespace tincan
