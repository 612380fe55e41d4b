// What a session takes from the copy of an earlier run and from the outbox, and what waits for a talk.
#include "protocol/clock.h"
#include "ui/models/connectionwords.h"
#include "ui/models/serversession.h"

namespace tincan {

void ServerSession::onRecalled(const CopiedServer &copied)
{
    m_serverName = copied.membership.serverName;
    onSelf(copied.membership.self);
    Q_EMIT titleChanged();
    for (const CopiedRoom &room : copied.rooms) {
        Conversation *known = conversation(room.info.id);
        if (!known) {
            known = addConversation(room.info);
            known->recall(room.newest, room.read);
            showOutbox(known); // changes need what they change
        }
        wantIfAsked(known);
    }
}

/// What was written there and is not stored yet, before this conversation was.
void ServerSession::showOutbox(Conversation *conversation)
{
    const QList<QueuedPost> outbox = m_client.outbox();
    for (const QueuedPost &queued : outbox) {
        if (queued.post.room == conversation->id() &&
            conversation->messages()->rowOfPost(queued.post.id) < 0) {
            showPost(conversation, queued);
        }
    }
}

void ServerSession::showPost(Conversation *conversation, const QueuedPost &queued)
{
    const command::Post &post = queued.post;
    m_postRooms.insert(post.id, post.room);
    ConversationModel *messages = conversation->messages();
    if (post.kind == EventKind::Message || post.kind == EventKind::Action) {
        messages->addPost(post.id, post.kind, post.text, queued.at, post.reply);
    } else if (post.target > 0) {
        messages->addChange(post.id, post.kind, post.target, post.text);
    }
    if (queued.failure) {
        messages->setPostState(post.id, PostState::Failed,
                               post.target > 0 ? ConnectionWords::forChangeError(*queued.failure)
                                               : ConnectionWords::forPostError(*queued.failure));
    }
}

void ServerSession::tell(const Member &with, const QString &text, const RoomId &where)
{
    m_wantedMember = with.id;
    if (Conversation *known = directWith(with.id)) {
        post(known, text, EventKind::Message);
        wantIfAsked(known);
    } else {
        m_untold.add({m_client.openDirect(with.id), with, text, where});
    }
}

void ServerSession::tellUntold(Conversation *direct)
{
    const QList<Member> ends = direct->members()->all();
    for (const Member &end : ends) {
        const QStringList texts = m_untold.takeFor(end.id);
        for (const QString &text : texts) {
            post(direct, text, EventKind::Message);
        }
    }
}

void ServerSession::giveBackUntold(const QString &tag)
{
    const auto untold = m_untold.takeAsked(tag);
    Conversation *const where = untold ? conversation(untold->where) : nullptr;
    if (Conversation *const shown = where ? where : firstRoom(); untold && shown) {
        shown->messages()->addNotice(tr("This was not sent to %1: %2").arg(untold->to.name, untold->text),
                                     m_clock.utc());
    }
}

} // namespace tincan
