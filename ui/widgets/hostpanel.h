#pragma once

#include "protocol/roominfo.h"
#include "ui/models/hostpage.h"
#include "ui/models/hosttables.h"
#include "ui/models/penaltywords.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;
class QTabWidget;

namespace tincan {

class ModerationDesk;
class ServerSession;
class TablePage;

/// Who is connected to a server, who is kept out of it, who else looks after it, and what was done by whom:
/// for its owner and moderators. Asks anew while it is open.
class HostPanel : public QDialog
{
    Q_OBJECT

public:
    explicit HostPanel(ServerSession &session, QWidget *parent = nullptr);

    void turnTo(HostPage page);

private:
    void addConnections();
    void addBans();
    void addModerators();
    void addActs();
    void connectSession();
    void refresh();
    void showState();
    void ask(Penalty penalty);
    void lift();
    void demote();
    void copyActs();
    std::optional<Member> currentMember() const; ///< of the connections; nothing where it is nobody yet

    QPointer<ServerSession> m_session;
    ModerationDesk *m_desk;
    ConnectionTable m_connections;
    BanTable m_bans;
    ModeratorTable m_moderators;
    ActTable m_acts;
    QLabel *m_heading;
    QLabel *m_problem;
    QTabWidget *m_pages;
    TablePage *m_connectionPage, *m_banPage, *m_moderatorPage, *m_actPage;
    QPushButton *m_kick = nullptr, *m_ban = nullptr, *m_lift = nullptr, *m_demote = nullptr,
                *m_copy = nullptr;
    QTimer m_refresh;
};

} // namespace tincan
