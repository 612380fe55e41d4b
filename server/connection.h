#pragma once

#include "protocol/dialectsniffer.h"
#include "protocol/framer.h"
#include "protocol/jsonvocabulary.h"
#include "server/broadcast.h"
#include "server/courier.h"
#include "server/messagetally.h"
#include "server/peer.h"
#include "server/ratelimiter.h"
#include "server/sessionevents.h"

#include <QList>

#include <memory>
#include <optional>

namespace tincan {

/// A peer that takes part: finds out its dialect, turns its bytes into commands and what is said into its
/// bytes. Reports whole commands; who the peer is and what it may do is the hub's business.
class Connection final : public Peer
{
public:
    /// `events` and `broadcast` must outlive the connection.
    Connection(ConnectionId id, std::unique_ptr<Link> link, const PeerContext &context, SessionEvents &events,
               Broadcast &broadcast);
    ~Connection() override;

    /// Reports the arrival, and starts waiting for the first words. Called again when it is encrypted.
    void start();

    void send(const ServerEvent &event);
    void send(const plain::Message &message);
    void send(Fanout &fanout, Stance stance);

    Hearing hearing() const;
    Broadcast::Seats &seats() { return m_seats; }
    /// Its part of what the broadcast has for many: sent at once if possible, or queued.
    void hear(const FrameRange &frames);
    void keep(const FrameRange &frames);

    Traffic traffic() const;

private:
    enum class Dialect : std::uint8_t
    {
        Undecided,
        Plain,
        Line,
        Native
    };
    struct Opening
    {
        DialectSniffer sniffer;
        Deadline awaitNul = {};
    };

    void received(QByteArrayView bytes) override;
    void drained() override { m_events.drained(id()); }
    void ended() override;
    void collect() override { m_broadcast.collect(*this); }
    void paused() override;
    void resumed() override;
    QByteArray lossNotice(int messages) const override;

    void decide(Verdict verdict);
    void refuse(Verdict verdict, const Error &error);
    void becomeText(Dialect dialect);
    void becomeNative();
    void serveHeld(Delimiter delimiter, qsizetype cap);
    void serve(QByteArrayView bytes);
    void serveText(const Framer::Frame &frame);
    void serveNative(const Framer::Frame &frame);
    void serveRejected(const json::Rejected &rejected);

    void greet();
    void stayedSilent();
    void hold(const std::shared_ptr<SharedMessage> &message);
    void forgetHeld();
    void queueFrame(const QByteArray &frame);
    void cutOff();
    bool passesLimiter(const QString &re = {});
    void fail(ErrorCode code, const QString &message, const QString &re = {});
    void watchSilence();
    void silenceLasted();
    plain::Framing framing() const;
    Verdict verdict() const;

    SessionEvents &m_events;
    Broadcast &m_broadcast;
    Broadcast::Seats m_seats;
    std::unique_ptr<Opening> m_opening; ///< until the dialect is known
    RateLimiter m_limiter;
    MessageTally m_tally;
    std::optional<Framer> m_framer; ///< once the dialect is known
    Dialect m_dialect = Dialect::Undecided;
    bool m_greeted = false;
    bool m_pinged = false;
    int m_heldDropped = 0;
    QList<std::shared_ptr<SharedMessage>> m_held; ///< said before the greeting
    qsizetype m_heldCharge = 0;
    std::int64_t m_lastHeard = 0;
    Deadline m_waiting; ///< for the first words, later for signs of life
};

} // namespace tincan
