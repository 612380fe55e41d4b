#pragma once

#include "server/banlist.h"

#include <QList>

namespace tincan {

/// A key that the owner made a moderator's.
struct RankedKey
{
    QByteArray key; ///< as keyFingerprint() gives it
    QString name;   ///< of whom, at the time

    friend bool operator==(const RankedKey &, const RankedKey &) = default;
};

/// How a room is to be written in, and what is kept of it.
struct RoomRules
{
    int slow = 0; ///< seconds between two messages of one member; 0: as fast as one likes
    Writers writers = Writers::All;
    std::optional<Retention> keep = {}; ///< none: as of other rooms

    bool areUsual() const { return slow == 0 && writers == Writers::All && !keep; }
    friend bool operator==(const RoomRules &, const RoomRules &) = default;
};

/// What outlasts a run of a server of who may do what.
struct KeptModeration
{
    QList<Sanction> sanctions;
    QList<RankedKey> moderators;
    QHash<RoomId, RoomRules> rooms; ///< without those whose rules are usual
    QList<ActRecord> acts;          ///< the oldest first

    friend bool operator==(const KeptModeration &, const KeptModeration &) = default;
};

/// Keeps it. Called on the server's thread.
class ModerationKeeper
{
public:
    virtual ~ModerationKeeper() = default;

    /// What was saved last; what cannot be understood is left out.
    virtual KeptModeration load() = 0;
    /// All there is. Must not wait for a disk.
    virtual void save(const KeptModeration &kept) = 0;
};

} // namespace tincan
