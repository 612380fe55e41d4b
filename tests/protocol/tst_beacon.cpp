#include "protocol/beacon.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestBeacon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRoomComesOutAsItWentIn_data();
    void aRoomComesOutAsItWentIn();
    void theLongestNamesFitADatagram();
    void aGoodbyeNamesItsPort();
    void thePublishedExamplesAreRead();
    void aPieceOfABeaconIsNone();
    void whatNoRoomCanSendIsPassedOver_data();
    void whatNoRoomCanSendIsPassedOver();
    void garbageIsPassedOver();
    void namesAreMadeSafe();
    void unknownFieldsArePassedOver();
    void aServiceCarriesTheSame_data();
    void aServiceCarriesTheSame();
    void aServiceNameHas63BytesAtMost();
    void aServiceWithoutRecordsIsARoom();
    void aServiceThatIsNoRoomIsPassedOver_data();
    void aServiceThatIsNoRoomIsPassedOver();
    void aRecordIsBounded();
};

static std::optional<RoomBeacon> roomIn(const QByteArray &datagram)
{
    const auto message = readBeacon(datagram);
    const auto *room = message ? std::get_if<RoomBeacon>(&*message) : nullptr;
    return room ? std::optional(*room) : std::nullopt;
}

static void addRooms()
{
    QTest::addColumn<RoomBeacon>("room");
    QTest::newRow("plain") << RoomBeacon{u"Robotics lab"_s, u"Wojtek"_s, 4040, 6, false};
    QTest::newRow("nobody's, locked") << RoomBeacon{u"Robotics lab"_s, {}, 1, 0, true};
    QTest::newRow("Chinese") << RoomBeacon{u"机器人实验室🙂"_s, u"张三"_s, 65535, 12, true};
    QTest::newRow("quotes") << RoomBeacon{u"\"Ada's\" \\ kitchen = 1"_s, u"O'Neil"_s, 4041, 1, false};
}

void TestBeacon::aRoomComesOutAsItWentIn_data()
{
    addRooms();
}

void TestBeacon::aRoomComesOutAsItWentIn()
{
    QFETCH(RoomBeacon, room);
    QCOMPARE(roomIn(writeBeacon(room)), std::optional(room));
}

void TestBeacon::theLongestNamesFitADatagram()
{
    const RoomBeacon room{u"\U0001F642"_s.repeated(64), u"\U0001F642"_s.repeated(32), 65535, 99'999, true};
    QVERIFY(writeBeacon(room).size() <= beaconBytes);
    QCOMPARE(roomIn(writeBeacon(room)), std::optional(room));
    const RoomBeacon quotes{u"\""_s.repeated(64), u"\\"_s.repeated(32), 65535, 99'999, true};
    QVERIFY(writeBeacon(quotes).size() <= beaconBytes);
}

void TestBeacon::aGoodbyeNamesItsPort()
{
    QCOMPARE(readBeacon(writeGoodbye(4041)), std::optional<BeaconMessage>(BeaconGoodbye{4041}));
}

void TestBeacon::thePublishedExamplesAreRead()
{
    QFile document(QStringLiteral(TINCAN_SOURCE_DIR "/protocol/PROTOCOL.md"));
    QVERIFY(document.open(QIODevice::ReadOnly));
    const QByteArray text = document.readAll();
    const RoomBeacon room{u"Robotics lab"_s, u"Wojtek"_s, 4040, 6, true};
    QVERIFY(text.contains("\n    " + writeBeacon(room) + '\n'));
    QVERIFY(text.contains("\n    " + writeGoodbye(4040) + '\n'));
}

void TestBeacon::aPieceOfABeaconIsNone()
{
    const QByteArray whole = writeBeacon({u"机器人 lab"_s, u"Wojtek"_s, 4040, 6, false});
    for (qsizetype length = 0; length < whole.size(); ++length) {
        QVERIFY2(!readBeacon(whole.first(length)), qPrintable(QString::number(length)));
    }
    QVERIFY(!readBeacon(whole + whole));
    QVERIFY(readBeacon(whole));
}

void TestBeacon::whatNoRoomCanSendIsPassedOver_data()
{
    QTest::addColumn<QByteArray>("datagram");
    const auto row = [](const char *name, const QByteArray &datagram) { QTest::newRow(name) << datagram; };
    row("no name", R"({"t":"room","v":1,"port":4040,"people":1})");
    row("empty name", R"({"t":"room","v":1,"port":4040,"name":" "})");
    row("invisible name", R"({"t":"room","v":1,"port":4040,"name":"\u200b"})");
    row("long name", R"({"t":"room","v":1,"port":4040,"name":")" + QByteArray(65, 'a') + "\"}");
    row("no port", R"({"t":"room","v":1,"name":"a"})");
    row("port 0", R"({"t":"room","v":1,"port":0,"name":"a"})");
    row("port 65536", R"({"t":"room","v":1,"port":65536,"name":"a"})");
    row("port as text", R"({"t":"room","v":1,"port":"4040","name":"a"})");
    row("fewer than none", R"({"t":"room","v":1,"port":4040,"name":"a","people":-1})");
    row("next version", R"({"t":"room","v":2,"port":4040,"name":"a"})");
    row("no version", R"({"t":"room","port":4040,"name":"a"})");
    row("other kind", R"({"t":"printer","v":1,"port":4040,"name":"a"})");
    row("goodbye of no port", R"({"t":"gone","v":1})");
    row("array", R"([{"t":"room","v":1,"port":4040,"name":"a"}])");
    row("bad UTF-8", "{\"t\":\"room\",\"v\":1,\"port\":4040,\"name\":\"\xc3\"}");
    row("too long", R"({"t":"room","v":1,"port":4040,"name":"a","x":")" + QByteArray(1200, 'x') + "\"}");
    row("deep", QByteArray(1000, '['));
}

