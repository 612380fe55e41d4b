#pragma once

#include "ui/models/connectionwords.h"

#include <QDeadlineTimer>
#include <QFrame>
#include <QPointer>
#include <QTimer>

class QLabel;
class QPushButton;

namespace tincan {

class DetailsLabel;
class ServerSession;

/// Says in a sentence what keeps a server from being there, and offers the one thing that helps. Hidden while
/// all is well; never in the way of reading or writing.
class ConnectionBanner : public QFrame
{
    Q_OBJECT

public:
    explicit ConnectionBanner(QWidget *parent = nullptr);

    void setSession(ServerSession *session); ///< null: none

Q_SIGNALS:
    void stepRequested(tincan::NextStep step, const QString &suggestion);
    void keyboardLeft(); ///< what had the keyboard is not shown any more

private:
    void onState();
    void showWords();

    QPointer<ServerSession> m_session;
    QMetaObject::Connection m_watch;
    StateWords m_words;
    QDeadlineTimer m_retry;
    QTimer m_countdown;
    QLabel *m_sentence;
    QPushButton *m_step;
    DetailsLabel *m_details;
};

} // namespace tincan
