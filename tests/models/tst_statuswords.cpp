#include "ui/models/statuswords.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestStatusWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostingNamesPortAndPeople();
    void everyPhaseHasWords();
    void encryptionIsToldWhileOnline();
    void aHostedRoomIsNamedWithItsAddress();
    void roundTripsAreTold();
    void oneIsAPerson();
};

void TestStatusWords::hostingNamesPortAndPeople()
{
    QCOMPARE(StatusWords::hosting(4040, 4), u"Hosting on port 4040 · 4 connected"_s);
}

void TestStatusWords::everyPhaseHasWords()
{
    const QHash<Phase, QString> expected{{Phase::Idle, u"Not connected"_s},
                                         {Phase::Connecting, u"Connecting to Office…"_s},
                                         {Phase::Entering, u"Connecting to Office…"_s},
                                         {Phase::Online, u"Connected to Office"_s},
                                         {Phase::Waiting, u"Reconnecting to Office…"_s},
                                         {Phase::Stopped, u"Not connected"_s}};
    for (auto phase = expected.cbegin(); phase != expected.cend(); ++phase) {
        ConnectionState state;
        state.phase = phase.key();
        QCOMPARE(StatusWords::connection(state, u"Office"_s), phase.value());
    }
}

void TestStatusWords::encryptionIsToldWhileOnline()
{
    ConnectionState state;
    state.phase = Phase::Online;
    QCOMPARE(StatusWords::encryption(state), u"Not encrypted"_s);
    state.encrypted = true;
    QCOMPARE(StatusWords::encryption(state), u"Encrypted"_s);
    state.phase = Phase::Waiting;
    QCOMPARE(StatusWords::encryption(state), QString());
}

void TestStatusWords::aHostedRoomIsNamedWithItsAddress()
{
    HostedRoom room;
    room.name = u"Kitchen"_s;
    room.port = 4040;
    room.addresses = {u"192.168.1.7"_s, u"10.0.0.7"_s};
    const QStringList lines = StatusWords::hostedRoom(room, 2).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).contains(u"Kitchen"_s));
    QCOMPARE(lines.at(1), u"Hosting on port 4040 · 2 connected"_s);
    QCOMPARE(lines.at(2), u"192.168.1.7:4040"_s);
}

void TestStatusWords::roundTripsAreTold()
{
    QCOMPARE(StatusWords::roundTrip(-1), QString());
    QCOMPARE(StatusWords::roundTrip(0), u"under 1 ms"_s);
    QCOMPARE(StatusWords::roundTrip(12), u"12 ms"_s);
}

void TestStatusWords::oneIsAPerson()
{
    QCOMPARE(StatusWords::people(1), u"1 person"_s);
    QCOMPARE(StatusWords::people(0), u"0 people"_s);
    QCOMPARE(StatusWords::people(4), u"4 people"_s);
}

QTEST_GUILESS_MAIN(TestStatusWords)
#include "tst_statuswords.moc"
