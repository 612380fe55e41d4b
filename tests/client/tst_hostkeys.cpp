#include "clientlog.h"
#include "faketransport.h"

#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

using Encryption = ClientOptions::Encryption;

const QByteArray greetingInClear("tincan/1 open x\0", 16);
const QByteArray greetingOfTls("tincan/1 tls x\0", 15);
const QByteArray oneKey(64, '1');
const QByteArray otherKey(64, '2');

/// A client on a fake network, whose transports the test plays.
struct Played
{
    Played()
    {
        ClientParts parts = fastParts();
        parts.makeTransport = [this](QObject *parent) {
            transport = new FakeTransport(parent);
            ++attempts;
            return transport;
        };
        client = std::make_unique<RoomClient>(parts);
        options = optionsFor(4040);
        options.knownHosts = hosts;
    }
    void open() { client->open(options); }
    void greet(const QByteArray &greeting)
    {
        Q_EMIT transport->opened();
        Q_EMIT transport->received(greeting);
    }
    void shake(const QByteArray &key, bool forOneRun = false)
    {
        transport->key = {key, forOneRun};
        Q_EMIT transport->opened();
    }
    void know(const QByteArray &key, bool forOneRun = false)
    {
        hosts->remember(u"127.0.0.1"_s, 4040, {key, forOneRun});
    }
    std::optional<ServerKey> known() const { return hosts->find(u"127.0.0.1"_s, 4040); }
    bool saidHello() const { return transport->sent.contains("hello"); }

    std::shared_ptr<HostsInMemory> hosts = std::make_shared<HostsInMemory>();
    ClientOptions options;
    QPointer<FakeTransport> transport;
    int attempts = 0;
    std::unique_ptr<RoomClient> client;
};

} // namespace

class tst_HostKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOfferOfTlsIsTakenUpFromTheFirstByte();
    void aDemandForTlsIsTakenUp();
    void withoutAnOfferItGoesOnInClear();
    void whoWantsTlsDoesNotTryInClear();
    void whoForbidsTlsStaysInClear();
    void aServerThatWasEncryptedIsNeverSpokenToInClear();
    void aKeyThatIsKnownIsDemanded();
    void whereAuthoritiesVouchedAnotherThatTheyVouchForWillDo();
    void aKeyForOneRunIsNotDemandedButTlsIs();
    void theKeyOfAnInviteCountsMoreThanWhatIsKnown();
    void anotherKeyStopsItAndBothAreTold();
    void aServerThatStopsSpeakingTlsIsTold();
    void aServerThatHidesItsTlsIsTold_data();
    void aServerThatHidesItsTlsIsTold();
    void anOfferThatIsNotKeptIsTold();
    void aHandshakeThatIsCutOffIsTriedAgain();
    void aServerThatIsBusyIsTriedAgainWithBackOff();
    void aServerThatOnlyEverEndsHandshakesHasNoTls();
    void aServerThatDidSpeakTlsIsTriedAgain();
    void ourOwnHostLeavesNoTrace();
    void theStateTellsWhetherItIsEncrypted();
};

void tst_HostKeys::anOfferOfTlsIsTakenUpFromTheFirstByte()
{
    Played p;
    p.open();
    QVERIFY(!p.transport->tls.wanted);
    const QPointer<FakeTransport> inClear = p.transport;
    p.greet(greetingOfTls);
    QCOMPARE(p.attempts, 2);
    QVERIFY(inClear->aborted);
    QCOMPARE(inClear->sent, QByteArray());
    QCOMPARE(p.transport->tls, (TlsDemand{true, {}}));
    p.shake(oneKey);
    QCOMPARE(p.known(), std::optional(ServerKey{oneKey, false}));
    Q_EMIT p.transport->received(greetingOfTls);
    QVERIFY(p.saidHello());
    QCOMPARE(p.attempts, 2);
}

void tst_HostKeys::aDemandForTlsIsTakenUp()
{
    const QByteArray demand("! Encrypted connections alone: openssl s_client -quiet -connect a:1\n\0", 69);
    Played p;
    p.open();
    const QPointer<FakeTransport> inClear = p.transport;
    p.greet(demand);
    Q_EMIT p.transport->ended(ConnectFailure::Lost, {});
    QCOMPARE(p.attempts, 2);
    QCOMPARE(inClear->sent, QByteArray());
    QVERIFY(p.transport->tls.wanted);
    Played inClearAlone;
    inClearAlone.options.encryption = Encryption::Never;
    inClearAlone.open();
    inClearAlone.greet(demand);
    Q_EMIT inClearAlone.transport->ended(ConnectFailure::Lost, {});
    QCOMPARE(inClearAlone.attempts, 1);
    QCOMPARE(inClearAlone.client->state().failure, ConnectFailure::NotAllowed);
}

void tst_HostKeys::withoutAnOfferItGoesOnInClear()
{
    Played p;
    p.open();
    p.greet(greetingInClear);
    QCOMPARE(p.attempts, 1);
    QVERIFY(p.saidHello());
    QCOMPARE(p.known(), std::nullopt);
}

