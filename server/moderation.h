#pragma once

#include "protocol/command.h"
#include "server/postbox.h"

namespace tincan {

/// What owner and moderators do: looks whether they may, does it, notes it, and tells those whom it concerns.
class Moderation
{
public:
    /// Longer than this is for ever.
    static constexpr std::int64_t longestSeconds = std::int64_t(10) * 365 * 24 * 60 * 60;

    struct Parts ///< all must outlive this
    {
        HouseRules &rules;
        Roster &roster;
        Postbox &postbox;
        Courier &courier;
        DeadlineQueue &deadlines;
        const Clock &clock;
        EventStore &store;
        const HostOptions &options;
    };
    explicit Moderation(const Parts &parts);

    /// Why it was not done, if it was not. Errors: NotAllowed, BadField, NoSuchRoom, Full.
    using Outcome = std::optional<Error>;
    Outcome perform(const MemberRecord &actor, const command::Moderate &act);

    /// The error for everybody who is neither owner nor moderator.
    static Outcome problemOf(const MemberRecord &actor);

    QList<Ban> bans() const; ///< the newest first
    /// Who is not here has an id that follows from the key, and says nothing about it.
    QList<Member> moderators() const;

private:
    /// A copy: the target may go. Of who left lately, too, and of moderators who did so long ago.
    std::optional<MemberRecord> targetOf(const MemberId &id) const;
    const RankedKey *moderatorOf(const MemberId &id) const; ///< by the id of who is not here
    Outcome mayDo(const MemberRecord &actor, const MemberRecord &target, Act act) const;
    Outcome performOn(const MemberRecord &target, const MemberRecord &actor, const command::Moderate &act);
    Outcome performOnRoom(const MemberRecord &actor, const command::Moderate &act);
    Outcome changeRules(const RoomId &room, const command::Moderate &act);
    Outcome drop(const Room &room, const MemberRecord &actor, const command::Moderate &act);
    Outcome kick(const MemberRecord &target, const MemberRecord &actor, const command::Moderate &act);
    Outcome ban(const MemberRecord &target, const MemberRecord &actor, const command::Moderate &act);
    Outcome mute(const MemberRecord &target, const MemberRecord &actor, const command::Moderate &act);
    Outcome unmute(const MemberRecord &target, const MemberRecord &actor, const command::Moderate &act);
    Outcome lift(const BanId &id, const MemberRecord &actor, const QString &reason);
    void lifted(Act done, const QString &name, const MemberRecord &actor, const QString &reason);
    Outcome promote(const MemberRecord &target, const MemberRecord &actor);
    Outcome demote(const MemberRecord &target, const MemberRecord &actor);

    Sanction sanctionOn(const MemberRecord &target, const MemberRecord &actor,
                        const command::Moderate &act) const;
    void impose(const Sanction &sanction);
    void expel(MemberRecord &target, const MemberRecord &actor, const Error &why, const QString &reason);
    void refreshAll();
    void tellRole(const MemberRecord &record);
    void tellMute(const MemberRecord &record, const QString &by);
    void tellRoom(const Room &room, const QString &words);
    void tell(const MemberRecord &record, const Error &error);
    void watchTheEnd();

    Parts m_parts;
    QString m_lifter; ///< who ends a mute at the moment
    Deadline m_end;   ///< of the ban or mute that ends first
};

} // namespace tincan
