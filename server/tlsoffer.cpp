#include "server/tlsoffer.h"

#include <utility>

namespace tincan {

TlsOffer::TlsOffer(std::unique_ptr<TlsContext> context, const HostOptions &options, const Clock &clock,
                   DeadlineQueue &deadlines)
    : m_context(std::move(context)),
      m_handshakes(clock, deadlines,
                   {options.limits.maxHandshakes, options.timing.handshake, options.timing.handshakeYields})
{
}

std::unique_ptr<TlsOffer> TlsOffer::make(const HostOptions &options, const Clock &clock,
                                         DeadlineQueue &deadlines)
{
    auto context = options.offersTls() ? TlsContext::make(options.identity) : nullptr;
    if (!context)
        return nullptr;
    return std::unique_ptr<TlsOffer>(new TlsOffer(std::move(context), options, clock, deadlines));
}

} // namespace tincan
