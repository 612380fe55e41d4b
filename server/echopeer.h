#pragma once

#include "protocol/dialectsniffer.h"
#include "protocol/framer.h"
#include "server/peer.h"

#include <optional>

namespace tincan {

/// The echo service: what a peer says comes back to it, message by message, with the same
/// delimiter. No flood limit: who floods hears nobody but itself.
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

    DialectSniffer m_sniffer;
    std::optional<Framer> m_framer; ///< once the delimiter is known
    Verdict m_dialect = Verdict::NeedMore;
    QByteArray m_delimiter;
    Deadline m_awaitNul;
};

} // namespace tincan
