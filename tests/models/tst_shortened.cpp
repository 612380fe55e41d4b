#include "ui/models/shortened.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestShortened : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCharacterIsNeverCut_data();
    void aCharacterIsNeverCut();
};

void TestShortened::aCharacterIsNeverCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("shown");
    QTest::newRow("short enough") << u"ab"_s << 5 << u"ab"_s;
    QTest::newRow("letters") << u"abc"_s << 2 << u"ab"_s;
    QTest::newRow("surrogates") << u"a🙂b"_s << 2 << u"a🙂"_s;
    QTest::newRow("accents") << u"ae\u0301\u0323x"_s << 2 << u"a"_s;
    QTest::newRow("a family") << u"a👨‍👩‍👧b"_s << 4 << u"a"_s;
    QTest::newRow("a whole family") << u"a👨‍👩‍👧b"_s << 6 << u"a👨‍👩‍👧"_s;
    QTest::newRow("nothing") << u"👨‍👩‍👧"_s << 1 << QString();
}

void TestShortened::aCharacterIsNeverCut()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QTEST(shortened(text, count), "shown");
}

QTEST_GUILESS_MAIN(TestShortened)
#include "tst_shortened.moc"
