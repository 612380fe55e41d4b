#include "tests/client/ownnetwork.h"
#include "ui/client/beaconbrowser.h"

#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace tincan;

/// What is heard, and how much of it, stands in tst_beacons.
class TestBeaconBrowser : public QObject
{
    Q_OBJECT

public:
    explicit TestBeaconBrowser(bool alone) : m_alone(alone) {}

private Q_SLOTS:
    void initTestCase();
    void aNetworkThatComesLaterIsSearched();
    void aNetworkThatWasDownIsSearchedAgain();

private:
    bool m_alone;
    BeaconPlace m_place;
};

static void sayOnLoopback(const BeaconPlace &place)
{
    QUdpSocket socket;
    socket.bind(QHostAddress(QHostAddress::LocalHost), 0);
    socket.setMulticastInterface(QNetworkInterface::interfaceFromName(place.interface));
    socket.writeDatagram(writeBeacon({u"lab"_s, {}, 4041, 1, false}), place.group, place.port);
}

void TestBeaconBrowser::initTestCase()
{
    if (!m_alone)
        QSKIP("this system gives a test no network of its own");
    m_place.interface = u"lo"_s;
}

void TestBeaconBrowser::aNetworkThatComesLaterIsSearched()
{
    QVERIFY(setLoopbackUp(false));
    BeaconBrowser browser(m_place);
    QSignalSpy found(&browser, &NearbyBrowser::found);
    browser.start();
    QVERIFY(!browser.isLooking());
    QVERIFY(setLoopbackUp(true));
    QTRY_VERIFY_WITH_TIMEOUT(browser.isLooking(), 2'000);
    sayOnLoopback(m_place);
    QTRY_VERIFY(!found.isEmpty());
}

void TestBeaconBrowser::aNetworkThatWasDownIsSearchedAgain()
{
    QVERIFY(setLoopbackUp(true));
    BeaconBrowser browser(m_place);
    QSignalSpy found(&browser, &NearbyBrowser::found);
    browser.start();
    QVERIFY(browser.isLooking());
    QVERIFY(setLoopbackUp(false));
    QTRY_VERIFY_WITH_TIMEOUT(!browser.isLooking(), 2'000);
    QVERIFY(setLoopbackUp(true));
    QTRY_VERIFY_WITH_TIMEOUT(browser.isLooking(), 2'000);
    sayOnLoopback(m_place);
    QTRY_VERIFY(!found.isEmpty());
}

int main(int argc, char **argv)
{
    const bool alone = enterOwnNetwork();
    const QCoreApplication application(argc, argv);
    TestBeaconBrowser test(alone);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_beaconbrowser.moc"
