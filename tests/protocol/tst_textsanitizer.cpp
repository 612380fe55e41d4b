#include "protocol/textsanitizer.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

class TextSanitizerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validUtf8IsDecoded_data();
    void validUtf8IsDecoded();
    void invalidUtf8IsRefused_data();
    void invalidUtf8IsRefused();
    void textIsMadeSafe_data();
    void textIsMadeSafe();
    void asciiIsTheSameString();
    void aFrameOfControlCharactersIsBlank();
    void runsOfMarksAreCutShort();
    void sanitizingTwiceChangesNothing_data();
    void sanitizingTwiceChangesNothing();
    void aLineHasNoLineFeeds_data();
    void aLineHasNoLineFeeds();
    void blankIsWhatCannotBeSeen_data();
    void blankIsWhatCannotBeSeen();
    void truncationCountsCodePoints();
    void lengthIsCountedInUtf8();
};

void TextSanitizerTest::validUtf8IsDecoded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("ASCII") << QByteArray("hello\n\t\x7f") << u"hello\n\t\x7f"_s;
    QTest::newRow("two bytes") << QByteArray("\xc3\xa9") << u"é"_s;
    QTest::newRow("three bytes") << QByteArray("\xe4\xbd\xa0\xe5\xa5\xbd") << u"你好"_s;
    QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x99\x82") << u"🙂"_s;
    QTest::newRow("last code point") << QByteArray("\xf4\x8f\xbf\xbf") << u"\U0010ffff"_s;
    QTest::newRow("before the surrogates") << QByteArray("\xed\x9f\xbf") << u"\ud7ff"_s;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a")
                                     << u"\ufeffa"_s;
    QTest::newRow("non-character") << QByteArray("\xef\xbf\xbf") << u"\uffff"_s;
}

void TextSanitizerTest::validUtf8IsDecoded()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QVERIFY(decodeUtf8(bytes));
    QCOMPARE(*decodeUtf8(bytes), text);
}

void TextSanitizerTest::invalidUtf8IsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("continuation alone") << QByteArray("\x80");
    QTest::newRow("overlong slash, 2") << QByteArray("\xc0\xaf");
    QTest::newRow("overlong slash, 3") << QByteArray("\xe0\x80\xaf");
    QTest::newRow("overlong slash, 4") << QByteArray("\xf0\x80\x80\xaf");
    QTest::newRow("overlong NUL") << QByteArray("\xc0\x80");
    QTest::newRow("high surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("low surrogate") << QByteArray("\xed\xbf\xbf");
    QTest::newRow("surrogate pair") << QByteArray("\xed\xa0\xbd\xed\xb9\x82");
    QTest::newRow("cut off, 2") << QByteArray("a\xc3");
    QTest::newRow("cut off, 3") << QByteArray("a\xe4\xbd");
    QTest::newRow("cut off, 4") << QByteArray("a\xf0\x9f\x99");
    QTest::newRow("cut off inside") << QByteArray("\xe4\xbd"
                                                  "a");
    QTest::newRow("over the end") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("F5") << QByteArray("\xf5\x80\x80\x80");
    QTest::newRow("five bytes") << QByteArray("\xf8\x88\x80\x80\x80");
    QTest::newRow("FE FF") << QByteArray("\xfe\xff");
    QTest::newRow("Latin-1") << QByteArray("caf\xe9");
}

void TextSanitizerTest::invalidUtf8IsRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodeUtf8(bytes));
    QVERIFY(!decodeUtf8("before " + bytes));
    QVERIFY(!decodeUtf8(bytes + " behind"));
}

void TextSanitizerTest::textIsMadeSafe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("safe");
    QTest::newRow("tab and line feed stay") << u"a\tb\nc"_s << u"a\tb\nc"_s;
    QTest::newRow("CR LF") << u"a\r\nb"_s << u"a\nb"_s;
    QTest::newRow("CR alone") << u"secret\rshown"_s << u"secretshown"_s;
    QTest::newRow("escape sequence") << u"\x1b[31mred\x1b[0m"_s << u"[31mred[0m"_s;
    QTest::newRow("C1 escape") << u"\x9b"
                                  u"31mred"_s
                               << u"31mred"_s;
    QTest::newRow("next line") << u"a\x0085"
                                  "b"_s
                               << u"ab"_s;
    QTest::newRow("delete, backspace, bell") << u"a\x7f\x08\x07z"_s << u"az"_s;
    QTest::newRow("NUL") << QString(u"a"_s + QChar(0) + u"b"_s) << u"ab"_s;
    QTest::newRow("line separators") << u"a\u2028b\u2029c"_s << u"a\nb\nc"_s;
    QTest::newRow("bidi override") << u"\u202egpj.exe\u202c"_s << u"gpj.exe"_s;
    QTest::newRow("bidi isolate") << u"\u2066a\u2069"_s << u"a"_s;
    QTest::newRow("right-to-left text and marks stay") << u"שלום\u200f!"_s << u"שלום\u200f!"_s;
    QTest::newRow("NFC") << u"Cafe\u0301"_s << u"Café"_s;
    QTest::newRow("NFC across a control") << u"e\x01\u0301"_s << u"é"_s;
    QTest::newRow("Chinese and emoji") << u"你好🙂"_s << u"你好🙂"_s;
    QTest::newRow("family") << u"👩\u200d👩\u200d👧"_s << u"👩\u200d👩\u200d👧"_s;
    QTest::newRow("lone high surrogate") << u"a"_s + QChar(0xd83d) + u"b"_s << u"a\ufffdb"_s;
    QTest::newRow("lone low surrogate") << u"a"_s + QChar(0xde42) << u"a\ufffd"_s;
}

