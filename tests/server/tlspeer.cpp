#include "tests/server/tlspeer.h"

#include "protocol/pem.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <QtGlobal>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

namespace tincan {

namespace {

using pem::Bio;
using pem::Certificate;
using pem::Key;

Certificate readCertificate(const QByteArray &text)
{
    return pem::nextCertificate(pem::reading(text));
}

/// What passes for the key of `shown` until it signs something.
Key pretended(const Key &shown, const Key &signer)
{
    std::array<unsigned char, 65> point{}; // of P-256, not compressed
    std::size_t size = 0;
    EVP_PKEY_get_octet_string_param(shown.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &size);
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(signer.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number);
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
    OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point.data(), size);
    OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_PRIV_KEY, number);
    OSSL_PARAM *const parts = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX *const maker = EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata_init(maker);
    EVP_PKEY_fromdata(maker, &key, EVP_PKEY_KEYPAIR, parts);
    EVP_PKEY_CTX_free(maker);
    OSSL_PARAM_free(parts);
    OSSL_PARAM_BLD_free(builder);
    BN_clear_free(number);
    return Key(key);
}

int connectedTo(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot connect over loopback");
    ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
    return descriptor;
}

} // namespace

QByteArray newKey(const char *curve)
{
    const Key key(EVP_EC_gen(curve));
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

TlsPeer::TlsPeer(quint16 port, const Ways &ways)
    : m_context(SSL_CTX_new(TLS_client_method())), m_descriptor(connectedTo(port))
{
    std::signal(SIGPIPE, SIG_IGN); // of OpenSSL's own sockets
    SSL_CTX_set_min_proto_version(m_context.get(), ways.version);
    SSL_CTX_set_max_proto_version(m_context.get(), ways.version);
    if (ways.smallRecords)
        SSL_CTX_set_tlsext_max_fragment_length(m_context.get(), TLSEXT_max_fragment_length_512);
    if (!ways.groups.isEmpty())
        SSL_CTX_set1_groups_list(m_context.get(), ways.groups.constData());
    if (!ways.shown.isEmpty() && !show(ways))
        qFatal("a certificate cannot be shown");
    m_ssl.reset(SSL_new(m_context.get()));
    SSL_set_fd(m_ssl.get(), m_descriptor);
    SSL_set_connect_state(m_ssl.get());
}

bool TlsPeer::show(const Ways &ways)
{
    const Certificate own = readCertificate(ways.shown.certificate);
    Key key = pem::key(ways.shown.key);
    if (!ways.signsWith.isEmpty())
        key = pretended(key, pem::key(ways.signsWith));
    bool done = SSL_CTX_use_certificate(m_context.get(), own.get()) == 1 &&
                SSL_CTX_use_PrivateKey(m_context.get(), key.get()) == 1;
    if (ways.alsoShown.isEmpty())
        return done;
    const Certificate more = readCertificate(ways.alsoShown);
    for (int i = 0; done && i < ways.times; ++i)
        done = SSL_CTX_add1_chain_cert(m_context.get(), more.get()) == 1;
    return done;
}

bool TlsPeer::shakeHands()
{
    ERR_clear_error();
    return SSL_do_handshake(m_ssl.get()) == 1;
}

bool TlsPeer::say(const QByteArray &bytes)
{
    ERR_clear_error();
    return SSL_write(m_ssl.get(), bytes.constData(), int(bytes.size())) == bytes.size();
}

void TlsPeer::sayInClear(const QByteArray &bytes)
{
    if (::send(m_descriptor, bytes.constData(), std::size_t(bytes.size()), 0) != bytes.size())
        qFatal("cannot send over loopback");
}

const QByteArray &TlsPeer::heard()
{
    std::array<char, 16 * 1024> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init)
    int got = 1;
    while (!m_ended && got > 0) {
        ERR_clear_error();
        got = SSL_read(m_ssl.get(), buffer.data(), int(buffer.size()));
        m_heard.append(buffer.data(), std::max(got, 0));
        m_ended = got <= 0 && SSL_get_error(m_ssl.get(), got) != SSL_ERROR_WANT_READ;
    }
    return m_heard;
}

bool TlsPeer::hasEnded()
{
    heard();
    return m_ended;
}

void TlsPeer::end()
{
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
}

void TlsPeer::cut()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    m_ended = true;
}

bool TlsPeer::changeKeys()
{
    return SSL_key_update(m_ssl.get(), SSL_KEY_UPDATE_REQUESTED) == 1 && shakeHands();
}

void TlsPeer::negotiateAnew()
{
    SSL_renegotiate(m_ssl.get());
    shakeHands();
}

bool TlsPeer::couldResume() const
{
    return SSL_SESSION_is_resumable(SSL_get0_session(m_ssl.get())) == 1;
}

int TlsPeer::certificatesShown() const
{
    return sk_X509_num(SSL_get_peer_cert_chain(m_ssl.get()));
}

} // namespace tincan
