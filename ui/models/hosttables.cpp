#include "ui/models/hosttables.h"

#include "ui/models/moderationwords.h"
#include "ui/models/statuswords.h"

#include <QLocale>

#include <limits>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr Qt::Alignment atTheRight = Qt::AlignRight | Qt::AlignVCenter;
constexpr double latelySeconds = 10; ///< that ConnectionInfo::lately counts

} // namespace

QString HostTables::yesOrNo(bool yes)
{
    return yes ? tr("yes") : tr("no");
}

ConnectionTable::Columns HostTables::connectionColumns()
{
    using C = ConnectionInfo;
    return {
        {tr("Name"), [](const C &one) { return one.name.isEmpty() ? tr("not in yet") : one.name; }},
        {tr("Role"), [](const C &one) { return ModerationWords::role(one.role); },
         [](const C &one) { return QVariant(-int(one.role)); }},
        {tr("Address"), [](const C &one) { return one.address; }},
        {tr("By way of"), [](const C &one) { return ModerationWords::way(one.via); }},
        {tr("Encrypted"), [](const C &one) { return yesOrNo(one.tls); }},
        {tr("Verified"), [](const C &one) { return yesOrNo(one.verified); }},
        {tr("Round trip"), [](const C &one) { return StatusWords::roundTrip(one.roundTrip); },
         [](const C &one) { return QVariant(one.roundTrip); }, atTheRight},
        {tr("Queue"), [](const C &one) { return QLocale().formattedDataSize(one.queued); },
         [](const C &one) { return QVariant(qlonglong(one.queued)); }, atTheRight},
        //: of messages; below it stands such as "0.3/s"
        {tr("Rate"),
         [](const C &one) { return tr("%1/s").arg(QLocale().toString(one.lately / latelySeconds, 'f', 1)); },
         [](const C &one) { return QVariant(one.lately); }, atTheRight},
        {tr("Messages"), [](const C &one) { return QLocale().toString(qlonglong(one.messages)); },
         [](const C &one) { return QVariant(qlonglong(one.messages)); }, atTheRight},
        {tr("Since"), [](const C &one) { return ModerationWords::moment(one.since); },
         [](const C &one) { return QVariant(qlonglong(one.since)); }},
    };
}

BanTable::Columns HostTables::banColumns()
{
    constexpr qlonglong never = std::numeric_limits<qlonglong>::max();
    return {
        {tr("Name"), [](const Ban &one) { return one.name; }},
        {tr("Kind"), [](const Ban &one) { return one.act == Act::Mute ? tr("muted") : tr("banned"); }},
        {tr("Until"), [](const Ban &one) { return ModerationWords::end(one.until); },
         [](const Ban &one) { return QVariant(one.until > 0 ? qlonglong(one.until) : never); }},
        {tr("Known by"), [](const Ban &one) { return ModerationWords::knownBy(one); }},
        {tr("By"), [](const Ban &one) { return one.by; }},
        {tr("Since"), [](const Ban &one) { return ModerationWords::moment(one.at); },
         [](const Ban &one) { return QVariant(qlonglong(one.at)); }},
        {tr("Reason"), [](const Ban &one) { return one.reason; }},
    };
}

ModeratorTable::Columns HostTables::moderatorColumns()
{
    return {{tr("Name"), [](const Member &one) { return one.name; }}};
}

ActTable::Columns HostTables::actColumns()
{
    return {
        {tr("When"), [](const ActRecord &one) { return ModerationWords::moment(one.at); },
         [](const ActRecord &one) { return QVariant(qlonglong(one.at)); }},
        {tr("Who"), [](const ActRecord &one) { return one.by; }},
        {tr("What"), [](const ActRecord &one) { return ModerationWords::act(one); }},
        {tr("Whom"), [](const ActRecord &one) { return one.whom; }},
        {tr("Reason"), [](const ActRecord &one) { return one.reason; }},
    };
}

QString HostTables::keyOf(const ConnectionInfo &connection)
{
    return u"%1 %2"_s.arg(connection.address).arg(connection.port);
}

QString HostTables::keyOf(const Ban &ban)
{
    return ban.id.value();
}

/// Acts have no name; what is alike in all of this is shown once.
QString HostTables::keyOf(const Member &moderator)
{
    return moderator.id.value();
}

QString HostTables::keyOf(const ActRecord &act)
{
    return u"%1 %2 "_s.arg(act.at).arg(int(act.act)) +
           QStringList{act.by, act.whom, act.room.value()}.join(u'\n');
}

} // namespace tincan
