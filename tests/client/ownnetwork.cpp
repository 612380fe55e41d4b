#include "tests/client/ownnetwork.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX

#include <cstring>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tincan {

bool enterOwnNetwork()
{
    return unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
}

bool setLoopbackUp(bool up)
{
    const int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = short(up ? IFF_UP | IFF_RUNNING : 0);
    const bool done = ioctl(any, SIOCSIFFLAGS, &request) == 0;
    close(any);
    return done;
}

} // namespace tincan

#else

namespace tincan {

bool enterOwnNetwork()
{
    return false;
}

bool setLoopbackUp(bool)
{
    return false;
}

} // namespace tincan

#endif
