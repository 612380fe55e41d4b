#include "ui/models/penaltywords.h"

#include "ui/models/isolated.h"

namespace tincan {

namespace {

constexpr int minute = 60;
constexpr int hour = 60 * minute;
constexpr int day = 24 * hour;

} // namespace

QList<int> PenaltyWords::durations()
{
    return {10 * minute, hour, day, 7 * day, forEver};
}

QString PenaltyWords::duration(int seconds)
{
    if (seconds <= forEver) {
        //: how long something lasts
        return tr("for ever");
    }
    if (seconds % day == 0) {
        return tr("%n days", nullptr, seconds / day);
    }
    if (seconds % hour == 0) {
        return tr("%n hours", nullptr, seconds / hour);
    }
    return seconds % minute == 0 ? tr("%n minutes", nullptr, seconds / minute)
                                 : tr("%n seconds", nullptr, seconds);
}

QString PenaltyWords::title(Penalty penalty, const QString &name)
{
    switch (penalty) {
    case Penalty::Kick:
        return tr("Remove %1?").arg(isolated(name));
    case Penalty::Ban:
        return tr("Ban %1?").arg(isolated(name));
    case Penalty::Mute:
        return tr("Mute %1?").arg(isolated(name));
    }
    Q_UNREACHABLE();
}

QString PenaltyWords::effect(Penalty penalty, const QString &name)
{
    switch (penalty) {
    case Penalty::Kick:
        return tr("%1 leaves all rooms of this server, is told why, and can come back.").arg(isolated(name));
    case Penalty::Ban:
        return tr("%1 is removed and cannot come back in this time: not with this name, this key or this "
                  "address. It can be lifted earlier.")
            .arg(isolated(name));
    case Penalty::Mute:
        return tr("%1 can read on, but write nothing in this time. It can be lifted earlier.")
            .arg(isolated(name));
    }
    Q_UNREACHABLE();
}

QString PenaltyWords::action(Penalty penalty, const QString &name, int seconds)
{
    const QString who = isolated(name);
    const bool ends = seconds > forEver;
    switch (penalty) {
    case Penalty::Kick:
        return tr("Remove %1").arg(who);
    case Penalty::Ban:
        return ends ? tr("Ban %1 for %2").arg(who, duration(seconds)) : tr("Ban %1 for ever").arg(who);
    case Penalty::Mute:
        return ends ? tr("Mute %1 for %2").arg(who, duration(seconds)) : tr("Mute %1 for ever").arg(who);
    }
    Q_UNREACHABLE();
}

} // namespace tincan
