#pragma once

#include "ui/models/changedkey.h"
#include "ui/widgets/scrolledpage.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tincan {

/// Stands in place of a conversation whose server shows another key. No single click leads past it: the host
/// has to be asked, and the answer to be typed in.
class ChangedKeyPage : public ScrolledPage
{
    Q_OBJECT

public:
    explicit ChangedKeyPage(QWidget *parent = nullptr);

    void setRoomsHidden(bool hidden);          ///< then a button brings them
    void setChangedKey(const ChangedKey &key); ///< screen readers are told; what was typed stays for the same

Q_SIGNALS:
    void trusted(const tincan::RoomAddress &address); ///< which names the key that is shown
    void leaveRequested();                            ///< this server
    void roomsRequested();

private:
    void judge();
    void submit();

    ChangedKey m_key;
    QLabel *m_heading;
    QLabel *m_explanation;
    QLabel *m_knownTitle;
    QLabel *m_known;
    QLabel *m_shown;
    QPushButton *m_rooms;
    QLineEdit *m_answer;
    QLabel *m_problem;
    QPushButton *m_trust;
};

} // namespace tincan
