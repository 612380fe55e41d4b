#pragma once

#include "protocol/identity.h"

#include <memory>

struct ssl_ctx_st;

namespace tincan {

/// What all TLS of a server has in common, made once: version 1.2 or 1.3, ciphers with forward secrecy that
/// authenticate what they hide, the server's certificate with those that lead to its issuer, and its key.
/// Nothing is resumed or negotiated anew. A peer may show a certificate of its own, and has to prove that it
/// has the key to it; whose it is, and who signed it, is no matter of TLS.
class TlsContext
{
public:
    /// Null where the identity will not do. May be shared by the streams of one thread, and outlives them.
    static std::unique_ptr<TlsContext> make(const Identity &identity);

    ssl_ctx_st *get() const { return m_context.get(); }

private:
    struct Free
    {
        void operator()(ssl_ctx_st *context) const;
    };

    TlsContext();
    bool show(const Identity &identity);

    std::unique_ptr<ssl_ctx_st, Free> m_context;
};

} // namespace tincan
