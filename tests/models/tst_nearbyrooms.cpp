#include "ui/models/nearbyrooms.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

class StandingClock final : public Clock
{
public:
    std::int64_t monotonic() const override { return now; }
    std::int64_t utc() const override { return now; }

    std::int64_t now = 1'000;
};

class FakeBrowser final : public NearbyBrowser
{
public:
    explicit FakeBrowser(NearbyMeans means) : m_means(means) {}

    NearbyMeans means() const override { return m_means; }
    bool isLooking() const override { return looking; }
    void start() override {}

    void say(const QString &address, const QString &name, quint16 port = 4040, int people = 1)
    {
        const int lifetime = m_means == NearbyMeans::Beacon ? beaconLifetime : 0;
        Q_EMIT found({address, {name, {}, port, people, false}, lifetime});
    }

    bool looking = true;

private:
    NearbyMeans m_means;
};

} // namespace

class TestNearbyRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRoomAppearsWithItsWords();
    void whatChangesKeepsItsPlace();
    void aRoomThatFallsSilentGoes();
    void aGoodbyeEndsARoom();
    void aGoodbyeFromElsewhereEndsNothing();
    void oneRoomByTwoMeansIsOneRow();
    void noTwoRowsHaveTheSameTitle();
    void aForgedAddressInANameIsNoDouble();
    void oneComputerHasFewPlaces();
    void theListIsBounded();
    void aFloodChangesTheListSeldom();
    void roomsThatOneIsInAreLeftOut();
    void lookingIsSaidBeforeThereIsABrowser();
    void anEmptyListSaysWhatWasTried();
    void theModelKeepsItsPromises();

private:
    StandingClock m_clock;
};

static QStringList titles(const NearbyRooms &rooms)
{
    QStringList list;
    for (int row = 0; row < rooms.rowCount(); ++row) {
        list.append(rooms.index(row).data().toString());
    }
    return list;
}

void TestNearbyRooms::aRoomAppearsWithItsWords()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    Q_EMIT browser.found({u"192.0.2.5"_s, {u"Robotics lab"_s, u"Wojtek"_s, 4041, 6, true}, beaconLifetime});
    QTRY_COMPARE_WITH_TIMEOUT(rooms.rowCount(), 1, 2000);
    const QModelIndex row = rooms.index(0);
    QCOMPARE(row.data().toString(), u"Robotics lab"_s);
    QCOMPARE(row.data(NearbyRooms::SummaryRole).toString(), u"Wojtek's computer · 6 people · 🔒"_s);
    QCOMPARE(row.data(NearbyRooms::PeopleRole).toString(), u"6 people"_s);
    QCOMPARE(row.data(NearbyRooms::AddressRole).toString(), u"192.0.2.5:4041"_s);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
             u"Robotics lab, Wojtek's computer, 6 people, needs a password"_s);
    QCOMPARE(rooms.address(0), (RoomAddress{u"192.0.2.5"_s, 4041, {}, {}}));
    QCOMPARE(rooms.address(1), RoomAddress());
}

void TestNearbyRooms::whatChangesKeepsItsPlace()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    browser.say(u"192.0.2.5"_s, u"Zebra"_s);
    browser.say(u"192.0.2.6"_s, u"Ant"_s);
    QTRY_COMPARE(titles(rooms), (QStringList{u"Zebra"_s, u"Ant"_s}));
    QSignalSpy changed(&rooms, &QAbstractItemModel::dataChanged);
    QSignalSpy removed(&rooms, &QAbstractItemModel::rowsRemoved);
    browser.say(u"192.0.2.5"_s, u"Zebra"_s, 4040, 7);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(rooms.index(0).data(NearbyRooms::PeopleRole).toString(), u"7 people"_s);
    QCOMPARE(removed.size(), 0);
}

void TestNearbyRooms::aRoomThatFallsSilentGoes()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    browser.say(u"192.0.2.5"_s, u"a"_s);
    browser.say(u"192.0.2.6"_s, u"b"_s);
    QTRY_COMPARE(rooms.rowCount(), 2);
    m_clock.now += beaconLifetime - 1;
    browser.say(u"192.0.2.6"_s, u"b"_s);
    m_clock.now += 1;
    QTRY_COMPARE_WITH_TIMEOUT(titles(rooms), QStringList{u"b"_s}, 3000);
}

