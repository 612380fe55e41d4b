#include "ui/client/greetingwait.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using Verdict = GreetingWait::Verdict;

class tst_GreetingWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGreetingMeansNativeHoweverItIsCut();
    void anotherMessageFirstMeansPlainAndIsKept();
    void halfAMessageDecidesNothing();
    void anErrorAndTheEndIsARefusal();
    void anErrorAndNoEndIsPlainWhenTheTimeIsOver();
    void aServerThatNeverEndsItsFirstMessageIsPlain();
};

void tst_GreetingWait::aGreetingMeansNativeHoweverItIsCut()
{
    const QByteArray greeting("tincan/1 open Ada's kitchen - 4 here.\n\0", 39);
    for (qsizetype cut = 0; cut < greeting.size(); ++cut) {
        GreetingWait wait;
        QCOMPARE(wait.feed(greeting.first(cut)), Verdict::Undecided);
        QCOMPARE(wait.feed(greeting.sliced(cut)), Verdict::Native);
    }
}

void tst_GreetingWait::anotherMessageFirstMeansPlainAndIsKept()
{
    GreetingWait wait;
    const QByteArray bytes("('127.0.0.1', 5): tincan/1 open\0x", 33);
    QCOMPARE(wait.feed(bytes), Verdict::Plain);
    QCOMPARE(wait.takeHeld(), bytes);
    QVERIFY(wait.takeHeld().isEmpty());
}

void tst_GreetingWait::halfAMessageDecidesNothing()
{
    GreetingWait wait;
    QCOMPARE(wait.feed("tincan/"), Verdict::Undecided);
    QCOMPARE(wait.ended(), Verdict::Undecided);
    QCOMPARE(wait.feed(QByteArrayView("2 x\0", 4)), Verdict::Plain);
}

void tst_GreetingWait::anErrorAndTheEndIsARefusal()
{
    GreetingWait wait;
    QCOMPARE(wait.feed(QByteArrayView("! This server is full.\n\0", 24)), Verdict::Undecided);
    QCOMPARE(wait.ended(), Verdict::Refused);
    QCOMPARE(wait.refusal(), u"This server is full."_s);
}

void tst_GreetingWait::anErrorAndNoEndIsPlainWhenTheTimeIsOver()
{
    GreetingWait wait;
    QCOMPARE(wait.feed(QByteArrayView("! hm\0", 5)), Verdict::Undecided);
    QCOMPARE(wait.waitOver(), Verdict::Plain);
    QCOMPARE(wait.takeHeld().size(), 5);
}

void tst_GreetingWait::aServerThatNeverEndsItsFirstMessageIsPlain()
{
    GreetingWait wait;
    const QByteArray chunk(16 * 1024, 'x');
    int fed = 0;
    while (wait.feed(chunk) == Verdict::Undecided) {
        QVERIFY(++fed < 1'000);
    }
    QCOMPARE(wait.takeHeld().size(), (fed + 1) * chunk.size());
}

QTEST_APPLESS_MAIN(tst_GreetingWait)
#include "tst_greetingwait.moc"
