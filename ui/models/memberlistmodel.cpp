#include "ui/models/memberlistmodel.h"

#include "ui/models/moderationwords.h"
#include "ui/models/nameorder.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int fewMembers = 50; ///< that are put into place one by one

} // namespace

MemberListModel::MemberListModel(QObject *parent) : QAbstractListModel(parent), m_collator(nameOrder()) {}

int MemberListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MemberListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Member &member = m_rows.at(index.row())->member;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return member.name;
    case Qt::AccessibleTextRole:
        return accessibleText(member);
    case IdRole:
        return member.id.value();
    case TagsRole:
        return tags(member);
    case AwayRole:
        return member.state == MemberState::Away;
    case MeRole:
        return member.id == m_me;
    case VerifiedRole:
        return member.verified;
    case EncryptedRole:
        return member.tls;
    case StatusRole:
        return member.status;
    case Qt::ToolTipRole:
        return toolTip(member).toHtmlEscaped();
    case SectionTitleRole:
        return sectionTitle(index.row());
    default:
        return {};
    }
}

QHash<int, QByteArray> MemberListModel::roleNames() const
{
    return {{IdRole, "memberId"},         {NameRole, "name"},     {TagsRole, "tags"},
            {AwayRole, "away"},           {MeRole, "me"},         {VerifiedRole, "verified"},
            {EncryptedRole, "encrypted"}, {StatusRole, "status"}, {SectionTitleRole, "sectionTitle"}};
}

void MemberListModel::setMembers(const QList<Member> &members, int total)
{
    QHash<MemberId, EntryPointer> gone = std::as_const(m_members);
    for (const Member &member : members) {
        gone.remove(member.id);
    }
    for (auto member = gone.cbegin(); member != gone.cend(); ++member) {
        drop(member.key());
    }
    addMembers(members);
    setTotal(total);
}

void MemberListModel::addMembers(const QList<Member> &members)
{
    if (members.size() > fewMembers) {
        putAll(members);
    } else {
        for (const Member &member : members)
            put(member);
    }
    titlesChanged();
}

void MemberListModel::apply(const serverevent::Presence &presence)
{
    for (const MemberId &id : presence.left) {
        drop(id);
    }
    for (const Member &member : presence.joined) {
        put(member);
    }
    for (const Member &member : presence.changed) {
        put(member);
    }
    titlesChanged();
    setTotal(presence.total);
}

void MemberListModel::setMe(const MemberId &id)
{
    const MemberId before = std::exchange(m_me, id);
    rowChanged(rowOf(before));
    rowChanged(rowOf(id));
}

void MemberListModel::setHost(const MemberId &id)
{
    const MemberId before = std::exchange(m_host, id);
    rowChanged(rowOf(before));
    rowChanged(rowOf(id));
}

void MemberListModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    setRows(accepted());
    titlesChanged();
}

int MemberListModel::inClear() const
{
    return int(std::count_if(m_members.cbegin(), m_members.cend(),
                             [](const EntryPointer &entry) { return !entry->member.tls; }));
}

const Member *MemberListModel::member(const MemberId &id) const
{
    const auto known = m_members.constFind(id);
    return known == m_members.cend() ? nullptr : &known.value()->member;
}

