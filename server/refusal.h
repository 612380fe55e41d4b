#pragma once

#include "protocol/dialectsniffer.h"
#include "protocol/error.h"
#include "server/peer.h"

namespace tincan {

/// A peer that is not let in: it is told why in its own dialect as soon as that is known, or in general after
/// Timing::greetAfter, and closed.
class Refusal final : public Peer
{
public:
    Refusal(ConnectionId id, std::unique_ptr<Link> link, const PeerContext &context, Error reason);

private:
    void received(QByteArrayView bytes) override;
    void paused() override { m_patience.cancel(); }
    void resumed() override { awaitWords(); }
    void awaitWords();
    void say(Verdict dialect);

    Error m_reason;
    DialectSniffer m_sniffer;
    Deadline m_patience;
};

} // namespace tincan
