#include "server/tlsstream.h"

#include "protocol/identity.h"
#include "server/socketbio.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace tincan {

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
    return certificate ? keyFingerprint(*certificate) : QByteArray();
}

QByteArray TlsStream::lastProblem()
{
    const char *const reason = ERR_reason_error_string(ERR_peek_last_error());
    return reason ? QByteArray(reason) : QByteArray();
}

} // namespace tincan
