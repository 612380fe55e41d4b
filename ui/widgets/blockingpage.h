#pragma once

#include "ui/widgets/scrolledpage.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tincan {

/// Stands in place of a conversation whose server must not be spoken to as it is: says why, and what can be
/// done about it. No single click leads past it.
class BlockingPage : public ScrolledPage
{
    Q_OBJECT

public:
    void setRoomsHidden(bool hidden); ///< then a button brings them

Q_SIGNALS:
    void leaveRequested(); ///< this server
    void roomsRequested();

protected:
    explicit BlockingPage(const QString &name, QWidget *parent = nullptr);

    QVBoxLayout *rows() { return m_rows; } ///< below the explanation
    void addButtons(QPushButton *first);   ///< as the last row, with the one that disconnects
    void say(const QString &heading, const QString &explanation); ///< screen readers are told

private:
    QPushButton *m_rooms;
    QLabel *m_heading;
    QLabel *m_explanation;
    QVBoxLayout *m_rows;
};

} // namespace tincan
