#pragma once

#include <QHostAddress>

namespace tincan {

/// Where somebody comes from: an IPv4 address is the same whether it came over an IPv6 socket or not. Those
/// of two links are two, also where they are written alike, which QHostAddress does not tell.
QHostAddress sourceAddress(const QHostAddress &address);

/// The addresses that one person can have many of, as one: of IPv6 the network of 64 bits, but for loopback
/// and for link-local ones, whose network is everybody on the link.
QHostAddress sourceNetwork(const QHostAddress &address);

} // namespace tincan
