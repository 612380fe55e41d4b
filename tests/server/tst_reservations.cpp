#include "server/reservations.h"
#include "tests/server/manualclock.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

constexpr int most = 3;
constexpr int patience = 100;

struct Desk
{
    ManualClock clock;
    DeadlineQueue queue{clock};
    QStringList gone;
    Reservations places{queue, patience, most, [this](const MemberId &id) { gone.append(id.value()); }};

    void keep(const QString &id) { places.keep(MemberId(id)); }
    void wait(int milliseconds)
    {
        clock.advance(milliseconds);
        queue.fireDue();
    }
};

} // namespace

class TestReservations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlaceIsKeptForSoLong();
    void whoIsBackKeepsIt();
    void pastTheBoundTheLongestLostGoes();
    void whoIsLostAgainIsTheLastToGo();
    void aCrowdThatIsLostGoesInItsOrder();
};

void TestReservations::aPlaceIsKeptForSoLong()
{
    Desk desk;
    desk.keep(u"ada"_s);
    desk.wait(patience - 1);
    QCOMPARE(desk.gone, QStringList());
    desk.wait(1);
    QCOMPARE(desk.gone, QStringList(u"ada"_s));
}

void TestReservations::whoIsBackKeepsIt()
{
    Desk desk;
    desk.keep(u"ada"_s);
    desk.places.release(MemberId(u"ada"_s));
    desk.places.release(MemberId(u"nobody"_s));
    desk.wait(patience);
    QCOMPARE(desk.gone, QStringList());
}

void TestReservations::pastTheBoundTheLongestLostGoes()
{
    Desk desk;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        desk.keep(id);
    QCOMPARE(desk.gone, QStringList(u"a"_s));
    desk.places.release(MemberId(u"b"_s));
    desk.keep(u"e"_s);
    QCOMPARE(desk.gone, QStringList(u"a"_s));
    desk.keep(u"f"_s);
    QCOMPARE(desk.gone, QStringList({u"a"_s, u"c"_s}));
}

void TestReservations::whoIsLostAgainIsTheLastToGo()
{
    Desk desk;
    for (const QString &id : {u"a"_s, u"b"_s, u"a"_s, u"c"_s, u"d"_s})
        desk.keep(id);
    QCOMPARE(desk.gone, QStringList(u"b"_s));
}

void TestReservations::aCrowdThatIsLostGoesInItsOrder()
{
    Desk desk;
    for (const QString &id : {u"c"_s, u"a"_s, u"b"_s})
        desk.keep(id);
    desk.wait(patience);
    QCOMPARE(desk.gone, QStringList({u"c"_s, u"a"_s, u"b"_s}));
}

QTEST_GUILESS_MAIN(TestReservations)
#include "tst_reservations.moc"
