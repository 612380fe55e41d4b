#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

struct ssl_ctx_st;
struct ssl_st;

namespace tincan {

/// The server's side of TLS on an accepted descriptor. Nothing waits: what cannot be done yet says what has
/// to come first, and is asked for again then.
class TlsStream
{
public:
    /// What fits into one record.
    static constexpr qsizetype mostAtOnce = 16 * 1024;

    enum class State
    {
        Done,
        WantsToRead,
        WantsToWrite,
        Ended, ///< the peer says no more
        Broken ///< and nothing can be said to it
    };

    /// The context must outlive the stream, as must the descriptor, which stays the caller's.
    TlsStream(ssl_ctx_st *context, qintptr descriptor);

    State shakeHands();
    /// Takes what one record brought, at most `most` bytes; `got` is how many.
    State read(char *bytes, qsizetype most, qsizetype &got);
    /// Takes them all, at most mostAtOnce, or wants the same bytes again.
    State write(QByteArrayView bytes);
    /// Tells the peer that no more will be said.
    State end();

    /// As keyFingerprint() gives it; empty where the peer showed no certificate.
    QByteArray peerKey() const;
    /// Why it is broken, in OpenSSL's words; may be empty.
    static QByteArray lastProblem();

private:
    struct Free
    {
        void operator()(ssl_st *ssl) const;
    };

    State stateAfter(int result) const;

    std::unique_ptr<ssl_st, Free> m_ssl;
};

} // namespace tincan
