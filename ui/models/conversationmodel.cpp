#include "ui/models/conversationmodel.h"

#include "ui/models/mentions.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tincan {

using conversation::Delivery;
using conversation::RowKind;

namespace {

constexpr qint64 endOfTime = 253'402'300'799'999; // 9999-12-31T23:59:59.999Z: calendars end there

}

ConversationModel::ConversationModel(QObject *parent) : ConversationModel(QTimeZone::systemTimeZone(), parent)
{
}

ConversationModel::ConversationModel(const QTimeZone &zone, QObject *parent)
    : QAbstractListModel(parent), m_days(zone)
{
}

void ConversationModel::setMe(const MemberId &id, const QString &name)
{
    m_me = id;
    m_myName = name;
}

void ConversationModel::appendEvents(const QList<RoomEvent> &events)
{
    std::deque<Row> fresh;
    QList<Seq> touched;
    for (const RoomEvent &event : events) {
        if (event.seq <= m_newest) {
            continue;
        }
        touched.append(m_changes.take(event));
        m_newest = event.seq;
        m_oldest = m_oldest > 0 ? m_oldest : event.seq;
        Row row;
        if (!describe(event, row)) {
            continue;
        }
        m_runOpen = false;
        const int post = postIndex(event.postId);
        if (post < 0) {
            fresh.push_back(std::move(row));
            continue;
        }
        insertRowsAt(settled(), fresh);
        fresh.clear();
        settlePost(post, std::move(row));
    }
    insertRowsAt(settled(), fresh);
    changed(touched);
}

void ConversationModel::prependHistory(const QList<RoomEvent> &events, bool more)
{
    m_wanted = false;
    const Seq oldest = m_oldest;
    std::deque<Row> fresh;
    QList<Seq> touched;
    for (auto event = events.crbegin(); event != events.crend(); ++event) {
        if (event->seq <= 0 || event->seq != m_oldest - 1) {
            continue;
        }
        m_oldest = event->seq;
        touched.append(m_changes.take(*event));
        Row row;
        if (describe(*event, row)) {
            touched.append(m_answers.value(event->seq)); // they quote it
            fresh.push_front(std::move(row));
        }
    }
    if (events.isEmpty() || (!more && m_oldest < oldest)) {
        m_first = m_oldest;
    }
    for (Row &row : m_rows) {
        if (row.order >= oldest) {
            break;
        }
        row.order = oldest - 1;
    }
    insertRowsAt(0, fresh);
    changed(touched);
}

void ConversationModel::setFirstAvailable(Seq first)
{
    m_first = first;
}

void ConversationModel::setUnloaded(Seq head)
{
    m_newest = head;
    m_oldest = head + 1;
}

void ConversationModel::clear()
{
    if (settled() > 0) {
        beginRemoveRows({}, 0, settled() - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + settled());
        endRemoveRows();
    }
    m_oldest = m_newest = m_first = 0;
    m_unreadFrom = m_unreadRow = 0;
    m_wanted = m_runOpen = false;
    m_settledPosts.clear();
    m_changes.clear();
    m_pending = {};
    m_answers.clear();
    m_revealed.clear();
    if (!m_rows.empty()) {
        rowChanged(0);
    }
}

void ConversationModel::addPost(const PostId &id, EventKind kind, const QString &text, qint64 at, Seq reply)
{
    Row row = blankRow(kind == EventKind::Action ? RowKind::Action : RowKind::Message, at);
    row.order = Row::waiting;
    row.text = text;
    row.author = m_authors.indexOf({m_me, m_myName, Via::Native});
    row.reply = reply;
    row.delivery = Delivery::Sending;
    row.mine = true;
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back(std::move(row));
    m_posts.append({id, {}});
    endInsertRows();
}

void ConversationModel::setPostState(const PostId &id, PostState state, const QString &failure)
{
    const int post = postIndex(id);
    if (post < 0) {
        setChangeState(id, state, failure);
        return;
    }
    Row &row = m_rows[size_t(settled() + post)];
    switch (state) {
    case PostState::Sending:
        row.delivery = Delivery::Sending;
        break;
    case PostState::Stored:
        row.delivery = Delivery::Stored;
        break;
    case PostState::Failed:
        row.delivery = Delivery::Failed;
        break;
    }
    m_posts[post].failure = failure;
    rowChanged(settled() + post);
}

void ConversationModel::removePost(const PostId &id)
{
    const int post = postIndex(id);
    if (post < 0) {
        changed({m_pending.remove(id)});
        return;
    }
    const int row = settled() + post;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    m_posts.removeAt(post);
    endRemoveRows();
    if (row < rowCount()) {
        rowChanged(row);
    }
}

int ConversationModel::rowOfPost(const PostId &id) const
{
    const int post = postIndex(id);
    return post < 0 ? rowOf(m_pending.messageOf(id)) : settled() + post;
}

