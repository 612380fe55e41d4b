#include "app/echorun.h"
#include "app/connectionwords.h"
#include "protocol/textsanitizer.h"
#include "ui/client/clienttiming.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qsizetype longestEcho = 1024 * 1024;
constexpr size_t mostOnTheirWay = 1'000;
constexpr int patience = 10'000;

} // namespace

EchoRun::EchoRun(const RoomAddress &address, bool tls, QObject *parent)
    : QObject(parent), m_address(address), m_tls(tls || !address.fingerprint.isEmpty()),
      m_transport(ClientTiming().tryNextAddress), m_framer(Delimiter::Nul, longestEcho)
{
    m_time.start();
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(patience);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(ConnectFailure::TimedOut, {}); });
    connect(&m_transport, &Transport::opened, this, &EchoRun::goOn);
    connect(&m_transport, &Transport::opened, &m_deadline, &QTimer::stop);
    connect(&m_transport, &Transport::received, this, &EchoRun::receive);
    connect(&m_transport, &Transport::ended, this, &EchoRun::fail);
    connect(&m_input, &InputLines::line, this, &EchoRun::send);
    connect(&m_input, &InputLines::lineTooLong, this,
            [this] { fail(ConnectFailure::CutOff, tr("line too long")); });
    connect(&m_input, &InputLines::ended, this, [this] {
        m_inputEnded = true;
        goOn();
    });
}

void EchoRun::start()
{
    m_deadline.start();
    m_transport.open(m_address.places(), {m_tls, m_address.fingerprint.toHex()});
}

void EchoRun::leave(int status)
{
    if (!std::exchange(m_over, true)) {
        m_input.setReading(false);
        m_deadline.stop();
        m_transport.abort();
        Q_EMIT finished(status);
    }
}

void EchoRun::send(const QString &line)
{
    const QString text = sanitizeText(line);
    if (m_over || isBlank(text)) {
        return;
    }
    m_transport.send(text.toUtf8() + '\0');
    m_sent.push_back(m_time.nsecsElapsed());
    if (!m_deadline.isActive()) {
        m_deadline.start();
    }
    goOn();
}

void EchoRun::receive(const QByteArray &bytes)
{
    m_framer.feed(bytes);
    while (const auto frame = m_framer.next()) {
        if (frame->overlong) {
            fail(ConnectFailure::NotUnderstood, {});
            return;
        }
        print(frame->bytes);
    }
    goOn();
}

void EchoRun::print(QByteArrayView message)
{
    if (m_sent.empty()) {
        return; // nobody asked
    }
    const double milliseconds = double(m_time.nsecsElapsed() - m_sent.front()) / 1e6;
    m_sent.pop_front();
    m_deadline.start();
    std::printf("%s (%.2f ms)\n", sanitizeText(QString::fromUtf8(message)).toUtf8().constData(),
                milliseconds);
    std::fflush(stdout);
}

void EchoRun::goOn()
{
    if (m_over) {
        return;
    }
    if (m_sent.empty()) {
        m_deadline.stop();
    }
    if (m_inputEnded && m_sent.empty()) {
        leave(0);
    } else if (!m_inputEnded) {
        m_input.setReading(m_sent.size() < mostOnTheirWay);
    }
}

void EchoRun::fail(ConnectFailure failure, const QString &detail)
{
    if (!m_over) {
        ConnectionState state;
        state.failure = failure;
        state.detail = detail;
        state.expectedKey = m_address.fingerprint.toHex();
        state.foundKey = m_transport.serverKey().fingerprint;
        std::fprintf(stderr, "tincan-cli: %s\n", connectionWords(state, m_address).toUtf8().constData());
        leave(1);
    }
}

} // namespace tincan
