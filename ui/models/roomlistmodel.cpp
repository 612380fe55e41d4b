#include "ui/models/roomlistmodel.h"

#include "ui/models/nameorder.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

RoomListModel::RoomListModel(QObject *parent) : QAbstractListModel(parent), m_collator(nameOrder()) {}

int RoomListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant RoomListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case RowTypeRole:
        return int(line.type);
    case ServerRole:
        return line.key;
    case TitleRole:
        return title(line);
    case Qt::DisplayRole:
        return line.type == RowType::Room ? u"# "_s + line.room.name : title(line);
    case Qt::AccessibleTextRole:
        return accessibleText(line);
    case SubtitleRole:
        return line.type == RowType::ServerHeader ? line.server.subtitle : line.room.topic;
    case CollapsedRole:
        return m_collapsed.contains(line.key);
    case FoldedRole:
        return isFolded(index.row());
    case PhaseRole:
        return int(m_lines.at(headerRow(line.key)).server.phase);
    default:
        return roomData(line, role);
    }
}

QVariant RoomListModel::roomData(const Line &line, int role) const
{
    switch (role) {
    case RoomIdRole:
        return line.room.id.value();
    case UnreadRole:
        return line.room.unread;
    case MentionsRole:
        return line.room.mentions;
    case AddressedRole:
        return line.room.mentions > 0 || (line.type == RowType::Direct && line.room.unread > 0);
    case PresentRole:
        return line.room.present;
    case DraftRole:
        return line.room.draft;
    case MutedRole:
        return line.room.muted;
    default:
        return {};
    }
}

Qt::ItemFlags RoomListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemNeverHasChildren;
    return isRoom(index.row()) ? flags | Qt::ItemIsEnabled | Qt::ItemIsSelectable : flags;
}

QHash<int, QByteArray> RoomListModel::roleNames() const
{
    return {{RowTypeRole, "rowType"},     {ServerRole, "server"},       {RoomIdRole, "roomId"},
            {TitleRole, "title"},         {SubtitleRole, "subtitle"},   {UnreadRole, "unread"},
            {MentionsRole, "mentions"},   {AddressedRole, "addressed"}, {PresentRole, "present"},
            {PhaseRole, "phase"},         {DraftRole, "draft"},         {MutedRole, "muted"},
            {CollapsedRole, "collapsed"}, {FoldedRole, "folded"}};
}

void RoomListModel::setServer(int key, const Server &server)
{
    const int row = headerRow(key);
    if (row < 0) {
        insertLine(rowCount(), {RowType::ServerHeader, key, server, {}});
    } else if (m_lines.at(row).server != server) {
        m_lines[row].server = server;
        Q_EMIT dataChanged(index(row), index(endOfServer(row) - 1));
    }
}

void RoomListModel::removeServer(int key)
{
    if (const int row = headerRow(key); row >= 0) {
        removeLines(row, endOfServer(row) - 1);
    }
    m_collapsed.remove(key);
}

void RoomListModel::setCollapsed(int key, bool collapsed)
{
    if (m_collapsed.contains(key) == collapsed) {
        return;
    }
    if (collapsed) {
        m_collapsed.insert(key);
    } else {
        m_collapsed.remove(key);
    }
    if (const int row = headerRow(key); row >= 0) {
        Q_EMIT dataChanged(index(row), index(endOfServer(row) - 1));
    }
}

bool RoomListModel::isFolded(int row) const
{
    const Line &line = m_lines.at(row);
    const bool tells = line.room.unread > 0 && !line.room.muted;
    return line.type != RowType::ServerHeader && !tells && m_collapsed.contains(line.key);
}

void RoomListModel::setRoom(int key, const Room &room)
{
    if (headerRow(key) < 0) {
        return;
    }
    const int row = rowOf(key, room.id);
    if (row >= 0 && m_lines.at(row).room == room) {
        return;
    }
    const Line line{room.kind == RoomKind::Direct ? RowType::Direct : RowType::Room, key, {}, room};
    if (row < 0) {
        setDirectHeader(key, room.kind == RoomKind::Direct);
        insertLine(insertionRow(key, room), line);
        return;
    }
    m_lines[row] = line;
    Q_EMIT dataChanged(index(row), index(row));
    if (!m_held) {
        moveToPlace(row);
    }
}

void RoomListModel::moveToPlace(int row)
{
    const Line line = m_lines.at(row);
    const int wanted = insertionRow(line.key, line.room);
    const int to = wanted > row ? wanted - 1 : wanted;
    if (to != row) {
        beginMoveRows({}, row, row, {}, wanted);
        m_lines.move(row, to);
        endMoveRows();
    }
}

