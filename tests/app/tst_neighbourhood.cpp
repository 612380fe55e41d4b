#include "app/beaconannouncer.h"
#include "app/embeddedhost.h"
#include "app/neighbourhood.h"
#include "tests/app/loopbackplace.h"
#include "ui/client/beaconbrowser.h"
#include "ui/models/chatsessions.h"
#include "ui/models/preferences.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

/// One computer's share: a host, what it has open, and what it sees nearby.
struct Side
{
    Side()
        : preferences(profile.filePath(u"profile"_s)), sessions(clock),
          neighbourhood(host, sessions, preferences, clock)
    {
    }

    explicit Side(const BeaconPlace &place) : Side() { start(place); }

    void start(const BeaconPlace &place)
    {
        neighbourhood.addMeans(std::make_unique<BeaconBrowser>(place),
                               std::make_unique<BeaconAnnouncer>(place));
        neighbourhood.start();
    }

    bool open(const HostRequest &request)
    {
        QSignalSpy opened(&host, &RoomHost::opened);
        host.open(request);
        return opened.wait();
    }

    bool close()
    {
        QSignalSpy closed(&host, &RoomHost::closed);
        host.close();
        return closed.wait();
    }

    QString title(int row) { return neighbourhood.rooms().index(row).data().toString(); }
    int count() { return neighbourhood.rooms().rowCount(); }

    QTemporaryDir profile;
    SystemClock clock;
    Preferences preferences;
    EmbeddedHost host;
    ChatSessions sessions;
    Neighbourhood neighbourhood;
};

/// A room for others on the network, which is loopback here.
HostRequest kitchen()
{
    HostRequest request;
    request.name = u"Ada's kitchen"_s;
    request.address = u"127.0.0.1"_s;
    request.port = 0;
    return request;
}

} // namespace

class TestNeighbourhood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aRoomAppearsWithinThreeSecondsAndGoesWithinTen();
    void aRoomThatWasOpenBeforeIsAnnounced();
    void guestsAreCounted();
    void aRoomThatIsNotShownSendsNothing();
    void aRoomForThisComputerAloneSendsNothing();
    void lookingSendsNothing();
    void onesOwnRoomIsNotNearby();
    void aRoomThatOneIsInIsNotNearby();
    void aProgramThatDiesIsForgotten();

private:
    BeaconPlace m_place;
};

void TestNeighbourhood::initTestCase()
{
    m_place = loopbackPlace();
    Ear ear(m_place);
    if (!ear.hears()) {
        QSKIP("the loopback interface of this system carries no multicast");
    }
}

/// A port for each test, so that no late beacon of another one is heard.
void TestNeighbourhood::init()
{
    m_place = loopbackPlace();
}

void TestNeighbourhood::aRoomAppearsWithinThreeSecondsAndGoesWithinTen()
{
    Side ada(m_place);
    Side bo(m_place);
    ada.preferences.setUserName(u"Ada"_s);
    QVERIFY(ada.open(kitchen()));
    QTRY_COMPARE_WITH_TIMEOUT(bo.count(), 1, 3000);
    QCOMPARE(bo.title(0), u"Ada's kitchen"_s);
    QCOMPARE(bo.neighbourhood.rooms().index(0).data(NearbyRooms::SummaryRole).toString(),
             u"Ada's computer · 1 person"_s);
    QCOMPARE(bo.neighbourhood.rooms().address(0).port, ada.host.room().port);
    QVERIFY(ada.close());
    QTRY_COMPARE_WITH_TIMEOUT(bo.count(), 0, 2000); // it said goodbye
}

void TestNeighbourhood::aRoomThatWasOpenBeforeIsAnnounced()
{
    Side ada;
    Side bo(m_place);
    QVERIFY(ada.open(kitchen()));
    ada.start(m_place);
    QTRY_COMPARE_WITH_TIMEOUT(bo.count(), 1, 3000);
}

void TestNeighbourhood::guestsAreCounted()
{
    Side ada(m_place);
    Side bo(m_place);
    QVERIFY(ada.open(kitchen()));
    ada.host.setSelfJoined(false);
    Q_EMIT ada.host.guestsChanged(0);
    QTRY_COMPARE_WITH_TIMEOUT(bo.count(), 1, 3000);
    ClientOptions options;
    options.address = {u"127.0.0.1"_s, ada.host.room().port, {}, {}};
    options.name = u"Cy"_s;
    ada.sessions.join(options);
    QTRY_COMPARE_WITH_TIMEOUT(bo.neighbourhood.rooms().index(0).data(NearbyRooms::PeopleRole).toString(),
                              u"2 people"_s, 5000);
}

void TestNeighbourhood::aRoomThatIsNotShownSendsNothing()
{
    Ear ear(m_place);
    Side ada(m_place);
    HostRequest request = kitchen();
    request.showNearby = false;
    QVERIFY(ada.open(request));
    QTest::qWait(2 * beaconInterval + 200);
    QVERIFY(ada.close());
    QTest::qWait(100);
    QVERIFY(ear.take().isEmpty());
    // The same ear hears the same room once it is shown.
    QVERIFY(ada.open(kitchen()));
    QTRY_VERIFY(!ear.take().isEmpty());
}

void TestNeighbourhood::aRoomForThisComputerAloneSendsNothing()
{
    Ear ear(m_place);
    Side ada(m_place);
    HostRequest request = kitchen();
    request.reach = Reach::ThisComputer;
    QVERIFY(ada.open(request));
    QTest::qWait(beaconInterval + 200);
    QVERIFY(ada.close());
    QVERIFY(ear.take().isEmpty());
}

void TestNeighbourhood::lookingSendsNothing()
{
    Ear ear(m_place);
    Side bo(m_place);
    QTest::qWait(beaconInterval + 200);
    QVERIFY(ear.take().isEmpty());
}

void TestNeighbourhood::onesOwnRoomIsNotNearby()
{
    Side ada(m_place);
    Side bo(m_place);
    QVERIFY(ada.open(kitchen()));
    QTRY_COMPARE_WITH_TIMEOUT(bo.count(), 1, 3000);
    QTest::qWait(beaconInterval);
    QCOMPARE(ada.count(), 0);
}

void TestNeighbourhood::aRoomThatOneIsInIsNotNearby()
{
    Side ada(m_place);
    Side bo(m_place);
    QVERIFY(ada.open(kitchen()));
    QTRY_COMPARE_WITH_TIMEOUT(bo.count(), 1, 3000);
    ClientOptions options;
    options.address = {u"127.0.0.1"_s, ada.host.room().port, {}, {}};
    options.name = u"Bo"_s;
    ServerSession *session = bo.sessions.join(options);
    QCOMPARE(bo.count(), 0);
    bo.sessions.leave(session);
    QTRY_COMPARE(bo.count(), 1);
}

void TestNeighbourhood::aProgramThatDiesIsForgotten()
{
    Side bo(m_place);
    auto announcer = std::make_unique<BeaconAnnouncer>(m_place);
    announcer->announce({{u"Lost"_s, {}, 4040, 1, false}, u"127.0.0.1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(bo.count(), 1, 3000);
    announcer.reset(); // without a goodbye
    QTRY_COMPARE_WITH_TIMEOUT(bo.count(), 0, 10'000);
}

QTEST_GUILESS_MAIN(TestNeighbourhood)
#include "tst_neighbourhood.moc"
