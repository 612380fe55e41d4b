#include "ui/models/recentrooms.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

RecentRoom visit(const QString &host, qint64 at)
{
    RoomAddress address;
    address.host = host;
    return {address, host.toUpper(), at};
}

} // namespace

class TestRecentRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestStandsFirst();
    void eachServerStandsOnce();
    void theOldestGoWhenThereAreTooMany();
    void oneCanBeForgotten();
    void visitsAreToldByLocalDays_data();
    void visitsAreToldByLocalDays();
};

void TestRecentRooms::theNewestStandsFirst()
{
    RecentRooms rooms;
    rooms.visit(visit(u"b"_s, 2));
    rooms.visit(visit(u"a"_s, 1));
    rooms.visit(visit(u"c"_s, 3));
    QCOMPARE(rooms.rooms(), QList<RecentRoom>({visit(u"c"_s, 3), visit(u"b"_s, 2), visit(u"a"_s, 1)}));
}

void TestRecentRooms::eachServerStandsOnce()
{
    RecentRooms rooms;
    rooms.visit(visit(u"a"_s, 1));
    rooms.visit(visit(u"b"_s, 2));
    RecentRoom again = visit(u"A"_s, 3);
    again.address.room = RoomId(u"attic"_s);
    rooms.visit(again);
    QCOMPARE(rooms.rooms(), QList<RecentRoom>({again, visit(u"b"_s, 2)}));
    RecentRoom otherPort = visit(u"a"_s, 4);
    otherPort.address.port = 5000;
    rooms.visit(otherPort);
    QCOMPARE(rooms.rooms().size(), 3);
}

void TestRecentRooms::theOldestGoWhenThereAreTooMany()
{
    RecentRooms rooms;
    for (int i = 0; i < 30; ++i) {
        rooms.visit(visit(u"host%1"_s.arg(i), i));
    }
    QCOMPARE(rooms.rooms().size(), RecentRooms::maximum);
    QCOMPARE(rooms.rooms().first().address.host, u"host29"_s);
    QCOMPARE(rooms.rooms().last().address.host, u"host10"_s);
}

void TestRecentRooms::oneCanBeForgotten()
{
    RecentRooms rooms;
    rooms.visit(visit(u"a"_s, 1));
    rooms.visit(visit(u"b"_s, 2));
    rooms.forget(visit(u"a"_s, 9).address);
    QCOMPARE(rooms.rooms(), QList<RecentRoom>({visit(u"b"_s, 2)}));
}

void TestRecentRooms::visitsAreToldByLocalDays_data()
{
    QTest::addColumn<QDateTime>("visited");
    QTest::addColumn<QString>("words");
    const QTimeZone zone("Asia/Shanghai");
    QTest::newRow("an hour ago") << QDateTime({2026, 11, 23}, {8, 0}, zone) << u"last visited today"_s;
    QTest::newRow("in the future") << QDateTime({2026, 11, 24}, {8, 0}, zone) << u"last visited today"_s;
    QTest::newRow("before midnight") << QDateTime({2026, 11, 22}, {23, 59}, zone)
                                     << u"last visited yesterday"_s;
    QTest::newRow("six days") << QDateTime({2026, 11, 17}, {9, 0}, zone) << u"last visited 6 days ago"_s;
    QTest::newRow("seven days") << QDateTime({2026, 11, 16}, {9, 0}, zone) << u"last visited on 16/11/2026"_s;
}

void TestRecentRooms::visitsAreToldByLocalDays()
{
    QFETCH(QDateTime, visited);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QDateTime now({2026, 11, 23}, {9, 0}, QTimeZone("Asia/Shanghai"));
    QTEST(RecentRooms::visitedText(visited, now), "words");
}

QTEST_GUILESS_MAIN(TestRecentRooms)
#include "tst_recentrooms.moc"
