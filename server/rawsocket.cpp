#include "server/rawsocket.h"

#include <QNetworkInterface>
#include <QtEndian>

#include <algorithm>
#include <array>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace tincan::rawsocket {

namespace {

#ifdef Q_OS_WIN
using Handle = SOCKET;
using Length = int;
constexpr int withoutWaiting = 0; // they do not block: Qt's listening socket does not
constexpr int withoutSignal = 0;

bool wouldBlock()
{
    return WSAGetLastError() == WSAEWOULDBLOCK;
}
#else
using Handle = int;
using Length = socklen_t;
constexpr int withoutWaiting = MSG_DONTWAIT;
#ifdef MSG_NOSIGNAL
constexpr int withoutSignal = MSG_NOSIGNAL;
#else
constexpr int withoutSignal = 0; // watchPeer() has seen to it
#endif

bool wouldBlock()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}
#endif

void setOption(qintptr descriptor, int level, int option, int value)
{
    ::setsockopt(Handle(descriptor), level, option, reinterpret_cast<const char *>(&value), sizeof value);
}

template <typename Ask>
Endpoint endpoint(qintptr descriptor, Ask ask)
{
    sockaddr_storage storage{};
    Length length = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (ask(Handle(descriptor), address, &length) != 0)
        return {};
    const quint16 port = storage.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6 *>(address)->sin6_port
                                                       : reinterpret_cast<sockaddr_in *>(address)->sin_port;
    QHostAddress host(address);
    const quint32 scope =
        storage.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6 *>(address)->sin6_scope_id : 0;
    if (scope != 0)
        host.setScopeId(QNetworkInterface::interfaceNameFromIndex(int(scope)));
    return {host, qFromBigEndian(port)};
}

} // namespace

QByteArray peek(qintptr descriptor, int most, bool &nothingYet)
{
    QByteArray bytes(most, '\0');
    const auto size = ::recv(Handle(descriptor), bytes.data(), size_t(most), MSG_PEEK | withoutWaiting);
    nothingYet = size < 0 && wouldBlock();
    bytes.truncate(std::max<qsizetype>(0, size));
    return bytes;
}

std::optional<qsizetype> receive(qintptr descriptor, char *bytes, std::size_t most)
{
    const auto size = ::recv(Handle(descriptor), bytes, most, withoutWaiting);
    if (size < 0 && !wouldBlock())
        return {};
    return qsizetype(size);
}

std::optional<qsizetype> send(qintptr descriptor, QByteArrayView bytes)
{
    const auto size =
        ::send(Handle(descriptor), bytes.data(), std::size_t(bytes.size()), withoutWaiting | withoutSignal);
    if (size < 0 && !wouldBlock())
        return {};
    return std::max<qsizetype>(size, 0);
}

void watchPeer(qintptr descriptor)
{
#ifdef SO_NOSIGPIPE
    setOption(descriptor, SOL_SOCKET, SO_NOSIGPIPE, 1);
#endif
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
#ifdef Q_OS_LINUX
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, 60);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, 10);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPCNT, 3);
    setOption(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, 90'000);
#endif
}

int roundTrip(qintptr descriptor)
{
#ifdef Q_OS_LINUX
    constexpr int microsecondsInOne = 1000;
    tcp_info info{};
    socklen_t length = sizeof info;
    if (::getsockopt(int(descriptor), IPPROTO_TCP, TCP_INFO, &info, &length) == 0)
        return int(info.tcpi_rtt) / microsecondsInOne;
#else
    Q_UNUSED(descriptor)
#endif
    return -1;
}

qintptr duplicate(qintptr descriptor)
{
#ifdef Q_OS_WIN
    Q_UNUSED(descriptor)
    return -1;
#else
    return ::fcntl(int(descriptor), F_DUPFD_CLOEXEC, 0);
#endif
}

bool drain(qintptr descriptor)
{
    std::array<char, 16 * 1024> unread;
    const auto size = ::recv(Handle(descriptor), unread.data(), unread.size(), withoutWaiting);
    return size > 0 || (size < 0 && wouldBlock());
}

void endSending(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(Handle(descriptor), SD_SEND);
#else
    ::shutdown(Handle(descriptor), SHUT_WR);
#endif
}

void close(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::closesocket(Handle(descriptor));
#else
    ::close(Handle(descriptor));
#endif
}

Endpoint ownEndpoint(qintptr descriptor)
{
    return endpoint(descriptor, ::getsockname);
}

Endpoint peerEndpoint(qintptr descriptor)
{
    return endpoint(descriptor, ::getpeername);
}

} // namespace tincan::rawsocket
