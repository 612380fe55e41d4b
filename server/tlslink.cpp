#include "server/tlslink.h"

#include "protocol/textsanitizer.h"
#include "server/logging.h"
#include "server/rawsocket.h"
#include "server/tlscontext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tincan {

namespace {

// What one peer gets of a turn of the event loop.
constexpr int mostRecordsOfTurn = 64;
constexpr qsizetype mostBytesOfTurn = 64 * 1024;

} // namespace

TlsLink::TlsLink(qintptr descriptor, const Endpoint &peer, const LinkWaits &waits, const TlsContext &context,
                 Handshakes::Place place)
    : m_descriptor(descriptor), m_waits(waits), m_stream(context.get(), descriptor), m_peer(peer),
      m_place(std::move(place))
{
    m_place.setAbandon([this] { abort(); }); // whoever had it before may be gone by then
    rawsocket::watchPeer(descriptor);
    watch();
}

TlsLink::~TlsLink()
{
    if (m_phase != Phase::Closed) {
        m_waits.descriptors.forget(m_descriptor);
        rawsocket::close(m_descriptor);
    }
}

Endpoint TlsLink::ownEndpoint() const
{
    return m_phase == Phase::Closed ? Endpoint() : rawsocket::ownEndpoint(m_descriptor);
}

int TlsLink::roundTrip() const
{
    return m_phase == Phase::Closed ? -1 : rawsocket::roundTrip(m_descriptor);
}

qsizetype TlsLink::write(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (m_phase == Phase::Open && !m_isFull && taken < bytes.size()) {
        const qsizetype size = std::min(bytes.size() - taken, TlsStream::mostAtOnce);
        const QByteArrayView record = bytes.sliced(taken, size);
        switch (m_stream.write(record)) {
        case TlsStream::State::Done:
            taken += size;
            break;
        case TlsStream::State::WantsToWrite:
            taken += size;
            m_unsent = record.toByteArray();
            waitToWrite(true);
            break;
        case TlsStream::State::WantsToRead:
        case TlsStream::State::Ended:
        case TlsStream::State::Broken:
            abort();
            break;
        }
    }
    return taken;
}

void TlsLink::closeAfterWriting()
{
    if (m_phase == Phase::Handshake)
        return abort();
    if (m_phase != Phase::Open)
        return;
    m_phase = Phase::LastWords;
    if (!m_isFull)
        finishWriting();
}

void TlsLink::abort()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Lingering;
    closeWithin(0);
}

void TlsLink::readable()
{
    switch (m_phase) {
    case Phase::Handshake:
        return shakeHands();
    case Phase::Open:
        return m_peerEnded ? closed() : read(); // nothing is read any more, so this is a failure
    case Phase::LastWords:
    case Phase::Lingering:
        return drain();
    case Phase::Closed:
        return;
    }
}

void TlsLink::writable()
{
    m_isFull = false;
    m_readsLater = false;
    switch (m_phase) {
    case Phase::Handshake:
        return shakeHands();
    case Phase::Open:
    case Phase::LastWords:
        return writeAgain();
    case Phase::Lingering:
        return watch();
    case Phase::Closed:
        return;
    }
}

void TlsLink::shakeHands()
{
    switch (m_stream.shakeHands()) {
    case TlsStream::State::Done:
        return encrypted();
    case TlsStream::State::WantsToRead:
        return watch();
    case TlsStream::State::WantsToWrite:
        return waitToWrite(false);
    case TlsStream::State::Ended:
    case TlsStream::State::Broken:
        return broke();
    }
}

void TlsLink::encrypted()
{
    m_place.leave();
    m_phase = Phase::Open;
    m_encrypted = true;
    m_peerKey = m_stream.peerKey();
    watch();
    if (m_observer)
        m_observer->resumed();
    read();
}

void TlsLink::read()
{
    std::array<char, TlsStream::mostAtOnce> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init)
    qsizetype all = 0;
    for (int i = 0; i < mostRecordsOfTurn && all < mostBytesOfTurn && m_phase == Phase::Open; ++i) {
        qsizetype got = 0;
        switch (m_stream.read(buffer.data(), qsizetype(buffer.size()), got)) {
        case TlsStream::State::Done:
            all += got;
            if (m_observer)
                m_observer->bytesCame(QByteArrayView(buffer.data(), got));
            break;
        case TlsStream::State::WantsToRead:
            return;
        case TlsStream::State::WantsToWrite:
            return waitToWrite(false);
        case TlsStream::State::Ended:
            return peerEnded();
        case TlsStream::State::Broken:
            return broke();
        }
    }
}

void TlsLink::drain()
{
    if (rawsocket::drain(m_descriptor))
        return;
    if (m_phase == Phase::LastWords && !m_peerEnded)
        peerEnded();
    else
        closed();
}

void TlsLink::writeAgain()
{
    const auto state = m_unsent.isEmpty() ? TlsStream::State::Done : m_stream.write(m_unsent);
    if (state == TlsStream::State::WantsToWrite)
        return waitToWrite(true);
    if (state != TlsStream::State::Done)
        return broke();
    m_unsent = QByteArray();
    watch();
    if (m_phase == Phase::LastWords)
        return finishWriting();
    if (m_observer)
        m_observer->bytesLeft();
    if (m_peerEnded && m_phase == Phase::Open)
        closeWithin(0);
}

void TlsLink::waitToWrite(bool readsMeanwhile)
{
    m_isFull = true;
    m_readsLater = !readsMeanwhile;
    watch();
    if (m_peerEnded)
        closeWithin(TcpLink::lingerMs);
}

/// What it said last is still answered, as far as that is done in this turn.
void TlsLink::peerEnded()
{
    m_peerEnded = true;
    watch();
    closeWithin(m_isFull ? TcpLink::lingerMs : 0);
}

void TlsLink::finishWriting()
{
    if (m_stream.end() == TlsStream::State::WantsToWrite)
        waitToWrite(true);
    else
        linger();
}

/// The last words are on their way. The peer reads them undisturbed as long as what it still sends is taken.
void TlsLink::linger()
{
    m_phase = Phase::Lingering;
    m_isFull = false;
    m_readsLater = false;
    rawsocket::endSending(m_descriptor);
    watch();
    closeWithin(m_peerEnded ? 0 : TcpLink::lingerMs);
}

void TlsLink::broke()
{
    qCDebug(lcConnection).noquote() << "TLS with" << m_peer.toString() << "came to an end:"
                                    << sanitizeLine(QString::fromUtf8(TlsStream::lastProblem()));
    m_place.leave();
    linger();
}

void TlsLink::closeWithin(int milliseconds)
{
    m_end = m_waits.deadlines.in(milliseconds, [this] { closed(); });
}

void TlsLink::closed()
{
    const Phase before = std::exchange(m_phase, Phase::Closed);
    if (before == Phase::Closed)
        return;
    if (before == Phase::Open)
        m_stream.end(); // as far as the system takes it
    m_place.leave();
    m_end.cancel();
    m_waits.descriptors.forget(m_descriptor);
    rawsocket::close(m_descriptor);
    if (m_observer)
        m_observer->linkClosed();
}

void TlsLink::watch()
{
    m_waits.descriptors.watch(m_descriptor, this, {.read = !m_peerEnded && !m_readsLater, .write = m_isFull});
}

} // namespace tincan
