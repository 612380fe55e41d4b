#pragma once

#include "protocol/ids.h"
#include "server/fanout.h"
#include "server/lane.h"

#include <map>

namespace tincan {

/// What is said to rooms in a turn of the event loop. Its frames are kept once for all who read the same
/// bytes, and each of these is sent its part with one call when the turn ends: saying something costs the
/// same however many hear it. What is for one reader alone comes in its place between them where collect() is
/// called before.
class Broadcast
{
public:
    struct Channel;

    /// Where a reader hears a room; kept with the reader.
    struct Seat
    {
        Channel *channel = nullptr;
        Lane *lane = nullptr;
        int place = 0;
        Stance stance = Stance::Here;
    };
    using Seats = std::vector<Seat>;

    Broadcast();
    ~Broadcast();

    /// From now on, and until unlisten() or leave(), the reader hears the room.
    void listen(Connection &reader, const RoomId &room, Stance stance);
    void unlisten(Connection &reader, const RoomId &room);
    void leave(Connection &reader); ///< all rooms
    /// Its Connection::hearing() has changed.
    void reseat(Connection &reader);

    /// Of the readers nothing but Connection::send(), hear() and keep() is called.
    void send(const RoomId &room, Fanout &fanout, const std::vector<Connection *> &except);
    /// Lets the reader queue now what it was to get at the end of the turn.
    void collect(Connection &reader);
    /// Gives everybody what is left.
    void endTurn();

private:
    Channel *find(const RoomId &room);
    static Seat *seatIn(Connection &reader, const Channel *channel);
    static void sit(Connection &reader, Seat &seat);
    static void getUp(const Seat &seat);
    static void noteOthers(Connection &reader);
    void removeSeat(Connection &reader, Seat &seat);
    void append(Channel &channel, Fanout &fanout);
    void flush(Channel &channel, qsizetype above);
    void flush(Lane &lane);

    std::map<RoomId, Channel> m_channels;
    std::vector<Channel *> m_spoken; ///< those in which something was said in this turn
    Channel *m_lastSpoken = nullptr;
    std::uint64_t m_order = 0;
};

} // namespace tincan
