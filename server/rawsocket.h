#pragma once

#include "server/endpoint.h"

#include <QByteArray>

#include <optional>

namespace tincan::rawsocket {

// What Qt's sockets have no words for, on the descriptor of a connected TCP socket.

/// What has come, at most `most` bytes, without taking it. Nothing: the connection has ended or broken.
/// `nothingYet` is set where neither is known.
QByteArray peek(qintptr descriptor, int most, bool &nothingYet);

/// Takes what has come, at most `most` bytes: 0 at the end, -1 where nothing is there yet, nothing where the
/// connection is broken.
std::optional<qsizetype> receive(qintptr descriptor, char *bytes, std::size_t most);

/// How much of it the system took, which may be nothing for now; nothing where the connection is broken.
std::optional<qsizetype> send(qintptr descriptor, QByteArrayView bytes);

/// Small messages leave at once, and a peer that vanished is noticed after a minute or two.
void watchPeer(qintptr descriptor);

/// Milliseconds from here to the peer and back, as the system measured last; -1 where it does not tell.
int roundTrip(qintptr descriptor);

/// Another name for the same connection, which keeps it open; -1 where that is not possible.
qintptr duplicate(qintptr descriptor);

/// Takes what has come and throws it away. False where nothing more will come.
bool drain(qintptr descriptor);

void endSending(qintptr descriptor);
void close(qintptr descriptor);

Endpoint ownEndpoint(qintptr descriptor);
Endpoint peerEndpoint(qintptr descriptor);

} // namespace tincan::rawsocket
