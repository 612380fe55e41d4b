#pragma once

#include "ui/models/chatsessions.h"
#include "ui/widgets/messageactions.h"

#include <QObject>
#include <QPointer>

namespace tincan {

class ComposeBar;
class Composer;
class ConversationView;
class ModerationDesk;
class SeekBar;
enum class Penalty;

/// Carries out what is asked for at a message: reply, edit, delete, react, ignore, jump to what it answers.
class ConversationActions : public QObject
{
    Q_OBJECT

public:
    struct Parts ///< all must outlive this
    {
        ChatSessions &sessions;
        ConversationView &view;
        Composer &composer;
        ComposeBar &bar;
        ModerationDesk &desk;
    };
    explicit ConversationActions(const Parts &parts, QObject *parent = nullptr);

    void setConversation(Conversation *conversation); ///< what was begun elsewhere is given up

    bool isEditing() const { return m_mode == Mode::Edit; }
    /// While a message is edited: takes its new text. False else.
    bool submitEdit(const QString &text);
    Seq answered() const { return m_mode == Mode::Reply ? m_target : 0; } ///< by the text to be sent
    void replySent();
    void editAgain(Seq seq, const QString &text); ///< what could not be saved
    void editLast();
    void react(const QString &key, const QString &emoji); ///< or takes it back
    /// Shows a message; loads older pages until it is there, which can be stopped. 0: does not wait for
    /// another any more.
    void jumpTo(Seq seq);
    bool cancel(); ///< gives up a reply or an edit, and brings back the draft; false where there is none

Q_SIGNALS:
    /// A reaction to this message that is not among the usual ones, to be chosen at a global position.
    void reactionWanted(const QString &key, const QPoint &at);

private:
    enum class Mode
    {
        None,
        Reply,
        Edit
    };

    void act(MessageAction action, const QString &key);
    void reply(int row);
    void edit(int row);
    void confirmDelete(Seq seq);
    void offerReactions(int row);
    void ignore(int row, bool on);
    void ask(Penalty penalty, int row);
    void seek();
    void begin(Mode mode, Seq seq);
    void finish();
    ServerSession *session() const;
    Seq seqAt(int row) const;

    Parts m_parts;
    QPointer<Conversation> m_conversation;
    QMetaObject::Connection m_watch;
    QMetaObject::Connection m_loss; ///< of a page that does not come
    SeekBar *m_seeking;             ///< the view's
    Mode m_mode = Mode::None;
    Seq m_target = 0;
    QString m_original; ///< of what is edited
    Seq m_sought = 0;
};

} // namespace tincan
