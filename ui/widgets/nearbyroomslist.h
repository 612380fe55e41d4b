#pragma once

#include "protocol/roomaddress.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tincan {

class NearbyRooms;
class NearbyRoomRow;

/// The rooms nearby on the welcome page, each with a Join button; while there is none, what was tried, and
/// the way to the address field. Rows stay the same widgets while they change, so that the focus stays.
class NearbyRoomsList : public QWidget
{
    Q_OBJECT

public:
    explicit NearbyRoomsList(QWidget *parent = nullptr);

    void setRooms(NearbyRooms &rooms); ///< which must outlive this

Q_SIGNALS:
    void joinRequested(const tincan::RoomAddress &address);
    void addressWanted();

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void changeRows(int first, int last);
    void showWhetherEmpty();

    NearbyRooms *m_rooms = nullptr;
    QVBoxLayout *m_column;
    QList<NearbyRoomRow *> m_rows;
    QWidget *m_nothing;
    QLabel *m_tried;
};

} // namespace tincan
