#pragma once

#include "protocol/roomevent.h"

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

} // namespace tincan::sample
