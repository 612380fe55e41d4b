#include "server/endpoint.h"

using namespace Qt::StringLiterals;

namespace tincan {

QString Endpoint::toString() const
{
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isIpv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address.toString()).arg(port);
}

} // namespace tincan
