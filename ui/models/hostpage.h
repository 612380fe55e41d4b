#pragma once

namespace tincan {

/// The pages of the host panel.
enum class HostPage
{
    Connections,
    Bans,
    Acts,
    Moderators
};

} // namespace tincan