void RoomListModel::setOrderHeld(bool held)
{
    m_held = held;
    if (held) {
        return;
    }
    QList<std::pair<int, RoomId>> rooms;
    for (int row = 0; row < rowCount(); ++row) {
        if (isRoom(row)) {
            rooms.append({m_lines.at(row).key, m_lines.at(row).room.id});
        }
    }
    for (const auto &[key, id] : std::as_const(rooms)) {
        moveToPlace(rowOf(key, id));
    }
}

void RoomListModel::removeRoom(int key, const RoomId &id)
{
    if (const int row = rowOf(key, id); row >= 0) {
        removeLines(row, row);
        setDirectHeader(key, false);
    }
}

int RoomListModel::rowOf(int key, const RoomId &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_lines.at(row).key == key && isRoom(row) && m_lines.at(row).room.id == id) {
            return row;
        }
    }
    return -1;
}

bool RoomListModel::isRoom(int row) const
{
    return row >= 0 && row < rowCount() &&
           (m_lines.at(row).type == RowType::Room || m_lines.at(row).type == RowType::Direct);
}

int RoomListModel::neighbour(int row, int step, bool unreadOnly) const
{
    const int count = rowCount();
    int at = row >= 0 ? row : (step > 0 ? -1 : count);
    for (int tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        if (at != row && isRoom(at) && !isFolded(at) && (!unreadOnly || m_lines.at(at).room.unread > 0)) {
            return at;
        }
    }
    return -1;
}

int RoomListModel::headerRow(int key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_lines.at(row).key == key) {
            return row;
        }
    }
    return -1;
}

int RoomListModel::endOfServer(int header) const
{
    int row = header + 1;
    while (row < rowCount() && m_lines.at(row).key == m_lines.at(header).key) {
        ++row;
    }
    return row;
}

/// Behind the last line of that kind which comes before the room.
int RoomListModel::insertionRow(int key, const Room &room) const
{
    const int header = headerRow(key);
    const int end = endOfServer(header);
    int row = header + 1;
    while (row < end) {
        const Line &line = m_lines.at(row);
        const bool otherKind = room.kind == RoomKind::Direct && line.type != RowType::Direct;
        const bool pastRooms = room.kind == RoomKind::Room && line.type != RowType::Room;
        if (pastRooms || (!otherKind && line.room.id != room.id && before(room, line.room))) {
            break;
        }
        ++row;
    }
    return row;
}

bool RoomListModel::before(const Room &a, const Room &b) const
{
    if (a.muted != b.muted) {
        return b.muted;
    }
    if ((a.unread > 0) != (b.unread > 0)) {
        return a.unread > 0;
    }
    if (a.first != b.first) {
        return a.first;
    }
    const int order = m_collator.compare(a.name, b.name);
    return order != 0 ? order < 0 : a.id < b.id;
}

void RoomListModel::insertLine(int row, const Line &line)
{
    beginInsertRows({}, row, row);
    m_lines.insert(row, line);
    endInsertRows();
}

void RoomListModel::removeLines(int first, int last)
{
    beginRemoveRows({}, first, last);
    m_lines.remove(first, last - first + 1);
    endRemoveRows();
}

/// "Direct" stands above a server's direct talks, as long as there are any or one is coming.
void RoomListModel::setDirectHeader(int key, bool coming)
{
    const int end = endOfServer(headerRow(key));
    int header = -1;
    bool talks = coming;
    for (int row = headerRow(key); row < end; ++row) {
        header = m_lines.at(row).type == RowType::DirectHeader ? row : header;
        talks = talks || m_lines.at(row).type == RowType::Direct;
    }
    if (talks && header < 0) {
        insertLine(end, {RowType::DirectHeader, key, {}, {}});
    } else if (!talks && header >= 0) {
        removeLines(header, header);
    }
}

QString RoomListModel::title(const Line &line) const
{
    switch (line.type) {
    case RowType::ServerHeader:
        return line.server.title;
    case RowType::DirectHeader:
        //: heading of conversations between two people
        return tr("Direct");
    case RowType::Room:
    case RowType::Direct:
        return line.room.name;
    }
    return {};
}

QString RoomListModel::accessibleText(const Line &line) const
{
    QStringList parts{title(line)};
    if (!line.server.subtitle.isEmpty()) {
        parts.append(line.server.subtitle);
    }
    if (line.type == RowType::ServerHeader && m_collapsed.contains(line.key)) {
        //: a server whose rooms are put away
        parts.append(tr("collapsed"));
    }
    if (line.type == RowType::Direct) {
        parts.append(line.room.present ? tr("here") : tr("away"));
    }
    if (line.room.unread > 0) {
        parts.append(tr("%n unread", nullptr, line.room.unread));
    }
    if (line.room.mentions > 0) {
        parts.append(tr("%n mentioning you", nullptr, line.room.mentions));
    }
    if (line.room.muted) {
        parts.append(tr("muted"));
    }
    if (line.room.draft) {
        parts.append(tr("draft"));
    }
    //: between the parts of an enumeration
    return parts.join(tr(", "));
}

} // namespace tincan