void TestBeacon::whatNoRoomCanSendIsPassedOver()
{
    QFETCH(QByteArray, datagram);
    QVERIFY(!readBeacon(datagram));
}

void TestBeacon::garbageIsPassedOver()
{
    QRandomGenerator random(4040);
    const QByteArray good = writeBeacon({u"Robotics lab"_s, u"Wojtek"_s, 4040, 6, false});
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = good;
        for (int change = random.bounded(1, 4); change > 0; --change) {
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        }
        if (const auto room = roomIn(bytes)) {
            QVERIFY(room->port > 0 && room->people >= 0 && !room->name.contains(u'\n'));
            QVERIFY(room->name.size() <= 128);
        }
    }
}

void TestBeacon::namesAreMadeSafe()
{
    const auto room = roomIn(
        R"({"t":"room","v":1,"port":4040,"name":"a\u202eb\n\u0007c","host":"x:\u0000y","people":9007199254740991})");
    QVERIFY(room);
    QCOMPARE(room->name, u"ab c"_s);
    QCOMPARE(room->host, QString()); // nobody can be called that
    QCOMPARE(room->people, 99'999);
}

void TestBeacon::unknownFieldsArePassedOver()
{
    QVERIFY(roomIn(R"({"t":"room","v":1,"port":4040,"name":"a","fp":"00","later":{"x":[1]}})"));
}

void TestBeacon::aServiceCarriesTheSame_data()
{
    addRooms();
}

void TestBeacon::aServiceCarriesTheSame()
{
    QFETCH(RoomBeacon, room);
    QCOMPARE(readService(serviceNameFor(room), room.port, serviceRecordsFor(room, serviceNameFor(room))),
             std::optional(room));
}

void TestBeacon::aServiceNameHas63BytesAtMost()
{
    const RoomBeacon room{u"\U0001F642"_s.repeated(60), {}, 4040, 1, false};
    QCOMPARE(serviceNameFor(room), u"\U0001F642"_s.repeated(15));
    QCOMPARE(serviceNameFor(room, 2), u"\U0001F642"_s.repeated(14) + u" (2)"_s);
    QCOMPARE(
        readService(serviceNameFor(room, 2), room.port, serviceRecordsFor(room, serviceNameFor(room, 2))),
        std::optional(room));
    QCOMPARE(readService(serviceNameFor(room), room.port, serviceRecordsFor(room, serviceNameFor(room))),
             std::optional(room));
    for (const QByteArray &record : serviceRecordsFor(room, serviceNameFor(room))) {
        QVERIFY(record.size() <= 255);
    }
}

void TestBeacon::aServiceWithoutRecordsIsARoom()
{
    const auto room = readService(u"Robotics lab #2"_s, 4040, {});
    QVERIFY(room);
    QCOMPARE(room->name, u"Robotics lab #2"_s);
    QVERIFY(!room->passwordNeeded);
}

void TestBeacon::aServiceThatIsNoRoomIsPassedOver_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("port");
    QTest::addColumn<QList<QByteArray>>("records");
    QTest::newRow("no port") << u"a"_s << 0 << QList<QByteArray>();
    QTest::newRow("no name") << QString() << 4040 << QList<QByteArray>();
    QTest::newRow("invisible") << u"\u200b"_s << 4040 << QList<QByteArray>();
    QTest::newRow("next version") << u"a"_s << 4040 << QList<QByteArray>{"txtvers=2"};
}

void TestBeacon::aServiceThatIsNoRoomIsPassedOver()
{
    QFETCH(QString, name);
    QFETCH(int, port);
    QFETCH(QList<QByteArray>, records);
    QVERIFY(!readService(name, quint16(port), records));
}

void TestBeacon::aRecordIsBounded()
{
    const QList<QByteArray> records{"HOST=Bo", "host=Ada", "people=many", "name=\xff",
                                    "password=" + QByteArray(300, 'x')};
    const auto room = readService(u"Lab"_s, 4040, records);
    QVERIFY(room);
    QCOMPARE(*room, (RoomBeacon{u"Lab"_s, u"Bo"_s, 4040, 0, false}));
    QList<QByteArray> many(1000, QByteArray("x=1"));
    many.append("host=Bo");
    QCOMPARE(readService(u"Lab"_s, 4040, many)->host, QString());
}

QTEST_APPLESS_MAIN(TestBeacon)
#include "tst_beacon.moc"
