#include "server/endpoint.h"

using namespace Qt::StringLiterals;

namespace tincan {

QString Endpoint::toString() const
{
    const bool isIpv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    return (isIpv4 ? u"%1:%2"_s : u"[%1]:%2"_s).arg(address.toString()).arg(port);
}

} // namespace tincan
