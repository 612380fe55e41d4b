#include "protocol/dialectsniffer.h"

#include <QTest>

using namespace tincan;

class DialectSnifferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstUnitSettlesTheDialect_data();
    void aFirstUnitSettlesTheDialect();
    void theDialectIsTheSameWhereverTheBytesAreSplit_data();
    void theDialectIsTheSameWhereverTheBytesAreSplit();
    void threeMessagesAreHeldForTheFramer();
    void aPrefixIsNeverEnough();
    void scannedBytesAreNotScannedAgain();
    void aLineIsALineOnceTheWaitIsOver();
    void textWithLineFeedsIsPlainIfANulFollows();
    void anOverlongFirstFrameIsDroppedUpToItsNul();
    void anOverlongFirstLineIsDroppedUpToItsLineFeed();
    void anOverlongFirstFrameWithALineFeedInIt();
    void anOverlongRequestOfABrowserIsStillOne();
    void jsonMayBeLongerThanText();
    void manyLinesAtOnceAreSettledWithoutWaiting();
    void nothingButTheCapIsHeld();
    void aFirstUnitOfTheLimitIsKept();
};

void DialectSnifferTest::aFirstUnitSettlesTheDialect_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *name, const QByteArray &bytes, Verdict verdict) {
        QTest::newRow(name) << bytes << verdict;
    };
    row("nothing", "", Verdict::NeedMore);
    row("start of text", "hel", Verdict::NeedMore);
    row("first byte of TLS", "\x16", Verdict::NeedMore);
    row("TLS", "\x16\x03", Verdict::Tls);
    row("TLS record", QByteArray("\x16\x03\x01\x02\x00\x01", 6), Verdict::Tls);
    row("SYN and text", QByteArray("\x16hello\0", 7), Verdict::Plain);
    row("plain", QByteArray("hello\0", 6), Verdict::Plain);
    row("plain, empty", QByteArray("\0", 1), Verdict::Plain);
    row("plain, several", QByteArray("a\0b\n", 4), Verdict::Plain);
    row("plain, with LF inside", QByteArray("a\nb\0", 4), Verdict::Plain);
    row("plain, no UTF-8", QByteArray("\xff\xfe\0", 3), Verdict::Plain);
    row("native", QByteArray("{\"t\":\"hello\",\"v\":1}\0", 20), Verdict::Native);
    row("native, spaces", QByteArray(" { \"v\" : 1, \"t\" : \"hello\" } \0", 29), Verdict::Native);
    row("native over several lines", QByteArray("{\r\n\"t\":\n\"hello\"}\n\0", 18), Verdict::Native);
    row("JSON, other kind", QByteArray("{\"t\":\"post\"}\0", 13), Verdict::Plain);
    row("JSON, no object", QByteArray("[\"hello\"]\0", 10), Verdict::Plain);
    row("JSON, broken", QByteArray("{\"t\":\"hello\"\0", 13), Verdict::Plain);
    row("JSON in a line", "{\"t\":\"hello\"}\n", Verdict::AwaitNul);
    row("line", "hello\n", Verdict::AwaitNul);
    row("line, CR LF", "hello\r\n", Verdict::AwaitNul);
    row("line, empty", "\n", Verdict::AwaitNul);
    row("http", "GET / HTTP/1.1\r\n", Verdict::Http);
    row("http, LF", "GET / HTTP/1.0\n", Verdict::Http);
    row("http, with head", "POST /x?y=z HTTP/1.1\r\nHost: a\r\n\r\n", Verdict::Http);
    row("http, NUL behind", QByteArray("OPTIONS * HTTP/1.1\r\n\0", 21), Verdict::Http);
    row("http, not whole", "GET / HTTP/1.1", Verdict::NeedMore);
    row("http in a frame is text", QByteArray("GET / HTTP/1.1\0", 15), Verdict::Plain);
    row("http, Host", "Host: 192.168.1.20:4040\r\n", Verdict::Http);
    row("http, host", "host:ada.example\r\n", Verdict::Http);
    row("Host, LF alone", "Host: ada\n", Verdict::AwaitNul);
    row("Host, a sentence", "Host: is it up?\r\n", Verdict::AwaitNul);
    row("Host, no word", "Host: \r\n", Verdict::AwaitNul);
    row("Hos", "Hos\r\n", Verdict::AwaitNul);
    row("GET out", "GET out\r\n", Verdict::AwaitNul);
    row("GET out HTTP", "GET out HTTP\r\n", Verdict::AwaitNul);
    row("get", "get / HTTP/1.1\r\n", Verdict::AwaitNul);
    row("HTTP/2", "PRI * HTTP/2.0\r\n", Verdict::AwaitNul);
    row("four words", "GET / x HTTP/1.1\r\n", Verdict::AwaitNul);
    row("no path", "GET  HTTP/1.1\r\n", Verdict::AwaitNul);
    row("CAP LS", "CAP LS\r\n", Verdict::Irc);
    row("CAP LS 302", "CAP LS 302\r\nNICK ada\r\n", Verdict::Irc);
    row("CAP REQ", "CAP REQ :sasl multi-prefix\r\n", Verdict::Irc);
    row("CAP END", "CAP END\r\n", Verdict::AwaitNul);
    row("CAP LSD", "CAP LSD\r\n", Verdict::AwaitNul);
    row("NICK", "NICK ada\r\n", Verdict::Irc);
    row("USER", "USER ada 0 * :Ada Lovelace\r\n", Verdict::Irc);
    row("PASS", "PASS secret\r\n", Verdict::Irc);
    row("PASS the salt", "PASS the salt\r\n", Verdict::AwaitNul);
    row("NICK of time", "NICK of time\r\n", Verdict::AwaitNul);
    row("NICK alone", "NICK\r\n", Verdict::AwaitNul);
    row("NICK and space", "NICK \r\n", Verdict::AwaitNul);
    row("USER manual", "USER manual\r\n", Verdict::AwaitNul);
    row("USER, three words", "USER a b :d\r\n", Verdict::AwaitNul);
    row("USER, no colon", "USER a b c d\r\n", Verdict::AwaitNul);
    row("nick", "nick ada\r\n", Verdict::AwaitNul);
    row("NICK, LF alone", "NICK ada\n", Verdict::AwaitNul);
    row("NICK, NUL behind", QByteArray("NICK ada\r\n\0", 11), Verdict::Plain);
    row("NICK in a frame", QByteArray("NICK ada\0", 9), Verdict::Plain);
}