void tst_HostKeys::whoWantsTlsDoesNotTryInClear()
{
    Played p;
    p.options.encryption = Encryption::Always;
    p.open();
    QCOMPARE(p.transport->tls, (TlsDemand{true, {}}));
}

void tst_HostKeys::whoForbidsTlsStaysInClear()
{
    Played p;
    p.options.encryption = Encryption::Never;
    p.open();
    p.greet(greetingOfTls);
    QCOMPARE(p.attempts, 1);
    QVERIFY(p.saidHello());
}

void tst_HostKeys::aServerThatWasEncryptedIsNeverSpokenToInClear()
{
    Played p;
    p.know(oneKey, true);
    p.options.encryption = Encryption::Never;
    p.open();
    QCOMPARE(p.attempts, 0);
    QCOMPARE(p.client->state().phase, Phase::Stopped);
    QCOMPARE(p.client->state().failure, ConnectFailure::NeedsTls);
    p.options.encryption = Encryption::WhereOffered;
    p.open();
    QVERIFY(p.transport->tls.wanted);
}

void tst_HostKeys::aKeyThatIsKnownIsDemanded()
{
    Played p;
    p.know(oneKey);
    p.open();
    QCOMPARE(p.transport->tls, (TlsDemand{true, oneKey}));
}

void tst_HostKeys::whereAuthoritiesVouchedAnotherThatTheyVouchForWillDo()
{
    Played p;
    p.hosts->remember(u"127.0.0.1"_s, 4040, {oneKey, false, true});
    p.open();
    QCOMPARE(p.transport->tls, (TlsDemand{true, oneKey, {}, true}));
    p.transport->key = {otherKey, false, true};
    Q_EMIT p.transport->opened();
    QCOMPARE(p.known(), std::optional(ServerKey{otherKey, false, true}));
}

void tst_HostKeys::aKeyForOneRunIsNotDemandedButTlsIs()
{
    Played p;
    p.know(oneKey, true);
    p.open();
    QCOMPARE(p.transport->tls, (TlsDemand{true, {}}));
    p.shake(otherKey); // a lasting one, from now on
    QCOMPARE(p.known(), std::optional(ServerKey{otherKey, false}));
}

void tst_HostKeys::theKeyOfAnInviteCountsMoreThanWhatIsKnown()
{
    Played p;
    p.know(oneKey);
    p.options.address.fingerprint = QByteArray(32, '\x22');
    p.open();
    QCOMPARE(p.transport->tls, (TlsDemand{true, otherKey}));
    p.shake(otherKey);
    QCOMPARE(p.known(), std::optional(ServerKey{otherKey, false}));
}

void tst_HostKeys::anotherKeyStopsItAndBothAreTold()
{
    Played p;
    p.know(oneKey);
    p.open();
    p.transport->key = {otherKey, false};
    Q_EMIT p.transport->ended(ConnectFailure::WrongKey, {});
    QCOMPARE(p.client->state().phase, Phase::Stopped);
    QCOMPARE(p.client->state().failure, ConnectFailure::WrongKey);
    QCOMPARE(p.client->state().expectedKey, oneKey);
    QCOMPARE(p.client->state().foundKey, otherKey);
    QCOMPARE(p.known(), std::optional(ServerKey{oneKey, false}));
}

void tst_HostKeys::aServerThatStopsSpeakingTlsIsTold()
{
    Played p;
    p.know(oneKey);
    p.open();
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QTRY_COMPARE(p.attempts, attempt);
        Q_EMIT p.transport->ended(ConnectFailure::NeedsTls, u"closed"_s);
    }
    QCOMPARE(p.client->state().phase, Phase::Stopped);
    QCOMPARE(p.client->state().failure, ConnectFailure::HidesTls);
}

void tst_HostKeys::aServerThatHidesItsTlsIsTold_data()
{
    QTest::addColumn<bool>("invited");
    QTest::addColumn<bool>("greeted");
    QTest::newRow("it was encrypted a moment ago") << false << true;
    QTest::newRow("an invite names its key") << true << false;
    QTest::newRow("both") << true << true;
}

void tst_HostKeys::aServerThatHidesItsTlsIsTold()
{
    QFETCH(bool, invited);
    QFETCH(bool, greeted);
    Played p;
    p.options.address.fingerprint = invited ? QByteArray(32, '\x11') : QByteArray();
    p.open();
    if (!invited)
        p.greet(greetingOfTls);
    if (greeted) {
        p.shake(oneKey, true);
        Q_EMIT p.transport->ended(ConnectFailure::Lost, {});
    }
    const int before = p.attempts;
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QCOMPARE(p.client->state().phase == Phase::Stopped, false);
        QTRY_COMPARE(p.attempts, before + attempt - (greeted ? 0 : 1));
        QVERIFY(p.transport->tls.wanted);
        Q_EMIT p.transport->ended(ConnectFailure::NeedsTls, u"wrong version number"_s);
        QCOMPARE(p.client->state().failure, ConnectFailure::HidesTls);
    }
    QCOMPARE(p.client->state().phase, Phase::Stopped);
    QCOMPARE(p.client->state().failure, ConnectFailure::HidesTls);
    p.client->retryNow();
    QVERIFY(p.transport->tls.wanted);
}

