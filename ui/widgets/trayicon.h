#pragma once

#include <QSystemTrayIcon>

#include <memory>

class QAction;
class QMenu;

namespace tincan {

/// The program in the desktop's tray: how many messages are unread, which room is hosted, and whether one is
/// not to be disturbed. Make it only where there is a tray.
class TrayIcon : public QSystemTrayIcon
{
    Q_OBJECT

public:
    explicit TrayIcon(QWidget *parent);
    ~TrayIcon() override;

    void setCount(int count);
    void setHosting(const QString &words); ///< StatusWords::hostedRoom(), or empty
    void setDoNotDisturb(bool on);

    void watchDock(); ///< for undocked(); anew where the tray was another

Q_SIGNALS:
    void undocked(); ///< from a tray that is a window of X11: it has ended
    void opened();
    void doNotDisturbChosen(bool on);
    void quitChosen();

private:
    void showState();

    QMenu *m_menu;
    std::unique_ptr<QObject> m_dock; ///< listens to it
    QAction *m_disturb;
    QString m_hosting;
    int m_count = 0;
};

/// The program's icon with a number; without one for 0, "99+" from a hundred on. `silent` adds a bar below
/// it.
QIcon iconWithCount(int count, bool silent);

} // namespace tincan
