#include "protocol/identityfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const QByteArray ed25519Certificate = R"(-----BEGIN CERTIFICATE-----
MIIBLjCB4aADAgECAhQ2KY1vAZvHqcGiGFa7JAEonCHREzAFBgMrZXAwDDEKMAgG
A1UEAwwBeDAgFw0yNjExMjYyMDIyMDRaGA8yMTI2MTEwMjIwMjIwNFowDDEKMAgG
A1UEAwwBeDAqMAUGAytlcAMhABZ5G3T4ieR/7L5EolDYmu+vrASxSDeMmBlWPzIG
Xptzo1MwUTAdBgNVHQ4EFgQUKx8IvRQeQt7TmVONrUJ+4Q7gjAkwHwYDVR0jBBgw
FoAUKx8IvRQeQt7TmVONrUJ+4Q7gjAkwDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXAD
QQAJkyC15DAi3lLkNAPEgZMwuoPVuA8jiLT4HHm/FCujO3V77jjBUa/SMyLmmx1l
/qcWTgF69N87JQb6xlMDKpoI
-----END CERTIFICATE-----
)";
const QByteArray otherEd25519Certificate = R"(-----BEGIN CERTIFICATE-----
MIIBLjCB4aADAgECAhR1P46LhQYpj1A8VudRqzXV2/VZ5DAFBgMrZXAwDDEKMAgG
A1UEAwwBeDAgFw0yNjExMjYyMDIyMDRaGA8yMTI2MTEwMjIwMjIwNFowDDEKMAgG
A1UEAwwBeDAqMAUGAytlcAMhABpJMV8LdB3Za2OxJ/Hke2U0DrJJ3fQBLtYBZVei
Vjb0o1MwUTAdBgNVHQ4EFgQUDYiT0hbWvfzCWAevWUqrSmtY13IwHwYDVR0jBBgw
FoAUDYiT0hbWvfzCWAevWUqrSmtY13IwDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXAD
QQA0Dxki9frGSOnq37VoIdWzdjxfEIHCUCGGgoBLAwQA6C8C4xPeJcX8acJ9P/Zo
nzlY0i8IcY9fzv7AZ7MElXUG
-----END CERTIFICATE-----
)";

constexpr std::int64_t year = 365LL * 24 * 60 * 60 * 1000;
constexpr std::int64_t now = 56 * year; // 2026 or so

Identity made(std::int64_t when = now, Lifetime lifetime = Lifetime::Lasting)
{
    const auto result = makeIdentity(when, lifetime);
    const auto *identity = std::get_if<Identity>(&result);
    return identity ? *identity : Identity();
}

QSslCertificate certificateOf(const Identity &identity)
{
    return QSslCertificate(identity.certificate);
}

/// The identity, or an empty one where there is a failure.
Identity identityIn(const IdentityResult &result)
{
    const auto *identity = std::get_if<Identity>(&result);
    return identity ? *identity : Identity();
}

std::optional<IdentityProblem> problemIn(const IdentityResult &result)
{
    const auto *failure = std::get_if<IdentityFailure>(&result);
    return failure ? std::optional(failure->problem) : std::nullopt;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void qtTakesWhatIsMade();
    void theFingerprintIsThatOfThePublicKey();
    void aCertificatesFingerprintIsThatOfItsKey();
    void keysOfAKindThatQtDoesNotReadAreToldApart();
    void everyIdentityIsAnother();
    void aRenewedCertificateHasTheSameKey();
    void aKeyForOneRunIsMarked();
    void theTimeToRenewIsKnown();
    void aKeyAndCertificateOfOthersAreRefused_data();
    void aKeyAndCertificateOfOthersAreRefused();
    void aDirectoryKeepsIt();
    void filesAreForTheirOwnerAlone();
    void aCertificateThatRunsOutIsRenewedInPlace();
    void aLostCertificateIsMadeAnew();
    void whatCannotBeReadOrWrittenIsToldWithItsPath();
};

void TestIdentity::qtTakesWhatIsMade()
{
    const Identity identity = made();
    const QSslKey key(identity.key, QSsl::Ec);
    QVERIFY(!key.isNull());
    QCOMPARE(key.length(), 256);
    const QSslCertificate certificate = certificateOf(identity);
    QVERIFY(!certificate.isNull());
    QVERIFY(certificate.isSelfSigned());
    QCOMPARE(certificate.version(), "3"_ba);
    QVERIFY(certificate.effectiveDate().toMSecsSinceEpoch() < now);
    QVERIFY(certificate.expiryDate().toMSecsSinceEpoch() > now + year);
}

void TestIdentity::theFingerprintIsThatOfThePublicKey()
{
    const Identity identity = made();
    const QByteArray fingerprint = keyFingerprint(identity);
    QCOMPARE(fingerprint.size(), 64);
    QCOMPARE(fingerprint, fingerprint.toLower());
    QCOMPARE(keyFingerprint(certificateOf(identity).publicKey().toDer()), fingerprint);
    QCOMPARE(keyFingerprint(Identity()), QByteArray());
}

void TestIdentity::aCertificatesFingerprintIsThatOfItsKey()
{
    const Identity identity = made();
    QCOMPARE(certificateFingerprint(certificateOf(identity).toDer()), keyFingerprint(identity));
    QCOMPARE(certificateFingerprint({}), QByteArray());
    QCOMPARE(certificateFingerprint("no certificate"), QByteArray());
}

void TestIdentity::keysOfAKindThatQtDoesNotReadAreToldApart()
{
    const QByteArray one = certificateFingerprint(QSslCertificate(ed25519Certificate).toDer());
    const QByteArray other = certificateFingerprint(QSslCertificate(otherEd25519Certificate).toDer());
    QCOMPARE(one.size(), 64);
    QCOMPARE(other.size(), 64);
    QVERIFY(one != other);
}

