#include "ui/client/hostkeypolicy.h"

#include "ui/client/roomclient.h"

namespace tincan {

namespace {

using Encryption = ClientOptions::Encryption;

std::optional<ServerKey> knownKey(const ClientOptions &options)
{
    return options.knownHosts ? options.knownHosts->find(options.address.host, options.address.port)
                              : std::nullopt;
}

} // namespace

std::optional<TlsDemand> HostKeyPolicy::demand(const ClientOptions &options) const
{
    const QByteArray named = options.address.fingerprint.toHex();
    if (options.ownHost) {
        return TlsDemand{options.encryption == Encryption::Always, named};
    }
    const auto known = knownKey(options);
    const bool needed = !named.isEmpty() || known;
    if (options.encryption == Encryption::Never) {
        return needed ? std::nullopt : std::optional(TlsDemand());
    }
    TlsDemand demand{needed || m_offered || options.encryption == Encryption::Always, named};
    if (named.isEmpty() && known && !known->forOneRun) {
        demand.key = known->fingerprint;
        demand.orVouchedFor = known->vouchedFor;
    }
    return demand;
}

bool HostKeyPolicy::isPromised(const ClientOptions &options)
{
    return !options.ownHost && (!options.address.fingerprint.isEmpty() || knownKey(options));
}

bool HostKeyPolicy::upgrades(const ClientOptions &options)
{
    if (m_offered || options.ownHost || options.encryption == Encryption::Never) {
        return false;
    }
    m_offered = true;
    return true;
}

void HostKeyPolicy::trust(const ClientOptions &options, const ServerKey &key)
{
    if (!key.fingerprint.isEmpty() && !options.ownHost && options.knownHosts) {
        options.knownHosts->remember(options.address.host, options.address.port, key);
    }
}

} // namespace tincan
