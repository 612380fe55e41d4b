#include "server/tlsoffer.h"

#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

bool isModern(const QSslCipher &cipher)
{
    if (cipher.protocol() == QSsl::TlsV1_3)
        return true;
    const QString name = cipher.name();
    const bool authenticates = name.contains("GCM"_L1) || name.contains("CHACHA20"_L1);
    return name.startsWith("ECDHE-"_L1) && authenticates;
}

QList<QSslCipher> modernCiphers()
{
    QList<QSslCipher> ciphers = QSslConfiguration::supportedCiphers();
    ciphers.removeIf([](const QSslCipher &cipher) { return !isModern(cipher); });
    return ciphers;
}

QSslKey readKey(const QByteArray &pem)
{
    const QSslKey key(pem, QSsl::Ec);
    return key.isNull() ? QSslKey(pem, QSsl::Rsa) : key;
}

QSslConfiguration configurationFor(const Identity &identity)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({}); // nobody's signature counts, and reading the system's takes long
    configuration.setLocalCertificateChain(QSslCertificate::fromData(identity.certificate));
    configuration.setPrivateKey(readKey(identity.key));
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(modernCiphers());
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    configuration.setSslOption(QSsl::SslOptionDisableCompression, true);
    configuration.setSslOption(QSsl::SslOptionDisableLegacyRenegotiation, true);
    configuration.setSslOption(QSsl::SslOptionDisableServerCipherPreference, false);
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    return configuration;
}

bool isUsable(const QSslConfiguration &configuration)
{
    return !configuration.privateKey().isNull() && !configuration.localCertificate().isNull() &&
           !configuration.ciphers().isEmpty();
}

} // namespace

TlsOffer::TlsOffer(const QSslConfiguration &configuration, const HostOptions &options, const Clock &clock,
                   DeadlineQueue &deadlines)
    : m_configuration(configuration),
      m_handshakes(clock, deadlines,
                   {options.limits.maxHandshakes, options.timing.handshake, options.timing.handshakeYields})
{
}

bool TlsOffer::isPossible()
{
    return QSslSocket::supportsSsl();
}

std::unique_ptr<TlsOffer> TlsOffer::make(const HostOptions &options, const Clock &clock,
                                         DeadlineQueue &deadlines)
{
    if (!options.offersTls() || !isPossible())
        return nullptr;
    const QSslConfiguration configuration = configurationFor(options.identity);
    if (!isUsable(configuration))
        return nullptr;
    return std::unique_ptr<TlsOffer>(new TlsOffer(configuration, options, clock, deadlines));
}

} // namespace tincan
