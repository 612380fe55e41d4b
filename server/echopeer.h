#pragma once

#include "protocol/dialectsniffer.h"
#include "protocol/error.h"
#include "protocol/framer.h"
#include "server/peer.h"
#include "server/ratelimiter.h"

#include <optional>

namespace tincan {

/// The echo service: what a peer says comes back to it, message by message, with the same delimiter.
class EchoPeer final : public Peer
{
public:
    EchoPeer(ConnectionId id, std::unique_ptr<Link> link, const PeerContext &context);

private:
    void received(QByteArrayView bytes) override;
    void ended() override;
    QByteArray lossNotice(int messages) const override;
    void decide(Verdict verdict);
    void serve(QByteArrayView bytes);
    void answer(const Framer::Frame &frame);
    void fail(ErrorCode code, const QString &message);

    DialectSniffer m_sniffer;
    RateLimiter m_limiter;
    std::optional<Framer> m_framer; ///< once the delimiter is known
    Verdict m_dialect = Verdict::NeedMore;
    QByteArray m_delimiter;
    Deadline m_awaitNul;
};

} // namespace tincan
