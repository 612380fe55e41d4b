#include "protocol/roomaddress.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const QString print = u"00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF"_s;

} // namespace

class RoomAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesAreRead_data();
    void addressesAreRead();
    void linksAreRead_data();
    void linksAreRead();
    void wrongAddressesNameTheirProblem_data();
    void wrongAddressesNameTheirProblem();
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
};

void RoomAddressTest::addressesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *text, const char *host, int port, const char *shown) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(host) << port
                            << QString::fromUtf8(shown);
    };
    row("localhost", "localhost", 4040, "localhost");
    row("  example.org  ", "example.org", 4040, "example.org");
    row("Example.ORG:4041", "example.org", 4041, "example.org:4041");
    row("example.org:4040", "example.org", 4040, "example.org");
    row("example.org.", "example.org.", 4040, "example.org.");
    row("my_host-2", "my_host-2", 4040, "my_host-2");
    row("127.0.0.1:1", "127.0.0.1", 1, "127.0.0.1:1");
    row("192.168.1.20:65535", "192.168.1.20", 65535, "192.168.1.20:65535");
    row("müller.example", "müller.example", 4040, "müller.example");
    row("例え.jp:80", "例え.jp", 80, "例え.jp:80");
    row("::1", "::1", 4040, "[::1]");
    row("[::1]", "::1", 4040, "[::1]");
    row("[::1]:5000", "::1", 5000, "[::1]:5000");
    row("::", "::", 4040, "[::]");
    row("fe80::1%eth0", "fe80::1%eth0", 4040, "[fe80::1%eth0]");
    row("[2001:DB8:0:0:0:0:0:1]:4041", "2001:db8:0:0:0:0:0:1", 4041, "[2001:db8:0:0:0:0:0:1]:4041");
    row("::ffff:1.2.3.4", "::ffff:1.2.3.4", 4040, "[::ffff:1.2.3.4]");
    row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7::", 4040, "[1:2:3:4:5:6:7::]");
}

void RoomAddressTest::addressesAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, shown);
    const auto result = RoomAddress::parse(text);
    QVERIFY(std::holds_alternative<RoomAddress>(result));
    const RoomAddress address = std::get<RoomAddress>(result);
    QCOMPARE(address.host, host);
    QCOMPARE(int(address.port), port);
    QVERIFY(address.room.isEmpty());
    QVERIFY(address.fingerprint.isEmpty());
    QCOMPARE(address.toString(), shown);
}

void RoomAddressTest::linksAreRead_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<RoomAddress>("address");
    const QByteArray bytes = QByteArray::fromHex(print.toLatin1());
    const auto row = [](const char *name, const QString &link, const RoomAddress &address) {
        QTest::newRow(name) << link << address;
    };
    row("host", u"tincan://localhost"_s, {u"localhost"_s, 4040, {}, {}});
    row("port", u"TINCAN://localhost:1"_s, {u"localhost"_s, 1, {}, {}});
    row("slash", u"tincan://localhost/"_s, {u"localhost"_s, 4040, {}, {}});
    row("room", u"tincan://a.b:5/Random"_s, {u"a.b"_s, 5, RoomId(u"random"_s), {}});
    row("hash", u"tincan://a.b/#random/"_s, {u"a.b"_s, 4040, RoomId(u"random"_s), {}});
    row("escaped", u"tincan://a.b/Ada%27s%20kitchen"_s, {u"a.b"_s, 4040, RoomId(u"ada's-kitchen"_s), {}});
    row("slash inside", u"tincan://a.b/x%2fy"_s, {u"a.b"_s, 4040, RoomId(u"x/y"_s), {}});
    row("Chinese", u"tincan://a.b/厨房"_s, {u"a.b"_s, 4040, RoomId(u"厨房"_s), {}});
    row("Chinese, escaped", u"tincan://a.b/%E5%8E%A8%E6%88%BF"_s, {u"a.b"_s, 4040, RoomId(u"厨房"_s), {}});
    row("room that cannot be", u"tincan://a.b/%FF%00"_s, {u"a.b"_s, 4040, {}, {}});
    row("IPv6", u"tincan://[::1]:77/a"_s, {u"::1"_s, 77, RoomId(u"a"_s), {}});
    row("scope", u"tincan://[fe80::1%25eth0]"_s, {u"fe80::1%eth0"_s, 4040, {}, {}});
    row("fingerprint", u"tincan://a.b?fp="_s + print, {u"a.b"_s, 4040, {}, bytes});
    row("all", u"tincan://a.b:9/r?fp="_s + print, {u"a.b"_s, 9, RoomId(u"r"_s), bytes});
    row("other keys", u"tincan://a.b/r?x=1&fp="_s + print + u"&fpx=2&y"_s,
        {u"a.b"_s, 4040, RoomId(u"r"_s), bytes});
}

