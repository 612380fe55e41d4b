#include "ui/models/conversation.h"

#include "protocol/nickname.h"
#include "ui/models/mentions.h"
#include "ui/models/moderationwords.h"
#include "ui/models/penaltywords.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int kickedRemembered = 100; ///< until their leaving is told

} // namespace

Conversation::Conversation(int server, const RoomInfo &info, QObject *parent)
    : QObject(parent), m_server(server), m_info(info), m_read(info.head)
{
    setInfo(info);
}

QString Conversation::title() const
{
    return isDirect() ? m_info.name : u"# "_s + m_info.name;
}

bool Conversation::otherIsHere() const
{
    const QModelIndex first = m_members.index(0);
    for (int row = 0; first.isValid() && row < m_members.rowCount(); ++row) {
        const QModelIndex member = first.siblingAtRow(row);
        if (!member.data(MemberListModel::MeRole).toBool() &&
            !member.data(MemberListModel::AwayRole).toBool()) {
            return true;
        }
    }
    return false;
}

void Conversation::markRead(Seq seq)
{
    const bool isWhole = !m_recalled || m_messages.oldest() <= m_read + 1;
    if (isWhole) {
        readTo(std::min(seq, m_messages.newest()));
    }
}

void Conversation::markAllRead()
{
    readTo(m_messages.newest());
}

void Conversation::readTo(Seq upTo)
{
    if (upTo <= m_read) {
        return;
    }
    const ConversationModel::Unread seen = m_messages.unreadBetween(m_read, upTo);
    m_read = upTo;
    setUnread(m_unread - seen.messages, m_mentions - seen.mentions);
    if (!m_attended) {
        placeUnreadLine();
    }
}

void Conversation::setAttended(bool attended)
{
    if (std::exchange(m_attended, attended) && !attended) {
        placeUnreadLine();
    }
}

void Conversation::setDraft(const QString &text, int cursor)
{
    const bool changed = m_draft != text;
    m_draft = text;
    m_draftCursor = cursor;
    if (changed) {
        Q_EMIT draftChanged();
    }
}

void Conversation::setInfo(const RoomInfo &info)
{
    m_info = info;
    m_messages.setFirstAvailable(m_copied ? 1 : info.first);
    m_members.setMembers(info.members, info.total);
    Q_EMIT infoChanged();
}

void Conversation::setMe(const Member &me)
{
    m_me = me;
    m_messages.setMe(me.id, me.name);
    m_members.setMe(me.id);
}

void Conversation::takeSettings(const RoomInfo &info, qint64 now)
{
    const bool slower = std::exchange(m_info.slow, info.slow) != info.slow;
    const bool others = std::exchange(m_info.writers, info.writers) != info.writers;
    if (slower) {
        m_messages.addNotice(info.slow > 0
                                 ? tr("This room is slow now: %1 between two messages of one person")
                                       .arg(PenaltyWords::duration(info.slow))
                                 : tr("This room is no longer slow"),
                             now);
    }
    if (others) {
        m_messages.addNotice(ModerationWords::mayWrite(info.writers), now);
    }
    const bool forgets = std::exchange(m_info.keep, info.keep) != info.keep;
    if (forgets) {
        m_messages.addNotice(ModerationWords::keeps(info.keep), now);
    }
    if (slower || others || forgets) {
        Q_EMIT infoChanged();
    }
}

void Conversation::recall(const QList<RoomEvent> &events, Seq read)
{
    m_copied = m_recalled = m_info.head > 0;
    if (m_recalled) {
        m_messages.setFirstAvailable(1);
        m_messages.setUnloaded(m_info.head - events.size());
    }
    m_messages.appendEvents(events);
    m_read = read != 0 ? std::max<Seq>(read, 0) : std::max(m_read, m_messages.newest());
    placeUnreadLine();
    countUnread();
    askForRecalled();
}

void Conversation::open()
{
    m_open = true;
    askForRecalled();
}

void Conversation::askForRecalled()
{
    if (m_open && m_recalled) {
        m_messages.requestOlder();
    }
}

void Conversation::takeEvents(const QList<RoomEvent> &events)
{
    for (const RoomEvent &event : events) {
        m_typing.stop(event.from.id);
        const QString kicked = event.kind == EventKind::Kick ? event.text.section(": "_L1, 0, 0) : QString();
        if (!kicked.isEmpty() && m_members.memberCalled(kicked) && m_kicked.size() < kickedRemembered) {
            m_kicked.insert(kicked);
        }
    }
    const bool empty = m_messages.newest() == 0;
    const Seq before = m_messages.newest();
    m_messages.appendEvents(events);
    if (empty) {
        m_read =
            std::max(m_read, m_messages.oldest() - 1); // what was before one came is not waiting to be read
    }
    takeNames(events);
    const Seq after = std::max(m_read, before);
    const ConversationModel::Unread fresh = m_messages.unreadBetween(after, m_messages.newest());
    if (fresh.messages == 0) {
        return;
    }
    if (!m_attended && m_messages.unreadFrom() == 0) {
        m_messages.setUnreadFrom(fresh.first);
    }
    setUnread(m_unread + fresh.messages, m_mentions + fresh.mentions);
    announce(events, after);
}

