#include "tests/bench/fanoutload.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace tincan::bench {

namespace {

constexpr std::size_t payloadSize = 64;
constexpr char marker[] = "bench ";
constexpr int stallMilliseconds = 20'000;

/// "bench SSSS NNNNNNNN ……", 64 bytes.
std::string payload(std::size_t sender, int number)
{
    char text[payloadSize + 1];
    std::snprintf(text, sizeof text, "%s%04zu %08d ", marker, sender, number);
    std::string filled(text);
    filled.resize(payloadSize, '.');
    return filled;
}

} // namespace

FanoutLoad::FanoutLoad(const Load &load, int port)
    : m_load(load), m_port(port), m_epoll(epoll_create1(0)), m_clients(std::size_t(load.clients)),
      m_posted(std::size_t(load.senders), 0)
{
}

FanoutLoad::~FanoutLoad()
{
    for (const Client &client : m_clients) {
        if (client.descriptor >= 0)
            close(client.descriptor);
    }
    close(m_epoll);
}

bool FanoutLoad::fail(const std::string &why)
{
    m_error = why;
    return false;
}

bool FanoutLoad::connectOne(Client &client)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(std::uint16_t(m_port));
    client.descriptor = socket(AF_INET, SOCK_STREAM, 0);
    client.next.assign(std::size_t(m_load.senders), 0);
    if (connect(client.descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return fail(std::string("connect: ") + std::strerror(errno));
    const int on = 1;
    setsockopt(client.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = std::uint64_t(&client - m_clients.data());
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.descriptor, &event);
    // A command settles the dialect without saying anything to the room.
    const char first[] = "/topic";
    return send(client.descriptor, first, sizeof first, MSG_NOSIGNAL) == ssize_t(sizeof first) ||
           fail("the first command could not be sent");
}

bool FanoutLoad::connectAll()
{
    for (Client &client : m_clients) {
        if (!connectOne(client))
            return false;
    }
    return drain(700);
}

bool FanoutLoad::drain(int quietMilliseconds)
{
    bool quiet = false;
    while (!quiet) {
        if (!waitAndRead(quietMilliseconds, quiet))
            return false;
    }
    return true;
}

bool FanoutLoad::waitAndRead(int milliseconds, bool &quiet)
{
    std::array<epoll_event, 256> ready;
    const int count = epoll_wait(m_epoll, ready.data(), int(ready.size()), milliseconds);
    quiet = count == 0;
    for (int i = 0; i < count; ++i) {
        if (!readFrom(std::size_t(ready[std::size_t(i)].data.u64)))
            return false;
    }
    return true;
}

bool FanoutLoad::run()
{
    for (std::size_t sender = 0; sender < m_posted.size(); ++sender) {
        for (int i = 0; i < m_load.inFlight && m_posted[sender] < m_load.perSender; ++i) {
            if (!post(sender))
                return false;
        }
    }
    const std::int64_t all = std::int64_t(m_load.clients) * m_load.senders * m_load.perSender;
    bool quiet = false;
    while (m_deliveries < all) {
        if (!waitAndRead(stallMilliseconds, quiet))
            return false;
        if (quiet)
            return fail("nothing came for 20 s; " + std::to_string(all - m_deliveries) +
                        " deliveries are missing");
    }
    return true;
}

bool FanoutLoad::post(std::size_t sender)
{
    const std::string text = payload(sender, m_posted[sender]++);
    const ssize_t size = ssize_t(text.size() + 1);
    return send(m_clients[sender].descriptor, text.c_str(), std::size_t(size), MSG_NOSIGNAL) == size ||
           fail("a message could not be sent");
}

bool FanoutLoad::readFrom(std::size_t index)
{
    char buffer[256 * 1024];
    Client &client = m_clients[index];
    const ssize_t got = recv(client.descriptor, buffer, sizeof buffer, MSG_DONTWAIT);
    if (got <= 0)
        return fail("the server closed a connection");
    const char *at = buffer;
    const char *const end = buffer + got;
    while (const void *nul = std::memchr(at, 0, std::size_t(end - at))) {
        const char *stop = static_cast<const char *>(nul);
        bool ok = false;
        if (client.held.empty()) {
            ok = take(index, at, std::size_t(stop - at));
        } else {
            client.held.append(at, stop);
            ok = take(index, client.held.data(), client.held.size());
            client.held.clear();
        }
        if (!ok)
            return false;
        at = stop + 1;
    }
    client.held.append(at, end);
    return true;
}

bool FanoutLoad::take(std::size_t index, const char *frame, std::size_t size)
{
    const char *text = frame + size - payloadSize;
    if (size < payloadSize || std::memcmp(text, marker, sizeof marker - 1) != 0)
        return true; // a greeting or a notice
    const auto sender = std::size_t(std::strtoul(text + sizeof marker - 1, nullptr, 10));
    const int number = int(std::strtol(text + sizeof marker + 4, nullptr, 10));
    if (sender >= m_posted.size())
        return fail("a message that nobody sent");
    int &next = m_clients[index].next[sender];
    if (number != next)
        return fail("client " + std::to_string(index) + " got message " + std::to_string(number) +
                    " of sender " + std::to_string(sender) + " where " + std::to_string(next) + " was due");
    ++next;
    ++m_deliveries;
    return index != sender || m_posted[sender] >= m_load.perSender || post(sender);
}

} // namespace tincan::bench