void TestIdentity::everyIdentityIsAnother()
{
    QVERIFY(keyFingerprint(made()) != keyFingerprint(made()));
    QVERIFY(certificateOf(made()).serialNumber() != certificateOf(made()).serialNumber());
}

void TestIdentity::aRenewedCertificateHasTheSameKey()
{
    const Identity before = made();
    const Identity after = identityIn(renewedIdentity(before.key, now + year));
    QCOMPARE(after.key, before.key);
    QVERIFY(after.certificate != before.certificate);
    QCOMPARE(keyFingerprint(certificateOf(after).publicKey().toDer()), keyFingerprint(before));
}

void TestIdentity::aKeyForOneRunIsMarked()
{
    const auto unit = [](const Identity &identity) {
        return certificateOf(identity).subjectInfo(QSslCertificate::OrganizationalUnitName);
    };
    QCOMPARE(unit(made(now, Lifetime::OneRun)), QStringList(QLatin1String(oneRunUnit)));
    QCOMPARE(unit(made()), QStringList());
}

void TestIdentity::theTimeToRenewIsKnown()
{
    const Identity identity = made();
    QVERIFY(!isDueForRenewal(identity, now + 4 * year));
    QVERIFY(isDueForRenewal(identity, now + 5 * year - 1000));
    QVERIFY(isDueForRenewal(identity, now + 6 * year));
    QVERIFY(!isDueForRenewal(Identity(), now));
}

void TestIdentity::aKeyAndCertificateOfOthersAreRefused_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<IdentityProblem>("problem");
    const Identity one = made();
    const Identity other = made();
    QTest::newRow("no key") << "no key"_ba << one.certificate << IdentityProblem::BadKey;
    QTest::newRow("nothing") << ""_ba
                             << ""_ba << IdentityProblem::BadKey;
    QTest::newRow("pass phrase")
        << "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIH0MF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBA=\n-----END ENCRYPTED PRIVATE KEY-----\n"_ba
        << one.certificate << IdentityProblem::BadKey;
    QTest::newRow("no certificate") << one.key << one.key << IdentityProblem::BadCertificate;
    QTest::newRow("another's certificate") << one.key << other.certificate << IdentityProblem::NoPair;
}

void TestIdentity::aKeyAndCertificateOfOthersAreRefused()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, certificate);
    QFETCH(IdentityProblem, problem);
    QCOMPARE(problemIn(checkedIdentity(key, certificate)), std::optional(problem));
}

void TestIdentity::aDirectoryKeepsIt()
{
    const QTemporaryDir home;
    const QString directory = home.filePath(u"a/new/place"_s);
    const Identity first = identityIn(keptIdentity(directory, now));
    QVERIFY(!first.isEmpty());
    QCOMPARE(identityIn(keptIdentity(directory, now)), first);
    QCOMPARE(identityIn(readIdentity(directory + u"/key.pem"_s, directory + u"/certificate.pem"_s)), first);
    QCOMPARE(QDir(directory).entryList(QDir::Files | QDir::Hidden).size(), 2); // nothing temporary is left
}

void TestIdentity::filesAreForTheirOwnerAlone()
{
#ifdef Q_OS_WIN
    QSKIP("permissions are different there");
#endif
    const QTemporaryDir home;
    const QString directory = home.filePath(u"new"_s);
    keptIdentity(directory, now);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &path : {directory, directory + u"/key.pem"_s, directory + u"/certificate.pem"_s}) {
        QVERIFY2(!(QFileInfo(path).permissions() & others), qPrintable(path));
    }
}

void TestIdentity::aCertificateThatRunsOutIsRenewedInPlace()
{
    const QTemporaryDir home;
    const Identity before = identityIn(keptIdentity(home.path(), now));
    const Identity after = identityIn(keptIdentity(home.path(), now + 6 * year));
    QCOMPARE(after.key, before.key);
    QVERIFY(certificateOf(after).expiryDate().toMSecsSinceEpoch() > now + 10 * year);
    QCOMPARE(contentOf(home.filePath(u"certificate.pem"_s)), after.certificate);
    QCOMPARE(identityIn(keptIdentity(home.path(), now + 6 * year)), after);
}

void TestIdentity::aLostCertificateIsMadeAnew()
{
    const QTemporaryDir home;
    const Identity before = identityIn(keptIdentity(home.path(), now));
    QVERIFY(QFile::remove(home.filePath(u"certificate.pem"_s)));
    const Identity after = identityIn(keptIdentity(home.path(), now));
    QCOMPARE(after.key, before.key);
    QVERIFY(!after.certificate.isEmpty());
}

void TestIdentity::whatCannotBeReadOrWrittenIsToldWithItsPath()
{
    const QTemporaryDir home;
    const QString key = home.filePath(u"key.pem"_s);
    QCOMPARE(problemIn(readIdentity(key, key)), std::optional(IdentityProblem::CannotRead));
    put(key, "nonsense");
    const auto bad = keptIdentity(home.path(), now);
    QCOMPARE(problemIn(bad), std::optional(IdentityProblem::BadKey));
    QCOMPARE(std::get<IdentityFailure>(bad).path, key);
    QCOMPARE(contentOf(key), "nonsense"_ba); // nobody's file is written over
    QCOMPARE(problemIn(keptIdentity(key + u"/below"_s, now)), std::optional(IdentityProblem::CannotWrite));
    QVERIFY(QFile::remove(key));
    put(home.filePath(u"certificate.pem"_s), made().certificate);
    QCOMPARE(problemIn(keptIdentity(home.path(), now)), std::optional(IdentityProblem::CannotRead));
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
