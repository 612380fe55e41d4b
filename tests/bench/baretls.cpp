// What encrypted connections cost by themselves: OpenSSL on one epoll loop, with the usual modes and no
// names, no rooms, no limits. It shows its certificate, asks for one and takes any. What one client says, up
// to NUL, goes to all; each gets what the turn brought as one record.
//
//     bench_baretls CERTIFICATE KEY

#include "tests/bench/bareserver.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>

namespace {

constexpr std::size_t mostAtOnce = 16 * 1024; // a record

SSL_CTX *contextFor(const char *certificate, const char *key)
{
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION |
                                     SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                  SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(
        context, [](X509_STORE_CTX *, void *) { return 1; }, nullptr);
    const bool ok = SSL_CTX_use_certificate_chain_file(context, certificate) == 1 &&
                    SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) == 1;
    return ok ? context : nullptr;
}

struct Client
{
    SSL *ssl = nullptr;
    bool isEncrypted = false;
    std::string unfinished; // what came after the last NUL
    std::string unsent;
};

class Broadcaster final : public tincan::bench::BareServer
{
public:
    explicit Broadcaster(SSL_CTX *context) : m_context(context) {}

private:
    void ready(int descriptor, std::uint32_t events) override
    {
        ERR_clear_error();
        Client &client = m_clients[descriptor];
        if ((events & EPOLLIN) && !(client.isEncrypted ? read(client) : shakeHands(client)))
            return drop(descriptor, client);
        if (events & EPOLLOUT)
            send(client, {});
    }

    void accepted(int descriptor, std::uint16_t) override
    {
        Client &client = m_clients[descriptor];
        client.ssl = SSL_new(m_context);
        SSL_set_fd(client.ssl, descriptor);
    }

    /// What it has to say is short: the system always takes it.
    bool shakeHands(Client &client)
    {
        const int done = SSL_accept(client.ssl);
        client.isEncrypted = done == 1;
        return client.isEncrypted ? read(client) : SSL_get_error(client.ssl, done) == SSL_ERROR_WANT_READ;
    }

    bool read(Client &client)
    {
        char buffer[mostAtOnce];
        int got = 0;
        while ((got = SSL_read(client.ssl, buffer, sizeof buffer)) > 0) {
            const std::string_view came(buffer, std::size_t(got));
            const std::size_t end = came.rfind('\0') + 1; // 0 where there is none
            if (end > 0) {
                m_log += client.unfinished;
                m_log += came.substr(0, end);
                client.unfinished.clear();
            }
            client.unfinished += came.substr(end);
        }
        return SSL_get_error(client.ssl, got) == SSL_ERROR_WANT_READ;
    }

    void send(Client &client, std::string_view more)
    {
        const bool waited = !client.unsent.empty();
        if (waited) {
            client.unsent += more;
            more = client.unsent;
        }
        while (!more.empty()) {
            const int sent = SSL_write(client.ssl, more.data(), int(std::min(more.size(), mostAtOnce)));
            if (sent <= 0)
                break;
            more.remove_prefix(std::size_t(sent));
        }
        const bool waits = !more.empty();
        client.unsent = std::string(more);
        if (waits != waited)
            watch(SSL_get_fd(client.ssl), waits ? EPOLLIN | EPOLLOUT : EPOLLIN);
    }

    void endTurn() override
    {
        if (m_log.empty())
            return;
        for (auto &[descriptor, client] : m_clients) {
            if (client.isEncrypted)
                send(client, m_log);
        }
        m_log.clear();
    }

    void drop(int descriptor, Client &client)
    {
        SSL_shutdown(client.ssl);
        SSL_free(client.ssl);
        m_clients.erase(descriptor);
        close(descriptor);
    }

    SSL_CTX *m_context;
    std::unordered_map<int, Client> m_clients;
    std::string m_log; // of this turn
};

} // namespace

int main(int argc, char **argv)
{
    SSL_CTX *context = argc == 3 ? contextFor(argv[1], argv[2]) : nullptr;
    if (!context) {
        std::fprintf(stderr, "usage: bench_baretls CERTIFICATE KEY\n");
        return 2;
    }
    return Broadcaster(context).serve();
}
