#include "ui/client/roomfollower.h"
#include "protocol/nickname.h"
#include "ui/client/announcer.h"
#include "ui/client/clientmemory.h"
#include "ui/client/copyrecorder.h"
#include "ui/client/roomclient.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

// Rooms that are founded anew at once: a server takes more at a time for a flood.
constexpr int mostRejoining = 8;

} // namespace

RoomFollower::RoomFollower(const SessionContext &context, Send send)
    : m_context(context), m_send(std::move(send))
{
}

void RoomFollower::welcome(const serverevent::Welcome &welcome)
{
    const QList<RoomId> before = m_context.memory.rooms.keys();
    m_context.announcer.say(&RoomClient::welcomed, welcome);
    enter(welcome.rooms);
    for (const RoomId &room : before) {
        const bool there = std::any_of(welcome.rooms.cbegin(), welcome.rooms.cend(),
                                       [&room](const RoomInfo &info) { return info.id == room; });
        const ClientMemory::KnownRoom known = m_context.memory.rooms.value(room);
        if (!there && known.kind == RoomKind::Direct) {
            gone(room, {ErrorCode::Closing, RoomClient::tr("This talk is over. Write to them anew.")});
        } else if (!there && (known.removed || welcome.removed.contains(room))) {
            removed(room);
        } else if (!there) {
            restore(room); // lost, or forgotten because nothing was left of what was said there
        }
    }
    rejoin();
    m_context.memory.posts.readAllBut(m_context.memory.rooms.keys());
    enterAddressRoom();
}

void RoomFollower::joined(const serverevent::Joined &joined)
{
    if (m_rejoining.contains(joined.re)) {
        m_held.remove(m_rejoining.take(joined.re));
    }
    for (const RoomInfo &room : joined.rooms) {
        m_held.remove(room.id);
        m_lost.removeOne(room.id);
    }
    enter(joined.rooms);
    rejoin();
}

void RoomFollower::left(const RoomId &room)
{
    if (m_context.memory.rooms.contains(room)) {
        drop(room);
        rejoin();
    }
}

void RoomFollower::removed(const RoomId &room)
{
    const auto known = m_context.memory.rooms.find(room);
    if (known == m_context.memory.rooms.end()) {
        return;
    }
    if (!std::exchange(known->removed, true)) {
        m_context.announcer.sayBetweenEvents(&RoomClient::roomRemoved, room);
    }
    gone(room,
         {ErrorCode::Closing, RoomClient::tr("This room was removed. Sending this again makes it anew.")});
}

/// It stays in sight with what was written for it.
void RoomFollower::gone(const RoomId &room, const Error &error)
{
    m_context.memory.rooms[room].gone = true;
    if (!giveUpPosts(room, error)) {
        drop(room);
        rejoin();
    }
}

void RoomFollower::happened(const RoomEvent &event)
{
    const bool mine = !event.postId.isEmpty() && event.from.id == m_context.memory.self.id;
    if (mine && m_context.memory.posts.acknowledge(event.postId)) {
        stored(event.postId);
    }
    passOn(event.room, m_context.memory.logs.take(event));
}

void RoomFollower::page(const serverevent::HistoryPage &page)
{
    if (m_context.memory.logs.asked(page.re)) {
        passOn(page.room, m_context.memory.logs.take(page));
    } else if (m_context.memory.rooms.contains(page.room)) {
        m_context.copy.record(copychange::Events{page.room, page.events});
        m_context.announcer.say(&RoomClient::historyArrived, page);
    }
}

bool RoomFollower::refused(const serverevent::Failed &failed)
{
    if (m_rejoining.contains(failed.re)) {
        if (failed.error.code == ErrorCode::TooFast) {
            return true;
        }
        const RoomId room = m_rejoining.take(failed.re);
        m_held.remove(room);
        gone(room, failed.error);
        rejoin();
        return false; // the user should know
    }
    RoomLogs &logs = m_context.memory.logs;
    if (!logs.asked(failed.re)) {
        return false;
    }
    if (failed.error.code != ErrorCode::TooFast && failed.error.code != ErrorCode::Full) {
        const RoomId room = logs.roomAsking(failed.re);
        passOn(room, logs.take(serverevent::HistoryPage{room, {}, false, failed.re}));
    }
    return true;
}

void RoomFollower::askAgain(const QString &re)
{
    if (m_rejoining.contains(re)) {
        rejoin(re);
        return;
    }
    const RoomId room = m_context.memory.logs.roomAsking(re);
    passOn(room, m_context.memory.logs.askAgain(re));
}

