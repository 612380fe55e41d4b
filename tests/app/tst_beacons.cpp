#include "app/beaconannouncer.h"
#include "tests/app/loopbackplace.h"
#include "ui/client/beaconbrowser.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

RoomAnnouncement robotics(int people = 6)
{
    return {{u"Robotics lab"_s, u"Wojtek"_s, 4041, people, false}, {}};
}

/// Sends anything from loopback.
class Mouth
{
public:
    explicit Mouth(const BeaconPlace &place) : m_place(place)
    {
        m_socket.bind(QHostAddress(QHostAddress::LocalHost), 0);
        m_socket.setMulticastInterface(QNetworkInterface::interfaceFromName(place.interface));
    }

    void say(const QByteArray &datagram) { m_socket.writeDatagram(datagram, m_place.group, m_place.port); }
    void sayAlone(const QByteArray &datagram)
    {
        m_socket.writeDatagram(datagram, QHostAddress(QHostAddress::LocalHost), m_place.port);
    }

private:
    BeaconPlace m_place;
    QUdpSocket m_socket;
};

} // namespace

class TestBeacons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRoomIsFoundWhereItIs();
    void whatChangesIsHeard();
    void aGoodbyeIsHeardAtOnce();
    void nothingIsSentBeforeOrAfter();
    void aRoomElsewhereIsNotAnnouncedHere();
    void severalProgramsMayListen();
    void whatIsNotForTheGroupIsPassedOver();
    void aFloodIsReadSlowly();
    void aMissingInterfaceIsNotSearched();

private:
    BeaconPlace m_place;
};

void TestBeacons::initTestCase()
{
    qRegisterMetaType<NearbyRoom>();
    m_place = loopbackPlace();
    QVERIFY(!m_place.interface.isEmpty());
    Ear ear(m_place);
    Mouth mouth(m_place);
    mouth.say("?");
    if (!ear.hears() || !QTest::qWaitFor([&ear] { return !ear.take().isEmpty(); }, 2000)) {
        QSKIP("the loopback interface of this system carries no multicast");
    }
}

void TestBeacons::aRoomIsFoundWhereItIs()
{
    BeaconBrowser browser(m_place);
    QSignalSpy found(&browser, &NearbyBrowser::found);
    browser.start();
    QVERIFY(browser.isLooking());
    BeaconAnnouncer announcer(m_place);
    announcer.announce(robotics());
    QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty(), 3000);
    const auto room = found.first().first().value<NearbyRoom>();
    QCOMPARE(room.address, u"127.0.0.1"_s);
    QCOMPARE(room.beacon, robotics().room);
    QVERIFY(room.lifetime > beaconInterval && room.lifetime < 10'000);
}

void TestBeacons::whatChangesIsHeard()
{
    BeaconBrowser browser(m_place);
    QSignalSpy found(&browser, &NearbyBrowser::found);
    browser.start();
    BeaconAnnouncer announcer(m_place);
    announcer.announce(robotics(6));
    announcer.announce(robotics(7));
    QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty() && found.last().first().value<NearbyRoom>().beacon.people == 7,
                             3000);
}

void TestBeacons::aGoodbyeIsHeardAtOnce()
{
    BeaconBrowser browser(m_place);
    QSignalSpy gone(&browser, &NearbyBrowser::gone);
    browser.start();
    BeaconAnnouncer announcer(m_place);
    announcer.announce(robotics());
    announcer.withdraw();
    QTRY_COMPARE_WITH_TIMEOUT(gone.size(), 1, 3000);
    QCOMPARE(gone.first().at(0).toString(), u"127.0.0.1"_s);
    QCOMPARE(gone.first().at(1).value<quint16>(), quint16(4041));
}

void TestBeacons::nothingIsSentBeforeOrAfter()
{
    Ear ear(m_place);
    BeaconAnnouncer announcer(m_place);
    announcer.withdraw();
    QTest::qWait(50);
    QVERIFY(ear.take().isEmpty());
    announcer.announce(robotics());
    announcer.withdraw();
    announcer.withdraw();
    QTRY_COMPARE(ear.take().size(), 2);
    QTest::qWait(beaconInterval + 200);
    QCOMPARE(ear.take(), (QList<QByteArray>{writeBeacon(robotics().room), writeGoodbye(4041)}));
}

void TestBeacons::aRoomElsewhereIsNotAnnouncedHere()
{
    Ear ear(m_place);
    for (const QString &address : {u"192.0.2.77"_s, u"::1"_s}) {
        BeaconAnnouncer announcer(m_place);
        RoomAnnouncement elsewhere = robotics();
        elsewhere.address = address;
        announcer.announce(elsewhere);
        announcer.withdraw();
    }
    QTest::qWait(100);
    QVERIFY(ear.take().isEmpty());
    BeaconAnnouncer announcer(m_place);
    RoomAnnouncement here = robotics();
    here.address = u"127.0.0.1"_s;
    announcer.announce(here);
    QTRY_VERIFY(!ear.take().isEmpty());
}

void TestBeacons::severalProgramsMayListen()
{
    BeaconBrowser first(m_place);
    BeaconBrowser second(m_place);
    QSignalSpy firstFound(&first, &NearbyBrowser::found);
    QSignalSpy secondFound(&second, &NearbyBrowser::found);
    first.start();
    second.start();
    BeaconAnnouncer announcer(m_place);
    announcer.announce(robotics());
    QTRY_VERIFY_WITH_TIMEOUT(!firstFound.isEmpty() && !secondFound.isEmpty(), 3000);
}

void TestBeacons::whatIsNotForTheGroupIsPassedOver()
{
    BeaconBrowser browser(m_place);
    QSignalSpy found(&browser, &NearbyBrowser::found);
    browser.start();
    Mouth mouth(m_place);
    mouth.sayAlone(writeBeacon({u"sent to me alone"_s, {}, 4040, 1, false}));
    mouth.say("garbage");
    mouth.say(QByteArray(beaconBytes + 100, '{'));
    mouth.say(writeBeacon({u"last"_s, {}, 4040, 1, false}));
    QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty(), 3000);
    QCOMPARE(found.first().first().value<NearbyRoom>().beacon.name, u"last"_s);
}

void TestBeacons::aFloodIsReadSlowly()
{
    BeaconBrowser browser(m_place);
    QSignalSpy found(&browser, &NearbyBrowser::found);
    browser.start();
    Mouth mouth(m_place);
    QElapsedTimer elapsed;
    elapsed.start();
    for (int i = 0; elapsed.elapsed() < 1000; ++i) {
        mouth.say(writeBeacon({u"forged %1"_s.arg(i), {}, quint16(1 + i % 60000), i, false}));
        if (i % 50 == 0) {
            QTest::qWait(1);
        }
    }
    // One tick's worth at the start, and what a second lets through.
    const double seconds = double(elapsed.elapsed()) / 1000.0;
    QVERIFY(found.size() > 10);
    QVERIFY2(found.size() <= BeaconBrowser::datagramsPerSecond * (seconds + 0.5),
             qPrintable(QString::number(found.size())));
}

void TestBeacons::aMissingInterfaceIsNotSearched()
{
    BeaconPlace nowhere = m_place;
    nowhere.interface = u"no-such-interface"_s;
    BeaconBrowser browser(nowhere);
    browser.start();
    QVERIFY(!browser.isLooking());
}

QTEST_GUILESS_MAIN(TestBeacons)
#include "tst_beacons.moc"