void RoomAddressTest::linksAreRead()
{
    QFETCH(QString, link);
    QFETCH(RoomAddress, address);
    const auto result = RoomAddress::parse(link);
    QVERIFY(std::holds_alternative<RoomAddress>(result));
    QVERIFY(std::get<RoomAddress>(result) == address);
}

void RoomAddressTest::wrongAddressesNameTheirProblem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<AddressProblem>("problem");
    const auto row = [](const QString &text, AddressProblem problem) {
        QTest::newRow(text.left(60).toUtf8().constData()) << text << problem;
    };
    row(QString(), AddressProblem::Empty);
    row(u" \t"_s, AddressProblem::Empty);
    for (const QString &host :
         {u":4040"_s,      u"tincan://"_s,   u"a b"_s,       u"a/b"_s,      u"-a"_s,
          u"a-.b"_s,       u"a..b"_s,        u".a"_s,        u"1.2.3"_s,    u"1.2.3.256"_s,
          u"1.2.3.4.5"_s,  u"123"_s,         u"user@host"_s, u"[::1"_s,     u"[::1]x"_s,
          u"[]"_s,         u"[localhost]"_s, u"::1::"_s,     u":::"_s,      u"1:2:3:4:5:6:7:8:9"_s,
          u"12345::"_s,    u"1:2:3"_s,       u"g::1"_s,      u"::1%"_s,     u"::1.2.3"_s,
          u"1.2.3.4::"_s,  u"a\nb"_s,        u"a\u202eb"_s,  u"1.2.3.04"_s, u"010.0.0.1"_s,
          u"0x7f000001"_s, u"1.2.3.0x4"_s,   u"0X1"_s,       u"a.1"_s,      u"1.2.3.4."_s}) {
        row(host, AddressProblem::BadHost);
    }
    row(QString(64, u'a'), AddressProblem::BadHost);
    row(u"a."_s.repeated(127), AddressProblem::BadHost);
    row(u"a"_s.repeated(3000), AddressProblem::BadHost);
    for (const QString &port : {u"a:"_s, u"a:0"_s, u"a:65536"_s, u"a:+1"_s, u"a:x"_s, u"a:123456"_s,
                                u"[::1]:"_s, u"tincan://a:x/b"_s, u"a:１"_s}) {
        row(port, AddressProblem::BadPort);
    }
    row(u"http://example.org"_s, AddressProblem::OtherScheme);
    row(u"https://example.org:4040/x"_s, AddressProblem::OtherScheme);
    row(u"irc://example.org"_s, AddressProblem::OtherScheme);
    row(u"tincan://a?fp="_s, AddressProblem::BadFingerprint);
    row(u"tincan://a?fp=12"_s, AddressProblem::BadFingerprint);
    row(u"tincan://a?fp="_s + print + u"0"_s, AddressProblem::BadFingerprint);
    row(u"tincan://a?fp="_s + QString(print).replace(0, 1, u"x"_s), AddressProblem::BadFingerprint);
    row(u"tincan://a?fp="_s + print + u"&fp="_s + print, AddressProblem::BadFingerprint);
}

void RoomAddressTest::wrongAddressesNameTheirProblem()
{
    QFETCH(QString, text);
    QFETCH(AddressProblem, problem);
    const auto result = RoomAddress::parse(text);
    QVERIFY(std::holds_alternative<AddressProblem>(result));
    QCOMPARE(std::get<AddressProblem>(result), problem);
}

void RoomAddressTest::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<RoomAddress>("address");
    QTest::addColumn<QString>("link");
    const QByteArray bytes(32, '\xab');
    const QString hex = u"ab"_s.repeated(32);
    QTest::newRow("host") << RoomAddress{u"a.b"_s, 4040, {}, {}} << u"tincan://a.b"_s;
    QTest::newRow("all") << RoomAddress{u"::1"_s, 4041, RoomId(u"ada's room?"_s), bytes}
                         << u"tincan://[::1]:4041/ada%27s%20room%3F?fp="_s + hex;
    QTest::newRow("scope") << RoomAddress{u"fe80::1%eth0"_s, 4040, {}, bytes}
                           << u"tincan://[fe80::1%25eth0]?fp="_s + hex;
    QTest::newRow("percent") << RoomAddress{u"a"_s, 1, RoomId(u"100%"_s), {}} << u"tincan://a:1/100%25"_s;
}

void RoomAddressTest::whatIsWrittenIsReadBack()
{
    QFETCH(RoomAddress, address);
    QFETCH(QString, link);
    QCOMPARE(address.toLink(), link);
    RoomAddress expected = address;
    expected.room = RoomId(QString(expected.room.value()).replace(u' ', u'-'));
    const auto result = RoomAddress::parse(link);
    QVERIFY(std::holds_alternative<RoomAddress>(result));
    QVERIFY(std::get<RoomAddress>(result) == expected);
}

QTEST_GUILESS_MAIN(RoomAddressTest)
#include "tst_roomaddress.moc"
