#pragma once

#include "ui/client/messagecopy.h"

#include <QHash>

#include <memory>

namespace tincan {

/// What a client tells its copy of the server that it is on. Without a copy, nothing.
class CopyRecorder
{
public:
    void setCopy(const std::shared_ptr<MessageCopy> &copy) { m_copy = copy; }
    MessageCopy *copy() const { return m_copy.get(); }

    /// Of which server is spoken; empty: of none, and nothing is recorded.
    const ServerIdentity &server() const { return m_server; }

    /// From now on of this one. Where it is another than before, `outbox` is taken along.
    void enter(const ServerIdentity &server, const Membership &membership, const QList<QueuedPost> &outbox);
    /// The copy told of this one; it knows all that, but not what was posted meanwhile.
    void resume(const CopiedServer &copied, const QList<QueuedPost> &outbox);
    void leave();                            ///< of none from now on

    void setSelf(const Member &self);
    void dropSession(); ///< the token is void
    void enterRoom(const RoomInfo &room);
    void leaveRoom(const RoomId &room);
    void record(const CopyChange &change);

    void sayAgain(const QList<QueuedPost> &outbox); ///< the copy has forgotten all this

private:
    std::shared_ptr<MessageCopy> m_copy;
    ServerIdentity m_server;
    Membership m_membership;
    QHash<RoomId, RoomInfo> m_rooms; ///< those one is in
};

} // namespace tincan
