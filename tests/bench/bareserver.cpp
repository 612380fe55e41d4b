#include "tests/bench/bareserver.h"

#include "tests/bench/descriptorlimit.h"
#include "tests/bench/loopback.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>
#include <csignal>
#include <cstdio>

namespace tincan::bench {

BareServer::BareServer() : m_epoll(epoll_create1(0)) {}

int BareServer::serve()
{
    signal(SIGPIPE, SIG_IGN);
    raiseDescriptorLimit();
    if (!listen()) {
        std::perror("listen");
        return 1;
    }
    std::printf("listening on 127.0.0.1:%d\n", int(m_port));
    std::fflush(stdout);
    std::array<epoll_event, 512> events;
    for (;;) {
        const int count = epoll_wait(m_epoll, events.data(), int(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[std::size_t(i)];
            if (event.data.fd == m_listener)
                accept();
            else
                ready(event.data.fd, event.events);
        }
        endTurn();
    }
}

bool BareServer::listen()
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 ||
        ::listen(m_listener, 4096) != 0)
        return false;
    getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    control(EPOLL_CTL_ADD, m_listener, EPOLLIN);
    return true;
}

void BareServer::watch(int descriptor, std::uint32_t events)
{
    control(EPOLL_CTL_MOD, descriptor, events);
}

void BareServer::control(int operation, int descriptor, std::uint32_t events)
{
    epoll_event event{};
    event.events = events;
    event.data.fd = descriptor;
    epoll_ctl(m_epoll, operation, descriptor, &event);
}

void BareServer::accept()
{
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    int descriptor = 0;
    while ((descriptor = accept4(m_listener, reinterpret_cast<sockaddr *>(&peer), &size, SOCK_NONBLOCK)) >=
           0) {
        const int on = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        accepted(descriptor, ntohs(peer.sin_port));
        control(EPOLL_CTL_ADD, descriptor, EPOLLIN);
    }
}

} // namespace tincan::bench
