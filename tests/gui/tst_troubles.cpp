#include "protocol/clock.h"
#include "protocol/identity.h"
#include "server/passwordhash.h"
#include "server/roomserver.h"
#include "tests/gui/accessibletree.h"
#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/models/connectionwords.h"
#include "ui/widgets/changedkeypage.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/hiddenencryptionpage.h"
#include "ui/widgets/roomlistview.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {
constexpr int patience = 15'000; // ms

/// Greets everybody in clear, as a server without encryption does, and notes what it is told.
class ServerInClear
{
public:
    explicit ServerInClear(quint16 port)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *peer = m_server.nextPendingConnection();
            peer->write(QByteArray("tincan/1 open Kitchen - 1 here.\n\0", 33));
            ++greeted;
            QObject::connect(peer, &QTcpSocket::readyRead, peer, [this, peer] { heard += peer->readAll(); });
        });
        isThere = m_server.listen(QHostAddress::LocalHost, port);
    }

    bool isThere = false;
    int greeted = 0;
    QByteArray heard;

private:
    QTcpServer m_server;
};

/// How many there are of each colour in a picture of the widget.
QHash<QRgb, int> pixelsOf(QWidget &widget)
{
    const QImage picture = widget.grab().toImage();
    QHash<QRgb, int> pixels;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++pixels[picture.pixel(x, y)];
    }
    return pixels;
}

} // namespace

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
    void aChangedKeyTakesTheConversationsPlace();
    void aChangedKeyIsReadInBothSchemes();
    void aChangedKeyIsNotClickedAway();
    void aChangedKeyLeavesTheRoomsInReach();
    void theHostsAnswerLeadsOn_data();
    void theHostsAnswerLeadsOn();
    void aServerWithAnotherKeyCanBeLeft();
    void encryptionThatIsHiddenTakesTheConversationsPlace();
    void encryptionThatIsHiddenIsNotClickedAway();
    void encryptionThatIsBackLeadsOn();
    void whatIsTypedOutlivesTheConnection();
    void whatIsSentMeanwhileArrivesLater();
    void aTooLongMessageStays();

private:
    void serve(HostOptions options = {});
    void changeKey();
    void hideEncryption();
    void answer(const QString &text);
    QString address() const { return u"127.0.0.1:%1"_s.arg(m_port); }

    std::unique_ptr<RoomServer> m_server;
    quint16 m_port = 0;
    std::unique_ptr<ServerInClear> m_inClear;
    Identity m_identity;
    QString m_newKey; ///< in hex
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
    m_inClear.reset();
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
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().shows(u"This room has a password."_s), patience);
    const auto enter = [this](const QString &password) {
        QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().find<QAbstractButton>(u"Enter the Password…"_s), patience);
        m_bo->driver().press(u"Enter the Password…"_s);
        m_bo->driver().fill(u"Password of the room"_s, password);
        m_bo->driver().press(u"Join"_s);
    };
    enter(u"sesam"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().shows(u"This room has a password, and that was not it."_s),
                             patience);
    enter(u"sesame"_s);
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

/// Bo knows the server, writes while it is away, and finds one with another key at its address.
void TestTroubles::changeKey()
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
    const WindowDriver bo = m_bo->driver();
    QTRY_VERIFY_WITH_TIMEOUT(bo.shows(u"Not connected: what you write is sent"_s), patience);
    bo.say(u"between us"_s);
    serve(after);
    QTRY_VERIFY_WITH_TIMEOUT(bo.find<ChangedKeyPage>(), 2 * patience);
    QVERIFY(bo.shows(ConnectionWords::inGroups(keyFingerprint(before.identity))));
    QVERIFY(bo.shows(ConnectionWords::inGroups(keyFingerprint(after.identity))));
    m_newKey = QString::fromLatin1(keyFingerprint(after.identity));
}

void TestTroubles::answer(const QString &text)
{
    auto *field = m_bo->driver().find<ChangedKeyPage>()->findChild<QLineEdit *>();
    field->clear();
    QTest::keyClicks(field, text);
}

