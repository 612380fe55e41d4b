#pragma once

#include <QSystemTrayIcon>

class QAction;
class QMenu;

namespace tincan {

/// The program in the desktop's tray, with the number of unread messages. Make it only where there is a tray.
class TrayIcon : public QSystemTrayIcon
{
    Q_OBJECT

public:
    explicit TrayIcon(QWidget *parent);
    ~TrayIcon() override;

    void setCount(int count);
    void setDoNotDisturb(bool on);

Q_SIGNALS:
    void opened();
    void doNotDisturbChosen(bool on);
    void quitChosen();

private:
    QMenu *m_menu;
    QAction *m_disturb;
};

/// The program's icon with a number; without one for 0, "99+" from a hundred on.
QIcon iconWithCount(int count);

} // namespace tincan
