#include "ui/client/clientparts.h"
#include "protocol/clock.h"
#include "ui/client/tcptransport.h"

#include <QRandomGenerator>

namespace tincan {

ClientParts ClientParts::completed() const
{
    static const SystemClock systemClock;
    ClientParts parts = *this;
    if (!parts.makeTransport) {
        parts.makeTransport = [wait = timing.tryNextAddress](QObject *parent) {
            return new TcpTransport(wait, parent);
        };
    }
    if (!parts.clock) {
        parts.clock = &systemClock;
    }
    if (!parts.random) {
        parts.random = [] { return QRandomGenerator::global()->generateDouble(); };
    }
    return parts;
}

} // namespace tincan