void TestTroubles::aChangedKeyTakesTheConversationsPlace()
{
    changeKey();
    const WindowDriver bo = m_bo->driver();
    QWidget *page = bo.find<ChangedKeyPage>();
    QVERIFY(!bo.composer()->isVisible() && !bo.view()->isVisible());
    QVERIFY(!bo.action(u"Find in Conversation…"_s)->isEnabled());
    QCOMPARE(page->focusProxy()->accessibleName(), bo.find<QLineEdit>()->accessibleName());
    QCOMPARE(bo.window().focusWidget(), page->focusProxy());
    bo.window().activateWindow();
    bo.choose(u"Message"_s); // the key that leads to the message box
    QCOMPARE(bo.window().focusWidget(), page->focusProxy());
    QCOMPARE(accessibletree::unnamed(*page).join(u", "_s), QString());
    Guest ada(u"Ada"_s);
    ada.join(m_port);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().members().size(), 1, patience); // nobody else was there
    QVERIFY(ada.driver().notices().isEmpty() && ada.driver().messages().isEmpty());
}

void TestTroubles::aChangedKeyIsReadInBothSchemes()
{
    changeKey();
    auto *page = m_bo->driver().find<ChangedKeyPage>();
    for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        applyTheme(*qApp, scheme);
        const Tokens tokens = tokensFor(qApp->palette());
        QTRY_VERIFY(pixelsOf(*page).value(tokens.text.rgb()) > 0); // its rows have found their places
        const QHash<QRgb, int> pixels = pixelsOf(*page);
        QVERIFY(pixels.value(tokens.window.rgb()) > page->width() * page->height() / 2);
        QVERIFY(pixels.value(tokens.dim.rgb()) > 0);
    }
    applyTheme(*qApp, ColorScheme::System);
}

void TestTroubles::aChangedKeyIsNotClickedAway()
{
    changeKey();
    const WindowDriver bo = m_bo->driver();
    auto *page = bo.find<ChangedKeyPage>();
    QAbstractButton *trust = bo.find<QAbstractButton>(u"Trust the New Key"_s);
    for (const QString &text : {QString(), u"yes"_s, u"00000000"_s, address(), m_newKey.first(8)}) {
        answer(text);
        QVERIFY2(!trust->isEnabled(), qPrintable(text));
        QTest::keyClick(page->focusProxy(), Qt::Key_Return);
    }
    QVERIFY(bo.shows(u"does not end like this"_s));
    bo.choose(u"Join…"_s);
    bo.fill(u"Address or invite link"_s, address());
    bo.press(u"Join"_s);
    ServerSession *session = m_bo->sessions().currentSession();
    session->tryNow();
    QTRY_COMPARE_WITH_TIMEOUT(session->state().phase, Phase::Stopped, patience);
    QCOMPARE(session->state().failure, ConnectFailure::WrongKey);
    QTRY_VERIFY(bo.find<ChangedKeyPage>());
}

/// Also where the window is too narrow for both.
void TestTroubles::aChangedKeyLeavesTheRoomsInReach()
{
    changeKey();
    const WindowDriver bo = m_bo->driver();
    auto *rooms = bo.window().findChild<RoomListView *>();
    QVERIFY(rooms->isVisible() && !bo.find<QAbstractButton>(u"Rooms"_s));
    bo.window().resize(480, 600);
    QTRY_VERIFY(!rooms->isVisible());
    bo.press(u"Rooms"_s);
    QVERIFY(rooms->isVisible());
    QCOMPARE(bo.window().focusWidget(), rooms);
}

void TestTroubles::theHostsAnswerLeadsOn_data()
{
    QTest::addColumn<bool>("byLink");
    QTest::newRow("the last digits of the key") << false;
    QTest::newRow("a new link") << true;
}

void TestTroubles::theHostsAnswerLeadsOn()
{
    QFETCH(bool, byLink);
    changeKey();
    answer(byLink ? u"tincan://%1?fp=%2"_s.arg(address(), m_newKey) : m_newKey.last(8).toUpper());
    m_bo->driver().press(u"Trust the New Key"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->sessions().currentSession()->state().phase, Phase::Online, patience);
    const WindowDriver bo = m_bo->driver();
    QTRY_VERIFY(!bo.find<ChangedKeyPage>());
    QVERIFY(bo.composer()->isVisible());
    QTRY_VERIFY(bo.composer()->isAncestorOf(bo.window().focusWidget()));
    QCOMPARE(m_bo->sessions().provenAddress(*m_bo->sessions().currentSession()).fingerprint.toHex(),
             m_newKey.toLatin1());
}