void TestNearbyRooms::aGoodbyeEndsARoom()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    browser.say(u"192.0.2.5"_s, u"a"_s);
    QTRY_COMPARE(rooms.rowCount(), 1);
    Q_EMIT browser.gone(u"192.0.2.5"_s, 4040);
    QTRY_COMPARE_WITH_TIMEOUT(rooms.rowCount(), 0, 2000);
}

void TestNearbyRooms::aGoodbyeFromElsewhereEndsNothing()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    browser.say(u"192.0.2.5"_s, u"a"_s);
    QTRY_COMPARE(rooms.rowCount(), 1);
    Q_EMIT browser.gone(u"192.0.2.6"_s, 4040);
    Q_EMIT browser.gone(u"192.0.2.5"_s, 4041);
    browser.say(u"192.0.2.7"_s, u"b"_s);
    QTRY_COMPARE(titles(rooms), (QStringList{u"a"_s, u"b"_s}));
}

void TestNearbyRooms::oneRoomByTwoMeansIsOneRow()
{
    FakeBrowser beacon(NearbyMeans::Beacon);
    FakeBrowser dnsSd(NearbyMeans::DnsSd);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(beacon);
    rooms.addBrowser(dnsSd);
    beacon.say(u"192.0.2.5"_s, u"a"_s);
    dnsSd.say(u"192.0.2.5"_s, u"a"_s);
    QTRY_COMPARE(rooms.rowCount(), 1);
    // By DNS-SD it stays however long nothing is heard.
    m_clock.now += 10 * beaconLifetime;
    QTest::qWait(1'500);
    QCOMPARE(rooms.rowCount(), 1);
    Q_EMIT dnsSd.gone(u"192.0.2.5"_s, 4040);
    QTRY_COMPARE_WITH_TIMEOUT(rooms.rowCount(), 0, 2000);
}

void TestNearbyRooms::noTwoRowsHaveTheSameTitle()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    browser.say(u"192.0.2.5"_s, u"Lab"_s);
    browser.say(u"192.0.2.6"_s, u"Lab"_s);
    browser.say(u"192.0.2.6"_s, u"ＬＡＢ"_s, 4041);
    QTRY_COMPARE(titles(rooms), (QStringList{u"Lab"_s, u"Lab (192.0.2.6)"_s, u"ＬＡＢ (192.0.2.6:4041)"_s}));
}

void TestNearbyRooms::aForgedAddressInANameIsNoDouble()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    browser.say(u"192.0.2.4"_s, u"Lab (192.0.2.6)"_s);
    browser.say(u"192.0.2.5"_s, u"Lab"_s);
    browser.say(u"192.0.2.6"_s, u"Lab"_s);
    QTRY_COMPARE(rooms.rowCount(), 3);
    QCOMPARE(titles(rooms).last(), u"Lab (192.0.2.6) (192.0.2.6)"_s);
}

void TestNearbyRooms::oneComputerHasFewPlaces()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    for (int i = 0; i < 1000; ++i) {
        browser.say(u"192.0.2.66"_s, u"forged %1"_s.arg(i), quint16(1000 + i));
    }
    browser.say(u"192.0.2.5"_s, u"Lab"_s);
    QTRY_COMPARE(rooms.rowCount(), NearbyRooms::maximumOfOneAddress + 1);
    QCOMPARE(titles(rooms).last(), u"Lab"_s);
}

void TestNearbyRooms::theListIsBounded()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    browser.say(u"192.0.2.5"_s, u"Lab"_s);
    for (int i = 0; i < 60'000; ++i) {
        browser.say(u"10.0.%1.%2"_s.arg(i / 250).arg(i % 250), u"Lab"_s);
    }
    QTRY_COMPARE(rooms.rowCount(), NearbyRooms::maximum);
    QCOMPARE(titles(rooms).first(), u"Lab"_s);
    const QStringList all = titles(rooms);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
}

