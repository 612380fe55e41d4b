#pragma once

#include "server/handshakes.h"
#include "server/hostoptions.h"
#include "server/tlscontext.h"

#include <memory>

namespace tincan {

/// What a server has for those who speak TLS: its identity, and a place for so many handshakes.
class TlsOffer
{
public:
    /// Nothing where the options have no identity, or none that will do. All must outlive the offer.
    static std::unique_ptr<TlsOffer> make(const HostOptions &options, const Clock &clock,
                                          DeadlineQueue &deadlines);

    const TlsContext &context() const { return *m_context; }
    Handshakes &handshakes() { return m_handshakes; }

private:
    TlsOffer(std::unique_ptr<TlsContext> context, const HostOptions &options, const Clock &clock,
             DeadlineQueue &deadlines);

    std::unique_ptr<TlsContext> m_context;
    Handshakes m_handshakes;
};

} // namespace tincan
