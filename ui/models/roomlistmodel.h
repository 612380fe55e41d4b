#pragma once

#include "protocol/roominfo.h"
#include "ui/client/connectionstate.h"

#include <QAbstractListModel>
#include <QCollator>
#include <QSet>

namespace tincan {

/// Every server with its rooms and direct talks, as one flat list:
/// server, its rooms, "Direct", its direct talks; next server. Rooms with unread messages come first, muted
/// ones last; among them the server's first room, then the others by name. Headers cannot be selected.
class RoomListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class RowType
    {
        ServerHeader,
        Room,
        DirectHeader,
        Direct
    };

    enum Role
    {
        RowTypeRole = Qt::UserRole + 1, ///< int(RowType)
        ServerRole,                     ///< int: the server's key
        RoomIdRole,                     ///< QString; empty for headers
        TitleRole, ///< QString: server, room or person, or "Direct"; without '#'. Qt::DisplayRole has it with
                   ///< '#'
        SubtitleRole,  ///< QString, translated: a server's "hosted here" or address; a room's topic
        UnreadRole,    ///< int: messages
        MentionsRole,  ///< int: of these, those that name me
        AddressedRole, ///< bool: unread mentions, or anything unread in a direct talk: the filled badge
        PresentRole,   ///< bool: a direct talk's other side is here
        PhaseRole,     ///< int(Phase): of the server
        DraftRole,     ///< bool: something typed is waiting, in a room that is not shown
        MutedRole,     ///< bool
        CollapsedRole, ///< bool: the server's rooms are put away
        FoldedRole,    ///< bool: this row is one of those; never with unread messages that count
    };
    // Qt::AccessibleTextRole: "Lounge, 3 unread, 1 mentioning you"

    struct Server
    {
        QString title;
        QString subtitle;
        Phase phase = Phase::Idle;
        friend bool operator==(const Server &, const Server &) = default;
    };
    struct Room
    {
        RoomId id;
        QString name;
        QString topic;
        RoomKind kind = RoomKind::Room;
        bool first = false; ///< the server's first room
        int unread = 0;
        int mentions = 0;
        bool present = false;
        bool draft = false;
        bool muted = false;
        friend bool operator==(const Room &, const Room &) = default;
    };

    explicit RoomListModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setServer(int key, const Server &server); ///< adds or changes
    void removeServer(int key);
    void setRoom(int key, const Room &room); ///< adds or changes; the server must be there
    void removeRoom(int key, const RoomId &id);

    /// While held, rooms that are there keep their places, so that nothing moves away under the mouse.
    void setOrderHeld(bool held);

    void setCollapsed(int key, bool collapsed); ///< also of a server that is not there yet
    bool isFolded(int row) const;               ///< FoldedRole

    int rowOf(int key, const RoomId &id) const; ///< -1 where there is none
    bool isRoom(int row) const;                 ///< a room or a direct talk, not a header
    /// The next room below (step 1) or above (step -1) `row`, round the end, that is not folded; with
    /// `unreadOnly`, one with unread messages. -1 where there is none.
    int neighbour(int row, int step, bool unreadOnly) const;

private:
    struct Line
    {
        RowType type = RowType::ServerHeader;
        int key = 0;
        Server server; ///< of headers of servers
        Room room;     ///< of rooms and direct talks
    };
    int headerRow(int key) const;
    int endOfServer(int header) const;
    int insertionRow(int key, const Room &room) const;
    bool before(const Room &a, const Room &b) const;
    void moveToPlace(int row);
    void insertLine(int row, const Line &line);
    void removeLines(int first, int last);
    void setDirectHeader(int key, bool coming);
    QString title(const Line &line) const;
    QString accessibleText(const Line &line) const;
    QVariant roomData(const Line &line, int role) const;

    QList<Line> m_lines;
    QSet<int> m_collapsed;
    QCollator m_collator;
    bool m_held = false;
};

} // namespace tincan
