#pragma once

#include "protocol/roominfo.h"

namespace tincan {

/// What one may do to another member, by the roles of both. The server has the last word.
struct Powers
{
    bool moderate = false; ///< kick, ban, mute
    bool promote = false;  ///< to a moderator
    bool demote = false;

    friend bool operator==(const Powers &, const Powers &) = default;
};

inline bool isModerating(Role role)
{
    return role != Role::None;
}

/// Owners may do it to all but themselves, moderators to those without a role.
inline Powers powersOver(const Member &me, const Member &other)
{
    if (me.id == other.id || other.role == Role::Owner) {
        return {};
    }
    const bool owner = me.role == Role::Owner;
    Powers powers;
    powers.moderate = owner || (me.role == Role::Moderator && other.role == Role::None);
    powers.promote = owner && other.role == Role::None && other.verified; // a moderator is named by a key
    powers.demote = owner && other.role == Role::Moderator;
    return powers;
}

} // namespace tincan
