#include "ui/models/senthistory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestSentHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWasSent();
    void oneWalksBackAndForth();
    void whatWasTypedComesBack();
    void aTextSentAgainStandsOnce();
    void onlyTheLastAreKept();
};

void TestSentHistory::nothingWasSent()
{
    SentHistory sent;
    QVERIFY(!sent.walk(-1, u"x"_s));
    QVERIFY(!sent.walk(1, u"x"_s));
}

void TestSentHistory::oneWalksBackAndForth()
{
    SentHistory sent;
    sent.add(u"one"_s);
    sent.add(u"two"_s);
    QCOMPARE(sent.walk(-1, {}), u"two"_s);
    QCOMPARE(sent.walk(-1, u"two"_s), u"one"_s);
    QVERIFY(!sent.walk(-1, u"one"_s));
    QCOMPARE(sent.walk(1, u"one"_s), u"two"_s);
}

void TestSentHistory::whatWasTypedComesBack()
{
    SentHistory sent;
    sent.add(u"one"_s);
    QCOMPARE(sent.walk(-1, u"half a"_s), u"one"_s);
    QCOMPARE(sent.walk(1, u"one"_s), u"half a"_s);
    QVERIFY(!sent.walk(1, u"half a"_s));
}

void TestSentHistory::aTextSentAgainStandsOnce()
{
    SentHistory sent;
    sent.add(u"one"_s);
    sent.add(u"two"_s);
    sent.add(u"one"_s);
    QCOMPARE(sent.walk(-1, {}), u"one"_s);
    QCOMPARE(sent.walk(-1, {}), u"two"_s);
    QVERIFY(!sent.walk(-1, {}));
}

void TestSentHistory::onlyTheLastAreKept()
{
    SentHistory sent;
    for (int i = 0; i < 80; ++i) {
        sent.add(QString::number(i));
    }
    int steps = 0;
    while (sent.walk(-1, {})) {
        ++steps;
    }
    QCOMPARE(steps, int(SentHistory::most));
}

QTEST_APPLESS_MAIN(TestSentHistory)
#include "tst_senthistory.moc"
