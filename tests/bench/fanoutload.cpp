#include "tests/bench/fanoutload.h"

#include "tests/bench/loopback.h"

#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace tincan::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int stallMilliseconds = 20'000;
/// What the newcomers bring has to be over: silent ones are listed after a second, and large rooms are told
/// their total once a second.
constexpr int quietMilliseconds = 1'200;
constexpr int connectedAtOnce = 500;

} // namespace

FanoutLoad::FanoutLoad(const Load &load, int port)
    : m_load(load), m_port(port), m_epoll(epoll_create1(0)),
      m_clients(std::size_t(load.clients + load.neverReading)), m_posted(std::size_t(load.senders), 0)
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

std::int64_t FanoutLoad::expected() const
{
    return std::int64_t(m_load.clients) * m_load.senders * m_load.perSender;
}

bool FanoutLoad::connectOne(std::size_t index)
{
    Client &client = m_clients[index];
    client.descriptor = connectToLoopback(m_port);
    client.next.assign(std::size_t(m_load.senders), 0);
    if (client.descriptor < 0)
        return fail(std::string("connect: ") + std::strerror(errno));
    const int on = 1;
    setsockopt(client.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (index < std::size_t(m_load.clients)) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = std::uint64_t(index);
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.descriptor, &event);
    }
    const std::string first = firstFrame(m_load.dialect, index);
    return send(client.descriptor, first.data(), first.size(), MSG_NOSIGNAL) == ssize_t(first.size()) ||
           fail("the first frame could not be sent");
}

bool FanoutLoad::connectAll()
{
    for (std::size_t index = 0; index < m_clients.size(); ++index) {
        if (!connectOne(index) || (index % connectedAtOnce == 0 && !drain(1)))
            return false;
    }
    return drain(quietMilliseconds);
}

bool FanoutLoad::hearNotices(std::int64_t least, int members)
{
    bool quiet = false;
    while (m_notices.frames < least || !allWereTold(members)) {
        if (!waitAndRead(stallMilliseconds, quiet))
            return false;
        if (quiet)
            return fail("nothing came for 20 s, and not everybody was told who is here");
    }
    return true;
}

bool FanoutLoad::allWereTold(int members) const
{
    return m_load.dialect == Dialect::Plain ||
           std::all_of(m_clients.begin(), m_clients.end(),
                       [members](const Client &client) { return client.total == members; });
}

bool FanoutLoad::drain(int milliseconds)
{
    bool quiet = false;
    while (!quiet) {
        if (!waitAndRead(milliseconds, quiet))
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

bool FanoutLoad::readUntil(std::int64_t deliveries)
{
    bool quiet = false;
    while (m_deliveries < deliveries) {
        if (!waitAndRead(stallMilliseconds, quiet))
            return false;
        if (quiet)
            return fail("nothing came for 20 s; " + std::to_string(deliveries - m_deliveries) +
                        " deliveries are missing");
    }
    return true;
}

bool FanoutLoad::run()
{
    m_answersItself = true;
    for (std::size_t sender = 0; sender < m_posted.size(); ++sender) {
        for (int i = 0; i < m_load.inFlight && m_posted[sender] < m_load.perSender; ++i) {
            if (!post(sender))
                return false;
        }
    }
    return readUntil(expected());
}

bool FanoutLoad::runPaced(int perSecond)
{
    const auto start = Clock::now();
    const int all = m_load.senders * m_load.perSender;
    bool quiet = false;
    for (int i = 0; i < all; ++i) {
        const auto due = start + std::chrono::microseconds(1'000'000LL * i / perSecond);
        for (auto now = Clock::now(); now < due; now = Clock::now()) {
            const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - now);
            if (!waitAndRead(int(wait.count()), quiet))
                return false;
        }
        if (!post(std::size_t(i % m_load.senders)))
            return false;
    }
    return readUntil(expected());
}

bool FanoutLoad::runOneByOne(std::vector<double> &microseconds)
{
    for (int i = 0; i < m_load.senders * m_load.perSender; ++i) {
        const auto start = Clock::now();
        if (!post(std::size_t(i % m_load.senders)) || !readUntil(std::int64_t(i + 1) * m_load.clients))
            return false;
        microseconds.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
    return true;
}

bool FanoutLoad::post(std::size_t sender)
{
    const std::string frame = messageFrame(m_load.dialect, sender, m_posted[sender]++);
    return send(m_clients[sender].descriptor, frame.data(), frame.size(), MSG_NOSIGNAL) ==
               ssize_t(frame.size()) ||
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
            ok = take(index, {at, std::size_t(stop - at)});
        } else {
            client.held.append(at, stop);
            ok = take(index, client.held);
            client.held.clear();
        }
        if (!ok)
            return false;
        at = stop + 1;
    }
    client.held.append(at, end);
    return true;
}

bool FanoutLoad::take(std::size_t index, std::string_view frame)
{
    const auto heard = heardIn(frame);
    if (!heard) {
        takePresence(m_clients[index], frame);
        return true;
    }
    if (heard->sender >= m_posted.size())
        return fail("a message that nobody sent");
    int &next = m_clients[index].next[heard->sender];
    if (heard->number != next)
        return fail("client " + std::to_string(index) + " got message " + std::to_string(heard->number) +
                    " of sender " + std::to_string(heard->sender) + " where " + std::to_string(next) +
                    " was due");
    ++next;
    ++m_deliveries;
    const bool isItsOwn = index == heard->sender;
    return !m_answersItself || !isItsOwn || m_posted[heard->sender] >= m_load.perSender ||
           post(heard->sender);
}

void FanoutLoad::takePresence(Client &client, std::string_view frame)
{
    const auto presence = presenceIn(frame);
    if (!presence)
        return;
    client.total = presence->total.value_or(client.total);
    if (!presence->isNotice)
        return;
    ++m_notices.frames;
    m_notices.bytes += std::int64_t(frame.size()) + 1;
}

} // namespace tincan::bench