void RoomFollower::enter(const QList<RoomInfo> &rooms)
{
    for (const RoomInfo &room : rooms) {
        m_context.memory.rooms.insert(room.id, {room.name, room.kind});
        if (m_context.memory.logs.enter(room).reset) {
            reset(room.id);
        }
        m_context.copy.enterRoom(room);
        readWhole(room.id);
    }
    if (!rooms.isEmpty()) {
        m_context.announcer.sayBetweenEvents(&RoomClient::roomsJoined, rooms);
    }
}

void RoomFollower::restore(const RoomId &room)
{
    m_held.insert(room);
    m_lost.append(room);
}

/// False: there is nothing that would not be sent.
bool RoomFollower::giveUpPosts(const RoomId &room, const Error &error)
{
    SendQueue &posts = m_context.memory.posts;
    bool any = false;
    const QList<QueuedPost> all = posts.all();
    for (const QueuedPost &queued : all) {
        const PostId &id = queued.post.id;
        any = any || queued.post.room == room;
        if (queued.post.room == room && posts.fail(id, error)) {
            m_context.copy.record(copychange::Queued{*posts.find(id)});
            m_context.announcer.say(&RoomClient::postStateChanged, id, PostState::Failed, error);
        }
    }
    return any;
}

/// The next of the lost rooms.
void RoomFollower::rejoin()
{
    while (!m_lost.isEmpty() && m_rejoining.size() < mostRejoining) {
        const QString re = u"rejoin-%1"_s.arg(++m_rejoins);
        m_rejoining.insert(re, m_lost.takeFirst());
        rejoin(re);
    }
}

void RoomFollower::rejoin(const QString &re)
{
    const RoomId room = m_rejoining.value(re);
    const QString name = m_context.memory.rooms.value(room).name;
    m_send(command::Join{name.isEmpty() ? room.value() : name, true, re});
}

void RoomFollower::enterAddressRoom()
{
    const RoomId wanted = m_context.options.address.room;
    if (wanted.isEmpty() || std::exchange(m_context.memory.addressRoomAsked, true) ||
        m_context.memory.rooms.contains(roomIdFor(wanted.value()))) {
        return;
    }
    m_context.memory.requests.add(command::Join{wanted.value(), true, {}});
}

void RoomFollower::passOn(const RoomId &room, RoomLogs::Outcome outcome)
{
    if (outcome.reset) {
        reset(room);
    }
    if (!outcome.events.isEmpty()) {
        recognise(outcome.events);
        m_context.copy.record(copychange::Events{room, outcome.events});
        m_context.announcer.sayEvents(room, outcome.events);
    }
    readWhole(room);
    if (outcome.ask) {
        m_send(*outcome.ask);
    }
}

/// Numbers mean other events from now on, so what was to change one of them changes nothing.
void RoomFollower::reset(const RoomId &room)
{
    m_context.announcer.sayBetweenEvents(&RoomClient::roomReset, room);
    m_context.copy.record(copychange::Reset{room});
    const Error error{ErrorCode::BadField,
                      RoomClient::tr("The room has begun anew, and what this was about is gone.")};
    const QList<PostId> changes = m_context.memory.posts.detach(room);
    for (const PostId &id : changes) {
        m_context.memory.posts.fail(id, error);
        m_context.memory.posts.discard(id);
        m_context.copy.record(copychange::Settled{id});
        m_context.announcer.say(&RoomClient::postStateChanged, id, PostState::Failed, error);
    }
    const QList<QueuedPost> left = m_context.memory.posts.all();
    for (const QueuedPost &queued : left) {
        if (queued.post.room == room) {
            m_context.copy.record(copychange::Queued{queued}); // it answers nothing any more
        }
    }
}

/// My own posts among the events: those whose acknowledgement was lost together with who I was then, too.
void RoomFollower::recognise(QList<RoomEvent> &events)
{
    for (RoomEvent &event : events) {
        if (const auto id = m_context.memory.posts.recognise(event)) {
            event.postId = *id;
            stored(*id);
        }
    }
}

void RoomFollower::stored(const PostId &id)
{
    m_context.copy.record(copychange::Settled{id});
    m_context.announcer.say(&RoomClient::postStateChanged, id, PostState::Stored, Error());
}

/// A room whose log was read up to its end: what is not in it was not stored.
void RoomFollower::readWhole(const RoomId &room)
{
    if (m_context.memory.logs.isComplete(room)) {
        m_context.memory.posts.readAll(room);
    }
}

void RoomFollower::drop(const RoomId &room)
{
    m_held.remove(room);
    m_lost.removeOne(room);
    m_rejoining.removeIf([&room](const auto &one) { return one.value() == room; });
    m_context.memory.rooms.remove(room);
    m_context.memory.logs.forget(room);
    m_context.memory.posts.readAll(room);
    m_context.copy.leaveRoom(room);
    m_context.announcer.sayBetweenEvents(&RoomClient::roomLeft, room);
}

} // namespace tincan
