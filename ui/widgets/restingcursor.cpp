#include "ui/widgets/restingcursor.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace tincan {

namespace {

constexpr int still = 0;
constexpr int asTheDesktopSays = -1;

void setFlashTime(int time)
{
    QGuiApplication::styleHints()->setCursorFlashTime(time);
}

} // namespace

RestingCursor::RestingCursor(QObject *parent, int wait) : QObject(parent), m_watch(nullptr, wait)
{
    connect(&m_watch, &IdleWatch::idleChanged, this,
            [](bool idle) { setFlashTime(idle ? still : asTheDesktopSays); });
}

RestingCursor::~RestingCursor()
{
    if (m_watch.isIdle())
        setFlashTime(asTheDesktopSays);
}

} // namespace tincan
