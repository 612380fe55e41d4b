#include "protocol/nickname.h"

#include "protocol/textsanitizer.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

class NicknameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peoplesNamesAreTaken_data();
    void peoplesNamesAreTaken();
    void namesAreTidied_data();
    void namesAreTidied();
    void namesThatMisleadAreRefused_data();
    void namesThatMisleadAreRefused();
    void theLimitCountsCodePoints();
    void namesThatLookTheSameAreTheSame_data();
    void namesThatLookTheSameAreTheSame();
    void variantsStayWithinTheLimit_data();
    void variantsStayWithinTheLimit();
    void roomNamesBecomeIds_data();
    void roomNamesBecomeIds();
    void roomNamesThatCannotBeIdsAreRefused_data();
    void roomNamesThatCannotBeIdsAreRefused();
    void anIdIsItsOwnId_data();
    void anIdIsItsOwnId();
};

void NicknameTest::peoplesNamesAreTaken_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = {u"Ada"_s,
                               u"A"_s,
                               u"Jean-Luc"_s,
                               u"O'Brien"_s,
                               u"R2D2"_s,
                               u"Ada Lovelace"_s,
                               u"Алиса"_s,
                               u"李雷"_s,
                               u"김철수"_s,
                               u"שרה"_s,
                               u"محمد"_s,
                               u"नेहा"_s,
                               u"สมชาย"_s,
                               u"José"_s,
                               u"Ørsted"_s,
                               u"🙂"_s,
                               u"👩\u200d🚀"_s,
                               u"❤\ufe0f"_s,
                               u"❤\ufe0f\u200d🔥"_s,
                               u"👍🏽"_s,
                               u"🇩🇪"_s,
                               u"(o_O)"_s,
                               u"...."_s,
                               u"x-"_s,
                               u"a>b"_s,
                               u"guest-51234"_s,
                               u"tincan"_s,
                               u"བསྒྲུབས"_s,
                               u"\U0001fae8x"_s};
    for (const QString &name : names) {
        QTest::newRow(name.toUtf8().constData()) << name;
    }
}

void NicknameTest::peoplesNamesAreTaken()
{
    QFETCH(QString, name);
    const auto result = checkedName(name, Limits());
    QVERIFY(std::holds_alternative<QString>(result));
    QCOMPARE(std::get<QString>(result), name);
}

void NicknameTest::namesAreTidied_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QString>("name");
    QTest::newRow("spaces") << u"  Ada   Lovelace "_s << u"Ada Lovelace"_s;
    QTest::newRow("line feed") << u"Ada\nLovelace"_s << u"Ada Lovelace"_s;
    QTest::newRow("control") << u"A\x07"
                                "da"_s
                             << u"Ada"_s;
    QTest::newRow("NFC") << u"Jose\u0301"_s << u"José"_s;
    QTest::newRow("bidi") << u"\u202eAda"_s << u"Ada"_s;
}

void NicknameTest::namesAreTidied()
{
    QFETCH(QString, wish);
    QFETCH(QString, name);
    QCOMPARE(std::get<QString>(checkedName(wish, Limits())), name);
}

