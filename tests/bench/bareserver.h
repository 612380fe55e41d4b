#pragma once

#include <cstdint>

namespace tincan::bench {

/// A server of one thread and one epoll set, on a free port of 127.0.0.1: what a real one is measured
/// against. Everything that is ready is looked at first, then the turn ends.
class BareServer
{
public:
    BareServer();
    virtual ~BareServer() = default;
    BareServer(const BareServer &) = delete;
    BareServer &operator=(const BareServer &) = delete;

    /// Prints "listening on ADDRESS:PORT", and serves until the process is killed. Answers the status to end
    /// with where it cannot listen.
    int serve();

protected:
    void watch(int descriptor, std::uint32_t events); ///< that is connected

private:
    /// A connection from this port is there, not blocking; it is watched for what comes.
    virtual void accepted(int descriptor, std::uint16_t port) = 0;
    virtual void ready(int descriptor, std::uint32_t events) = 0;
    virtual void endTurn() = 0;

    bool listen();
    void control(int operation, int descriptor, std::uint32_t events);
    void accept();

    int m_epoll;
    int m_listener = -1;
    std::uint16_t m_port = 0;
};

} // namespace tincan::bench
