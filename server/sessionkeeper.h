#pragma once

#include "protocol/ids.h"

#include <QList>
#include <QString>

namespace tincan {

/// What a native member needs to be itself again after the server's restart.
struct KeptSession
{
    MemberId member;
    QString name;
    bool named = false; ///< it chose its name
    SessionToken token;
    QList<RoomId> rooms; ///< in the order of joining

    friend bool operator==(const KeptSession &, const KeptSession &) = default;
};

/// Keeps sessions from one run of a server to the next. What is kept is there no later than what its member
/// posts afterwards. Called on the server's thread; no call waits for a disk.
class SessionKeeper
{
public:
    virtual ~SessionKeeper() = default;

    /// Those that the run before left.
    virtual QList<KeptSession> sessions() const = 0;
    /// In the place of what was kept of this member.
    virtual void keepSession(const KeptSession &session) = 0;
    virtual void forgetSession(const MemberId &member) = 0;
};

} // namespace tincan
