#include "ui/models/mentions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestMentions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameIsFoundAsAWord_data();
    void aNameIsFoundAsAWord();
};

void TestMentions::aNameIsFoundAsAWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("found");
    QTest::newRow("alone") << u"Ada"_s << u"Ada"_s << true;
    QTest::newRow("at") << u"@Ada look"_s << u"Ada"_s << true;
    QTest::newRow("any case") << u"thanks, ADA!"_s << u"Ada"_s << true;
    QTest::newRow("colon") << u"ada: hi"_s << u"Ada"_s << true;
    QTest::newRow("possessive") << u"Ada's room"_s << u"Ada"_s << true;
    QTest::newRow("inside a word") << u"Canada"_s << u"Ada"_s << false;
    QTest::newRow("start of a word") << u"Adam"_s << u"Ada"_s << false;
    QTest::newRow("second place") << u"Adam and Ada"_s << u"Ada"_s << true;
    QTest::newRow("underscore") << u"Ada_2"_s << u"Ada"_s << false;
    QTest::newRow("digit") << u"Ada2"_s << u"Ada"_s << false;
    QTest::newRow("combining mark") << u"Ada\u0301"_s << u"Ada"_s << false;
    QTest::newRow("two words") << u"is Li Mei here?"_s << u"li mei"_s << true;
    QTest::newRow("Cyrillic") << u"привет, Аня!"_s << u"аня"_s << true;
    QTest::newRow("Cyrillic inside") << u"таня"_s << u"аня"_s << false;
    QTest::newRow("Chinese inside a sentence") << u"请张三看一下"_s << u"张三"_s << true;
    QTest::newRow("Latin name in Chinese") << u"请Ada看一下"_s << u"Ada"_s << true;
    QTest::newRow("Korean with a particle") << u"민수는 왔어"_s << u"민수"_s << true;
    QTest::newRow("beyond the first plane") << u"hi 𠮷野家"_s << u"𠮷野"_s << true;
    QTest::newRow("emoji name") << u"go🦊go"_s << u"🦊"_s << true;
    QTest::newRow("nameless") << u"anything"_s << QString() << false;
    QTest::newRow("longer than the text") << u"Ad"_s << u"Ada"_s << false;
    QTest::newRow("patterns mean nothing") << u"A.a"_s << u"A*"_s << false;
}

void TestMentions::aNameIsFoundAsAWord()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QTEST(mentions(text, name), "found");
}

QTEST_GUILESS_MAIN(TestMentions)
#include "tst_mentions.moc"