void NicknameTest::namesThatMisleadAreRefused_data()
{
    QTest::addColumn<QString>("wish");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u" \t\n"_s;
    QTest::newRow("colon") << u"Ada: hi"_s;
    QTest::newRow("arrow") << u"Ada -> you"_s;
    QTest::newRow("answer") << u"Ada (to Bo)"_s;
    QTest::newRow("greeting") << u"Tincan/1 open"_s;
    for (const char16_t first : u"/#*!@>-"_s.toStdU16String()) {
        QTest::addRow("starts with %c", char(first)) << QString(QChar(first)) + u"Ada"_s;
    }
    QTest::newRow("zero-width space") << u"Ada\u200b"_s;
    QTest::newRow("zero-width joiner between letters") << u"A\u200dda"_s;
    QTest::newRow("zero-width joiner between symbols") << u"C+\u200d+"_s;
    QTest::newRow("zero-width joiner between signs") << u"°\u200d°"_s;
    QTest::newRow("zero-width non-joiner") << u"A\u200cda"_s;
    QTest::newRow("word joiner") << u"A\u2060da"_s;
    QTest::newRow("invisible times") << u"A\u2062da"_s;
    QTest::newRow("Arabic letter mark") << u"Ada\u061c"_s;
    QTest::newRow("left-to-right mark") << u"Ada\u200e"_s;
    QTest::newRow("symmetric swapping") << u"Ada\u206a"_s;
    QTest::newRow("Hangul filler of half width") << u"Ada\uffa0"_s;
    QTest::newRow("Hangul initial filler") << u"Ada\u115f"_s;
    QTest::newRow("Khmer inherent vowel") << u"Ada\u17b4"_s;
    QTest::newRow("Mongolian variation") << u"Ada\u180b"_s;
    QTest::newRow("a tag") << u"Ada\U000e0041"_s;
    QTest::newRow("ideographic variation") << u"李\U000e0100"_s;
    QTest::newRow("shorthand control") << u"Ada\U0001bca0"_s;
    QTest::newRow("musical control") << u"Ada\U0001d173"_s;
    QTest::newRow("joiner at the end") << u"👩\u200d"_s;
    QTest::newRow("right-to-left mark") << u"Ada\u200f"_s;
    QTest::newRow("soft hyphen") << u"A\u00adda"_s;
    QTest::newRow("byte order mark") << u"\ufeffAda"_s;
    QTest::newRow("variation selector behind a letter") << u"Ada\ufe0f"_s;
    QTest::newRow("two variation selectors") << u"❤\ufe0f\ufe0f"_s;
    QTest::newRow("Hangul filler") << u"\u3164"_s;
    QTest::newRow("Braille blank") << u"\u2800"_s;
    QTest::newRow("only a mark") << u"\u0301"_s;
    QTest::newRow("mark behind a space") << u"Ada \u0301"_s;
    QTest::newRow("heap of marks") << u"x"_s + u"\u0323"_s.repeated(5);
    QTest::newRow("grapheme joiner") << u"A\u034fda"_s;
    QTest::newRow("private use") << u"Ada\ue000"_s;
    QTest::newRow("lone surrogate is a replacement mark, twice too long") << QString(33, QChar(0xd800));
}

void NicknameTest::namesThatMisleadAreRefused()
{
    QFETCH(QString, wish);
    const auto result = checkedName(wish, Limits());
    QVERIFY(std::holds_alternative<Error>(result));
    QCOMPARE(std::get<Error>(result).code, ErrorCode::BadName);
    QVERIFY(std::get<Error>(result).message.endsWith(u'.') || wish.size() > 1);
}

void NicknameTest::theLimitCountsCodePoints()
{
    const QString longest = u"🙂"_s.repeated(32);
    QCOMPARE(std::get<QString>(checkedName(longest, Limits())), longest);
    QVERIFY(std::holds_alternative<Error>(checkedName(longest + u'a', Limits())));
}

void NicknameTest::namesThatLookTheSameAreTheSame_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("case") << u"Ada"_s << u"aDA"_s;
    QTest::newRow("full width") << u"Ａｄａ"_s << u"ada"_s;
    QTest::newRow("ligature") << u"ﬁnn"_s << u"Finn"_s;
    QTest::newRow("no-break space") << u"Ada\u00a0L"_s << u"ada l"_s;
    QTest::newRow("emoji style") << u"❤\ufe0f"_s << u"❤"_s;
    QTest::newRow("Cyrillic case") << u"АЛИСА"_s << u"алиса"_s;
}

void NicknameTest::namesThatLookTheSameAreTheSame()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(nameKey(one), nameKey(other));
    QCOMPARE(nameKey(nameKey(one)), nameKey(one));
    QVERIFY(nameKey(one) != nameKey(one + u'x'));
}

