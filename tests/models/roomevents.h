#pragma once

#include "protocol/roominfo.h"

#include <QDateTime>
#include <QTimeZone>

/// Events for the models' tests.
namespace tincan::sample {

/// 2026-11-23 09:00 UTC.
inline constexpr qint64 morning = 1'795'424'400'000;
inline constexpr qint64 second = 1000;
inline constexpr qint64 minute = 60 * second;

inline RoomEvent message(Seq seq, const QString &author, const QString &text, qint64 at = morning)
{
    RoomEvent event;
    event.room = RoomId(QStringLiteral("lounge"));
    event.seq = seq;
    event.at = at;
    event.from = {MemberId(QStringLiteral("id-") + author), author, Via::Native};
    event.text = text;
    return event;
}

inline Member member(const QString &name, Via via = Via::Native)
{
    return {MemberId(QStringLiteral("id-") + name), name, via, true, MemberState::Here};
}

inline RoomInfo room(const QString &name, const QList<Member> &members = {}, Seq head = 0)
{
    RoomInfo info;
    info.id = RoomId(name.toLower());
    info.name = name;
    info.head = head;
    info.members = members;
    info.total = int(members.size());
    return info;
}

inline RoomInfo directRoom(const QString &me, const QString &other, Seq head = 0)
{
    RoomInfo info = room(other, {member(me), member(other)}, head);
    info.id = RoomId(QStringLiteral("direct-") + other);
    info.kind = RoomKind::Direct;
    return info;
}

} // namespace tincan::sample
