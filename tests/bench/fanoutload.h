#pragma once

#include "tests/bench/speech.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tincan::bench {

/// How much is sent, by whom.
struct Load
{
    int clients = 100;
    int senders = 10;
    int inFlight = 32;   ///< messages of one sender that it has not heard back yet
    int perSender = 100; ///< messages
    Dialect dialect = Dialect::Plain;
    int neverReading = 0; ///< clients besides, who take part and do not read
};

/// What all clients together were told of those who came.
struct Notices
{
    std::int64_t frames = 0;
    std::int64_t bytes = 0;
};

/// Talks to a server on 127.0.0.1 with one epoll loop: every client counts every message of every sender, and
/// a message that is lost, doubled or out of order ends the run.
class FanoutLoad
{
public:
    FanoutLoad(const Load &load, int port);
    ~FanoutLoad();
    FanoutLoad(const FanoutLoad &) = delete;
    FanoutLoad &operator=(const FanoutLoad &) = delete;

    bool connectAll(); ///< and lets the greetings pass
    /// Until so many notices came in all and, but in plain, everybody was told that number of members.
    bool hearNotices(std::int64_t least, int members);
    /// Each until every client has everything, or `error` says why not.
    bool run();
    bool runPaced(int perSecond); ///< the senders take turns
    /// The next message is sent when everybody has this one; answers the microseconds that each took.
    bool runOneByOne(std::vector<double> &microseconds);

    const std::string &error() const { return m_error; }
    std::int64_t deliveries() const { return m_deliveries; }
    const Notices &notices() const { return m_notices; }

private:
    struct Client
    {
        int descriptor = -1;
        std::string held;
        std::vector<int> next; ///< by sender: the number that must come
        int total = 0;         ///< of members, as it was told last
    };

    std::int64_t expected() const;
    bool connectOne(std::size_t index);
    bool readFrom(std::size_t index);
    bool take(std::size_t index, std::string_view frame);
    void takePresence(Client &client, std::string_view frame);
    bool post(std::size_t sender);
    bool drain(int quietMilliseconds);
    bool waitAndRead(int milliseconds, bool &quiet);
    bool allWereTold(int members) const;
    bool readUntil(std::int64_t deliveries);
    bool fail(const std::string &why);

    Load m_load;
    int m_port;
    int m_epoll = -1;
    bool m_answersItself = false; ///< who hears a message of its own sends the next
    std::vector<Client> m_clients;
    std::vector<int> m_posted; ///< by sender
    std::int64_t m_deliveries = 0;
    Notices m_notices;
    std::string m_error;
};

} // namespace tincan::bench
