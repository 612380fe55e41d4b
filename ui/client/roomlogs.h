#pragma once

#include "protocol/command.h"
#include "protocol/roomevent.h"
#include "protocol/roominfo.h"
#include "protocol/serverevent.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <optional>

namespace tincan {

/// What a client has of each room's log, and what of the things that come is new: events go on in the order
/// of their numbers, without gap or double. Where numbers were passed over it says what to ask for. Pure.
class RoomLogs
{
public:
    /// What follows from something that came, in this order.
    struct Outcome
    {
        bool reset = false;                  ///< what one had of the room is void
        QList<RoomEvent> events;             ///< the new ones, ascending
        std::optional<command::History> ask; ///< fills the next part of a gap
    };

    static constexpr int page = 200;        ///< events to ask for at once
    static constexpr int mostAhead = 2'000; ///< events kept while a gap before them is filled

    /// What one has of a room from an earlier run.
    void restore(const RoomId &room, const Epoch &epoch, Seq have);

    /// The room as the server describes it, at welcome and after joining it.
    Outcome enter(const RoomInfo &room);
    Outcome take(const RoomEvent &event);

    /// Whether an answer tagged `re` belongs to what an outcome asked.
    bool asked(const QString &re) const { return !roomAsking(re).isEmpty(); }
    RoomId roomAsking(const QString &re) const;
    bool isAsking() const; ///< anything, of any room
    Outcome take(const serverevent::HistoryPage &page);
    Outcome askAgain(const QString &re); ///< the server could not answer just now

    void forget(const RoomId &room);
    void interrupted();                        ///< the connection is gone, and every question with it
    bool isComplete(const RoomId &room) const; ///< up to what was the newest when one came in
    bool knows(const RoomId &room) const { return m_logs.contains(room); }
    QHash<RoomId, command::ResumePoint> resumePoints() const;

private:
    static constexpr Seq unknown = -1;
    struct Log
    {
        Epoch epoch;
        Seq have = unknown; ///< the last event that was passed on; unknown: takes whatever comes first
        Seq first = 1;      ///< the oldest event when one came in; what is before it is known to be gone
        Seq head = 0;       ///< the newest event when one came in
        Seq target = 0;     ///< the highest number seen
        QMap<Seq, RoomEvent> ahead;
        QString asking;       ///< the tag of the open question
        Seq askingBefore = 0; ///< which is about what lies before this event
    };

    void passOn(Log &log, Outcome &outcome);
    void askForGap(const RoomId &room, Log &log, Outcome &outcome);
    static void startAnew(Log &log, Outcome &outcome);

    QHash<RoomId, Log> m_logs;
    int m_questions = 0;
};

} // namespace tincan
