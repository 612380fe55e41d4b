#include "ui/widgets/trayicon.h"

#include "ui/widgets/programicon.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int size = 64;

void paintCount(QPainter &painter, int count)
{
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
}

/// A "no entry" sign.
void paintSilence(QPainter &painter)
{
    const QRectF disc(0, size * 0.5, size * 0.5, size * 0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x45, 0x4b, 0x56));
    painter.drawEllipse(disc);
    painter.setBrush(Qt::white);
    painter.drawRect(QRectF(size * 0.1, size * 0.7, size * 0.3, size * 0.1));
}

} // namespace

QIcon iconWithCount(int count, bool silent)
{
    if (count <= 0 && !silent)
        return programIcon();
    QPixmap picture = programIcon().pixmap(size, size);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (count > 0)
        paintCount(painter, count);
    if (silent)
        paintSilence(painter);
    painter.end();
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
    showState();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setCount(int count)
{
    m_count = count;
    showState();
}

void TrayIcon::setHosting(const QString &words)
{
    m_hosting = words;
    showState();
}

void TrayIcon::setDoNotDisturb(bool on)
{
    m_disturb->setChecked(on);
    showState();
}

/// In such a tray the icon is a widget of Qt's own, which goes with the tray; no other sign of that is
/// public.
void TrayIcon::watchDock()
{
    m_dock = std::make_unique<QObject>();
    const auto widgets = QApplication::topLevelWidgets();
    for (const QWidget *widget : widgets) {
        if (widget->inherits("QSystemTrayIconSys"))
            connect(widget, &QObject::destroyed, m_dock.get(), [this] { Q_EMIT undocked(); });
    }
}

void TrayIcon::showState()
{
    setIcon(iconWithCount(m_count, m_disturb->isChecked()));
    QStringList lines{m_count > 0 ? tr("Tincan, %n unread", nullptr, m_count) : tr("Tincan")};
    if (m_disturb->isChecked())
        lines.append(tr("Do Not Disturb"));
    if (!m_hosting.isEmpty())
        lines.append(m_hosting);
    setToolTip(lines.join(u'\n'));
}

} // namespace tincan
