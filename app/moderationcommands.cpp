#include "app/moderationcommands.h"
#include "protocol/duration.h"
#include "protocol/nickname.h"
#include "protocol/plainlists.h"
#include "protocol/roomrules.h"
#include "protocol/textsanitizer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

ModerationCommands::ModerationCommands(RoomClient &client, const RoomRoster &roster, const Clock &clock,
                                       QObject *parent)
    : QObject(parent), m_client(client), m_roster(roster), m_clock(clock)
{
    connect(&client, &RoomClient::bansListed, this, &ModerationCommands::listed);
    connect(&client, &RoomClient::failed, this, &ModerationCommands::refused);
    connect(&client, &RoomClient::moderatorsListed, this, &ModerationCommands::showModerators);
    connect(&client, &RoomClient::actsListed, this, &ModerationCommands::showActs);
    connect(&client, &RoomClient::connectionsListed, this, &ModerationCommands::showConnections);
    connect(&client, &RoomClient::muteChanged, this, &ModerationCommands::showMute);
    connect(&client, &RoomClient::roomChanged, this, &ModerationCommands::showRoom);
    connect(&client, &RoomClient::moderated, this, &ModerationCommands::done);
}

void ModerationCommands::run(const textcommand::Moderate &moderate)
{
    if (moderate.act == Act::Unban) {
        return list(Lift{Act::Ban, sanitizeLine(moderate.rest)});
    }
    if (moderate.act == Act::Drop) {
        command::Moderate act;
        act.act = Act::Drop;
        act.room = roomIdFor(sanitizeLine(moderate.rest));
        m_client.moderate(act);
        return;
    }
    const QString rest = moderate.rest + u' ';
    auto addressee = m_roster.addressee(rest);
    if (!addressee && moderate.act == Act::Unmute) {
        return list(Lift{Act::Mute, sanitizeLine(moderate.rest)});
    }
    if (!addressee) {
        addressee = m_roster.lateAddressee(rest); // the server says what can still be done
    }
    if (!addressee && moderate.act == Act::Demote) {
        addressee = absentModerator(sanitizeLine(moderate.rest));
    }
    if (!addressee) {
        Q_EMIT remark(moderate.act == Act::Demote
                          ? tr("Nobody of that name is here; /moderators lists others that can be demoted.")
                          : tr("Nobody of that name is here."));
        return;
    }
    command::Moderate act;
    act.act = moderate.act;
    act.member = addressee->first.id;
    act.reason = sanitizeLine(addressee->second);
    if (act.act == Act::Ban || act.act == Act::Mute) {
        const BanTerms terms = banTermsFrom(act.reason);
        act.seconds = terms.seconds;
        act.reason = terms.reason;
    }
    m_names.insert(act.member, addressee->first.name);
    m_client.moderate(act);
}

RoomRoster::Addressee ModerationCommands::absentModerator(const QString &name) const
{
    for (const Member &moderator : m_moderators) {
        if (nameKey(moderator.name) == nameKey(name)) {
            return std::pair(moderator, QString());
        }
    }
    return {};
}

void ModerationCommands::run(const textcommand::Slow &slow)
{
    m_client.moderate(ruleFor(m_roster.standing(), slow));
}

void ModerationCommands::run(const textcommand::WhoWrites &who)
{
    m_client.moderate(ruleFor(m_roster.standing(), who));
}

void ModerationCommands::run(const textcommand::Keep &keep)
{
    m_client.moderate(ruleFor(m_roster.standing(), keep));
}

void ModerationCommands::run(const textcommand::Bans &)
{
    list({});
}

void ModerationCommands::run(const textcommand::Moderators &)
{
    m_client.requestModerators();
}

void ModerationCommands::run(const textcommand::Acts &)
{
    m_client.requestActs(20);
}

void ModerationCommands::run(const textcommand::Connections &)
{
    m_client.requestConnections();
}

void ModerationCommands::list(const std::optional<Lift> &lift)
{
    m_listings.append({m_client.requestBans(), lift});
}

void ModerationCommands::listed(const QList<Ban> &bans)
{
    if (m_listings.isEmpty()) {
        return;
    }
    const Listing listing = m_listings.takeFirst();
    if (listing.lift) {
        liftAmong(bans, *listing.lift);
    } else {
        showBans(bans);
    }
}

