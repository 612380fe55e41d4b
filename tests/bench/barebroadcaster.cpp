// The limit that the server is measured against: one thread, one epoll set, no names, no rooms, no limits.
// What one client says, up to NUL, goes to all with the speaker's port in front. Everything that is ready is
// read first; what the turn brought stands in one shared log, and each client is sent its part with one call.

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
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

class Broadcaster
{
public:
    Broadcaster() : m_epoll(epoll_create1(0)) {}

    int listen()
    {
        m_listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 ||
            ::listen(m_listener, 4096) != 0)
            return -1;
        getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        watch(m_listener, EPOLLIN, EPOLL_CTL_ADD);
        return ntohs(address.sin_port);
    }

    void run()
    {
        std::array<epoll_event, 512> ready;
        for (;;) {
            const int count = epoll_wait(m_epoll, ready.data(), int(ready.size()), -1);
            for (int i = 0; i < count; ++i)
                handle(ready[std::size_t(i)]);
            flush();
        }
    }

private:
    void watch(int descriptor, std::uint32_t events, int operation)
    {
        epoll_event event{};
        event.events = events;
        event.data.fd = descriptor;
        epoll_ctl(m_epoll, operation, descriptor, &event);
    }

    void handle(const epoll_event &event)
    {
        if (event.data.fd == m_listener)
            return accept();
        if ((event.events & EPOLLIN) && !read(event.data.fd))
            return drop(event.data.fd);
        if (event.events & EPOLLOUT)
            send(event.data.fd, m_clients[event.data.fd]);
    }

    void accept()
    {
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        int descriptor = 0;
        while ((descriptor =
                    accept4(m_listener, reinterpret_cast<sockaddr *>(&peer), &size, SOCK_NONBLOCK)) >= 0) {
            const int on = 1;
            setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            Client &client = m_clients[descriptor];
            client.prefix = "guest-" + std::to_string(ntohs(peer.sin_port)) + ": ";
            client.cursor = m_dropped + m_log.size();
            watch(descriptor, EPOLLIN, EPOLL_CTL_ADD);
        }
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
            watch(descriptor, behind ? EPOLLIN | EPOLLOUT : EPOLLIN, EPOLL_CTL_MOD);
        }
    }

    void flush()
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

    int m_epoll;
    int m_listener = -1;
    std::unordered_map<int, Client> m_clients;
    std::string m_log;
    std::uint64_t m_dropped = 0; // bytes that stood before m_log's first
};

} // namespace

int main()
{
    signal(SIGPIPE, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);

    Broadcaster broadcaster;
    const int port = broadcaster.listen();
    if (port < 0) {
        std::perror("listen");
        return 1;
    }
    std::printf("listening on 127.0.0.1:%d\n", port);
    std::fflush(stdout);
    broadcaster.run();
}