void DialectSnifferTest::aFirstUnitSettlesTheDialect()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Verdict, verdict);
    QCOMPARE(sniff(bytes).verdict, verdict);
    DialectSniffer sniffer(1000, 1000);
    QCOMPARE(sniffer.feed(bytes), verdict);
    QCOMPARE(sniffer.takeHeld(), bytes);
    QVERIFY(!sniffer.overlong());
}

void DialectSnifferTest::theDialectIsTheSameWhereverTheBytesAreSplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("plain") << QByteArray("caerphilly\0", 11) << Verdict::Plain;
    QTest::newRow("plain with line feeds") << QByteArray("caerphilly\r\nbrie\n\0", 18) << Verdict::Plain;
    QTest::newRow("native") << QByteArray("{\"t\":\n\"hello\"}\0", 15) << Verdict::Native;
    QTest::newRow("http") << QByteArray("GET / HTTP/1.1\r\n") << Verdict::Http;
    QTest::newRow("irc") << QByteArray("USER a b c :d e\r\n") << Verdict::Irc;
    QTest::newRow("line") << QByteArray("caerphilly\r\n") << Verdict::AwaitNul;
    QTest::newRow("tls") << QByteArray("\x16\x03") << Verdict::Tls;
}

void DialectSnifferTest::theDialectIsTheSameWhereverTheBytesAreSplit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Verdict, verdict);
    for (qsizetype cut = 0; cut < bytes.size(); ++cut) {
        DialectSniffer sniffer(1000, 1000);
        const Verdict early = sniffer.feed(bytes.first(cut));
        QVERIFY2(early == Verdict::NeedMore || early == Verdict::AwaitNul, QByteArray::number(cut));
        QCOMPARE(sniffer.feed(bytes.sliced(cut)), verdict);
        QCOMPARE(sniffer.takeHeld(), bytes);
    }
}

