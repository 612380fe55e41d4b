#pragma once

#include "ui/models/changedkey.h"
#include "ui/widgets/blockingpage.h"

class QLineEdit;

namespace tincan {

/// Stands in place of a conversation whose server shows another key. The host has to be asked, and the answer
/// to be typed in.
class ChangedKeyPage : public BlockingPage
{
    Q_OBJECT

public:
    explicit ChangedKeyPage(QWidget *parent = nullptr);

    void setChangedKey(const ChangedKey &key); ///< screen readers are told; what was typed stays for the same

Q_SIGNALS:
    void trusted(const tincan::RoomAddress &address); ///< which names the key that is shown

private:
    void judge();
    void submit();

    ChangedKey m_key;
    QLabel *m_knownTitle;
    QLabel *m_known;
    QLabel *m_shown;
    QLineEdit *m_answer;
    QLabel *m_problem;
    QPushButton *m_trust;
};

} // namespace tincan
