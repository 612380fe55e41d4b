#include "server/tlsstream.h"

#include "protocol/identity.h"
#include "server/socketbio.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>

namespace tincan {

namespace {

/// Before the two coordinates of a key of P-256: a public key of an elliptic curve, on this curve, 66 bytes,
/// none of them filled up, both coordinates.
constexpr char headOfP256[] =
    "\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d"
    "\x03\x01\x07\x03\x42\x00\x04";
constexpr qsizetype sizeOfP256 = 91;

template <typename Encode, typename Thing>
QByteArray encoded(Encode encode, Thing *thing)
{
    unsigned char *der = nullptr;
    const int size = encode(thing, &der);
    QByteArray bytes(reinterpret_cast<const char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    return bytes;
}

/// As OpenSSL encodes it. That takes it a third of a handshake, and changes nothing in the keys that most
/// people have.
QByteArray publicKeyIn(X509 *certificate)
{
    const QByteArray given = encoded(i2d_X509_PUBKEY, X509_get_X509_PUBKEY(certificate));
    const bool isPlain =
        given.size() == sizeOfP256 && given.startsWith(QByteArrayView(headOfP256, sizeof headOfP256 - 1));
    return isPlain ? given : encoded(i2d_PUBKEY, X509_get0_pubkey(certificate));
}

} // namespace

void TlsStream::Free::operator()(ssl_st *ssl) const
{
    SSL_free(ssl);
}

TlsStream::TlsStream(ssl_ctx_st *context, qintptr descriptor) : m_ssl(SSL_new(context))
{
    BIO *const bio = m_ssl ? newSocketBio(descriptor) : nullptr;
    if (!bio) {
        m_ssl.reset();
        return;
    }
    SSL_set_bio(m_ssl.get(), bio, bio);
    SSL_set_accept_state(m_ssl.get());
}

TlsStream::State TlsStream::shakeHands()
{
    ERR_clear_error();
    return m_ssl ? stateAfter(SSL_do_handshake(m_ssl.get())) : State::Broken;
}

TlsStream::State TlsStream::read(char *bytes, qsizetype most, qsizetype &got)
{
    ERR_clear_error();
    std::size_t size = 0;
    const State state = stateAfter(SSL_read_ex(m_ssl.get(), bytes, std::size_t(most), &size));
    got = qsizetype(size);
    return state;
}

TlsStream::State TlsStream::write(QByteArrayView bytes)
{
    ERR_clear_error();
    std::size_t size = 0;
    return stateAfter(SSL_write_ex(m_ssl.get(), bytes.data(), std::size_t(bytes.size()), &size));
}

TlsStream::State TlsStream::end()
{
    ERR_clear_error();
    const int result = SSL_shutdown(m_ssl.get());
    return result < 0 ? stateAfter(result) : State::Done; // the peer's own end is not waited for
}

TlsStream::State TlsStream::stateAfter(int result) const
{
    switch (SSL_get_error(m_ssl.get(), result)) {
    case SSL_ERROR_NONE:
        return State::Done;
    case SSL_ERROR_WANT_READ:
        return State::WantsToRead;
    case SSL_ERROR_WANT_WRITE:
        return State::WantsToWrite;
    case SSL_ERROR_ZERO_RETURN:
        return State::Ended;
    default:
        return State::Broken;
    }
}

QByteArray TlsStream::peerKey() const
{
    X509 *const certificate = SSL_get0_peer_certificate(m_ssl.get());
    const QByteArray key = certificate ? publicKeyIn(certificate) : QByteArray();
    ERR_clear_error();
    return key.isEmpty() ? key : keyFingerprint(key);
}

QByteArray TlsStream::lastProblem()
{
    const char *const reason = ERR_reason_error_string(ERR_peek_last_error());
    return reason ? QByteArray(reason) : QByteArray();
}

} // namespace tincan
