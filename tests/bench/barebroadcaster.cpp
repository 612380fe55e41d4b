// The limit that the server is measured against: one thread, one epoll set, no names, no rooms, no limits.
// What one client says, up to NUL, goes to all with the speaker's port in front. Everything that is ready is
// read first; what the turn brought stands in one shared log, and each client is sent its part with one call.

#include "tests/bench/bareserver.h"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <unordered_map>

namespace {

struct Client
{
    std::string prefix;       // "guest-PORT: "
    std::string unfinished;   // what came after the last NUL
    std::uint64_t cursor = 0; // position in the log, in bytes since the start
    bool waitsForRoom = false;
};

class Broadcaster final : public tincan::bench::BareServer
{
    void ready(int descriptor, std::uint32_t events) override
    {
        if ((events & EPOLLIN) && !read(descriptor))
            return drop(descriptor);
        if (events & EPOLLOUT)
            send(descriptor, m_clients[descriptor]);
    }

    void accepted(int descriptor, std::uint16_t port) override
    {
        Client &client = m_clients[descriptor];
        client.prefix = "guest-" + std::to_string(port) + ": ";
        client.cursor = m_dropped + m_log.size();
    }

    bool read(int descriptor)
    {
        char buffer[64 * 1024];
        const ssize_t got = recv(descriptor, buffer, sizeof buffer, 0);
        if (got <= 0)
            return got < 0 && errno == EAGAIN;
        Client &client = m_clients[descriptor];
        const char *at = buffer;
        const char *const end = buffer + got;
        while (const void *nul = memchr(at, 0, std::size_t(end - at))) {
            const char *stop = static_cast<const char *>(nul) + 1;
            m_log += client.prefix;
            m_log += client.unfinished;
            m_log.append(at, stop);
            client.unfinished.clear();
            at = stop;
        }
        client.unfinished.append(at, end);
        return true;
    }

    void send(int descriptor, Client &client)
    {
        const std::uint64_t end = m_dropped + m_log.size();
        if (client.cursor == end)
            return;
        const char *from = m_log.data() + (client.cursor - m_dropped);
        const ssize_t sent = ::send(descriptor, from, end - client.cursor, MSG_NOSIGNAL);
        if (sent > 0)
            client.cursor += std::uint64_t(sent);
        const bool behind = client.cursor != end;
        if (behind != client.waitsForRoom) {
            client.waitsForRoom = behind;
            watch(descriptor, behind ? EPOLLIN | EPOLLOUT : EPOLLIN);
        }
    }

    void endTurn() override
    {
        if (m_log.empty())
            return;
        std::uint64_t slowest = m_dropped + m_log.size();
        for (auto &[descriptor, client] : m_clients) {
            if (!client.waitsForRoom)
                send(descriptor, client);
            slowest = std::min(slowest, client.cursor);
        }
        if (slowest - m_dropped == m_log.size() || slowest - m_dropped > 1024 * 1024) {
            m_log.erase(0, slowest - m_dropped);
            m_dropped = slowest;
        }
    }

    void drop(int descriptor)
    {
        m_clients.erase(descriptor);
        close(descriptor);
    }

    std::unordered_map<int, Client> m_clients;
    std::string m_log;
    std::uint64_t m_dropped = 0; // bytes that stood before m_log's first
};

} // namespace

int main()
{
    return Broadcaster().serve();
}