void TestNearbyRooms::aFloodChangesTheListSeldom()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    browser.say(u"192.0.2.5"_s, u"a"_s);
    QTRY_COMPARE(rooms.rowCount(), 1);
    QSignalSpy changed(&rooms, &QAbstractItemModel::dataChanged);
    QElapsedTimer elapsed;
    elapsed.start();
    for (int i = 0; elapsed.elapsed() < 1000; ++i) {
        browser.say(u"192.0.2.5"_s, u"name %1"_s.arg(i));
        QTest::qWait(1);
    }
    QVERIFY(changed.size() >= 1);
    QVERIFY(changed.size() <= elapsed.elapsed() / NearbyRooms::publishInterval + 1);
}

void TestNearbyRooms::roomsThatOneIsInAreLeftOut()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    rooms.addBrowser(browser);
    browser.say(u"192.0.2.5"_s, u"a"_s);
    browser.say(u"192.0.2.6"_s, u"b"_s);
    QTRY_COMPARE(rooms.rowCount(), 2);
    rooms.setHidden({{u"192.0.2.5"_s, 4040, {}, {}}, {u"192.0.2.6"_s, 4041, {}, {}}});
    QCOMPARE(titles(rooms), QStringList{u"b"_s});
    rooms.setHidden({});
    QCOMPARE(titles(rooms), (QStringList{u"a"_s, u"b"_s}));
}

void TestNearbyRooms::lookingIsSaidBeforeThereIsABrowser()
{
    NearbyRooms rooms(m_clock);
    QVERIFY(!rooms.isSearched());
    QSignalSpy changed(&rooms, &NearbyRooms::emptyTextChanged);
    rooms.beginLooking();
    QCOMPARE(changed.size(), 1);
    QVERIFY(rooms.isSearched());
    QCOMPARE(rooms.emptyText(), u"Looking for rooms nearby…"_s);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, 5000); // none came
    QVERIFY(!rooms.isSearched());
}

void TestNearbyRooms::anEmptyListSaysWhatWasTried()
{
    FakeBrowser beacon(NearbyMeans::Beacon);
    FakeBrowser dnsSd(NearbyMeans::DnsSd);
    NearbyRooms rooms(m_clock);
    QVERIFY(!rooms.isSearched());
    rooms.addBrowser(beacon);
    rooms.addBrowser(dnsSd);
    QVERIFY(rooms.isSearched());
    QCOMPARE(rooms.emptyText(), u"Looking for rooms nearby…"_s);
    QSignalSpy changed(&rooms, &NearbyRooms::emptyTextChanged);
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 5000);
    QCOMPARE(rooms.emptyText(),
             u"No rooms found nearby: looked on this network by Tincan's own announcements "
             "(UDP port 4040) and by the system's service discovery (DNS-SD)."_s);
    dnsSd.looking = false;
    Q_EMIT dnsSd.lookingChanged();
    QCOMPARE(changed.size(), 2);
    QVERIFY(!rooms.emptyText().contains(u"DNS-SD"_s));
    beacon.looking = false;
    QCOMPARE(rooms.emptyText(), u"No rooms found nearby: this computer seems to be on no network."_s);
}

void TestNearbyRooms::theModelKeepsItsPromises()
{
    FakeBrowser browser(NearbyMeans::Beacon);
    NearbyRooms rooms(m_clock);
    QAbstractItemModelTester tester(&rooms, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rooms.addBrowser(browser);
    QRandomGenerator random(7);
    for (int step = 0; step < 3'000; ++step) {
        const QString address = u"10.0.0.%1"_s.arg(random.bounded(80));
        const auto port = quint16(4040 + random.bounded(3));
        switch (random.bounded(4)) {
        case 0:
            Q_EMIT browser.gone(address, port);
            break;
        case 1:
            rooms.setHidden({{address, port, {}, {}}}); // shows what has come until now
            break;
        default:
            browser.say(address, u"room %1"_s.arg(random.bounded(20)), port, random.bounded(9));
        }
        m_clock.now += random.bounded(100);
    }
    const QStringList all = titles(rooms);
    QVERIFY(all.size() > 5);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
}

QTEST_GUILESS_MAIN(TestNearbyRooms)
#include "tst_nearbyrooms.moc"
