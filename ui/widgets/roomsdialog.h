#pragma once

#include "protocol/roominfo.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QListWidget;
class QPushButton;

namespace tincan {

class ServerSession;

/// The rooms that a server has, to be entered with Enter or Join.
class RoomsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RoomsDialog(ServerSession &session, QWidget *parent = nullptr);

private:
    void showRooms(const QList<RoomInfo> &rooms);
    void join();

    QPointer<ServerSession> m_session;
    QLabel *m_note;
    QListWidget *m_list;
    QPushButton *m_join;
};

} // namespace tincan
