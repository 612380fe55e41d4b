#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tincan::bench {

struct FreeContext
{
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
struct FreeStream
{
    void operator()(SSL *stream) const { SSL_free(stream); }
};

/// Who clients are, and whom they speak to.
struct TlsTarget
{
    int port = 0;                    ///< on 127.0.0.1
    std::string certificate;         ///< the file that the server shows
    std::string ownCertificate = {}; ///< the files that clients show; none: no certificate
    std::string ownKey = {};
};

/// Clients that speak TLS to a server and wait for what they do. Nothing is resumed, and whoever shows
/// another certificate than the expected one fails.
class TlsCrowd
{
public:
    explicit TlsCrowd(const TlsTarget &target);
    ~TlsCrowd();
    TlsCrowd(const TlsCrowd &) = delete;
    TlsCrowd &operator=(const TlsCrowd &) = delete;

    /// So many come, and stay. False, as with all others, where `error` says why.
    bool connect(int clients);
    /// The clients take turns: one says so many messages at once, and everybody has to hear each, in order.
    bool talk(int turns, int messagesOfTurn);
    /// So many come one after the other and go at once. Each ends with close_notify, and has to hear the
    /// server's: so both sides have finished the handshake.
    bool shakeHands(int times);

    const std::string &error() const { return m_error; }
    std::int64_t deliveries() const { return m_deliveries; }

private:
    struct Client
    {
        int descriptor = -1;
        std::unique_ptr<SSL, FreeStream> stream;
        std::string held;
        int next = 0; ///< the number of the message that must come
    };

    bool connectOne(Client &client);
    bool isExpected(const Client &client);
    bool say(Client &client, const std::string &bytes);
    bool hearUntil(Client &client, int number);
    bool take(Client &client);
    bool part(Client &client);
    bool fail(const std::string &why);

    std::unique_ptr<SSL_CTX, FreeContext> m_context;
    int m_port;
    std::string m_expected; ///< DER
    std::vector<Client> m_clients;
    std::int64_t m_deliveries = 0;
    int m_said = 0;
    std::string m_error;
};

} // namespace tincan::bench
