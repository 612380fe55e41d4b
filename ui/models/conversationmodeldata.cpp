// How a conversation's rows are read: the roles, and the ways to find a row.
#include "ui/models/conversationmodel.h"

#include "protocol/nickname.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace tincan {

using conversation::Delivery;

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case conversation::TextRole:
        return textOf(row);
    case Qt::AccessibleTextRole:
        return accessibleText(row, index.row());
    case conversation::KindRole:
        return int(row.kind);
    case conversation::KeyRole:
        return keyOf(index.row());
    case conversation::AuthorIdRole:
        return row.author < 0 ? QString() : m_authors.at(row.author).id.value();
    case conversation::AuthorNameRole:
        return authorName(row);
    case conversation::TagRole:
        return tag(row);
    case conversation::AtRole:
        return row.at;
    case conversation::SeqRole:
        return qlonglong(row.stored ? row.order : 0);
    case conversation::DeliveryRole:
        return int(deliveryOf(row));
    case conversation::FailureRole:
        return failureOf(index.row());
    case conversation::MineRole:
        return row.mine;
    case conversation::MentionsMeRole:
        return row.mentionsMe;
    case conversation::StartsGroupRole:
        return unreadStartsAt(index.row()) ? row.isMessage() : startsGroup(above(index.row()), row);
    case conversation::StartsDayRole:
        return startsDay(above(index.row()), row);
    case conversation::StartsUnreadRole:
        return unreadStartsAt(index.row());
    default:
        return changeData(row, role);
    }
}

const PendingChanges::One *ConversationModel::pendingOf(const Row &row) const
{
    return row.stored ? m_pending.of(row.order) : nullptr;
}

Delivery ConversationModel::deliveryOf(const Row &row) const
{
    const PendingChanges::One *change = pendingOf(row);
    return !change ? row.delivery : change->failed ? Delivery::Failed : Delivery::Sending;
}

QString ConversationModel::failureOf(int index) const
{
    const PendingChanges::One *change = pendingOf(m_rows[size_t(index)]);
    return index >= settled() ? m_posts.at(index - settled()).failure : change ? change->failure : QString();
}

/// With mine that are under way: more by one, or fewer.
QList<conversation::Reaction> ConversationModel::reactionsOf(const Row &row) const
{
    QList<conversation::Reaction> all;
    if (!row.stored) {
        return all;
    }
    all = m_changes.reactionsTo(row.order, m_me);
    const QList<PendingChanges::One> pending = m_pending.reactionsTo(row.order);
    for (const PendingChanges::One &one : pending) {
        auto place = std::find_if(all.begin(), all.end(), [&one](const conversation::Reaction &reaction) {
            return reaction.emoji == one.text;
        });
        if (place == all.end()) {
            place = all.insert(all.end(), {one.text, 0, false, {}, false});
        }
        const bool adds = one.kind == EventKind::React;
        place->count += adds && !place->mine ? 1 : 0;
        place->mine = place->mine || adds;
        place->pending = true;
    }
    return all;
}

