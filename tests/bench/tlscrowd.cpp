#include "tests/bench/tlscrowd.h"

#include "tests/bench/loopback.h"
#include "tests/bench/speech.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace tincan::bench {

namespace {

constexpr timeval stall{20, 0}; ///< longer than any wait

std::string derOf(X509 *certificate)
{
    unsigned char *bytes = nullptr;
    const int size = i2d_X509(certificate, &bytes);
    const std::string der(reinterpret_cast<const char *>(bytes), std::size_t(std::max(size, 0)));
    OPENSSL_free(bytes);
    return der;
}

std::string derIn(const std::string &path)
{
    FILE *file = std::fopen(path.c_str(), "r");
    X509 *certificate = file ? PEM_read_X509(file, nullptr, nullptr, nullptr) : nullptr;
    if (file)
        std::fclose(file);
    const std::string der = certificate ? derOf(certificate) : std::string();
    X509_free(certificate);
    return der;
}

} // namespace

TlsCrowd::TlsCrowd(const TlsTarget &target)
    : m_context(SSL_CTX_new(TLS_client_method())), m_port(target.port), m_expected(derIn(target.certificate))
{
    SSL_CTX_set_session_cache_mode(m_context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(m_context.get(), SSL_MODE_RELEASE_BUFFERS);
    if (!target.ownKey.empty() &&
        (SSL_CTX_use_certificate_file(m_context.get(), target.ownCertificate.c_str(), SSL_FILETYPE_PEM) !=
             1 ||
         SSL_CTX_use_PrivateKey_file(m_context.get(), target.ownKey.c_str(), SSL_FILETYPE_PEM) != 1))
        m_expected.clear();
}

TlsCrowd::~TlsCrowd()
{
    for (const Client &client : m_clients)
        close(client.descriptor);
}

bool TlsCrowd::fail(const std::string &why)
{
    std::array<char, 256> reason{};
    const unsigned long code = ERR_get_error();
    ERR_error_string_n(code, reason.data(), reason.size());
    m_error = code == 0 ? why : why + ": " + reason.data();
    return false;
}

bool TlsCrowd::connectOne(Client &client)
{
    ERR_clear_error();
    client.descriptor = connectToLoopback(m_port);
    if (client.descriptor < 0)
        return fail("a client could not connect");
    const int on = 1;
    setsockopt(client.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(client.descriptor, SOL_SOCKET, SO_RCVTIMEO, &stall, sizeof stall);
    client.stream.reset(SSL_new(m_context.get()));
    SSL_set_fd(client.stream.get(), client.descriptor);
    if (SSL_connect(client.stream.get()) != 1)
        return fail("a handshake failed");
    return isExpected(client);
}

bool TlsCrowd::isExpected(const Client &client)
{
    X509 *shown = SSL_get1_peer_certificate(client.stream.get());
    const bool isIt = shown && !m_expected.empty() && derOf(shown) == m_expected;
    X509_free(shown);
    if (!isIt)
        return fail("the server's certificate is another one, or a file was not readable");
    return SSL_session_reused(client.stream.get()) == 0 || fail("a session was resumed");
}

bool TlsCrowd::connect(int clients)
{
    const std::string first = firstFrame(Dialect::Plain, 0);
    while (int(m_clients.size()) < clients) {
        m_clients.emplace_back();
        if (!connectOne(m_clients.back()) || !say(m_clients.back(), first))
            return false;
    }
    return true;
}

bool TlsCrowd::say(Client &client, const std::string &bytes)
{
    return SSL_write(client.stream.get(), bytes.data(), int(bytes.size())) == int(bytes.size()) ||
           fail("a message could not be sent");
}

bool TlsCrowd::talk(int turns, int messagesOfTurn)
{
    for (int turn = 0; turn < turns; ++turn) {
        std::string said;
        for (int i = 0; i < messagesOfTurn; ++i)
            said += messageFrame(Dialect::Plain, 0, m_said++);
        if (!say(m_clients[std::size_t(turn) % m_clients.size()], said))
            return false;
        for (Client &client : m_clients) {
            if (!hearUntil(client, m_said))
                return false;
        }
    }
    return true;
}

bool TlsCrowd::hearUntil(Client &client, int number)
{
    while (client.next < number) {
        std::array<char, 16 * 1024> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init)
        const int got = SSL_read(client.stream.get(), buffer.data(), int(buffer.size()));
        if (got <= 0)
            return fail("a message did not come, or the server closed a connection");
        client.held.append(buffer.data(), std::size_t(got));
        if (!take(client))
            return false;
    }
    return client.next == number || fail("more was heard than was said");
}

/// Counts the whole frames of what is held.
bool TlsCrowd::take(Client &client)
{
    std::size_t start = 0;
    for (std::size_t end = 0; (end = client.held.find('\0', start)) != std::string::npos; start = end + 1) {
        const auto heard = heardIn(std::string_view(client.held).substr(start, end - start));
        if (!heard)
            continue;
        if (heard->number != client.next)
            return fail("message " + std::to_string(heard->number) + " came where " +
                        std::to_string(client.next) + " was due");
        ++client.next;
        ++m_deliveries;
    }
    client.held.erase(0, start);
    if (client.held.empty())
        client.held.shrink_to_fit();
    return true;
}

bool TlsCrowd::shakeHands(int times)
{
    for (int i = 0; i < times; ++i) {
        Client client;
        const bool ok = connectOne(client) && part(client);
        close(client.descriptor);
        if (!ok)
            return false;
    }
    return true;
}

bool TlsCrowd::part(Client &client)
{
    SSL_shutdown(client.stream.get());
    char byte = 0;
    const int got = SSL_read(client.stream.get(), &byte, 1);
    return SSL_get_error(client.stream.get(), got) == SSL_ERROR_ZERO_RETURN ||
           fail("a connection did not end in good order");
}

} // namespace tincan::bench