/// What was to be lifted with it stays: who asked is told, and asks again.
void ModerationCommands::refused(const serverevent::Failed &failed)
{
    m_listings.removeIf([&failed](const Listing &listing) { return listing.tag == failed.re; });
}

void ModerationCommands::liftAmong(const QList<Ban> &bans, const Lift &lift)
{
    const auto ban = std::find_if(bans.cbegin(), bans.cend(), [&lift](const Ban &candidate) {
        return candidate.act == lift.kind && nameKey(candidate.name) == nameKey(lift.name);
    });
    if (ban == bans.cend()) {
        Q_EMIT remark(tr("Nobody of that name is banned or muted; /bans lists who is."));
        return;
    }
    command::Moderate act;
    act.act = Act::Unban;
    act.ban = ban->id;
    m_client.moderate(act);
}

void ModerationCommands::showBans(const QList<Ban> &bans)
{
    Q_EMIT answered(serverevent::Bans{bans, {}});
    if (bans.isEmpty()) {
        Q_EMIT remark(tr("Nobody is banned or muted."));
    }
    for (const Ban &ban : bans) {
        Q_EMIT remark(plain::describe(ban, m_clock.utc()));
    }
}

/// Who is listed can be named from then on, here or not.
void ModerationCommands::showModerators(const QList<Member> &moderators)
{
    m_moderators = moderators;
    Q_EMIT answered(serverevent::Moderators{moderators, {}});
    if (moderators.isEmpty()) {
        Q_EMIT remark(tr("Nobody is a moderator."));
    }
    for (const Member &moderator : moderators) {
        Q_EMIT remark(tr("%1 is a moderator.").arg(moderator.name));
    }
}

void ModerationCommands::showActs(const QList<ActRecord> &acts)
{
    Q_EMIT answered(serverevent::Acts{acts, {}});
    if (acts.isEmpty()) {
        Q_EMIT remark(tr("Nothing was done yet."));
    }
    for (auto act = acts.crbegin(); act != acts.crend(); ++act) {
        Q_EMIT remark(plain::describe(*act));
    }
}

void ModerationCommands::showConnections(const QList<ConnectionInfo> &connections)
{
    Q_EMIT answered(serverevent::Connections{connections, {}});
    for (const ConnectionInfo &connection : connections) {
        Q_EMIT remark(plain::describe(connection, m_clock.utc()));
    }
}

void ModerationCommands::showMute(const serverevent::Muted &muted)
{
    Q_EMIT answered(muted);
    if (!muted.muted) {
        Q_EMIT remark(tr("You may write again."));
        return;
    }
    const std::int64_t rest = std::max<std::int64_t>(1, (muted.until - m_clock.utc() + 999) / 1000);
    const QString time = muted.until == 0 ? tr("for ever") : tr("for %1").arg(durationWords(rest));
    const QString words = tr("%1 muted you %2: you can read, and not write.").arg(muted.by, time);
    Q_EMIT remark(muted.reason.isEmpty() ? words : words + u' ' + tr("The reason: %1").arg(muted.reason));
}

void ModerationCommands::showRoom(const RoomInfo &room)
{
    Q_EMIT answered(serverevent::RoomChanged{room});
    const QString slow = room.slow == 0 ? tr("as fast as one likes")
                                        : tr("one message of each in %1").arg(durationWords(room.slow));
    QString writers = tr("everybody may write");
    if (room.writers != Writers::All) {
        writers = room.writers == Writers::Members ? tr("only verified members may write")
                                                   : tr("only moderators may write");
    }
    const QString kept = tr("what is kept: %1").arg(plain::describe(room.keep));
    Q_EMIT remark(tr("#%1 has other rules now: %2, %3, %4.").arg(room.id.value(), slow, writers, kept));
}

/// Changes of a room come to everybody in it.
void ModerationCommands::done(const command::Moderate &act)
{
    if (act.act != Act::Slow && act.act != Act::Writers && act.act != Act::Keep) {
        const QString name = act.act == Act::Drop ? u'#' + act.room.value() : m_names.take(act.member);
        Q_EMIT remark(plain::done(act.act, name.isEmpty() ? tr("That person") : name));
    }
}

} // namespace tincan
