#include "ui/client/clocksteps.h"

#ifndef Q_OS_LINUX

namespace tincan {

class ClockSteps::Private
{
};

ClockSteps::ClockSteps(QObject *parent) : QObject(parent) {}

ClockSteps::~ClockSteps() = default;

bool ClockSteps::isTold() const
{
    return false;
}

} // namespace tincan

#endif
