#include "ui/models/visithistory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestVisitHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereIsNothingBeforeTheFirst();
    void backAndForwardLeadThroughTheSteps();
    void aNewStepForgetsWhatWasAhead();
    void goingBackIsNoNewStep();
    void aServerThatIsGoneIsPassedOver();
    void theLastOneSeenIsYoungest();
    void itStaysSmall();
};

static Place place(int number, int server = 1)
{
    return {server, RoomId(u"room%1"_s.arg(number))};
}

void TestVisitHistory::thereIsNothingBeforeTheFirst()
{
    VisitHistory history;
    QVERIFY(!history.back());
    history.visit(place(1));
    QVERIFY(!history.back());
    QVERIFY(!history.forward());
}

void TestVisitHistory::backAndForwardLeadThroughTheSteps()
{
    VisitHistory history;
    for (int i = 1; i <= 3; ++i)
        history.visit(place(i));
    QCOMPARE(*history.back(), place(2));
    QCOMPARE(*history.back(), place(1));
    QVERIFY(!history.back());
    QCOMPARE(*history.forward(), place(2));
    QCOMPARE(*history.forward(), place(3));
    QVERIFY(!history.forward());
}

void TestVisitHistory::aNewStepForgetsWhatWasAhead()
{
    VisitHistory history;
    for (int i = 1; i <= 3; ++i)
        history.visit(place(i));
    history.back();
    history.visit(place(4));
    QVERIFY(!history.forward());
    QCOMPARE(*history.back(), place(2));
}

void TestVisitHistory::goingBackIsNoNewStep()
{
    VisitHistory history;
    history.visit(place(1));
    history.visit(place(2));
    history.visit(*history.back());
    QCOMPARE(*history.forward(), place(2));
}

void TestVisitHistory::aServerThatIsGoneIsPassedOver()
{
    VisitHistory history;
    history.visit(place(1));
    history.visit(place(2, 7));
    history.visit(place(3));
    history.forget(7);
    QCOMPARE(*history.back(), place(1));
    QCOMPARE(*history.forward(), place(3));
    history.forget(1);
    QVERIFY(!history.back());
    history.visit(place(9));
    QVERIFY(!history.back());
}

void TestVisitHistory::theLastOneSeenIsYoungest()
{
    VisitHistory history;
    for (int i = 1; i <= 3; ++i)
        history.visit(place(i));
    QCOMPARE(history.age(place(2)), 0);
    QCOMPARE(history.age(place(1)), 1);
    QVERIFY(history.age(place(3)) > history.age(place(1)));
    QVERIFY(history.age(place(8)) > history.age(place(3)));
}

void TestVisitHistory::itStaysSmall()
{
    VisitHistory history;
    for (int i = 0; i < 10'000; ++i)
        history.visit(place(i));
    int steps = 0;
    while (history.back())
        ++steps;
    QCOMPARE(steps, VisitHistory::most - 1);
}

QTEST_GUILESS_MAIN(TestVisitHistory)
#include "tst_visithistory.moc"
