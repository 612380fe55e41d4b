#pragma once

#include <QSystemTrayIcon>

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

Q_SIGNALS:
    void opened();
    void doNotDisturbChosen(bool on);
    void quitChosen();

private:
    void showState();

    QMenu *m_menu;
    QAction *m_disturb;
    QString m_hosting;
    int m_count = 0;
};

/// The program's icon with a number; without one for 0, "99+" from a hundred on. `silent` adds a bar below
/// it.
QIcon iconWithCount(int count, bool silent);

} // namespace tincan
