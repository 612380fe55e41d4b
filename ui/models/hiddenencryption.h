#pragma once

#include "protocol/roomaddress.h"
#include "ui/client/connectionstate.h"

#include <QCoreApplication>

namespace tincan {

/// A server that was encrypted before, or that an invite says a key of, and that answers without encryption.
class HiddenEncryption
{
    Q_DECLARE_TR_FUNCTIONS(tincan::HiddenEncryption)

public:
    HiddenEncryption() = default;
    explicit HiddenEncryption(const RoomAddress &address) : m_address(address) {}

    static bool isIn(const ConnectionState &state);

    QString heading() const;
    QString explanation() const;
    static QString advice();

    friend bool operator==(const HiddenEncryption &, const HiddenEncryption &) = default;

private:
    RoomAddress m_address;
};

} // namespace tincan
