#include "protocol/roomrules.h"

namespace tincan {

namespace {

command::Moderate actOn(const RoomId &room, Act act)
{
    command::Moderate rule;
    rule.act = act;
    rule.room = room;
    return rule;
}

} // namespace

command::Moderate ruleFor(const RoomId &room, const textcommand::Slow &slow)
{
    command::Moderate rule = actOn(room, Act::Slow);
    rule.seconds = slow.seconds;
    return rule;
}

command::Moderate ruleFor(const RoomId &room, const textcommand::WhoWrites &who)
{
    command::Moderate rule = actOn(room, Act::Writers);
    rule.writers = who.writers;
    return rule;
}

command::Moderate ruleFor(const RoomId &room, const textcommand::Keep &keep)
{
    command::Moderate rule = actOn(room, Act::Keep);
    rule.keep = keep.keep;
    return rule;
}

} // namespace tincan
