#pragma once

#include "server/handshakes.h"
#include "server/hostoptions.h"

#include <QSslConfiguration>

#include <memory>

namespace tincan {

/// What a server offers to those who speak TLS: version 1.2 or 1.3, ciphers with forward secrecy that
/// authenticate what they hide, and its identity. A peer may show a certificate of its own; whose it is, and
/// who signed it, is no matter of TLS.
class TlsOffer
{
public:
    /// Whether this system can speak TLS at all.
    static bool isPossible();

    /// Nothing where the options have no identity, or none that this system's TLS can use. All must outlive
    /// the offer.
    static std::unique_ptr<TlsOffer> make(const HostOptions &options, const Clock &clock,
                                          DeadlineQueue &deadlines);

    const QSslConfiguration &configuration() const { return m_configuration; }
    Handshakes &handshakes() { return m_handshakes; }

private:
    TlsOffer(const QSslConfiguration &configuration, const HostOptions &options, const Clock &clock,
             DeadlineQueue &deadlines);

    QSslConfiguration m_configuration;
    Handshakes m_handshakes;
};

} // namespace tincan
