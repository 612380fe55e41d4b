#pragma once

#include <QMenu>
#include <QPointer>

namespace tincan {

class AlertSettings;
class ChatSessions;
class Conversation;

/// What one wants to be told of in a room, and muting it: the room that is shown, or the one that the menu
/// was opened for.
class AlertMenu : public QMenu
{
    Q_OBJECT

public:
    /// Both must outlive the menu.
    AlertMenu(ChatSessions &sessions, AlertSettings &alerts, QWidget *parent = nullptr);

    void popupFor(Conversation *conversation, const QPoint &at);
    void toggleMute(); ///< of the room that is shown

private:
    void fill();
    void addWords(const QString &room);
    void askWords(const QString &room);
    QString room() const;

    ChatSessions &m_sessions;
    AlertSettings &m_alerts;
    QPointer<Conversation> m_chosen; ///< null: the one that is shown
};

} // namespace tincan