void DialectSnifferTest::threeMessagesAreHeldForTheFramer()
{
    const QByteArray bytes("caerphilly\0illchester\0brie\0", 27);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        DialectSniffer sniffer(1000, 1000);
        Verdict verdict = sniffer.feed(bytes.first(cut));
        QByteArray all = bytes;
        if (verdict == Verdict::NeedMore) {
            verdict = sniffer.feed(bytes.sliced(cut));
        } else {
            all = bytes.first(cut);
        }
        QCOMPARE(verdict, Verdict::Plain);
        QCOMPARE(sniffer.takeHeld(), all);
    }
}

void DialectSnifferTest::aPrefixIsNeverEnough()
{
    for (const QByteArray &whole :
         {QByteArray("GET / HTTP/1.1\r"), QByteArray("NICK ada\r"), QByteArray("{\"t\":\"hello\"}")}) {
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            QCOMPARE(sniff(whole.first(size)).verdict, Verdict::NeedMore);
            QCOMPARE(sniff(whole.first(size), 0, true).verdict, Verdict::NeedMore);
        }
    }
}

void DialectSnifferTest::scannedBytesAreNotScannedAgain()
{
    QCOMPARE(sniff("hello").scanned, 5);
    // Only what stands behind `scanned` is looked at: the delimiter before it is passed over.
    QCOMPARE(sniff(QByteArrayView("he\0llo", 6), 3).verdict, Verdict::NeedMore);
    QCOMPARE(sniff(QByteArrayView("hello\0", 6), 5).verdict, Verdict::Plain);
}

void DialectSnifferTest::aLineIsALineOnceTheWaitIsOver()
{
    QCOMPARE(sniff("hello\n", 0, true).verdict, Verdict::Line);
    DialectSniffer sniffer(100, 100);
    QCOMPARE(sniffer.waitOver(), Verdict::NeedMore);
    QCOMPARE(sniffer.feed("hello\nthere"), Verdict::AwaitNul);
    QCOMPARE(sniffer.waitOver(), Verdict::Line);
    QCOMPARE(sniffer.takeHeld(), QByteArray("hello\nthere"));
}

void DialectSnifferTest::textWithLineFeedsIsPlainIfANulFollows()
{
    DialectSniffer sniffer(100, 100);
    QCOMPARE(sniffer.feed("NICK ada\n"), Verdict::AwaitNul);
    QCOMPARE(sniffer.feed("and more\n"), Verdict::AwaitNul);
    QCOMPARE(sniffer.feed(QByteArrayView("\0x", 2)), Verdict::Plain);
    QCOMPARE(sniffer.takeHeld(), QByteArray("NICK ada\nand more\n\0x", 20));
}

void DialectSnifferTest::anOverlongFirstFrameIsDroppedUpToItsNul()
{
    DialectSniffer sniffer(10, 20);
    QCOMPARE(sniffer.feed("0123456789ab"), Verdict::NeedMore);
    QVERIFY(sniffer.overlong());
    QCOMPARE(sniffer.heldBytes(), 0);
    QCOMPARE(sniffer.feed("GET / HTTP/1.1"), Verdict::NeedMore);
    QCOMPARE(sniffer.feed(QByteArrayView("\x16\x03\0next\0", 8)), Verdict::Plain);
    QCOMPARE(sniffer.takeHeld(), QByteArray("next\0", 5));
}

void DialectSnifferTest::anOverlongFirstLineIsDroppedUpToItsLineFeed()
{
    DialectSniffer sniffer(10, 20);
    QCOMPARE(sniffer.feed("0123456789ab"), Verdict::NeedMore);
    QCOMPARE(sniffer.feed("cd\nnext\n"), Verdict::AwaitNul);
    QCOMPARE(sniffer.waitOver(), Verdict::Line);
    QVERIFY(sniffer.overlong());
    QCOMPARE(sniffer.takeHeld(), QByteArray("next\n"));
}

