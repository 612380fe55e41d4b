#pragma once

#include "ui/models/chatsessions.h"
#include "ui/models/connectionwords.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QDialog;

namespace tincan {

class KeyBindings;
class Preferences;
class RoomHost;
struct HostedRoom;

/// Opens the window's dialogs, none of which anything waits for, and passes on what they are answered with.
class WindowDialogs : public QObject
{
    Q_OBJECT

public:
    WindowDialogs(QWidget &window, ChatSessions &sessions, RoomHost &host, Preferences &preferences);

    void host();
    void join(const QString &address = {});
    void joinNow(const ClientOptions &options); ///< what a form was filled in with
    void invite();                              ///< to the conversation that is shown
    void roomInfo();                            ///< of the conversation that is shown
    void newRoom();
    void browseRooms();
    void search(const QString &text);  ///< in all rooms; empty: as it was left
    void showHostPanel(HostPage page); ///< to the server that is shown, for its owner and moderators
    void takeStep(NextStep step, const QString &suggestion); ///< about the current session's connection
    void showKeys(const QList<QAction *> &actions, KeyBindings &bindings);
    void preferences();
    void about();

    /// Calls `close` at once, or, while others are in the hosted room, after they were thought of. `keep`
    /// is the way out that leaves the room open, where there is one.
    void confirmClosing(std::function<void()> close, std::function<void()> keep = {});

Q_SIGNALS:
    /// Of the conversation that is shown now: a result of a search.
    void messageChosen(qint64 seq);

private:
    void open(QDialog *dialog);
    void rememberSize(const QDialog *dialog, const QString &name);
    void showInvite(const HostedRoom &room);
    void askName(ServerSession &session, const QString &suggestion);
    void askPassword(ServerSession &session);
    QString userName() const;

    QWidget &m_window;
    ChatSessions &m_sessions;
    RoomHost &m_host;
    Preferences &m_preferences;
    QString m_searched;         ///< what was typed into the last search
    QPointer<QDialog> m_dialog; ///< one at a time
};

} // namespace tincan
