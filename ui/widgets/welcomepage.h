#pragma once

#include "ui/models/joinform.h"
#include "ui/models/recentrooms.h"

#include <QScrollArea>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace tincan {

class NearbyRooms;
class NearbyRoomsList;
class RecentRoomsList;

/// What is shown while no room is: one's name, and the two ways into a room.
class WelcomePage : public QScrollArea
{
    Q_OBJECT

public:
    explicit WelcomePage(const QString &userName, QWidget *parent = nullptr);

    QString userName() const;
    void setUserName(const QString &name);
    void setNearbyRooms(NearbyRooms &rooms); ///< which must outlive the page
    /// The newest few; `now` is what "yesterday" counts from.
    void setRecentRooms(const RecentRooms &rooms, const QDateTime &now);

Q_SIGNALS:
    void userNameChanged(const QString &name); ///< as accepted: one that people may carry
    void hostRequested();                      ///< after userNameChanged()
    void joinRequested(const tincan::ClientOptions &options);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeNameField();
    QWidget *makeHostCard();
    QWidget *makeJoinCard();
    void host();
    void join();
    void joinAddress(const RoomAddress &address);
    bool acceptName();
    void showAddressProblem();

    JoinForm m_form;
    QLineEdit *m_name;
    QLabel *m_nameProblem;
    QLineEdit *m_address;
    QLabel *m_addressProblem;
    QBoxLayout *m_cards = nullptr;
    NearbyRoomsList *m_nearby;
    RecentRoomsList *m_recent;
};

} // namespace tincan
