#include "app/avahiannouncer.h"
#include "app/avahibrowser.h"
#include "tests/app/fakeavahi.h"
#include "tests/app/ownbus.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestAvahi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void withoutTheDaemonNothingIsSearched();
    void theDaemonMayComeAndGo();
    void aServiceIsFoundAndGoes();
    void aServiceThatMovesIsGoneWhereItWas();
    void aServiceThatIsNoRoomIsPassedOver();
    void aFloodOfServicesIsBounded();
    void aRoomIsAnnouncedAndWithdrawn();
    void whatChangesIsToldToTheSameService();
    void aTakenNameGetsANumber();
    void aCollisionOnTheNetworkDoesToo();
    void aDaemonThatComesLaterIsTold();
    void nothingIsAskedBeforeARoomIsShown();

private:
    static RoomAnnouncement kitchen(int people = 1)
    {
        return {{u"Kitchen"_s, u"Ada"_s, 4041, people, false}, {}};
    }
    QDBusConnection daemonBus() const { return m_bus.desktop(); }
    QDBusConnection bus() const { return m_bus.program(); }

    OwnBus m_bus;
};

void TestAvahi::initTestCase()
{
    if (!OwnBus::isPossible()) {
        QSKIP("dbus-daemon is not installed");
    }
    QVERIFY(m_bus.begin());
}

void TestAvahi::cleanupTestCase()
{
    QVERIFY(m_bus.end());
}

void TestAvahi::withoutTheDaemonNothingIsSearched()
{
    AvahiBrowser browser(bus());
    browser.start();
    QTest::qWait(100);
    QVERIFY(!browser.isLooking());
    QCOMPARE(browser.means(), NearbyMeans::DnsSd);
}

void TestAvahi::theDaemonMayComeAndGo()
{
    AvahiBrowser browser(bus());
    QSignalSpy looking(&browser, &NearbyBrowser::lookingChanged);
    QSignalSpy found(&browser, &NearbyBrowser::found);
    QSignalSpy gone(&browser, &NearbyBrowser::gone);
    browser.start();
    auto avahi = std::make_unique<FakeAvahi>(daemonBus());
    QTRY_VERIFY(browser.isLooking());
    QTRY_COMPARE(avahi->browsers.size(), 1U);
    Q_EMIT avahi->browsers[0]->ItemNew(2, 0, u"Lab"_s, u"_tincan._tcp"_s, u"local"_s, 0);
    QTRY_VERIFY(!avahi->resolvers.empty() && avahi->resolvers[0]->started);
    avahi->resolvers[0]->find(u"192.0.2.5"_s, 4040, {});
    QTRY_COMPARE(found.size(), 1);
    avahi.reset();
    QTRY_VERIFY(!browser.isLooking());
    QCOMPARE(gone.size(), 1);
    FakeAvahi again(daemonBus());
    QTRY_VERIFY(browser.isLooking());
    QCOMPARE(looking.size(), 3);
}

void TestAvahi::aServiceIsFoundAndGoes()
{
    FakeAvahi avahi(daemonBus());
    AvahiBrowser browser(bus());
    QSignalSpy found(&browser, &NearbyBrowser::found);
    QSignalSpy gone(&browser, &NearbyBrowser::gone);
    browser.start();
    QTRY_VERIFY(!avahi.browsers.empty() && avahi.browsers[0]->started);
    Q_EMIT avahi.browsers[0]->ItemNew(2, 0, u"Robotics lab"_s, u"_tincan._tcp"_s, u"local"_s, 0);
    QTRY_VERIFY(!avahi.resolvers.empty() && avahi.resolvers[0]->started);
    avahi.resolvers[0]->find(u"192.0.2.5"_s, 4041, {"txtvers=1", "host=Wojtek", "people=6", "password"});
    QTRY_COMPARE(found.size(), 1);
    const auto room = found.first().first().value<NearbyRoom>();
    QCOMPARE(room.address, u"192.0.2.5"_s);
    QCOMPARE(room.beacon, (RoomBeacon{u"Robotics lab"_s, u"Wojtek"_s, 4041, 6, true}));
    QCOMPARE(room.lifetime, 0);
    avahi.resolvers[0]->find(u"192.0.2.5"_s, 4041, {"people=7"});
    QTRY_COMPARE(found.size(), 2);
    QCOMPARE(found.last().first().value<NearbyRoom>().beacon.people, 7);
    Q_EMIT avahi.browsers[0]->ItemRemove(2, 0, u"Robotics lab"_s, u"_tincan._tcp"_s, u"local"_s, 0);
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(gone.first().at(0).toString(), u"192.0.2.5"_s);
    QTRY_VERIFY(avahi.resolvers[0]->freed);
}

void TestAvahi::aServiceThatMovesIsGoneWhereItWas()
{
    FakeAvahi avahi(daemonBus());
    AvahiBrowser browser(bus());
    QSignalSpy found(&browser, &NearbyBrowser::found);
    QSignalSpy gone(&browser, &NearbyBrowser::gone);
    browser.start();
    QTRY_VERIFY(!avahi.browsers.empty() && avahi.browsers[0]->started);
    Q_EMIT avahi.browsers[0]->ItemNew(2, 0, u"Lab"_s, u"_tincan._tcp"_s, u"local"_s, 0);
    QTRY_VERIFY(!avahi.resolvers.empty() && avahi.resolvers[0]->started);
    avahi.resolvers[0]->find(u"192.0.2.5"_s, 4041, {});
    avahi.resolvers[0]->find(u"192.0.2.6"_s, 4041, {});
    QTRY_COMPARE(found.size(), 2);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone.first().at(0).toString(), u"192.0.2.5"_s);
}

