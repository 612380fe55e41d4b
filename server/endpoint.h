#pragma once

#include <QHostAddress>
#include <QString>

namespace tincan {

/// An address to listen on; port 0 picks a free one.
struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;

    /// ADDRESS:PORT, brackets round IPv6.
    QString toString() const;
};

} // namespace tincan
