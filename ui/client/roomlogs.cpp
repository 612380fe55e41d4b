#include "ui/client/roomlogs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

void RoomLogs::restore(const RoomId &room, const Epoch &epoch, Seq have)
{
    Log log;
    log.epoch = epoch;
    log.have = log.target = have;
    m_logs.insert(room, log);
}

RoomLogs::Outcome RoomLogs::enter(const RoomInfo &room)
{
    Outcome outcome;
    Log &log = m_logs[room.id];
    const bool fresh = log.have == unknown && log.epoch.isEmpty();
    const bool replaced = log.epoch != room.epoch || room.head < log.have;
    const bool trimmed = log.have != unknown && room.first > log.have + 1;
    if (!fresh && (replaced || trimmed)) {
        startAnew(log, outcome);
    }
    log.epoch = room.epoch;
    log.first = room.first;
    log.head = room.head;
    if (log.have == unknown && room.first > room.head) {
        log.have = log.target = room.head; // all of it: nothing is there any more, or yet
    }
    return outcome;
}

RoomLogs::Outcome RoomLogs::take(const RoomEvent &event)
{
    Outcome outcome;
    const auto found = m_logs.find(event.room);
    if (found == m_logs.end() || event.seq < found->first || event.seq <= found->have) {
        return outcome;
    }
    Log &log = *found;
    if (log.have == unknown) {
        log.have = event.seq - 1;
    }
    log.target = std::max(log.target, event.seq);
    if (event.seq == log.have + 1 || log.ahead.size() < mostAhead) {
        log.ahead.insert(event.seq, event);
    }
    passOn(log, outcome);
    askForGap(event.room, log, outcome);
    return outcome;
}

RoomLogs::Outcome RoomLogs::take(const serverevent::HistoryPage &answer)
{
    Outcome outcome;
    const RoomId room = roomAsking(answer.re);
    if (room.isEmpty()) {
        return outcome;
    }
    Log &log = m_logs[room];
    log.asking.clear();
    bool useful = false;
    for (const RoomEvent &event : answer.events) {
        if (event.room == room && event.seq > log.have && event.seq < log.askingBefore) {
            log.ahead.insert(event.seq, event);
            useful = true;
        }
    }
    const bool answered = log.have + 1 >= log.askingBefore; // by what came in the meantime
    const bool more = useful && answer.more;                // the page was shorter than asked for
    if (!answered && !more && !log.ahead.contains(log.have + 1)) {
        // The log was trimmed behind our back: the rest starts where the server's log does.
        const QMap<Seq, RoomEvent> ahead = log.ahead;
        startAnew(log, outcome);
        log.ahead = ahead;
        log.have = ahead.isEmpty() ? unknown : ahead.firstKey() - 1;
    }
    passOn(log, outcome);
    askForGap(room, log, outcome);
    return outcome;
}

RoomLogs::Outcome RoomLogs::askAgain(const QString &re)
{
    Outcome outcome;
    const RoomId room = roomAsking(re);
    if (!room.isEmpty()) {
        Log &log = m_logs[room];
        log.asking.clear();
        askForGap(room, log, outcome);
    }
    return outcome;
}

void RoomLogs::forget(const RoomId &room)
{
    m_logs.remove(room);
}

void RoomLogs::interrupted()
{
    for (Log &log : m_logs) {
        log.asking.clear();
        log.ahead.clear();
        log.target = log.have;
    }
}

QHash<RoomId, command::ResumePoint> RoomLogs::resumePoints() const
{
    QHash<RoomId, command::ResumePoint> points;
    for (auto log = m_logs.cbegin(); log != m_logs.cend(); ++log) {
        if (log->have != unknown) {
            points.insert(log.key(), {log->have, log->epoch});
        }
    }
    return points;
}

bool RoomLogs::isComplete(const RoomId &room) const
{
    const auto log = m_logs.constFind(room);
    return log != m_logs.cend() && log->have >= log->head;
}

RoomId RoomLogs::roomAsking(const QString &re) const
{
    const auto found = std::find_if(m_logs.cbegin(), m_logs.cend(),
                                    [&re](const Log &log) { return !re.isEmpty() && log.asking == re; });
    return found == m_logs.cend() ? RoomId() : found.key();
}

bool RoomLogs::isAsking() const
{
    return std::any_of(m_logs.cbegin(), m_logs.cend(), [](const Log &log) { return !log.asking.isEmpty(); });
}

void RoomLogs::passOn(Log &log, Outcome &outcome)
{
    while (!log.ahead.isEmpty() && log.ahead.firstKey() <= log.have + 1) {
        const RoomEvent event = log.ahead.take(log.ahead.firstKey());
        if (event.seq == log.have + 1) {
            log.have = event.seq;
            outcome.events.append(event);
        }
    }
    log.target = std::max(log.target, log.have);
}

void RoomLogs::askForGap(const RoomId &room, Log &log, Outcome &outcome)
{
    if (log.have == unknown || log.target <= log.have || !log.asking.isEmpty()) {
        return;
    }
    // What lies before the first event at hand, or before the end where none is: from the front, a page at a
    // time.
    const Seq end = log.ahead.isEmpty() ? log.target + 1 : log.ahead.firstKey();
    const Seq before = std::min(end, log.have + 1 + page);
    log.asking = u"gap-%1"_s.arg(++m_questions);
    log.askingBefore = before;
    outcome.ask = command::History{room, before, int(before - log.have - 1), log.asking};
}

void RoomLogs::startAnew(Log &log, Outcome &outcome)
{
    Log anew;
    anew.epoch = log.epoch;
    anew.first = log.first;
    anew.head = log.head;
    log = anew;
    outcome.reset = true;
}

} // namespace tincan
