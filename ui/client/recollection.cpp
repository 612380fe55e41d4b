#include "ui/client/recollection.h"

#include "ui/client/announcer.h"
#include "ui/client/clientmemory.h"
#include "ui/client/copyrecorder.h"
#include "ui/client/messagecopy.h"
#include "ui/client/roomclient.h"

namespace tincan {

void recollect(const CopiedServer &copied, ClientMemory &memory, Announcer &announcer)
{
    memory.recalled = copied.identity;
    memory.self = copied.membership.self;
    memory.session = copied.membership.session;
    memory.sessionKey = copied.membership.sessionKey;
    for (const CopiedRoom &room : copied.rooms) {
        memory.rooms.insert(room.info.id, {room.info.name, room.info.kind});
        if (room.known) {
            memory.logs.restore(room.info.id, room.info.epoch, room.info.head);
        }
    }
    for (const QueuedPost &queued : copied.outbox) {
        memory.posts.restore(queued);
    }
    announcer.say(&RoomClient::recalled, copied);
}

void forgetRecollection(ClientMemory &memory, Announcer &announcer, CopyRecorder &copy)
{
    const QList<RoomId> rooms = memory.rooms.keys();
    for (const RoomId &room : rooms) {
        memory.logs.forget(room);
        announcer.sayBetweenEvents(&RoomClient::roomLeft, room);
    }
    memory.rooms.clear();
    memory.recalled = {};
    memory.self = {};
    memory.session = {};
    const Error error{ErrorCode::Closing, RoomClient::tr("It was meant for another server.")};
    const QList<PostId> posts = memory.posts.unacknowledgedIds();
    for (const PostId &post : posts) {
        memory.posts.fail(post, error); // nobody is told: the rooms that showed them are gone
        copy.record(copychange::Queued{*memory.posts.find(post)});
    }
    copy.leave();
}

} // namespace tincan
