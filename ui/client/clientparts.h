#pragma once

#include "ui/client/clienttiming.h"

#include <functional>

class QObject;

namespace tincan {

class Clock;
class Transport;

/// The parts of a client that tests exchange; what is empty is filled with the real thing.
struct ClientParts
{
    ClientTiming timing;
    std::function<Transport *(QObject *parent)> makeTransport;
    const Clock *clock = nullptr;   ///< must outlive the client
    std::function<double()> random; ///< from 0 (included) to 1 (excluded)

    ClientParts completed() const;
};

} // namespace tincan
