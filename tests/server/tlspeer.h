#pragma once

#include "protocol/freeing.h"
#include "protocol/identity.h"

#include <QByteArray>

#include <openssl/ssl.h>

#include <memory>

namespace tincan {

/// A key on this curve, PEM.
QByteArray newKey(const char *curve);

/// A client that speaks TLS to a server on 127.0.0.1, and can do to it what Qt's sockets have no words for.
/// Nothing waits: what is asked for happens as far as it can at once.
class TlsPeer
{
public:
    static constexpr int version12 = TLS1_2_VERSION;
    static constexpr int version13 = TLS1_3_VERSION;

    struct Ways
    {
        int version = version13;
        Identity shown = {};
        QByteArray signsWith = {}; ///< a key of P-256 in place of the certificate's, PEM
        QByteArray alsoShown = {}; ///< one more certificate, PEM
        int times = 1;             ///< how often that
        QByteArray groups = {};    ///< to agree on keys in, as OpenSSL calls them
        bool smallRecords = false; ///< the server must send no larger ones than 512 bytes
    };

    TlsPeer(quint16 port, const Ways &ways);
    ~TlsPeer() { cut(); }
    TlsPeer(const TlsPeer &) = delete;
    TlsPeer &operator=(const TlsPeer &) = delete;

    bool shakeHands(); ///< goes on with it; whether it is finished
    bool say(const QByteArray &bytes);
    void sayInClear(const QByteArray &bytes);
    const QByteArray &heard(); ///< all that came so far
    bool hasEnded();           ///< nothing more can come

    void end(); ///< says no more, and still hears
    void cut(); ///< without a word
    bool changeKeys();
    void negotiateAnew();

    bool couldResume() const;
    int certificatesShown() const; ///< by the server

private:
    bool show(const Ways &ways);

    std::unique_ptr<SSL_CTX, Freeing<SSL_CTX_free>> m_context;
    std::unique_ptr<SSL, Freeing<SSL_free>> m_ssl;
    int m_descriptor;
    QByteArray m_heard;
    bool m_ended = false;
};

} // namespace tincan