void TestAvahi::aServiceThatIsNoRoomIsPassedOver()
{
    FakeAvahi avahi(daemonBus());
    AvahiBrowser browser(bus());
    QSignalSpy found(&browser, &NearbyBrowser::found);
    browser.start();
    QTRY_VERIFY(!avahi.browsers.empty() && avahi.browsers[0]->started);
    Q_EMIT avahi.browsers[0]->ItemNew(2, 0, u"Lab"_s, u"_tincan._tcp"_s, u"local"_s, 0);
    QTRY_VERIFY(!avahi.resolvers.empty() && avahi.resolvers[0]->started);
    avahi.resolvers[0]->find(u"nonsense"_s, 4041, {});
    avahi.resolvers[0]->find(u"192.0.2.5"_s, 0, {});
    avahi.resolvers[0]->find(u"192.0.2.5"_s, 4041, {"txtvers=9"});
    avahi.resolvers[0]->find(u"192.0.2.5"_s, 4041, {"name=last"});
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.first().first().value<NearbyRoom>().beacon.name, u"last"_s);
}

void TestAvahi::aFloodOfServicesIsBounded()
{
    FakeAvahi avahi(daemonBus());
    AvahiBrowser browser(bus());
    browser.start();
    QTRY_VERIFY(!avahi.browsers.empty() && avahi.browsers[0]->started);
    for (int i = 0; i < 3 * AvahiBrowser::maximum; ++i) {
        Q_EMIT avahi.browsers[0]->ItemNew(2, 0, u"forged %1"_s.arg(i), u"_tincan._tcp"_s, u"local"_s, 0);
    }
    QTRY_COMPARE(avahi.resolvers.size(), std::size_t(AvahiBrowser::maximum));
    QTest::qWait(200);
    QCOMPARE(avahi.resolvers.size(), std::size_t(AvahiBrowser::maximum));
}

void TestAvahi::aRoomIsAnnouncedAndWithdrawn()
{
    FakeAvahi avahi(daemonBus());
    AvahiAnnouncer announcer(bus());
    announcer.announce(kitchen(6));
    QTRY_VERIFY(!avahi.groups.empty() && avahi.groups[0]->committed);
    const auto service = avahi.groups[0]->added.value(0);
    QCOMPARE(service.name, u"Kitchen"_s);
    QCOMPARE(readService(service.name, service.port, service.records), std::optional(kitchen(6).room));
    announcer.withdraw();
    QTRY_VERIFY(avahi.groups[0]->freed);
}

void TestAvahi::whatChangesIsToldToTheSameService()
{
    FakeAvahi avahi(daemonBus());
    AvahiAnnouncer announcer(bus());
    announcer.announce(kitchen(1));
    QTRY_VERIFY(!avahi.groups.empty() && avahi.groups[0]->committed);
    announcer.announce(kitchen(2));
    QTRY_VERIFY(avahi.groups[0]->added.value(0).records.contains("people=2"));
    QCOMPARE(avahi.groups.size(), 1U);
}

void TestAvahi::aTakenNameGetsANumber()
{
    FakeAvahi avahi(daemonBus());
    avahi.takenNames = QStringList{u"Kitchen"_s, u"Kitchen (2)"_s};
    AvahiAnnouncer announcer(bus());
    announcer.announce(kitchen());
    QTRY_VERIFY(!avahi.groups.empty() && avahi.groups[0]->committed);
    const auto service = avahi.groups[0]->added.value(0);
    QCOMPARE(service.name, u"Kitchen (3)"_s);
    QVERIFY(service.records.contains("name=Kitchen"));
}

void TestAvahi::aCollisionOnTheNetworkDoesToo()
{
    FakeAvahi avahi(daemonBus());
    AvahiAnnouncer announcer(bus());
    announcer.announce(kitchen());
    QTRY_VERIFY(!avahi.groups.empty() && avahi.groups[0]->committed);
    Q_EMIT avahi.groups[0]->StateChanged(avahi::groupCollision, u"collision"_s);
    QTRY_COMPARE(avahi.groups[0]->added.value(0).name, u"Kitchen (2)"_s);
    QTRY_VERIFY(avahi.groups[0]->committed);
}

void TestAvahi::aDaemonThatComesLaterIsTold()
{
    AvahiAnnouncer announcer(bus());
    announcer.announce(kitchen());
    QTest::qWait(50);
    FakeAvahi avahi(daemonBus());
    QTRY_VERIFY(!avahi.groups.empty() && avahi.groups[0]->committed);
}

void TestAvahi::nothingIsAskedBeforeARoomIsShown()
{
    FakeAvahi avahi(daemonBus());
    AvahiAnnouncer announcer(bus());
    announcer.withdraw();
    QTest::qWait(200);
    QVERIFY(avahi.groups.empty());
}

QTEST_GUILESS_MAIN(TestAvahi)
#include "tst_avahi.moc"
