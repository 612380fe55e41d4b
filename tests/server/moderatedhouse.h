#pragma once

#include "tests/server/house.h"

#include <QTest>

namespace tincan {

inline const QByteArray adasKey(64, 'a');
inline const QByteArray bosKey(64, 'b');
inline const QByteArray cysKey(64, 'c');
inline const RoomId lounge(QStringLiteral("lounge"));

/// A server whose owner is who has Ada's key.
inline HostOptions ownedByAda()
{
    HostOptions options;
    options.ownerKeys = {adasKey};
    options.limits.floodBurst = 0;
    return options;
}

/// The act on a member, or on the lounge.
inline command::Moderate on(Act act, const NativePeer &target, const QString &reason = {})
{
    command::Moderate moderate;
    moderate.act = act;
    moderate.reason = reason;
    moderate.re = QStringLiteral("m");
    if (act == Act::Slow || act == Act::Writers || act == Act::Keep)
        moderate.room = lounge;
    else if (act == Act::Unban)
        moderate.ban = BanId(QStringLiteral("none"));
    else
        moderate.member = target.welcome.self.id;
    if (act == Act::Slow)
        moderate.seconds = 5;
    return moderate;
}

inline command::Moderate forSeconds(command::Moderate act, std::int64_t seconds)
{
    act.seconds = seconds;
    return act;
}

/// The first error that came; one without words where none did.
inline Error failureOf(NativePeer &peer)
{
    return peer.takeAll<serverevent::Failed>().value(0).error;
}

/// Asks for it; why it was not done, if it was not.
inline std::optional<ErrorCode> refused(NativePeer &asker, const command::Moderate &act)
{
    asker.takeAll<serverevent::Failed>();
    asker.takeAll<serverevent::Moderated>();
    asker.say(act);
    const auto failures = asker.takeAll<serverevent::Failed>();
    const auto done = asker.takeAll<serverevent::Moderated>();
    if (failures.size() + done.size() != 1)
        qFatal("one answer was to come");
    return failures.isEmpty() ? std::nullopt : std::optional(failures.first().error.code);
}

/// Deletes an event; why it was not done, if it was not.
inline std::optional<ErrorCode> deletion(NativePeer &asker, Seq target, const RoomId &room = lounge)
{
    static int number = 0;
    asker.takeAll<serverevent::Failed>();
    const PostId id(QStringLiteral("deletion-%1").arg(++number));
    asker.say(command::Post{room, id, EventKind::Delete, {}, 0, target});
    const auto failures = asker.takeAll<serverevent::Failed>();
    return failures.isEmpty() ? std::nullopt : std::optional(failures.first().error.code);
}

inline QList<ActRecord> actsOf(NativePeer &asker)
{
    asker.say(command::ListActs{100, {}});
    return asker.takeAll<serverevent::Acts>().value(0).acts;
}

inline QList<Ban> bansOf(NativePeer &asker)
{
    asker.say(command::ListBans{});
    return asker.takeAll<serverevent::Bans>().value(0).bans;
}

inline void listActsOnMembers()
{
    QTest::addColumn<Act>("act");
    for (const Act act : {Act::Kick, Act::Ban, Act::Mute, Act::Unmute, Act::Promote, Act::Demote})
        QTest::newRow(wireName(act).data()) << act;
}

inline void listActs()
{
    listActsOnMembers();
    for (const Act act : {Act::Unban, Act::Slow, Act::Writers, Act::Keep})
        QTest::newRow(wireName(act).data()) << act;
}

/// What a text client that connects like that gets, if it says this first (or nothing).
inline QStringList heardBy(House &house, const std::shared_ptr<Wire> &wire, const QByteArray &says = {})
{
    TextPeer peer(house, wire);
    if (!says.isEmpty())
        peer.say(says);
    house.advance(1'100);
    return peer.take();
}

} // namespace tincan
