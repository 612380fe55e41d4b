#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

namespace tincan::bench {

/// A server under measurement, as a process of its own.
class ServerProcess
{
public:
    /// One that prints "listening on ADDRESS:PORT" when it is ready.
    explicit ServerProcess(const std::vector<std::string> &command);
    /// One that says nothing; whoever visits it may have to wait until it listens there. Its standard input
    /// stays open, and nothing comes.
    ServerProcess(const std::vector<std::string> &command, int port);
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    int port() const { return m_port; }   ///< 0 where it did not start
    std::int64_t cpuNanoseconds() const;  ///< of all its threads, so far
    std::int64_t memoryKilobytes() const; ///< that is its own: what it allocated and uses

private:
    pid_t m_pid = -1;
    int m_port = 0;
    int m_input = -1;
};

} // namespace tincan::bench
