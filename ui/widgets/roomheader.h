#pragma once

#include <QFrame>

class QPushButton;

namespace tincan {

class ElidedLabel;

/// Above the conversation: what it is called, what it is about, and the ways to search it and to invite
/// people.
class RoomHeader : public QFrame
{
    Q_OBJECT

public:
    explicit RoomHeader(QWidget *parent = nullptr);

    void setRoom(const QString &title, const QString &topic);
    void setSearchable(bool searchable); ///< whether Search is offered
    void setInvitable(bool invitable);   ///< whether Invite is offered
    void setRoomsHidden(bool hidden);    ///< offers a button that brings the list of rooms

Q_SIGNALS:
    void searchRequested();
    void inviteRequested();
    void roomsRequested();

private:
    QPushButton *m_rooms;
    ElidedLabel *m_title;
    ElidedLabel *m_topic;
    QPushButton *m_search;
    QPushButton *m_invite;
};

} // namespace tincan
