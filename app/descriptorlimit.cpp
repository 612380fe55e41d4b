#include "app/descriptorlimit.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <algorithm>
#include <sys/resource.h>
#endif

namespace tincan {

void raiseDescriptorLimit(std::uint64_t enough)
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return;
    }
    const auto wanted = std::min<std::uint64_t>(enough, limit.rlim_max);
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = rlim_t(wanted);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
#else
    Q_UNUSED(enough)
#endif
}

} // namespace tincan