void NicknameTest::variantsStayWithinTheLimit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<QString>("variant");
    QTest::newRow("short") << u"Ada"_s << 2 << u"Ada-2"_s;
    QTest::newRow("full") << QString(32, u'a') << 10 << QString(29, u'a') + u"-10"_s;
    QTest::newRow("cut before a space") << QString(29, u'a') + u" bc"_s << 2 << QString(29, u'a') + u"-2"_s;
    QTest::newRow("no emoji cut apart")
        << QString(28, u'a') + u"👩\u200d🚀b"_s << 2 << QString(28, u'a') + u"-2"_s;
    QTest::newRow("no joiner left over")
        << QString(28, u'a') + u"⒩\u200d🟧c"_s << 2 << QString(28, u'a') + u"⒩-2"_s;
}

void NicknameTest::variantsStayWithinTheLimit()
{
    QFETCH(QString, name);
    QFETCH(int, attempt);
    QFETCH(QString, variant);
    QCOMPARE(nameVariant(name, attempt, Limits()), variant);
    QCOMPARE(std::get<QString>(checkedName(variant, Limits())), variant);
}

void NicknameTest::roomNamesBecomeIds_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("simple") << u"Lounge"_s << u"Lounge"_s << u"lounge"_s;
    QTest::newRow("hash") << u"#Random"_s << u"Random"_s << u"random"_s;
    QTest::newRow("spaces") << u" Ada's  kitchen "_s << u"Ada's kitchen"_s << u"ada's-kitchen"_s;
    QTest::newRow("Chinese") << u"厨房"_s << u"厨房"_s << u"厨房"_s;
    QTest::newRow("full width") << u"Ｇａｍｅｓ"_s << u"Ｇａｍｅｓ"_s << u"games"_s;
    QTest::newRow("colon") << u"C++: help"_s << u"C++: help"_s << u"c++:-help"_s;
}

void NicknameTest::roomNamesBecomeIds()
{
    QFETCH(QString, wish);
    QFETCH(QString, name);
    QFETCH(QString, id);
    QCOMPARE(std::get<QString>(checkedRoomName(wish, Limits())), name);
    QCOMPARE(roomIdFor(wish).value(), id);
    QCOMPARE(roomIdFor(name).value(), id);
}

void NicknameTest::roomNamesThatCannotBeIdsAreRefused_data()
{
    QTest::addColumn<QString>("wish");
    QTest::newRow("empty") << QString();
    QTest::newRow("hash alone") << u"#"_s;
    QTest::newRow("hash of full width alone") << u"＃"_s;
    QTest::newRow("direct") << u"@ada"_s;
    QTest::newRow("direct, full width") << u"＠ada"_s;
    QTest::newRow("direct behind hash") << u"#@ada"_s;
    QTest::newRow("invisible") << u"a\u200b"_s;
    QTest::newRow("too long") << QString(65, u'a');
    QTest::newRow("id too long") << u"\ufdfa"_s.repeated(64);
}

void NicknameTest::roomNamesThatCannotBeIdsAreRefused()
{
    QFETCH(QString, wish);
    const auto result = checkedRoomName(wish, Limits());
    QVERIFY(std::holds_alternative<Error>(result));
    QCOMPARE(std::get<Error>(result).code, ErrorCode::BadName);
}

void NicknameTest::anIdIsItsOwnId_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"Lounge"_s, u"## Ada  B"_s, u"Straße İ"_s, u"\u00a8x"_s, u"ﷺ"_s, u"Ⅷ ㎒"_s,
                                u"@a1:b2"_s, u"\u1e9b\u0323"_s, u"#\ufe0f#x"_s, u"＃＃y"_s}) {
        QTest::newRow(name.toUtf8().constData()) << name;
    }
}

void NicknameTest::anIdIsItsOwnId()
{
    QFETCH(QString, name);
    const RoomId id = roomIdFor(name);
    QVERIFY(!id.isEmpty());
    QVERIFY(!id.value().contains(u' '));
    QCOMPARE(roomIdFor(id.value()), id);
}

QTEST_GUILESS_MAIN(NicknameTest)
#include "tst_nickname.moc"
