#pragma once

#include "protocol/limits.h"
#include "protocol/roominfo.h"
#include "server/connectionid.h"
#include "server/nameindex.h"
#include "server/sessionkeeper.h"

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QSet>

#include <map>
#include <optional>

namespace tincan {

/// What a server knows of one member.
struct MemberRecord
{
    Member member;
    ConnectionId connection = ConnectionId::None; ///< none: it was lost, and may come back with its token
    QByteArray key;                               ///< that its connection proved to have; empty: none
    SessionToken token;                           ///< native members have one
    QHostAddress address;                         ///< that it came from; told to nobody but moderators
    BanId mute;                                   ///< that holds for it; empty: it may write
    QList<RoomId> rooms;                          ///< in the order of joining
    QList<RoomId> directs;                        ///< direct rooms that it is one end of
    RoomId stands;         ///< where a text member's messages go; empty for native members
    bool named = false;    ///< it chose its name
    bool listed = false;   ///< others know of it
    bool restored = false; ///< it was here in an earlier run, and has not come back in this one

    bool speaksText() const { return member.via == Via::Plain || member.via == Via::Line; }
    bool isConnected() const { return connection != ConnectionId::None; }
};

/// Everybody on a server, by id, name and session token. No two names can be mistaken for one another
/// (NameIndex). Records stay where they are until they are removed.
class Directory
{
public:
    explicit Directory(const Limits &limits) : m_limits(limits) {}

    /// A new member with a random id. `name` must be free.
    MemberRecord &add(const QString &name, Via via);
    /// A new native member. Its session token is the one that its client brought, where that is long enough
    /// for a secret and nobody's yet. Its id follows from the token: who comes back when its session has been
    /// forgotten is still the author of what it posted.
    MemberRecord &addNative(const QString &name, const SessionToken &brought = {});
    /// Somebody of an earlier run, who is lost and may come back. Null where that cannot be, because of
    /// somebody else.
    MemberRecord *restore(const KeptSession &session);
    void remove(const MemberId &id);

    MemberRecord *find(const MemberId &id);
    const MemberRecord *find(const MemberId &id) const;
    QList<MemberRecord *> all();
    /// Who has this very name, or one that looks like it.
    MemberRecord *findNamed(const QString &name);
    MemberRecord *findByToken(const SessionToken &token);

    /// `name` must be free for it.
    void rename(MemberRecord &record, const QString &name);

    /// Those that somebody is in, or can come back to.
    QSet<RoomId> roomsInUse() const;
    /// Whether nobody, or only this member, has the name or one that looks like it.
    bool isFree(const QString &name, const MemberId &except = {}) const;

    struct Addressed
    {
        MemberRecord *to = nullptr;
        QString text;
    };
    /// Splits NAME TEXT where the longest name of somebody ends.
    std::optional<Addressed> splitAddress(const QString &nameAndText);

private:
    MemberRecord &insert(const MemberId &id, const QString &name, Via via);

    Limits m_limits;
    std::map<MemberId, MemberRecord> m_records;
    NameIndex<MemberId> m_names;
    QHash<SessionToken, MemberId> m_byToken;
};

} // namespace tincan
