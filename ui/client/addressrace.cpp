#include "ui/client/addressrace.h"

#include "protocol/identity.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qint64 readAtOnce = 256 * 1024;

ConnectFailure failureOf(const QTcpSocket &socket)
{
    const auto *const secure = qobject_cast<const QSslSocket *>(&socket);
    if (secure && secure->mode() == QSslSocket::SslClientMode) {
        return secure->error() == QAbstractSocket::RemoteHostClosedError ? ConnectFailure::Busy
                                                                         : ConnectFailure::NeedsTls;
    }
    // Only what means something for the user is told apart: Qt's list is open-ended.
    switch (socket.error()) {
    case QAbstractSocket::ConnectionRefusedError:
        return ConnectFailure::Refused;
    case QAbstractSocket::HostNotFoundError:
        return ConnectFailure::UnknownHost;
    case QAbstractSocket::SocketTimeoutError:
        return ConnectFailure::TimedOut;
    case QAbstractSocket::RemoteHostClosedError:
        return ConnectFailure::Lost;
    default:
        return ConnectFailure::Unreachable;
    }
}

void showOwn(const Identity &own, QSslConfiguration &configuration)
{
    if (own.isEmpty()) {
        return;
    }
    const QSslKey ec(own.key, QSsl::Ec);
    configuration.setLocalCertificate(QSslCertificate(own.certificate));
    configuration.setPrivateKey(ec.isNull() ? QSslKey(own.key, QSsl::Rsa) : ec);
}

/// How near somebody was to the server.
int distance(ConnectFailure failure)
{
    switch (failure) {
    case ConnectFailure::WrongKey:
        return 7;
    case ConnectFailure::BadCertificate:
        return 6;
    case ConnectFailure::NeedsTls:
    case ConnectFailure::Busy:
    case ConnectFailure::Lost:
        return 5;
    case ConnectFailure::Refused:
        return 4;
    case ConnectFailure::TimedOut:
        return 3;
    case ConnectFailure::Unreachable:
        return 2;
    case ConnectFailure::UnknownHost:
        return 1;
    default:
        return 0;
    }
}

/// What the system's authorities have against the certificate under this name: nothing (empty), or a reason.
/// They have no say (no value) about one that a server made for itself.
std::optional<QString> objectionOfAuthorities(const QSslSocket &socket, const QString &name)
{
    if (socket.peerCertificate().isSelfSigned()) {
        return std::nullopt;
    }
    const QList<QSslError> errors = QSslCertificate::verify(socket.peerCertificateChain(), name);
    return errors.isEmpty() ? QString() : errors.constFirst().errorString();
}

ServerKey keyOf(const QSslSocket &socket)
{
    const QSslCertificate certificate = socket.peerCertificate();
    const QStringList units = certificate.subjectInfo(QSslCertificate::OrganizationalUnitName);
    return {certificateFingerprint(certificate.toDer()), units.contains(QLatin1String(oneRunUnit)), false};
}

} // namespace

AddressRace::AddressRace(int nextAfter, const TlsDemand &tls, QObject *parent)
    : QObject(parent), m_nextAfter(nextAfter), m_tls(tls)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AddressRace::tryNext);
}

AddressRace::~AddressRace()
{
    stop();
}

void AddressRace::start(const QList<HostPort> &places)
{
    for (const HostPort &place : places) {
        const QHostAddress literal(place.host);
        if (literal.isNull()) {
            m_lookups.insert(QHostInfo::lookupHost(place.host, this, &AddressRace::lookedUp), place);
        } else {
            add({literal, place.port, {}});
        }
    }
    tryNext();
}

void AddressRace::lookedUp(const QHostInfo &info)
{
    const HostPort place = m_lookups.take(info.lookupId());
    const auto addresses = info.addresses();
    if (addresses.isEmpty()) {
        note(ConnectFailure::UnknownHost, info.errorString());
    }
    for (const QHostAddress &address : addresses) {
        add({address, place.port, place.host});
    }
    if (m_running.isEmpty()) {
        tryNext();
    } else if (!m_waiting.isEmpty() && !m_pause.isActive()) {
        m_pause.start(m_nextAfter);
    }
}

void AddressRace::add(const Target &target)
{
    if (m_tried < mostAddresses) {
        ++m_tried;
        m_waiting.append(target);
    }
}

