#pragma once

#include "ui/client/messagecopy.h"

namespace tincan::sample {

inline const RoomId lounge(QStringLiteral("lounge"));
inline const HostPort place{QStringLiteral("kitchen.example"), 4040};
inline const ServerIdentity kitchen{ServerId(QStringLiteral("kitchen")), "abc"};

inline RoomInfo info(const QString &id, Seq head = 0, const QString &epoch = QStringLiteral("e1"))
{
    RoomInfo room;
    room.id = RoomId(id);
    room.name = id.toUpper();
    room.topic = QStringLiteral("soup");
    room.head = head;
    room.epoch = Epoch(epoch);
    return room;
}

inline RoomEvent said(Seq seq, const QString &text = {}, EventKind kind = EventKind::Message, Seq target = 0)
{
    return {lounge,
            seq,
            1'000 + seq,
            kind,
            {MemberId(QStringLiteral("m1")), QStringLiteral("Ada"), Via::Line, true},
            text.isEmpty() ? QStringLiteral("text %1").arg(seq) : text,
            PostId(QStringLiteral("p%1").arg(seq)),
            0,
            target};
}

inline QList<RoomEvent> said(Seq first, Seq last)
{
    QList<RoomEvent> events;
    for (Seq seq = first; seq <= last; ++seq) {
        events.append(said(seq));
    }
    return events;
}

inline QList<Seq> numbers(const QList<RoomEvent> &events)
{
    QList<Seq> list;
    for (const RoomEvent &event : events) {
        list.append(event.seq);
    }
    return list;
}

inline Membership membership(const HostPort &where = place)
{
    Membership one;
    one.place = where;
    one.serverName = QStringLiteral("Ada's kitchen");
    one.self.id = MemberId(QStringLiteral("me"));
    one.self.name = QStringLiteral("Bo");
    one.session = SessionToken(QStringLiteral("token"));
    one.sessionKey = "abc";
    return one;
}

} // namespace tincan::sample
