#pragma once

#include "ui/models/recentrooms.h"

#include <QWidget>

class QVBoxLayout;

namespace tincan {

/// The servers joined last, each with a Join button; hidden while there are none.
class RecentRoomsList : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shownAtMost = 5;

    explicit RecentRoomsList(QWidget *parent = nullptr);

    void setRooms(const RecentRooms &rooms, const QDateTime &now);

Q_SIGNALS:
    void joinRequested(const tincan::RoomAddress &address);

private:
    QWidget *makeRow(const RecentRoom &room, const QDateTime &now);

    QWidget *m_rows = nullptr;
};

} // namespace tincan
