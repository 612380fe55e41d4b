#pragma once

namespace tincan {

/// Why a server cannot listen where it was told to.
enum class ListenProblem
{
    PortTaken,
    PortForbidden,
    BadAddress,
    Other
};

} // namespace tincan
