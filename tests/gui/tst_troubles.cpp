#include "protocol/clock.h"
#include "protocol/identity.h"
#include "server/passwordhash.h"
#include "server/roomserver.h"
#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/models/connectionwords.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/joindialog.h"

#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {
constexpr int patience = 15'000; // ms
}

/// What people read when something does not work, and what they can do then.
class TestTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nobodyAnswers();
    void aWrongAddressIsSaidBeforeConnecting();
    void anUnknownComputerIsSaidSo();
    void aTakenNameOffersAnother();
    void aFullRoomSaysSo();
    void aPasswordIsAskedFor();
    void aClosedRoomSaysSoAndComesBack();
    void aChangedKeyIsNotClickedAway();
    void whatIsTypedOutlivesTheConnection();
    void whatIsSentMeanwhileArrivesLater();
    void aTooLongMessageStays();

private:
    void serve(HostOptions options = {});
    QString address() const { return u"127.0.0.1:%1"_s.arg(m_port); }

    std::unique_ptr<RoomServer> m_server;
    quint16 m_port = 0;
    std::unique_ptr<Guest> m_bo;
};

void TestTroubles::init()
{
    m_port = 0;
    m_bo = std::make_unique<Guest>();
}

void TestTroubles::cleanup()
{
    m_bo.reset();
    m_server.reset();
}

void TestTroubles::serve(HostOptions options)
{
    options.name = u"Kitchen"_s;
    options.endpoints = {{QHostAddress(QHostAddress::LocalHost), m_port}};
    m_server = std::make_unique<RoomServer>(options);
    QSignalSpy listening(m_server.get(), &RoomServer::listening);
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(listening.count(), 1, patience);
    m_port = listening.first().at(1).value<quint16>();
}

void TestTroubles::nobodyAnswers()
{
    const quint16 port = Host::freePort();
    m_bo->tryToJoin(u"127.0.0.1:%1"_s.arg(port));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_bo->driver().shows(u"Nobody answered at 127.0.0.1, port %1. Is the room open?"_s.arg(port)),
        patience);
    QVERIFY(m_bo->driver().find<QAbstractButton>(u"Try now"_s));
}

void TestTroubles::aWrongAddressIsSaidBeforeConnecting()
{
    const WindowDriver bo = m_bo->driver();
    bo.fill(u"Address or invite link"_s, u"http://example.org"_s);
    bo.press(u"Join"_s);
    QTRY_VERIFY(bo.shows(u"Invite links begin with tincan://"_s));
    QVERIFY(m_bo->sessions().sessions().isEmpty());
}

void TestTroubles::anUnknownComputerIsSaidSo()
{
    m_bo->tryToJoin(u"no-such-computer.invalid"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().shows(u"There is no computer called no-such-computer.invalid."_s),
                             patience);
}

void TestTroubles::aTakenNameOffersAnother()
{
    serve();
    Guest first(u"Bo"_s);
    first.join(m_port);
    m_bo->tryToJoin(address());
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().shows(u"Somebody here is called Bo already."_s), patience);
    m_bo->driver().press(u"Join as Bo-2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().members().size(), 2, patience);
}

void TestTroubles::aFullRoomSaysSo()
{
    HostOptions options;
    options.limits.maxConnections = 1;
    serve(options);
    Guest first(u"First"_s);
    first.join(m_port);
    m_bo->tryToJoin(address());
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().shows(u"The room is full."_s), patience);
}

void TestTroubles::aPasswordIsAskedFor()
{
    HostOptions options;
    options.passwordHash = hashPassword(u"sesame"_s);
    serve(options);
    m_bo->tryToJoin(address());
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().find<QAbstractButton>(u"Enter the Password…"_s), patience);
    m_bo->driver().press(u"Enter the Password…"_s);
    m_bo->driver().fill(u"Password of the room"_s, u"sesame"_s);
    m_bo->driver().press(u"Join"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->sessions().current(), patience);
}

void TestTroubles::aClosedRoomSaysSoAndComesBack()
{
    serve();
    m_bo->join(m_port);
    m_server->stop();
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().shows(u"The host closed the room."_s), patience);
    m_server.reset();
    serve();
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().find<QAbstractButton>(u"Try now"_s), patience);
    m_bo->driver().press(u"Try now"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().shows(u"Connected to Kitchen"_s), patience);
}

void TestTroubles::aChangedKeyIsNotClickedAway()
{
    const auto identity = [] { return std::get<Identity>(makeIdentity(SystemClock().utc())); };
    HostOptions before;
    before.identity = identity();
    HostOptions after;
    after.identity = identity();
    m_bo->sessions().setKnownHosts(std::make_shared<HostsInMemory>());
    serve(before);
    m_bo->join(m_port);
    m_server.reset();
    serve(after);
    const WindowDriver bo = m_bo->driver();
    for (int round = 0; round < 2; ++round) {
        QTRY_VERIFY_WITH_TIMEOUT(bo.shows(u"shows another key than the one that is known"_s), 2 * patience);
        QVERIFY(bo.shows(u"Known: "_s + ConnectionWords::inGroups(keyFingerprint(before.identity))));
        QVERIFY(bo.shows(u"Shown: "_s + ConnectionWords::inGroups(keyFingerprint(after.identity))));
        QVERIFY(!bo.find<QAbstractButton>(u"Try now"_s) && !bo.find<QAbstractButton>(u"Try Again"_s));
        bo.press(u"Change the Address…"_s); // which is no way round as long as it is not changed
        bo.press(u"Join"_s);
        QTRY_VERIFY(!bo.find<JoinDialog>());
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->sessions().currentSession()->state().failure, ConnectFailure::WrongKey,
                              patience);
}

void TestTroubles::whatIsTypedOutlivesTheConnection()
{
    serve();
    m_bo->join(m_port);
    m_bo->driver().type(u"half a thought"_s);
    m_server.reset();
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().shows(u"Not connected: what you write is sent"_s), patience);
    QCOMPARE(m_bo->driver().composer()->text(), u"half a thought"_s);
}

void TestTroubles::whatIsSentMeanwhileArrivesLater()
{
    serve();
    m_bo->join(m_port);
    m_server.reset();
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().shows(u"Not connected: what you write is sent"_s), patience);
    m_bo->driver().say(u"said meanwhile"_s);
    QCOMPARE(m_bo->driver().messages(), QStringList{u"said meanwhile"_s});
    serve();
    Guest ada(u"Ada"_s);
    ada.join(m_port);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().messages(), QStringList{u"said meanwhile"_s}, 2 * patience);
}

void TestTroubles::aTooLongMessageStays()
{
    serve();
    m_bo->join(m_port);
    const WindowDriver bo = m_bo->driver();
    bo.composer()->setText(QString(70'000, u'x'));
    QTest::keyClick(bo.composer()->findChild<QPlainTextEdit *>(), Qt::Key_Return);
    QCOMPARE(bo.composer()->text().size(), 70'000);
    QVERIFY(bo.shows(u"Too long to send"_s));
    QVERIFY(bo.messages().isEmpty());
}

QTEST_MAIN(TestTroubles)
#include "tst_troubles.moc"
