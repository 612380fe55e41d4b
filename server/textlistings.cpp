#include "protocol/peerwords.h"
#include "protocol/searchfold.h"
#include "protocol/textsanitizer.h"
#include "server/pointing.h"
#include "server/textcommands.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// Commands of the plain and line dialects that print lists.

namespace tincan {

namespace {

constexpr int mostSearchHits = 20;

/// "2 messages of #lounge, 1201 to 1202"
QString spanOf(const RoomId &room, const QList<RoomEvent> &events)
{
    const QString first = QString::number(events.first().seq);
    const QString last = QString::number(events.last().seq);
    if (events.size() == 1)
        return PeerWords::tr("1 message of #%1, %2 to %3").arg(room.value(), first, last);
    const QString count = QString::number(events.size());
    return PeerWords::tr("%1 messages of #%2, %3 to %4").arg(count, room.value(), first, last);
}

/// "native, encrypted, verified, away: lunch"
QString particularsOf(const Member &member)
{
    QStringList words{wireName(member.via)};
    if (member.tls)
        words.append(PeerWords::tr("encrypted"));
    if (member.verified)
        words.append(PeerWords::tr("verified"));
    if (member.role != Role::None)
        words.append(member.role == Role::Owner ? PeerWords::tr("owner") : PeerWords::tr("moderator"));
    if (member.muted)
        words.append(PeerWords::tr("muted"));
    if (member.state == MemberState::Away)
        words.append(member.status.isEmpty() ? PeerWords::tr("away")
                                             : PeerWords::tr("away: %1").arg(member.status));
    return words.join(PeerWords::tr(", "));
}

bool isRedacted(const RoomEvent &event)
{
    const bool hasText = event.kind != EventKind::Delete && event.kind != EventKind::Topic;
    return hasText && event.text.isEmpty();
}

} // namespace

void TextCommands::ask(MemberRecord &asker, const textcommand::Rooms &)
{
    for (const Room *room : m_parts.roster.rooms().open()) {
        QString line = PeerWords::tr("#%1 - %2 here").arg(room->id().value()).arg(room->total());
        if (!room->topic().isEmpty())
            line += " - "_L1 + room->topic();
        notice(asker, line);
    }
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Who &)
{
    const Room &room = roomOf(asker);
    const int most = std::max(1, m_parts.options.limits.memberListMaximum);
    const QList<Member> members = m_parts.roster.members(room, {}, most).first;
    notice(asker, PeerWords::tr("%1 here in #%2").arg(room.total()).arg(room.id().value()));
    for (const Member &member : members)
        notice(asker, u"%1 (%2)"_s.arg(member.name, particularsOf(member)));
    if (room.total() > members.size())
        notice(asker, PeerWords::tr("and %1 more").arg(room.total() - members.size()));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::History &history)
{
    const RoomId room = roomOf(asker).id();
    const int count = std::clamp(history.count, 1, m_parts.options.limits.pageEvents);
    const auto answer = [this, room, to = asker.connection](const EventPage &page) {
        print(to, page.events.isEmpty() ? PeerWords::tr("No messages yet") : spanOf(room, page.events),
              page.events);
    };
    m_parts.store.readBefore(room, 0, count, orRefusal(asker.connection, answer));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Since &since)
{
    const RoomId room = roomOf(asker).id();
    const auto answer = [this, room, to = asker.connection, seq = since.seq](const EventPage &page) {
        if (page.events.isEmpty())
            return print(to, PeerWords::tr("No messages since %1").arg(seq), {});
        QString heading = spanOf(room, page.events);
        if (page.more)
            heading += PeerWords::tr("; /since %1 shows the next").arg(page.events.last().seq);
        print(to, heading, page.events);
    };
    m_parts.store.readAfter(room, since.seq, m_parts.options.limits.pageEvents,
                            orRefusal(asker.connection, answer));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Search &search)
{
    const Limits &limits = m_parts.options.limits;
    const RoomId room = roomOf(asker).id();
    SearchQuestion question;
    question.rooms = {room};
    question.terms = searchTerms(search.text);
    if (codePoints(search.text) > limits.searchCharacters || question.terms.size() > limits.searchTerms)
        return fail(asker, ErrorCode::TooLong,
                    PeerWords::tr("A search has at most %1 characters and %2 words.")
                        .arg(limits.searchCharacters)
                        .arg(limits.searchTerms));
    if (question.terms.isEmpty())
        return fail(asker, ErrorCode::BadField, PeerWords::tr("There is nothing to look for."));
    question.limit = mostSearchHits;
    const auto answer = [this, room, to = asker.connection](const FoundPage &page) {
        if (page.refused)
            return m_parts.courier.send(to, plain::error(*page.refused));
        QList<RoomEvent> events = page.events;
        std::sort(events.begin(), events.end(),
                  [](const RoomEvent &a, const RoomEvent &b) { return a.seq < b.seq; });
        if (!events.isEmpty())
            print(to, PeerWords::tr("Found %1").arg(spanOf(room, events)), events);
        else
            print(to,
                  page.cursor.isEmpty() ? PeerWords::tr("Nothing found")
                                        : PeerWords::tr("Nothing found in what was said lately"),
                  {});
    };
    m_parts.searches.search(asker.connection, question, answer);
}

EventStore::Read TextCommands::orRefusal(ConnectionId to, EventStore::Read answer)
{
    return [this, to, answer = std::move(answer)](const EventPage &page) {
        if (page.refused)
            m_parts.courier.send(to, plain::error(*page.refused));
        else
            answer(page);
    };
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Help &)
{
    sendHelp(asker.connection, asker.member.role != Role::None);
}

void TextCommands::sendHelp(ConnectionId to, bool moderator)
{
    for (const QString &line : plain::help(moderator))
        m_parts.courier.send(to, plain::notice(line));
}

void TextCommands::print(ConnectionId to, const QString &heading, const QList<RoomEvent> &events)
{
    m_parts.courier.send(to, plain::notice(heading));
    for (const RoomEvent &event : events) {
        if (isRedacted(event))
            continue;
        const auto about = std::lower_bound(events.begin(), events.end(), pointsAt(event),
                                            [](const RoomEvent &one, Seq seq) { return one.seq < seq; });
        const bool known = about != events.end() && about->seq == pointsAt(event);
        m_parts.courier.send(to, plain::said(event, {}, known ? &*about : nullptr));
    }
}

} // namespace tincan