const Member *MemberListModel::memberCalled(const QString &name) const
{
    const auto found = std::find_if(m_members.cbegin(), m_members.cend(), [&name](const EntryPointer &one) {
        return one->member.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_members.cend() ? nullptr : &found.value()->member;
}

QList<Member> MemberListModel::all() const
{
    QList<Member> members;
    members.reserve(m_all.size());
    for (const EntryPointer &entry : m_all) {
        members.append(entry->member);
    }
    return members;
}

QStringList MemberListModel::names() const
{
    QList<EntryPointer> entries = m_all;
    std::sort(entries.begin(), entries.end(),
              [](const EntryPointer &a, const EntryPointer &b) { return a->key < b->key; });
    QStringList names;
    names.reserve(entries.size());
    for (const EntryPointer &entry : std::as_const(entries)) {
        names.append(entry->member.name);
    }
    return names;
}

int MemberListModel::rowOf(const MemberId &id) const
{
    const EntryPointer known = m_members.value(id);
    if (!known || !accepts(known->member)) {
        return -1;
    }
    const int row = placeIn(m_rows, known);
    return row < rowCount() && m_rows.at(row) == known ? row : -1;
}

MemberListModel::EntryPointer MemberListModel::entryFor(const Member &member) const
{
    return std::make_shared<const Entry>(Entry{member, m_collator.sortKey(member.name)});
}

void MemberListModel::put(const Member &member)
{
    const int row = rowOf(member.id);
    if (row >= 0 && m_rows.at(row)->member == member)
        return;
    dropFromAll(member.id);
    const EntryPointer entry = entryFor(member);
    m_all.insert(placeIn(m_all, entry), entry);
    m_members.insert(member.id, entry);
    if (row >= 0)
        replaceRow(row, entry);
    else if (accepts(member))
        show(entry);
}

/// Many at once, as a page of a large room's list brings them.
void MemberListModel::putAll(const QList<Member> &members)
{
    const qsizetype known = m_members.size();
    QHash<MemberId, EntryPointer> added;
    for (const Member &member : members) {
        dropFromAll(member.id);
        added.insert(member.id, entryFor(member)); // of doubles, the last one counts
    }
    const bool renews = m_members.size() < known;
    const qsizetype old = m_all.size();
    m_all.append(added.values());
    m_members.insert(added);
    std::sort(m_all.begin() + old, m_all.end(), before);
    std::inplace_merge(m_all.begin(), m_all.begin() + old, m_all.end(), before);
    if (renews)
        renewRows();
    setRows(accepted());
    if (renews && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

/// Rows of members that have changed show what they are now, and are moved into their places later.
void MemberListModel::renewRows()
{
    for (EntryPointer &row : m_rows)
        row = m_members.value(row->member.id, row);
}

void MemberListModel::dropFromAll(const MemberId &id)
{
    const EntryPointer known = m_members.take(id);
    if (!known)
        return;
    if (const int place = placeIn(m_all, known); place < m_all.size() && m_all.at(place) == known)
        m_all.removeAt(place);
}

QList<MemberListModel::EntryPointer> MemberListModel::accepted() const
{
    if (m_filter.isEmpty())
        return m_all;
    QList<EntryPointer> rows;
    std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(rows),
                 [this](const EntryPointer &entry) { return accepts(entry->member); });
    return rows;
}

/// Whoever goes is put at the end and goes at once, whoever comes, comes at the end at once and is then put
/// into place: a step for each costs a view a layout for each.
void MemberListModel::setRows(const QList<EntryPointer> &rows)
{
    QSet<const Entry *> wanted;
    wanted.reserve(rows.size());
    for (const EntryPointer &entry : rows)
        wanted.insert(entry.get());
    QList<EntryPointer> next = m_rows;
    const auto gone = std::stable_partition(next.begin(), next.end(), [&wanted](const EntryPointer &entry) {
        return wanted.contains(entry.get());
    });
    const int kept = int(gone - next.begin());
    if (kept < rowCount()) {
        reorder(next);
        beginRemoveRows({}, kept, rowCount() - 1);
        m_rows.resize(kept);
        endRemoveRows();
    }
    if (kept < rows.size()) {
        for (const EntryPointer &entry : std::as_const(m_rows))
            wanted.remove(entry.get());
        beginInsertRows({}, kept, int(rows.size()) - 1);
        m_rows.reserve(rows.size());
        std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(m_rows),
                     [&wanted](const EntryPointer &entry) { return wanted.contains(entry.get()); });
        endInsertRows();
    }
    if (m_rows != rows)
        reorder(rows);
}

void MemberListModel::reorder(const QList<EntryPointer> &rows)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &one : before)
        after.append(index(int(rows.indexOf(m_rows.at(one.row())))));
    m_rows = rows;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void MemberListModel::drop(const MemberId &id)
{
    if (const int row = rowOf(id); row >= 0) {
        hideRow(row);
    }
    dropFromAll(id);
}

void MemberListModel::show(const EntryPointer &entry)
{
    const int row = placeIn(m_rows, entry);
    beginInsertRows({}, row, row);
    m_rows.insert(row, entry);
    endInsertRows();
}

void MemberListModel::hideRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

/// Moves the row to where the member belongs now, so that a selected person stays selected.
void MemberListModel::replaceRow(int row, const EntryPointer &entry)
{
    if (!accepts(entry->member)) {
        hideRow(row);
        return;
    }
    const int wanted = placeIn(m_rows, entry);
    const int to = wanted > row ? wanted - 1 : wanted;
    if (to != row) {
        beginMoveRows({}, row, row, {}, wanted);
        m_rows.move(row, to);
        m_rows[to] = entry;
        endMoveRows();
    } else {
        m_rows[row] = entry;
    }
    rowChanged(to);
}

/// By state, then name; the id makes the order total.
bool MemberListModel::before(const EntryPointer &a, const EntryPointer &b)
{
    if (a->member.state != b->member.state) {
        return a->member.state == MemberState::Here;
    }
    const int order = a->key.compare(b->key);
    return order != 0 ? order < 0 : a->member.id < b->member.id;
}

/// Where the entry stands, or belongs, among others that are in order.
int MemberListModel::placeIn(const QList<EntryPointer> &entries, const EntryPointer &entry)
{
    return int(std::lower_bound(entries.cbegin(), entries.cend(), entry, before) - entries.cbegin());
}

bool MemberListModel::accepts(const Member &member) const
{
    return m_filter.isEmpty() || member.name.contains(m_filter, Qt::CaseInsensitive);
}

int MemberListModel::awayFrom() const
{
    const auto row = std::partition_point(m_rows.cbegin(), m_rows.cend(), [](const EntryPointer &entry) {
        return entry->member.state == MemberState::Here;
    });
    return int(row - m_rows.cbegin());
}

/// The titles count their sections, and stand on the sections' first rows.
void MemberListModel::titlesChanged()
{
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {SectionTitleRole});
    }
}

