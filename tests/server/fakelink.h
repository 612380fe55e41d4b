#pragma once

#include "server/link.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <memory>

namespace tincan {

/// The far end of a FakeLink, as a test sees it.
struct Wire
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 50000;
    LinkObserver *observer = nullptr;
    QByteArray arrived; ///< what the server sent, and the test has not taken yet
    QByteArray pending; ///< what it wrote while the peer did not read
    int writes = 0;
    bool reads = true;
    bool ended = false; ///< the server has sent the end
    bool aborted = false;
    bool destroyed = false;
    bool encrypted = false;
    QByteArray key;

    /// A handshake, as far as the server hears of it.
    void encrypt()
    {
        observer->paused();
        encrypted = true;
        observer->resumed();
    }

    void say(QByteArrayView bytes)
    {
        if (observer)
            observer->bytesCame(bytes);
    }
    /// The peer closes, or vanishes.
    void close()
    {
        if (observer)
            std::exchange(observer, nullptr)->linkClosed();
    }
    void readEverything()
    {
        reads = true;
        arrived += std::exchange(pending, {});
        if (observer)
            observer->bytesLeft();
    }
    QByteArray take() { return std::exchange(arrived, {}); }
    /// Whole messages that end with `delimiter`, without it.
    QList<QByteArray> takeMessages(char delimiter)
    {
        QList<QByteArray> messages = arrived.split(delimiter);
        arrived = messages.takeLast();
        return messages;
    }
};

/// A Link without a socket.
class FakeLink final : public Link
{
public:
    explicit FakeLink(std::shared_ptr<Wire> wire) : m_wire(std::move(wire)) {}
    ~FakeLink() override
    {
        m_wire->observer = nullptr;
        m_wire->destroyed = true;
    }

    void setObserver(LinkObserver *observer) override { m_wire->observer = observer; }
    qsizetype write(QByteArrayView bytes) override
    {
        const qsizetype most = m_wire->reads ? bytes.size() : mostPending - m_wire->pending.size();
        const QByteArrayView taken = bytes.first(std::min(bytes.size(), most));
        m_wire->writes += taken.isEmpty() ? 0 : 1;
        (m_wire->reads ? m_wire->arrived : m_wire->pending).append(taken);
        return taken.size();
    }
    qint64 pendingBytes() const override { return m_wire->pending.size(); }
    void closeAfterWriting() override { m_wire->ended = true; }
    void abort() override { m_wire->aborted = true; }
    QHostAddress peerAddress() const override { return m_wire->address; }
    quint16 peerPort() const override { return m_wire->port; }
    Endpoint ownEndpoint() const override { return {QHostAddress(QHostAddress::LocalHost), 4040}; }
    bool isEncrypted() const override { return m_wire->encrypted; }
    QByteArray peerKey() const override { return m_wire->key; }

private:
    std::shared_ptr<Wire> m_wire;
};

} // namespace tincan