void TextSanitizerTest::textIsMadeSafe()
{
    QFETCH(QString, text);
    QFETCH(QString, safe);
    QCOMPARE(sanitizeText(text), safe);
    QCOMPARE(sanitizeText(safe), safe);
}

void TextSanitizerTest::asciiIsTheSameString()
{
    const QString text = u"Type a message,\n\tpress Enter ~"_s;
    QCOMPARE(sanitizeText(text).constData(), text.constData());
}

void TextSanitizerTest::aFrameOfControlCharactersIsBlank()
{
    QString controls;
    for (ushort c = 0; c < 0xa0; ++c) {
        if (c < 0x20 || c >= 0x7f) {
            controls += QChar(c);
        }
    }
    QCOMPARE(sanitizeText(controls), u"\t\n"_s);
    QVERIFY(isBlank(sanitizeText(controls)));
}

void TextSanitizerTest::runsOfMarksAreCutShort()
{
    // Marks of falling class are the worst case of canonical ordering, which is quadratic in a run's length.
    const QString marks = u"\u0301\u0323"_s.repeated(16'000);
    const QString safe = sanitizeText(u'x' + marks + u'y');
    QVERIFY(safe.startsWith(u'x') || safe.startsWith(u'\u1e8b'));
    QVERIFY(safe.endsWith(u'y'));
    QVERIFY(safe.size() <= 32);
    QCOMPARE(sanitizeText(safe), safe);
}

void TextSanitizerTest::sanitizingTwiceChangesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("marks that come apart") << u'a' + u"\u0344"_s.repeated(30);
    QTest::newRow("Hangul") << u"\u1100\u1161\u11a8"_s;
    QTest::newRow("Tibetan") << u'x' + u"\u0f73\u0f75\u0f81"_s.repeated(20);
    QTest::newRow("mark first") << u"\u0301a"_s;
    QTest::newRow("singleton") << u"\u212b\u2126"_s;
}

void TextSanitizerTest::sanitizingTwiceChangesNothing()
{
    QFETCH(QString, text);
    const QString once = sanitizeText(text);
    QCOMPARE(sanitizeText(once), once);
    QVERIFY(!once.isEmpty());
}

void TextSanitizerTest::aLineHasNoLineFeeds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("folded") << u"  a \t\r\n b\u3000c  "_s << u"a b c"_s;
    QTest::newRow("empty") << u" \n "_s << QString();
    QTest::newRow("control") << u"a\x1b"
                                "b"_s
                             << u"ab"_s;
}

void TextSanitizerTest::aLineHasNoLineFeeds()
{
    QFETCH(QString, text);
    QFETCH(QString, line);
    QCOMPARE(sanitizeLine(text), line);
}

void TextSanitizerTest::blankIsWhatCannotBeSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("blank");
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("white space") << u" \t\n\u00a0\u3000"_s << true;
    QTest::newRow("zero width") << u"\u200b\u200d\ufeff\ufe0f"_s << true;
    QTest::newRow("letter") << u" a "_s << false;
    QTest::newRow("emoji") << u"🙂"_s << false;
    QTest::newRow("new emoji") << u"\U0001fae8"_s << false;
    QTest::newRow("punctuation") << u"?"_s << false;
}

void TextSanitizerTest::blankIsWhatCannotBeSeen()
{
    QFETCH(QString, text);
    QFETCH(bool, blank);
    QCOMPARE(isBlank(text), blank);
}

void TextSanitizerTest::truncationCountsCodePoints()
{
    QCOMPARE(codePoints(u"a你🙂"), 3);
    QCOMPARE(truncated(u"a🙂b"_s, 2), u"a🙂"_s);
    QCOMPARE(truncated(u"ab"_s, 5), u"ab"_s);
    QCOMPARE(truncated(u"ab"_s, 0), QString());
}

void TextSanitizerTest::lengthIsCountedInUtf8()
{
    QVERIFY(!exceeds(QString(), 0));
    QVERIFY(exceeds(u"a"_s, 0));
    for (const QString &text : {u"abcd"_s, u"éé"_s, u"🙂"_s}) {
        QVERIFY(!exceeds(text, 4));
        QVERIFY(exceeds(text, 3));
    }
    QVERIFY(!exceeds(u"你"_s, 3));
    QVERIFY(exceeds(u"你"_s, 2));
}

QTEST_GUILESS_MAIN(TextSanitizerTest)
#include "tst_textsanitizer.moc"
