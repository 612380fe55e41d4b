#include "server/broadcast.h"

#include "server/connection.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tincan {

namespace {

/// A turn that brings more than this is sent in parts.
constexpr qsizetype mostBytes = 256 * 1024;

bool isAmong(const std::vector<Connection *> &some, const Connection *reader)
{
    return std::find(some.begin(), some.end(), reader) != some.end();
}

} // namespace

struct Broadcast::Channel
{
    RoomId room;
    int seats = 0;
    bool isSpoken = false; ///< stands in m_spoken
    std::array<Lane, Fanout::hearings *Fanout::stances> lanes = {};

    Lane &lane(Hearing hearing, Stance stance) { return lanes[Fanout::indexOf(hearing, stance)]; }
};

Broadcast::Broadcast() = default;
Broadcast::~Broadcast() = default;

void Broadcast::listen(Connection &reader, const RoomId &room, Stance stance)
{
    Channel &channel = m_channels[room];
    Seat *seat = seatIn(reader, &channel);
    if (seat && seat->stance == stance)
        return;
    collect(reader);
    if (seat) {
        getUp(*seat);
    } else {
        channel.room = room;
        ++channel.seats;
        seat = &reader.seats().emplace_back();
        seat->channel = &channel;
    }
    seat->stance = stance;
    sit(reader, *seat);
    noteOthers(reader);
}

void Broadcast::unlisten(Connection &reader, const RoomId &room)
{
    Seat *seat = seatIn(reader, find(room));
    if (!seat)
        return;
    collect(reader);
    removeSeat(reader, *seat);
    noteOthers(reader);
}

void Broadcast::leave(Connection &reader)
{
    while (!reader.seats().empty())
        removeSeat(reader, reader.seats().back());
}

void Broadcast::reseat(Connection &reader)
{
    collect(reader);
    for (Seat &seat : reader.seats()) {
        getUp(seat);
        sit(reader, seat);
    }
    noteOthers(reader);
}

Broadcast::Channel *Broadcast::find(const RoomId &room)
{
    const auto channel = m_channels.find(room);
    return channel == m_channels.end() ? nullptr : &channel->second;
}

Broadcast::Seat *Broadcast::seatIn(Connection &reader, const Channel *channel)
{
    Seats &seats = reader.seats();
    const auto seat = std::find_if(seats.begin(), seats.end(),
                                   [channel](const Seat &each) { return each.channel == channel; });
    return seat == seats.end() ? nullptr : &*seat;
}

void Broadcast::sit(Connection &reader, Seat &seat)
{
    seat.lane = &seat.channel->lane(reader.hearing(), seat.stance);
    seat.place = seat.lane->add(reader);
}

void Broadcast::getUp(const Seat &seat)
{
    if (Connection *moved = seat.lane->remove(seat.place))
        seatIn(*moved, seat.channel)->place = seat.place;
}

void Broadcast::noteOthers(Connection &reader)
{
    for (const Seat &seat : reader.seats())
        seat.lane->ear(seat.place).hearsOthers = reader.seats().size() > 1;
}

void Broadcast::removeSeat(Connection &reader, Seat &seat)
{
    getUp(seat);
    Channel &channel = *seat.channel;
    seat = reader.seats().back();
    reader.seats().pop_back();
    if (--channel.seats > 0)
        return;
    std::erase(m_spoken, &channel);
    if (m_lastSpoken == &channel)
        m_lastSpoken = nullptr;
    m_channels.erase(m_channels.find(channel.room));
}

void Broadcast::send(const RoomId &room, Fanout &fanout, const std::vector<Connection *> &except)
{
    Channel *channel = find(room);
    if (!channel)
        return;
    for (const Stance stance : {Stance::Here, Stance::Aside}) {
        for (const Lane::Ear &ear : channel->lane(Hearing::NotYet, stance).ears()) {
            if (!isAmong(except, ear.reader))
                ear.reader->send(fanout, stance);
        }
    }
    for (Connection *reader : except)
        collect(*reader);
    append(*channel, fanout);
    for (Connection *reader : except) {
        if (const Seat *seat = seatIn(*reader, channel))
            seat->lane->ear(seat->place).heard = seat->lane->count();
    }
    flush(*channel, mostBytes);
}

void Broadcast::append(Channel &channel, Fanout &fanout)
{
    if (std::exchange(m_lastSpoken, &channel) != &channel)
        ++m_order;
    if (!std::exchange(channel.isSpoken, true))
        m_spoken.push_back(&channel);
    for (const Hearing hearing : {Hearing::Both, Hearing::Nul, Hearing::Line, Hearing::Native}) {
        for (const Stance stance : {Stance::Here, Stance::Aside}) {
            Lane &lane = channel.lane(hearing, stance);
            const QByteArray &frame = lane.ears().empty() ? QByteArray() : fanout.bytes(hearing, stance);
            if (!frame.isEmpty())
                lane.append(frame, m_order);
        }
    }
}

void Broadcast::collect(Connection &reader)
{
    std::vector<Lane::Part> parts;
    for (const Seat &seat : reader.seats())
        seat.lane->takeRest(seat.place, parts);
    std::sort(parts.begin(), parts.end(),
              [](const Lane::Part &a, const Lane::Part &b) { return a.order < b.order; });
    for (const Lane::Part &part : parts)
        reader.keep(part.frames);
}

void Broadcast::endTurn()
{
    m_lastSpoken = nullptr;
    for (Channel *channel : std::exchange(m_spoken, {})) {
        channel->isSpoken = false;
        flush(*channel, 0);
    }
}

void Broadcast::flush(Channel &channel, qsizetype above)
{
    for (Lane &lane : channel.lanes) {
        if (lane.size() > above)
            flush(lane);
    }
}

void Broadcast::flush(Lane &lane)
{
    for (const Lane::Ear &ear : lane.ears()) {
        if (ear.hearsOthers)
            collect(*ear.reader);
    }
    std::shared_ptr<Frames> frames = lane.takeFrames();
    FrameRange rest{frames, 0, frames->count()};
    for (int place = 0; place < int(lane.ears().size()); ++place) {
        Lane::Ear &ear = lane.ear(place);
        rest.first = std::exchange(ear.heard, 0);
        if (rest.first < rest.end)
            ear.reader->hear(rest);
    }
    rest = {};
    lane.giveBack(std::move(frames));
}

} // namespace tincan
