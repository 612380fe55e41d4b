#pragma once

#include "protocol/error.h"
#include "server/deadlinequeue.h"
#include "server/directory.h"
#include "server/hostoptions.h"
#include "server/room.h"
#include "server/slowmode.h"

#include <deque>

namespace tincan {

/// Who may do what on a server: whose keys are the owner's and moderators', who is banned or muted, how rooms
/// are to be written in, and what was done about all that. Answers questions; what follows from the answers
/// is others' business. Bounded.
class HouseRules
{
public:
    static constexpr qsizetype mostModerators = 100;
    static constexpr qsizetype mostRooms = 1'000;
    static constexpr std::size_t mostActs = 1'000;
    static constexpr int saveAfterMs = 1'000; ///< what happens meanwhile is saved with it

    struct Parts ///< all must outlive the rules
    {
        const HostOptions &options;
        const Clock &clock;
        DeadlineQueue &deadlines;
    };
    explicit HouseRules(const Parts &parts);
    ~HouseRules(); ///< saves what is not saved yet

    Role roleOf(const QByteArray &key) const;
    /// False where there are as many moderators as may be.
    bool promote(const RankedKey &moderator);
    void demote(const QByteArray &key);
    const QList<RankedKey> &moderators() const { return m_moderators; }

    const BanList &bans() const { return m_bans; }
    void add(const Sanction &sanction);
    std::optional<Sanction> lift(const BanId &id);
    bool expire(); ///< forgets bans and mutes that are over; answers whether there were any

    RoomRules of(const RoomId &room) const { return m_rooms.value(room); }
    const QHash<RoomId, RoomRules> &rooms() const { return m_rooms; } ///< those with rules of their own
    /// False where there are as many rooms with rules of their own as may be.
    bool set(const RoomId &room, const RoomRules &rules);

    /// Its time is now.
    void note(ActRecord act);
    QList<ActRecord> acts(int limit) const; ///< the newest first
    QSet<RoomId> removedRooms() const;      ///< by acts that are remembered

    static Visitor visitorOf(const MemberRecord &record);
    /// Writes into the record what it may do and whether it is muted.
    void recognise(MemberRecord &record) const;

    /// Why somebody may not come in, whatever its name. Errors: Banned.
    std::optional<Error> barrier(const Visitor &visitor) const;
    /// Why nobody may be called that at the moment. Errors: Banned.
    std::optional<Error> nameProblem(const QString &name, const QByteArray &key) const;
    /// Why this member may not take that name. Errors: Banned, NotAllowed.
    std::optional<Error> renameProblem(const MemberRecord &record, const QString &name) const;
    /// What is said of a mute as long as it holds.
    Error muteProblem(const Ban &mute) const;
    /// Why this member may not write in the room. Errors: NotAllowed.
    std::optional<Error> writingProblem(const MemberRecord &record, const Room &room) const;
    /// Why it may not say something more yet; if it may, it did so now. Errors: TooFast.
    std::optional<Error> speakingProblem(const MemberRecord &record, const Room &room);
    /// What speakingProblem() counted for this person (personOf()) was not said, or had been said before.
    void takeBack(const RoomId &room, const QString &person) { m_slow.takeBack(room, person); }
    /// Who has to wait in slow rooms, whatever it is called and however often it comes.
    static QString personOf(const MemberRecord &record);
    /// Who has used up what there is for all. Names and keys are had for nothing, so this is the network that
    /// somebody comes from; at the host's own computer, where all come from one address, the person.
    static QString originOf(const MemberRecord &record);

private:
    void load();
    void saveLater();
    void saveIn(int milliseconds);
    void save();
    qsizetype moderatorAt(const QByteArray &key) const; ///< -1: none

    Parts m_parts;
    BanList m_bans;
    QList<RankedKey> m_moderators;
    QHash<RoomId, RoomRules> m_rooms;
    std::deque<ActRecord> m_acts; ///< the oldest first
    SlowMode m_slow;
    Deadline m_saving;
};

} // namespace tincan