PostId ConversationModel::postAt(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return {};
    }
    const PendingChanges::One *change = pendingOf(m_rows[size_t(row)]);
    return row >= settled() ? m_posts.at(row - settled()).id : change ? change->id : PostId();
}

void ConversationModel::addChange(const PostId &id, EventKind kind, Seq target, const QString &text)
{
    const Seq message = m_changes.messageOf(target);
    const QString shown = message == target ? text : m_changes.emojiOf(target);
    m_pending.add({id, kind, message, target, shown, {}, false});
    changed({message});
}

bool ConversationModel::holdsPost(const PostId &id) const
{
    return postIndex(id) >= 0 || isChange(id);
}

QString ConversationModel::changeText(const PostId &id) const
{
    return m_pending.editText(id);
}

void ConversationModel::setChangeState(const PostId &id, PostState state, const QString &failure)
{
    switch (state) {
    case PostState::Sending:
        changed({m_pending.retry(id)});
        break;
    case PostState::Stored:
        changed({m_pending.remove(id)});
        break;
    case PostState::Failed:
        changed({m_pending.fail(id, failure)});
        break;
    }
}

void ConversationModel::addNotice(const QString &text, qint64 at)
{
    m_runOpen = false;
    appendNotice(text, at);
}

void ConversationModel::addPresence(const QList<Member> &joined, const QList<Member> &left, qint64 at)
{
    const int last = settled() - 1;
    if (!m_runOpen || m_rows[size_t(last)].day != m_days.dayOf(at)) {
        m_run.clear();
        m_runOpen = false;
    }
    for (const Member &member : left) {
        m_run.leave(member, at);
    }
    for (const Member &member : joined) {
        m_run.join(member, at);
    }
    if (!m_runOpen && !m_run.isEmpty()) {
        appendNotice(m_run.text(), at);
        m_runOpen = true;
    } else if (m_runOpen && m_run.isEmpty()) {
        beginRemoveRows({}, last, last);
        m_rows.erase(m_rows.begin() + last);
        endRemoveRows();
        m_runOpen = false;
        rowChanged(last);
    } else if (m_runOpen) {
        m_rows[size_t(last)].text = m_run.text();
        m_rows[size_t(last)].at = at;
        rowChanged(last);
    }
}

void ConversationModel::setUnreadFrom(Seq seq)
{
    m_unreadFrom = seq;
    unreadLineMoved(std::exchange(m_unreadRow, unreadRow()));
}

ConversationModel::Unread ConversationModel::unreadBetween(Seq after, Seq upTo) const
{
    Unread unread;
    for (int row = lowerBound(after + 1); row < settled() && m_rows[size_t(row)].order <= upTo; ++row) {
        const Row &one = m_rows[size_t(row)];
        if (one.stored && one.isMessage() && !one.mine && !isIgnored(one)) {
            unread.first = unread.messages == 0 ? one.order : unread.first;
            ++unread.messages;
            unread.mentions += one.mentionsMe ? 1 : 0;
        }
    }
    return unread;
}

bool ConversationModel::hasOlder() const
{
    return m_first > 0 && m_oldest > m_first;
}

void ConversationModel::requestOlder()
{
    if (hasOlder() && !m_wanted) {
        m_wanted = true;
        Q_EMIT olderWanted(m_oldest);
    }
}

void ConversationModel::abandonOlder()
{
    if (std::exchange(m_wanted, false)) {
        Q_EMIT olderAbandoned();
    }
}

ConversationModel::Row ConversationModel::blankRow(RowKind kind, qint64 at)
{
    Row row;
    row.kind = kind;
    row.at = std::clamp<qint64>(at, 0, endOfTime);
    row.day = m_days.dayOf(row.at);
    return row;
}

/// Fills in the row that shows the event; false for an event that is not shown.
bool ConversationModel::describe(const RoomEvent &event, Row &row)
{
    switch (event.kind) {
    case EventKind::Message:
    case EventKind::Action:
        row = blankRow(event.kind == EventKind::Action ? RowKind::Action : RowKind::Message, event.at);
        row.text = event.text;
        row.mine = !m_me.isEmpty() && event.from.id == m_me;
        row.mentionsMe = !row.mine && mentionsAny(event.text, QStringList{m_myName} + m_keywords);
        break;
    case EventKind::Topic:
        row = blankRow(RowKind::Notice, event.at);
        row.text = event.text.isEmpty() ? tr("%1 removed the topic").arg(event.from.name)
                                        : tr("%1 changed the topic to “%2”").arg(event.from.name, event.text);
        break;
    case EventKind::Rename:
        row = blankRow(RowKind::Notice, event.at);
        row.text = tr("%1 renamed the room to “%2”").arg(event.from.name, event.text);
        break;
    case EventKind::Kick:
        row = blankRow(RowKind::Notice, event.at);
        //: %2: who was removed, and maybe a colon and why
        row.text = tr("%1 removed %2").arg(event.from.name, event.text);
        break;
    case EventKind::Edit:
    case EventKind::Delete:
    case EventKind::React:
    case EventKind::File:
    case EventKind::Unknown:
        return false;
    }
    row.order = event.seq;
    row.stored = true;
    row.reply = event.reply < event.seq ? event.reply : 0;
    row.author = m_authors.indexOf(event.from);
    noteAnswer(row);
    return true;
}

