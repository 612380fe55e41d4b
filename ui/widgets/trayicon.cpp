#include "ui/widgets/trayicon.h"

#include "ui/widgets/programicon.h"

#include <QAction>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tincan {

QIcon iconWithCount(int count)
{
    if (count <= 0)
        return programIcon();
    constexpr int size = 64;
    QPixmap picture = programIcon().pixmap(size, size);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF badge(size * 0.3, 0, size * 0.7, size * 0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xc6, 0x28, 0x28));
    painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
    QFont font = painter.font();
    font.setPixelSize(count > 99 ? 20 : 26);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, count > 99 ? u"99+"_s : QString::number(count));
    return picture;
}

TrayIcon::TrayIcon(QWidget *parent) : QSystemTrayIcon(programIcon(), parent), m_menu(new QMenu(parent))
{
    m_menu->addAction(tr("&Open Tincan"), this, &TrayIcon::opened);
    m_disturb = m_menu->addAction(tr("&Do Not Disturb"));
    m_disturb->setCheckable(true);
    connect(m_disturb, &QAction::triggered, this, &TrayIcon::doNotDisturbChosen);
    m_menu->addSeparator();
    m_menu->addAction(tr("&Quit"), this, &TrayIcon::quitChosen);
    setContextMenu(m_menu);
    connect(this, &QSystemTrayIcon::activated, this, [this](ActivationReason reason) {
        if (reason == Trigger || reason == DoubleClick)
            Q_EMIT opened();
    });
    setCount(0);
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setCount(int count)
{
    setIcon(iconWithCount(count));
    setToolTip(count > 0 ? tr("Tincan, %n unread", nullptr, count) : tr("Tincan"));
}

void TrayIcon::setDoNotDisturb(bool on)
{
    m_disturb->setChecked(on);
}

} // namespace tincan