void MemberListModel::rowChanged(int row)
{
    if (row >= 0) {
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void MemberListModel::setTotal(int total)
{
    if (std::exchange(m_total, total) != total) {
        Q_EMIT totalChanged(total);
    }
}

QString MemberListModel::roleTag(const Member &member) const
{
    if (const QString role = ModerationWords::role(member.role); !role.isEmpty()) {
        return role;
    }
    //: tag of the person whose computer hosts the room
    return !m_host.isEmpty() && member.id == m_host ? tr("host") : QString();
}

QStringList MemberListModel::tags(const Member &member) const
{
    QStringList tags;
    if (const QString role = roleTag(member); !role.isEmpty()) {
        tags.append(role);
    }
    if (member.muted) {
        //: tag of somebody who may read, and not write
        tags.append(tr("muted"));
    }
    switch (member.via) {
    case Via::Native:
        break;
    case Via::Plain:
    case Via::Line:
        //: tag of somebody who uses a terminal (command line interface)
        tags.append(tr("cli"));
        break;
    case Via::Irc:
        tags.append(tr("irc"));
        break;
    case Via::Web:
        tags.append(tr("web"));
        break;
    }
    return tags;
}

QString MemberListModel::sectionTitle(int row) const
{
    const MemberState state = m_rows.at(row)->member.state;
    if (row > 0 && m_rows.at(row - 1)->member.state == state)
        return {};
    const int away = awayFrom();
    if (state == MemberState::Away) {
        //: heading of the people who are away
        return tr("Away — %1").arg(m_rows.size() - away);
    }
    //: heading of the people who are here
    return tr("Here — %1").arg(away);
}

QString MemberListModel::toolTip(const Member &member) const
{
    const QString proof = member.verified ? tr("%1 is verified: on this server the name belongs to one key.")
                                          : tr("%1 is not verified: anybody could have taken this name.");
    const QString clear =
        member.tls ? QString() : u'\n' + tr("The connection is not encrypted: it can be read on its way.");
    //: a person, and what that person says about being away
    const QString status =
        member.status.isEmpty() ? QString() : u'\n' + tr("%1: %2").arg(member.name, member.status);
    return proof.arg(member.name) + clear + status;
}

QString MemberListModel::accessibleText(const Member &member) const
{
    //: a person whose name belongs to a key that only this person has
    QStringList parts{member.name, member.verified ? tr("verified") : tr("not verified")};
    if (!member.tls) {
        //: of a person's connection
        parts.append(tr("not encrypted"));
    }
    parts.append(tags(member));
    if (member.state == MemberState::Away) {
        parts.append(tr("away"));
    }
    if (!member.status.isEmpty()) {
        parts.append(member.status);
    }
    //: between the parts of an enumeration
    return parts.join(tr(", "));
}

} // namespace tincan