QVariant ConversationModel::changeData(const Row &row, int role) const
{
    const Row *answered = answeredBy(row);
    switch (role) {
    case conversation::PendingRole: {
        const PendingChanges::One *change = pendingOf(row);
        return int(change ? change->look() : conversation::Pending::Nothing);
    }
    case conversation::EditedRole:
        return row.stored && m_changes.editOf(row.order) && !m_changes.isDeleted(row.order);
    case conversation::DeletedRole:
        return row.stored && m_changes.isDeleted(row.order);
    case conversation::AnsweredSeqRole:
        return qlonglong(row.reply);
    case conversation::AnsweredNameRole:
        return answered ? authorName(*answered) : QString();
    case conversation::AnsweredTextRole:
        return answered && !isHidden(*answered) ? textOf(*answered) : QString();
    case conversation::ReactionsRole:
        return QVariant::fromValue(reactionsOf(row));
    case conversation::IgnoredRole:
        return isIgnored(row);
    case conversation::HiddenRole:
        return isHidden(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> ConversationModel::roleNames() const
{
    return {{conversation::KindRole, "kind"},
            {conversation::KeyRole, "key"},
            {conversation::AuthorIdRole, "authorId"},
            {conversation::AuthorNameRole, "authorName"},
            {conversation::TagRole, "tag"},
            {conversation::TextRole, "text"},
            {conversation::AtRole, "at"},
            {conversation::SeqRole, "seq"},
            {conversation::DeliveryRole, "delivery"},
            {conversation::PendingRole, "pending"},
            {conversation::FailureRole, "failure"},
            {conversation::MineRole, "mine"},
            {conversation::MentionsMeRole, "mentionsMe"},
            {conversation::StartsGroupRole, "startsGroup"},
            {conversation::StartsDayRole, "startsDay"},
            {conversation::StartsUnreadRole, "startsUnread"},
            {conversation::EditedRole, "edited"},
            {conversation::DeletedRole, "deleted"},
            {conversation::AnsweredSeqRole, "answeredSeq"},
            {conversation::AnsweredNameRole, "answeredName"},
            {conversation::AnsweredTextRole, "answeredText"},
            {conversation::ReactionsRole, "reactions"},
            {conversation::IgnoredRole, "ignored"},
            {conversation::HiddenRole, "hidden"}};
}

int ConversationModel::rowOf(Seq seq) const
{
    const int row = lowerBound(seq);
    const bool found = row < settled() && m_rows[size_t(row)].stored && m_rows[size_t(row)].order == seq;
    return found ? row : -1;
}

int ConversationModel::rowOfKey(const QString &key) const
{
    if (key.startsWith(u's')) {
        return rowOf(key.mid(1).toLongLong());
    }
    if (key.startsWith(u'p')) {
        const PostId id(key.mid(1));
        const int post = postIndex(id);
        return post >= 0 ? settled() + post : rowOf(m_settledPosts.key(id, -1));
    }
    const qint32 serial = key.mid(1).toInt();
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                  [serial](const Row &one) { return serial > 0 && one.serial == serial; });
    return row == m_rows.cend() ? -1 : int(row - m_rows.cbegin());
}

/// The first settled row whose order is not below `seq`.
int ConversationModel::lowerBound(Seq seq) const
{
    const auto end = m_rows.cbegin() + settled();
    const auto row = std::lower_bound(m_rows.cbegin(), end, seq,
                                      [](const Row &one, Seq value) { return one.order < value; });
    return int(row - m_rows.cbegin());
}

const ConversationModel::Row *ConversationModel::above(int row) const
{
    return row > 0 ? &m_rows[size_t(row - 1)] : nullptr;
}

QString ConversationModel::keyOf(int row) const
{
    const Row &one = m_rows[size_t(row)];
    if (row >= settled()) {
        return u'p' + m_posts.at(row - settled()).id.value();
    }
    if (!one.stored) {
        return u'n' + QString::number(one.serial);
    }
    const auto post = m_settledPosts.constFind(one.order);
    return post == m_settledPosts.cend() ? u's' + QString::number(one.order) : u'p' + post->value();
}

QString ConversationModel::authorName(const Row &row) const
{
    return row.author < 0 ? QString() : m_authors.at(row.author).name;
}

QString ConversationModel::tag(const Row &row) const
{
    if (row.author < 0) {
        return {};
    }
    const Via via = m_authors.at(row.author).via;
    return via == Via::Plain || via == Via::Line ? tr("terminal") : QString();
}

QString ConversationModel::timeText(const Row &row) const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(row.at, m_days.zone());
    return QLocale().toString(at.time(), QLocale::ShortFormat);
}

QString ConversationModel::accessibleText(const Row &row, int index) const
{
    const QString time = timeText(row);
    const QString spoken = spokenText(row);
    QString text;
    switch (row.kind) {
    case conversation::RowKind::Message:
        //: a message, read aloud: who, what, when
        text = tr("%1, %2, %3").arg(authorName(row), spoken, time);
        break;
    case conversation::RowKind::Action:
        //: an action, read aloud: who, does what, when
        text = tr("%1 %2, %3").arg(authorName(row), spoken, time);
        break;
    case conversation::RowKind::Notice:
        //: a notice, read aloud: what, when
        text = tr("%1, %2").arg(row.text, time);
        break;
    }
    return withDelivery(withChanges(text, row), row, index);
}

QString ConversationModel::withDelivery(const QString &text, const Row &row, int index) const
{
    const PendingChanges::One *change = pendingOf(row);
    switch (deliveryOf(row)) {
    case Delivery::Stored:
        return text;
    case Delivery::Sending:
        if (change && change->look() == conversation::Pending::Deletion) {
            //: a message that is about to go, read aloud
            return tr("%1, deleting").arg(text);
        }
        //: a message with a change of mine that is under way, read aloud
        return change ? tr("%1, saving").arg(text) : tr("%1, sending").arg(text);
    case Delivery::Failed:
        //: a message with a change of mine that was refused, read aloud. %2: why
        return change ? tr("%1, not saved: %2").arg(text, failureOf(index))
                      //: %2: why
                      : tr("%1, not sent: %2").arg(text, failureOf(index));
    }
    return text;
}

const QString &ConversationModel::textOf(const Row &row) const
{
    static const QString nothing;
    if (!row.stored || !row.isMessage()) {
        return row.text;
    }
    if (m_changes.isDeleted(row.order)) {
        return nothing;
    }
    const PendingChanges::One *pending = m_pending.editOf(row.order);
    const QString *edited = m_changes.editOf(row.order);
    return pending ? pending->text : edited ? *edited : row.text;
}

bool ConversationModel::isIgnored(const Row &row) const
{
    return !m_ignored.isEmpty() && row.isMessage() && !row.mine &&
           m_ignored.contains(nameKey(authorName(row)));
}

bool ConversationModel::isHidden(const Row &row) const
{
    return isIgnored(row) && !m_revealed.contains(row.order);
}

const ConversationModel::Row *ConversationModel::answeredBy(const Row &row) const
{
    const int found = row.reply > 0 ? rowOf(row.reply) : -1;
    return found < 0 ? nullptr : &m_rows[size_t(found)];
}

QString ConversationModel::spokenText(const Row &row) const
{
    if (row.stored && m_changes.isDeleted(row.order)) {
        return tr("deleted");
    }
    if (isHidden(row)) {
        return tr("hidden, because you ignore this person");
    }
    const Row *answered = answeredBy(row);
    //: a message, read aloud: what, whose message it answers
    return answered ? tr("%1, in reply to %2").arg(textOf(row), authorName(*answered)) : textOf(row);
}

QString ConversationModel::withChanges(const QString &text, const Row &row) const
{
    if (!row.stored || m_changes.isDeleted(row.order) || isHidden(row)) {
        return text;
    }
    QString whole = m_changes.editOf(row.order) ? tr("%1, edited").arg(text) : text;
    QStringList reactions;
    const QList<conversation::Reaction> all = reactionsOf(row);
    for (const conversation::Reaction &reaction : all) {
        reactions.append(reaction.emoji + u' ' + QString::number(reaction.count));
    }
    if (!reactions.isEmpty()) {
        //: %2: such as "👍 2, ❤ 1"
        whole = tr("%1, reactions: %2").arg(whole, reactions.join(tr(", ")));
    }
    return whole;
}

QModelIndexList ConversationModel::match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                         Qt::MatchFlags flags) const
{
    if (role != conversation::StartsUnreadRole || flags != Qt::MatchExactly || !value.toBool())
        return QAbstractListModel::match(start, role, value, hits, flags);
    const int row = m_unreadRow > 0 ? rowOf(m_unreadRow) : -1;
    return row >= start.row() && row >= 0 ? QModelIndexList{index(row)} : QModelIndexList();
}

bool ConversationModel::unreadStartsAt(int row) const
{
    const Row &one = m_rows[size_t(row)];
    return m_unreadRow > 0 && one.stored && one.order == m_unreadRow;
}

} // namespace tincan