void DialectSnifferTest::anOverlongFirstFrameWithALineFeedInIt()
{
    DialectSniffer sniffer(10, 20);
    QCOMPARE(sniffer.feed("0123456789ab"), Verdict::NeedMore);
    QCOMPARE(sniffer.feed("cd\nmore"), Verdict::AwaitNul);
    QCOMPARE(sniffer.feed(QByteArrayView(" of it\0next\0", 12)), Verdict::Plain);
    QCOMPARE(sniffer.takeHeld(), QByteArray("next\0", 5));
}

void DialectSnifferTest::anOverlongRequestOfABrowserIsStillOne()
{
    const QByteArray line = "POST /" + QByteArray(30, 'a') + " HTTP/1.1\r\n";
    const QByteArray request = line + "Host: x\r\n\r\n/nick Ada\nhello\n";
    for (qsizetype cut = 0; cut <= line.size(); ++cut) {
        DialectSniffer sniffer(10, 20);
        Verdict verdict = sniffer.feed(request.first(cut));
        if (cut < line.size()) {
            QCOMPARE(verdict, Verdict::NeedMore);
            verdict = sniffer.feed(request.sliced(cut));
        }
        QVERIFY2(verdict == Verdict::Http, QByteArray::number(cut));
    }
    DialectSniffer byByte(10, 20);
    for (qsizetype at = 0; at < line.size() - 1; ++at) {
        QCOMPARE(byByte.feed(line.sliced(at, 1)), Verdict::NeedMore);
    }
    QCOMPARE(byByte.feed("\n"), Verdict::Http);
    for (const QByteArray &text :
         {QByteArray("POST /0123456789ab HTTP/1.11"), QByteArray("POST / 0123456789ab HTTP/1.1"),
          QByteArray("post /0123456789ab HTTP/1.1"), QByteArray("POST  0123456789ab  HTTP/1.1")}) {
        DialectSniffer sniffer(10, 20);
        QCOMPARE(sniffer.feed(text), Verdict::NeedMore);
        QCOMPARE(sniffer.feed("\r\n"), Verdict::AwaitNul);
    }
}

void DialectSnifferTest::jsonMayBeLongerThanText()
{
    const QByteArray hello = "{\"t\":\"hello\",\"name\":\"0123456789\"}";
    DialectSniffer sniffer(10, 100);
    QCOMPARE(sniffer.feed(hello), Verdict::NeedMore);
    QCOMPARE(sniffer.feed(QByteArrayView("\0", 1)), Verdict::Native);
    QVERIFY(!sniffer.overlong());
    QCOMPARE(sniffer.takeHeld(), hello + '\0');
}

void DialectSnifferTest::manyLinesAtOnceAreSettledWithoutWaiting()
{
    const QByteArray lines = QByteArray("line\n").repeated(10);
    DialectSniffer sniffer(10, 20);
    QCOMPARE(sniffer.feed(lines), Verdict::Line);
    QCOMPARE(sniffer.takeHeld(), lines);
    DialectSniffer inPieces(10, 20);
    QCOMPARE(inPieces.feed("line\n"), Verdict::AwaitNul);
    QCOMPARE(inPieces.feed("line\n"), Verdict::AwaitNul);
    QCOMPARE(inPieces.feed("line\n"), Verdict::Line);
    QCOMPARE(inPieces.takeHeld(), QByteArray("line\n").repeated(3));
}

void DialectSnifferTest::nothingButTheCapIsHeld()
{
    DialectSniffer sniffer(10, 20);
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(sniffer.feed("x"), Verdict::NeedMore);
        QVERIFY(sniffer.heldBytes() <= 11);
    }
}

void DialectSnifferTest::aFirstUnitOfTheLimitIsKept()
{
    DialectSniffer sniffer(10, 20);
    QCOMPARE(sniffer.feed("0123456789"), Verdict::NeedMore);
    QCOMPARE(sniffer.feed("\r"), Verdict::NeedMore);
    QCOMPARE(sniffer.feed("\n"), Verdict::AwaitNul);
    QVERIFY(!sniffer.overlong());
    QCOMPARE(sniffer.takeHeld(), QByteArray("0123456789\r\n"));
}

QTEST_GUILESS_MAIN(DialectSnifferTest)
#include "tst_dialectsniffer.moc"