void AddressRace::tryNext()
{
    m_pause.stop();
    if (m_waiting.isEmpty()) {
        endIfOver();
        return;
    }
    const Target target = m_waiting.takeFirst();
    QTcpSocket *const socket = makeSocket(target.name);
    m_running.append(socket);
    if (!m_waiting.isEmpty()) {
        m_pause.start(m_nextAfter);
    }
    socket->connectToHost(target.address, target.port);
}

QTcpSocket *AddressRace::makeSocket(const QString &name)
{
    QTcpSocket *socket = nullptr;
    if (m_tls.wanted) {
        auto *const secure = new QSslSocket(this);
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates({});
        configuration.setProtocol(QSsl::TlsV1_2OrLater);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // encrypted() looks at the key
        showOwn(m_tls.own, configuration);
        secure->setSslConfiguration(configuration);
        connect(secure, &QSslSocket::encrypted, this, [this, secure, name] { encrypted(secure, name); });
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
    }
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setReadBufferSize(readAtOnce);
    connect(socket, &QTcpSocket::connected, this, [this, socket] { reached(socket); });
    connect(socket, &QTcpSocket::errorOccurred, this,
            [this, socket] { failed(socket, failureOf(*socket), socket->errorString()); });
    connect(socket, &QTcpSocket::disconnected, this,
            [this, socket] { failed(socket, ConnectFailure::NeedsTls, {}); });
    return socket;
}

void AddressRace::reached(QTcpSocket *socket)
{
    if (auto *const secure = qobject_cast<QSslSocket *>(socket)) {
        secure->startClientEncryption();
    } else {
        win(socket, {});
    }
}

void AddressRace::encrypted(QSslSocket *socket, const QString &name)
{
    ServerKey key = keyOf(*socket);
    if (key.fingerprint.isEmpty()) {
        return refuse(socket, ConnectFailure::BadCertificate, u"it holds no key that can be read"_s, key);
    }
    const bool isDemanded = key.fingerprint == m_tls.key;
    if (isDemanded) {
        key.vouchedFor = m_tls.orVouchedFor;
        return win(socket, key);
    }
    const auto objection = name.isEmpty() ? std::nullopt : objectionOfAuthorities(*socket, name);
    key.vouchedFor = objection && objection->isEmpty();
    if (!m_tls.key.isEmpty() && !(m_tls.orVouchedFor && key.vouchedFor)) {
        refuse(socket, ConnectFailure::WrongKey, {}, key);
    } else if (objection && !objection->isEmpty()) {
        refuse(socket, ConnectFailure::BadCertificate, *objection, key);
    } else {
        win(socket, key);
    }
}

void AddressRace::refuse(QTcpSocket *socket, ConnectFailure failure, const QString &detail,
                         const ServerKey &key)
{
    note(failure, detail, key);
    failed(socket, failure, detail);
}

void AddressRace::win(QTcpSocket *socket, const ServerKey &key)
{
    m_running.removeOne(socket);
    socket->disconnect(this);
    stop();
    Q_EMIT won(socket, key);
}

void AddressRace::failed(QTcpSocket *socket, ConnectFailure failure, const QString &detail)
{
    if (!m_running.removeOne(socket)) {
        return;
    }
    note(failure, detail);
    drop(socket);
    tryNext();
}

void AddressRace::note(ConnectFailure failure, const QString &detail, const ServerKey &key)
{
    if (m_failure == ConnectFailure::None || distance(failure) > distance(m_failure)) {
        m_failure = failure;
        m_detail = detail;
        m_wrongKey = key;
    }
}

void AddressRace::endIfOver()
{
    if (m_running.isEmpty() && m_lookups.isEmpty() && m_failure != ConnectFailure::None) {
        Q_EMIT lost(m_failure, m_detail, m_wrongKey);
    }
}

void AddressRace::drop(QTcpSocket *socket)
{
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void AddressRace::stop()
{
    m_pause.stop();
    m_waiting.clear();
    for (auto lookup = m_lookups.keyBegin(); lookup != m_lookups.keyEnd(); ++lookup) {
        QHostInfo::abortHostLookup(*lookup);
    }
    m_lookups.clear();
    const auto running = std::exchange(m_running, {});
    for (QTcpSocket *socket : running) {
        drop(socket);
    }
}

} // namespace tincan
