#include "ui/client/copyrecorder.h"

namespace tincan {

void CopyRecorder::enter(const ServerIdentity &server, const Membership &membership,
                         const QList<QueuedPost> &outbox)
{
    const bool moved = !m_server.isEmpty() && m_server != server;
    if (moved) {
        for (const QueuedPost &queued : outbox) {
            record(copychange::Settled{queued.post.id});
        }
        m_rooms.clear();
    }
    const bool isNews = m_server != server;
    m_server = server;
    m_membership = membership;
    record(copychange::Entered{m_membership});
    if (isNews) { // what was posted before one knew where to
        for (const QueuedPost &queued : outbox) {
            record(copychange::Queued{queued});
        }
    }
}

void CopyRecorder::resume(const CopiedServer &copied, const QList<QueuedPost> &outbox)
{
    m_server = copied.identity;
    m_membership = copied.membership;
    for (const CopiedRoom &room : copied.rooms) {
        m_rooms.insert(room.info.id, room.info);
    }
    for (const QueuedPost &queued : outbox) {
        record(copychange::Queued{queued});
    }
}

void CopyRecorder::leave()
{
    m_server = {};
    m_membership = {};
    m_rooms.clear();
}

void CopyRecorder::setSelf(const Member &self)
{
    m_membership.self = self;
    record(copychange::Entered{m_membership});
}

void CopyRecorder::dropSession()
{
    m_membership.session = SessionToken();
    record(copychange::Entered{m_membership});
}

void CopyRecorder::enterRoom(const RoomInfo &room)
{
    RoomInfo &known = m_rooms[room.id];
    known = room;
    known.members.clear();
    record(copychange::Room{known});
}

void CopyRecorder::leaveRoom(const RoomId &room)
{
    m_rooms.remove(room);
    record(copychange::Left{room});
}

void CopyRecorder::record(const CopyChange &change)
{
    if (m_copy && !m_server.isEmpty()) {
        m_copy->record(m_server, change);
    }
}

void CopyRecorder::sayAgain(const QList<QueuedPost> &outbox)
{
    record(copychange::Entered{m_membership});
    for (const RoomInfo &room : std::as_const(m_rooms)) {
        record(copychange::Room{room});
    }
    for (const QueuedPost &queued : outbox) {
        record(copychange::Queued{queued});
    }
}

} // namespace tincan
