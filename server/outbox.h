#pragma once

#include <QByteArray>

#include <deque>
#include <utility>

namespace tincan {

/// What waits for one peer: whole messages, bounded. Bytes are shared with other peers' outboxes.
class Outbox
{
public:
    /// What each message is charged on top of its bytes, so that tiny ones are bounded, too.
    static constexpr qsizetype overheadBytes = 32;

    explicit Outbox(qsizetype bound) : m_bound(bound) {}

    /// Takes the message unless the bound is passed. Answers whether it did.
    [[nodiscard]] bool push(const QByteArray &message);
    /// Makes room by letting the oldest messages go.
    void pushDroppingOldest(const QByteArray &message);

    /// Whole messages, oldest first, at least one and no more once `enough` bytes are reached.
    QByteArray take(qsizetype enough);

    /// How many messages were let go of since it was last asked.
    int takeDropped() { return std::exchange(m_dropped, 0); }

    void clear();
    bool isEmpty() const { return m_messages.empty(); }
    qsizetype charge() const { return m_charge; } ///< bytes and overhead of all messages

private:
    static qsizetype chargeOf(const QByteArray &message) { return message.size() + overheadBytes; }
    QByteArray takeFirst();

    qsizetype m_bound;
    qsizetype m_charge = 0;
    int m_dropped = 0;
    std::deque<QByteArray> m_messages;
};

} // namespace tincan