void Conversation::takeHistory(const serverevent::HistoryPage &page)
{
    const Seq oldest = m_messages.oldest();
    const int rows = m_messages.rowCount();
    const bool isNew = oldest > m_read + 1; // more was than an earlier run's last page
    if (isNew) {
        m_messages.setUnreadFrom(m_read + 1); // before the view opens there
    }
    m_messages.prependHistory(page.events, page.more);
    m_recalled = false;
    if (m_messages.oldest() >= oldest) {
        return;
    }
    if (isNew) {
        placeUnreadLine();
        countUnread();
    }
    if (m_messages.rowCount() == rows) { // reactions, for one: nobody saw that anything came
        m_messages.requestOlder();
    }
}

void Conversation::takePresence(const serverevent::Presence &presence, qint64 now)
{
    QList<Member> joined;
    for (const Member &member : presence.joined) {
        if (member.id != m_me.id && !m_members.member(member.id)) {
            joined.append(member);
        }
    }
    QList<Member> left;
    for (const MemberId &id : presence.left) {
        if (const Member *member = m_members.member(id)) {
            left.append(*member);
            m_typing.stop(id);
        }
    }
    for (const Member &member : presence.changed) {
        const Member *known = m_members.member(member.id);
        if (known && known->name != member.name) {
            m_messages.addNotice(tr("%1 is now %2").arg(known->name, member.name), now);
        }
    }
    sayPresence(joined, left, now);
    m_members.apply(presence);
    Q_EMIT infoChanged();
}

/// That somebody was removed says that they left, too.
void Conversation::sayPresence(const QList<Member> &joined, const QList<Member> &left, qint64 now)
{
    QList<Member> ofThemselves;
    for (const Member &member : left) {
        if (!m_kicked.remove(member.name)) {
            ofThemselves.append(member);
        }
    }
    if (!isDirect() && (!joined.isEmpty() || !ofThemselves.isEmpty())) {
        m_messages.addPresence(joined, ofThemselves, now);
    }
}

void Conversation::takeTyping(const MemberId &member)
{
    const Member *who = m_members.member(member);
    if (who && member != m_me.id && !m_ignored.contains(nameKey(who->name))) {
        m_typing.hear(member, who->name);
    }
}

void Conversation::setIgnored(const QSet<QString> &people)
{
    m_ignored = people;
    m_messages.setIgnored(people);
    countUnread();
}

bool Conversation::isIgnored(const QString &name) const
{
    return m_ignored.contains(nameKey(name));
}

void Conversation::setKeywords(const QStringList &keywords)
{
    m_keywords = keywords;
    m_messages.setKeywords(keywords);
}

void Conversation::reset()
{
    m_typing.clear();
    m_kicked.clear();
    m_messages.clear();
    m_copied = m_recalled = false;
    m_read = 0;
    setUnread(0, 0);
}

void Conversation::placeUnreadLine()
{
    m_messages.setUnreadFrom(m_messages.unreadBetween(m_read, m_messages.newest()).first);
}

void Conversation::countUnread()
{
    const ConversationModel::Unread now = m_messages.unreadBetween(m_read, m_messages.newest());
    setUnread(now.messages, now.mentions);
}

void Conversation::setUnread(int unread, int mentions)
{
    if (m_unread != unread || m_mentions != mentions) {
        m_unread = unread;
        m_mentions = mentions;
        Q_EMIT unreadChanged();
    }
}

/// The last topic and name win.
void Conversation::takeNames(const QList<RoomEvent> &events)
{
    const RoomInfo before = m_info;
    for (const RoomEvent &event : events) {
        if (event.kind == EventKind::Topic) {
            m_info.topic = event.text;
        } else if (event.kind == EventKind::Rename && !isDirect()) {
            m_info.name = event.text;
        }
    }
    if (m_info != before) {
        Q_EMIT infoChanged();
    }
}

void Conversation::announce(const QList<RoomEvent> &events, Seq after)
{
    const RoomEvent *chosen = nullptr;
    for (const RoomEvent &event : events) {
        const bool spoken = event.kind == EventKind::Message || event.kind == EventKind::Action;
        if (spoken && event.seq > after && event.from.id != m_me.id &&
            !m_ignored.contains(nameKey(event.from.name)) &&
            (!chosen || isForMe(event) || !isForMe(*chosen))) {
            chosen = &event;
        }
    }
    if (chosen) {
        Q_EMIT heard(*chosen, isForMe(*chosen));
    }
}

bool Conversation::isForMe(const RoomEvent &event) const
{
    return isDirect() || mentionsAny(event.text, QStringList{m_me.name} + m_keywords);
}

} // namespace tincan