void TestTroubles::aServerWithAnotherKeyCanBeLeft()
{
    changeKey();
    m_bo->driver().press(u"Disconnect"_s);
    QTRY_VERIFY(m_bo->sessions().sessions().isEmpty());
    QVERIFY(!m_bo->driver().find<ChangedKeyPage>());
}

/// Bo knows the server, writes while it is away, and finds one at its address that speaks in clear.
void TestTroubles::hideEncryption()
{
    m_identity = std::get<Identity>(makeIdentity(SystemClock().utc()));
    HostOptions options;
    options.identity = m_identity;
    m_bo->sessions().setKnownHosts(std::make_shared<HostsInMemory>());
    serve(options);
    m_bo->join(m_port);
    m_server.reset();
    const WindowDriver bo = m_bo->driver();
    QTRY_VERIFY_WITH_TIMEOUT(bo.shows(u"Not connected: what you write is sent"_s), patience);
    bo.say(u"between us"_s);
    m_inClear = std::make_unique<ServerInClear>(m_port);
    QVERIFY(m_inClear->isThere);
    QTRY_VERIFY_WITH_TIMEOUT(bo.find<HiddenEncryptionPage>(), 2 * patience);
}

void TestTroubles::encryptionThatIsHiddenTakesTheConversationsPlace()
{
    hideEncryption();
    const WindowDriver bo = m_bo->driver();
    QWidget *page = bo.find<HiddenEncryptionPage>();
    QVERIFY(!bo.composer()->isVisible() && !bo.view()->isVisible());
    QVERIFY(!bo.action(u"Find in Conversation…"_s)->isEnabled());
    QVERIFY(bo.shows(u"is not encrypted any more"_s));
    QVERIFY(bo.shows(u"was encrypted before"_s));
    QVERIFY(bo.shows(u"Ask the host"_s));
    QCOMPARE(bo.window().focusWidget(), page->focusProxy());
    QCOMPARE(accessibletree::unnamed(*page).join(u", "_s), QString());
    auto *rooms = bo.window().findChild<RoomListView *>();
    bo.window().resize(480, 600);
    QTRY_VERIFY(!rooms->isVisible());
    bo.press(u"Rooms"_s);
    QVERIFY(rooms->isVisible());
}

void TestTroubles::encryptionThatIsHiddenIsNotClickedAway()
{
    hideEncryption();
    const WindowDriver bo = m_bo->driver();
    const auto isStoppedAgain = [&](int greeted) {
        return m_inClear->greeted > greeted && bo.find<HiddenEncryptionPage>();
    };
    int before = m_inClear->greeted;
    bo.press(u"Try Again"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isStoppedAgain(before), 2 * patience);
    before = m_inClear->greeted;
    bo.choose(u"Join…"_s);
    bo.fill(u"Address or invite link"_s, address());
    bo.press(u"Join"_s);
    m_bo->sessions().currentSession()->tryNow();
    QTRY_VERIFY_WITH_TIMEOUT(isStoppedAgain(before), 2 * patience);
    for (const QByteArray &word : {"\"Bo\""_ba, "between us"_ba, "\"hello\""_ba})
        QVERIFY(!m_inClear->heard.contains(word));
    bo.press(u"Disconnect"_s);
    QTRY_VERIFY(m_bo->sessions().sessions().isEmpty());
    QVERIFY(!bo.find<HiddenEncryptionPage>());
}

void TestTroubles::encryptionThatIsBackLeadsOn()
{
    hideEncryption();
    m_inClear.reset();
    HostOptions options;
    options.identity = m_identity;
    serve(options);
    m_bo->driver().press(u"Try Again"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->sessions().currentSession()->state().phase, Phase::Online, patience);
    const WindowDriver bo = m_bo->driver();
    QTRY_VERIFY(!bo.find<HiddenEncryptionPage>());
    QVERIFY(bo.composer()->isVisible());
    QCOMPARE(bo.messages(), QStringList{u"between us"_s});
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