void ConversationModel::noteAnswer(const Row &row)
{
    if (row.reply > 0) {
        m_answers[row.reply].append(row.order);
    }
}

/// These messages look different now, and so do the quotes of them.
void ConversationModel::changed(const QList<Seq> &seqs)
{
    for (const Seq seq : seqs) {
        if (seq <= 0) {
            continue;
        }
        rowChanged(rowOf(seq));
        const QList<Seq> answers = m_answers.value(seq);
        for (const Seq answer : answers) {
            rowChanged(rowOf(answer));
        }
    }
}

void ConversationModel::setIgnored(const QSet<QString> &people)
{
    if (m_ignored == people) {
        return;
    }
    m_ignored = people;
    m_revealed.clear();
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void ConversationModel::reveal(int row)
{
    if (row >= 0 && row < settled()) {
        m_revealed.insert(m_rows[size_t(row)].order);
        rowChanged(row);
    }
}

Seq ConversationModel::reactionOfMine(Seq seq, const QString &emoji) const
{
    return m_changes.reactionBy(m_me, seq, emoji);
}

Seq ConversationModel::lastOfMine() const
{
    for (int row = settled() - 1; row >= 0; --row) {
        const Row &one = m_rows[size_t(row)];
        if (one.stored && one.mine && one.isMessage() && !m_changes.isDeleted(one.order)) {
            return one.order;
        }
    }
    return 0;
}

void ConversationModel::insertRowsAt(int at, std::deque<Row> &rows)
{
    if (rows.empty()) {
        return;
    }
    const int count = int(rows.size());
    beginInsertRows({}, at, at + count - 1);
    m_rows.insert(m_rows.begin() + at, std::make_move_iterator(rows.begin()),
                  std::make_move_iterator(rows.end()));
    const Seq line = std::exchange(m_unreadRow, unreadRow()); // a view may open there
    endInsertRows();
    if (at + count < rowCount()) {
        rowChanged(at + count);
    }
    unreadLineMoved(line);
}

/// The post's event has come: its row becomes the next of the log.
void ConversationModel::settlePost(int post, Row row)
{
    const int to = settled();
    const int from = to + post;
    if (from != to) {
        beginMoveRows({}, from, from, {}, to);
        std::rotate(m_rows.begin() + to, m_rows.begin() + from, m_rows.begin() + from + 1);
        m_posts.move(post, 0);
        endMoveRows();
    }
    row.mine = true;
    row.mentionsMe = false;
    m_settledPosts.insert(row.order, m_posts.first().id);
    m_rows[size_t(to)] = std::move(row);
    m_posts.removeFirst();
    rowChanged(to);
    for (const int next : {to + 1, from + 1}) {
        if (next < rowCount()) {
            rowChanged(next);
        }
    }
}

int ConversationModel::postIndex(const PostId &id) const
{
    const auto post =
        std::find_if(m_posts.cbegin(), m_posts.cend(), [&](const WaitingPost &one) { return one.id == id; });
    return id.isEmpty() || post == m_posts.cend() ? -1 : int(post - m_posts.cbegin());
}

void ConversationModel::appendNotice(const QString &text, qint64 at)
{
    Row row = blankRow(RowKind::Notice, at);
    row.text = text;
    row.order = m_newest;
    row.serial = ++m_notices;
    std::deque<Row> rows;
    rows.push_back(std::move(row));
    insertRowsAt(settled(), rows);
}

void ConversationModel::rowChanged(int row)
{
    if (row >= 0 && row < rowCount()) {
        Q_EMIT dataChanged(index(row), index(row));
    }
}

/// The line's row is kept by number, so that rows which come or go elsewhere do not matter.
Seq ConversationModel::unreadRow() const
{
    int row = m_unreadFrom > 0 ? lowerBound(m_unreadFrom) : settled();
    while (row < settled() && !m_rows[size_t(row)].stored) {
        ++row;
    }
    return row < settled() ? m_rows[size_t(row)].order : 0;
}

void ConversationModel::unreadLineMoved(Seq before)
{
    if (before != m_unreadRow) {
        rowChanged(rowOf(before));
        rowChanged(rowOf(m_unreadRow));
    }
}

} // namespace tincan
