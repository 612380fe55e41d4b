#pragma once

#include "ui/client/knownhosts.h"
#include "ui/client/transport.h"

#include <optional>

namespace tincan {

struct ClientOptions;

/// Decides for each attempt to connect whether it is encrypted, and which key the server must have: the one
/// that the invite names, else the one that was seen before, else any. One that the system's authorities
/// vouched for may be followed by another that they vouch for. Who was spoken to with encryption once is
/// never spoken to in clear again.
class HostKeyPolicy
{
public:
    void begin() { m_offered = false; } ///< another server, or the same asked for anew

    /// Nothing: what the options allow is not what the server has to be spoken to in.
    std::optional<TlsDemand> demand(const ClientOptions &options) const;

    /// It was spoken to with encryption before, or the address names its key.
    static bool isPromised(const ClientOptions &options);

    /// A server that was reached in clear says that it offers TLS. Answers whether to begin again.
    bool upgrades(const ClientOptions &options);

    /// The server said itself that it offers TLS.
    bool isOffered() const { return m_offered; }

    /// An encrypted connection stands.
    void trust(const ClientOptions &options, const ServerKey &key);

private:
    bool m_offered = false;
};

} // namespace tincan