void tst_HostKeys::anOfferThatIsNotKeptIsTold()
{
    Played p;
    p.open();
    p.greet(greetingOfTls);
    for (int attempt = 2; attempt <= 4; ++attempt) {
        QTRY_COMPARE(p.attempts, attempt);
        Q_EMIT p.transport->ended(ConnectFailure::NeedsTls, u"closed"_s);
    }
    QCOMPARE(p.client->state().failure, ConnectFailure::NeedsTls); // it never was encrypted
}

void tst_HostKeys::aHandshakeThatIsCutOffIsTriedAgain()
{
    Played p;
    p.options.encryption = Encryption::Always;
    p.open();
    Q_EMIT p.transport->ended(ConnectFailure::NeedsTls, u"closed"_s);
    QCOMPARE(p.client->state().phase, Phase::Waiting);
    QCOMPARE(p.client->state().failure, ConnectFailure::Lost);
    QTRY_COMPARE(p.attempts, 2);
    QVERIFY(p.transport->tls.wanted);
    p.shake(oneKey);
    QCOMPARE(p.client->state().phase, Phase::Entering);
}

void tst_HostKeys::aServerThatIsBusyIsTriedAgainWithBackOff()
{
    Played p;
    p.open();
    Q_EMIT p.transport->opened();
    Q_EMIT p.transport->received(QByteArray("tincan/1 tls x - 1 here.\n\0", 26));
    QList<int> waits;
    for (int attempt = 2; attempt <= 12; ++attempt) {
        QTRY_COMPARE(p.attempts, attempt);
        QVERIFY(p.transport->tls.wanted);
        Q_EMIT p.transport->ended(ConnectFailure::Busy, u"closed"_s);
        QCOMPARE(p.client->state().phase, Phase::Waiting);
        QCOMPARE(p.client->state().failure, ConnectFailure::Busy);
        waits.append(p.client->state().retryIn);
    }
    QVERIFY(waits.value(2) > waits.value(0));
    QTRY_COMPARE(p.attempts, 13);
    p.shake(oneKey);
    QCOMPARE(p.client->state().phase, Phase::Entering);
}

void tst_HostKeys::aServerThatOnlyEverEndsHandshakesHasNoTls()
{
    Played p;
    p.know(oneKey);
    p.open();
    for (int attempt = 1; attempt <= 8; ++attempt) {
        QTRY_COMPARE(p.attempts, attempt);
        Q_EMIT p.transport->ended(ConnectFailure::Busy, u"closed"_s);
        QCOMPARE(p.client->state().failure, attempt < 8 ? ConnectFailure::Busy : ConnectFailure::HidesTls);
    }
    QCOMPARE(p.client->state().phase, Phase::Stopped);
}

void tst_HostKeys::aServerThatDidSpeakTlsIsTriedAgain()
{
    Played p;
    p.options.encryption = Encryption::Always;
    p.open();
    p.shake(oneKey, true);
    Q_EMIT p.transport->ended(ConnectFailure::Lost, {});
    QTRY_COMPARE(p.attempts, 2);
    Q_EMIT p.transport->ended(ConnectFailure::NeedsTls, {}); // it starts, or is busy with others
    QCOMPARE(p.client->state().phase, Phase::Waiting);
    QTRY_COMPARE(p.attempts, 3);
    QVERIFY(p.transport->tls.wanted);
}

void tst_HostKeys::ourOwnHostLeavesNoTrace()
{
    Played p;
    p.know(oneKey);
    p.options.ownHost = true;
    p.options.knownNative = true;
    p.options.encryption = Encryption::Always;
    p.open();
    QCOMPARE(p.transport->tls, (TlsDemand{true, {}}));
    p.shake(otherKey);
    QVERIFY(p.saidHello());
    QCOMPARE(p.known(), std::optional(ServerKey{oneKey, false}));
}

void tst_HostKeys::theStateTellsWhetherItIsEncrypted()
{
    Played p;
    p.options.encryption = Encryption::Always;
    p.open();
    p.shake(oneKey);
    Q_EMIT p.transport->received(greetingOfTls);
    Q_EMIT p.transport->received(native::frame(native::welcome({})) + '\0');
    QCOMPARE(p.client->state().phase, Phase::Online);
    QVERIFY(p.client->state().encrypted);
    QCOMPARE(p.client->state().foundKey, oneKey);
    QVERIFY(!p.client->state().vouchedFor);
}

QTEST_GUILESS_MAIN(tst_HostKeys)
#include "tst_hostkeys.moc"
