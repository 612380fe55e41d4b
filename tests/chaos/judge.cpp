#include "tests/chaos/judge.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan::chaos {

namespace {

QString describe(const RoomEvent &event)
{
    return u"event %1 (%2, %3 \"%4\")"_s.arg(QString::number(event.seq), event.from.name,
                                             QString(wireName(event.kind)), event.text.left(24));
}

QString describe(const Saying &saying)
{
    return u"%1 of %2 (%3 \"%4\")"_s.arg(QString::number(saying.number), saying.author,
                                         QString(wireName(saying.kind)), saying.text.left(24));
}

} // namespace

Judge::Judge(const QList<RoomEvent> &log, const Ledger &ledger) : m_log(log), m_ledger(ledger)
{
    for (const RoomEvent &event : log) {
        if (event.kind == EventKind::Delete) {
            m_deleted.insert(event.target);
        }
    }
}

QStringList Judge::everything() const
{
    return numbersHaveHoles() + acknowledgedIsMissing() + somethingIsDoubled() + refusedIsThere() +
           somethingWasNeverSaid() + authorsOrderIsBroken();
}

QStringList Judge::numbersHaveHoles() const
{
    QStringList found;
    Seq due = 1;
    for (const RoomEvent &event : m_log) {
        if (event.seq != due) {
            found += u"the log goes on with %1 where %2 was due"_s.arg(event.seq).arg(due);
        }
        due = event.seq + 1;
    }
    return found;
}

QStringList Judge::acknowledgedIsMissing() const
{
    QHash<int, const RoomEvent *> events;
    for (const RoomEvent &event : m_log) {
        if (const Saying *saying = sayingOf(event)) {
            events.insert(saying->number, &event);
        }
    }
    QStringList found;
    for (const Saying &saying : m_ledger.sayings()) {
        const RoomEvent *const event = events.value(saying.number);
        if (!event && saying.acknowledged) {
            found += u"acknowledged and not there: "_s + describe(saying);
        } else if (event && !lostItsText(*event) && event->text != saying.text) {
            found += u"another text than was said, %1: %2"_s.arg(describe(saying), describe(*event));
        }
    }
    return found;
}

QStringList Judge::somethingIsDoubled() const
{
    QStringList found;
    QHash<int, Seq> first;
    for (const RoomEvent &event : m_log) {
        const Saying *const saying = sayingOf(event);
        if (saying && first.contains(saying->number)) {
            found += u"said once and there twice, %1 and %2: %3"_s.arg(
                QString::number(first.value(saying->number)), QString::number(event.seq), describe(*saying));
        } else if (saying) {
            first.insert(saying->number, event.seq);
        }
    }
    return found;
}

QStringList Judge::refusedIsThere() const
{
    QStringList found;
    for (const RoomEvent &event : m_log) {
        if (const Saying *const saying = sayingOf(event); saying && saying->refused) {
            found += u"refused and there: "_s + describe(*saying);
        }
    }
    return found;
}

QStringList Judge::somethingWasNeverSaid() const
{
    QStringList found;
    for (const RoomEvent &event : m_log) {
        if (!sayingOf(event) && !lostItsText(event)) {
            found += u"nobody said "_s + describe(event);
        }
    }
    return found;
}

QStringList Judge::authorsOrderIsBroken() const
{
    QStringList found;
    QHash<QString, int> last;
    for (const RoomEvent &event : m_log) {
        const Saying *const saying = sayingOf(event);
        if (!saying || saying->post.isEmpty()) {
            continue;
        }
        if (saying->number < last.value(saying->author)) {
            found += u"%1 stands behind number %2 of the same author"_s.arg(describe(*saying))
                         .arg(last.value(saying->author));
        }
        last.insert(saying->author, saying->number);
    }
    return found;
}

QStringList Judge::differs(const QString &client, const QList<RoomEvent> &seen) const
{
    if (seen.size() != m_log.size()) {
        return {u"%1 has %2 events of %3"_s.arg(client).arg(seen.size()).arg(m_log.size())};
    }
    for (qsizetype i = 0; i < seen.size(); ++i) {
        if (!isSame(seen[i], m_log[i])) {
            return {u"%1 has %2 where the log has %3"_s.arg(client, describe(seen[i]), describe(m_log[i]))};
        }
    }
    return {};
}

QStringList Judge::heardOutOfOrder(const QString &client, const QList<int> &numbers) const
{
    QHash<int, Seq> places;
    for (const RoomEvent &event : m_log) {
        if (const Saying *const saying = sayingOf(event)) {
            places.insert(saying->number, event.seq);
        }
    }
    Seq last = 0;
    for (const int number : numbers) {
        const Seq place = places.value(number);
        if (place <= last) {
            return {place == 0 ? u"%1 heard %2, which is not in the log"_s.arg(client).arg(number)
                               : u"%1 heard event %2 behind %3"_s.arg(client).arg(place).arg(last)};
        }
        last = place;
    }
    return {};
}

const Saying *Judge::sayingOf(const RoomEvent &event) const
{
    if (!event.postId.isEmpty()) {
        return m_ledger.find(event.postId);
    }
    return m_ledger.find(Ledger::numberOf(event.text));
}

bool Judge::isDeleted(const RoomEvent &event) const
{
    return m_deleted.contains(event.seq) ||
           (event.kind == EventKind::Edit && m_deleted.contains(event.target));
}

bool Judge::lostItsText(const RoomEvent &event) const
{
    return event.text.isEmpty() && isDeleted(event);
}

/// A text that is deleted now may have been seen before, by either.
bool Judge::isSame(const RoomEvent &seen, const RoomEvent &logged) const
{
    return seen.seq == logged.seq && seen.kind == logged.kind && seen.from.id == logged.from.id &&
           seen.postId == logged.postId && seen.target == logged.target && seen.at == logged.at &&
           (seen.text == logged.text || lostItsText(logged) || lostItsText(seen));
}

} // namespace tincan::chaos
