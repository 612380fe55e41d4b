#include "ui/client/roomlogs.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const RoomId lounge(u"lounge"_s);

RoomInfo info(Seq first, Seq head, const QString &epoch = u"e1"_s)
{
    RoomInfo room;
    room.id = lounge;
    room.name = u"Lounge"_s;
    room.first = first;
    room.head = head;
    room.epoch = Epoch(epoch);
    return room;
}

RoomEvent said(Seq seq)
{
    RoomEvent e;
    e.room = lounge;
    e.seq = seq;
    e.text = QString::number(seq);
    return e;
}

QList<Seq> numbers(const QList<RoomEvent> &events)
{
    QList<Seq> list;
    for (const RoomEvent &e : events) {
        list.append(e.seq);
    }
    return list;
}

/// What a server with the events `first` to `head` answers.
serverevent::HistoryPage answer(const command::History &ask, Seq first, Seq head)
{
    serverevent::HistoryPage page;
    page.room = ask.room;
    page.re = ask.re;
    const Seq end = std::min(ask.before, head + 1);
    for (Seq seq = std::max(first, end - ask.limit); seq < end; ++seq) {
        page.events.append(said(seq));
    }
    page.more = !page.events.isEmpty() && page.events.constFirst().seq > first;
    return page;
}

} // namespace

class tst_RoomLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstEventsOfAnUnknownRoomStartItsLog();
    void theFirstEventOfAnEmptyRoomHasToBeNumberOne();
    void anEventOfAnUnknownRoomIsPassedOver();
    void anEventThatIsKnownIsNotNew();
    void aGapIsAskedForAndNothingBehindItIsPassedOnBefore();
    void aGapLongerThanAPageIsAskedForPageByPage();
    void aServerThatAnswersInShorterPagesIsAskedOn();
    void aServerThatAnswersNonsenseIsNotAskedForEver();
    void oneGapIsAskedForOnce();
    void aPageThatNobodyAskedForIsNotOurs();
    void anotherEpochMakesTheRoomAnew();
    void aHeadBehindWhatWeHaveMakesTheRoomAnew();
    void aLogTrimmedPastWhatWeHaveMakesTheRoomAnew();
    void aLogTrimmedWhileAskingMakesTheRoomAnew();
    void anInterruptionKeepsWhatWasPassedOnAndForgetsTheQuestion();
    void aQuestionCanBeAskedAgain();
    void aFloodAheadOfAGapIsBoundedAndStillFilled();
    void whateverOrderThingsComeInTheResultIsTheLog();
};

void tst_RoomLogs::theFirstEventsOfAnUnknownRoomStartItsLog()
{
    RoomLogs logs;
    QVERIFY(!logs.enter(info(1, 1240)).reset);
    QCOMPARE(numbers(logs.take(said(1191)).events), QList<Seq>{1191});
    QCOMPARE(numbers(logs.take(said(1192)).events), QList<Seq>{1192});
    QCOMPARE(logs.resumePoints().value(lounge), (command::ResumePoint{1192, Epoch(u"e1"_s)}));
}

void tst_RoomLogs::theFirstEventOfAnEmptyRoomHasToBeNumberOne()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    const auto outcome = logs.take(said(2));
    QVERIFY(outcome.events.isEmpty());
    QVERIFY(outcome.ask);
    QCOMPARE(outcome.ask->before, Seq(2));
    QCOMPARE(outcome.ask->limit, 1);
}

void tst_RoomLogs::anEventOfAnUnknownRoomIsPassedOver()
{
    RoomLogs logs;
    const auto outcome = logs.take(said(1));
    QVERIFY(outcome.events.isEmpty());
    QVERIFY(!outcome.ask);
}

void tst_RoomLogs::anEventThatIsKnownIsNotNew()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    QCOMPARE(logs.take(said(1)).events.size(), 1);
    QVERIFY(logs.take(said(1)).events.isEmpty());
}

void tst_RoomLogs::aGapIsAskedForAndNothingBehindItIsPassedOnBefore()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    logs.take(said(1));
    const auto gap = logs.take(said(4));
    QVERIFY(gap.events.isEmpty());
    QVERIFY(gap.ask);
    QCOMPARE(gap.ask->before, Seq(4));
    QCOMPARE(gap.ask->limit, 2);
    QVERIFY(logs.asked(gap.ask->re));
    const auto filled = logs.take(answer(*gap.ask, 1, 4));
    QCOMPARE(numbers(filled.events), (QList<Seq>{2, 3, 4}));
    QVERIFY(!filled.ask);
    QVERIFY(!logs.isAsking());
}

void tst_RoomLogs::aGapLongerThanAPageIsAskedForPageByPage()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    logs.take(said(1));
    auto outcome = logs.take(said(1000));
    QList<Seq> got;
    int pages = 0;
    while (outcome.ask) {
        QVERIFY(outcome.ask->limit <= RoomLogs::page);
        outcome = logs.take(answer(*outcome.ask, 1, 1000));
        got += numbers(outcome.events);
        ++pages;
    }
    QCOMPARE(pages, 5);
    QCOMPARE(got.size(), 999);
    QCOMPARE(got.constFirst(), Seq(2));
    QCOMPARE(got.constLast(), Seq(1000));
}

void tst_RoomLogs::aServerThatAnswersInShorterPagesIsAskedOn()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    auto outcome = logs.take(said(500));
    QList<Seq> got;
    int pages = 0;
    while (outcome.ask) {
        command::History shorter = *outcome.ask;
        shorter.limit = std::min(shorter.limit, 50);
        outcome = logs.take(answer(shorter, 1, 500));
        QVERIFY(!outcome.reset);
        got += numbers(outcome.events);
        QVERIFY(++pages < 20);
    }
    QCOMPARE(got.size(), 500);
}

void tst_RoomLogs::aServerThatAnswersNonsenseIsNotAskedForEver()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    const auto gap = logs.take(said(9));
    const auto outcome = logs.take(serverevent::HistoryPage{lounge, {said(9), said(70)}, true, gap.ask->re});
    QVERIFY(outcome.reset);
    QVERIFY(!outcome.ask);
    QCOMPARE(numbers(outcome.events), QList<Seq>{9});
}

void tst_RoomLogs::oneGapIsAskedForOnce()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    QVERIFY(logs.take(said(5)).ask);
    QVERIFY(!logs.take(said(6)).ask);
    QVERIFY(!logs.take(said(9)).ask);
}

void tst_RoomLogs::aPageThatNobodyAskedForIsNotOurs()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    QVERIFY(!logs.asked(QString()));
    QVERIFY(!logs.asked(u"gap-1"_s));
    const auto outcome = logs.take(serverevent::HistoryPage{lounge, {said(1)}, false, u"gap-1"_s});
    QVERIFY(outcome.events.isEmpty());
    QVERIFY(!outcome.reset);
}

void tst_RoomLogs::anotherEpochMakesTheRoomAnew()
{
    RoomLogs logs;
    logs.enter(info(1, 10));
    logs.take(said(10));
    QVERIFY(!logs.enter(info(1, 10)).reset);
    QVERIFY(logs.enter(info(1, 3, u"e2"_s)).reset);
    QCOMPARE(numbers(logs.take(said(2)).events), QList<Seq>{2});
    QCOMPARE(logs.resumePoints().value(lounge).epoch, Epoch(u"e2"_s));
}

void tst_RoomLogs::aHeadBehindWhatWeHaveMakesTheRoomAnew()
{
    RoomLogs logs;
    logs.enter(info(1, 10));
    logs.take(said(10));
    QVERIFY(logs.enter(info(1, 4)).reset);
}

void tst_RoomLogs::aLogTrimmedPastWhatWeHaveMakesTheRoomAnew()
{
    RoomLogs logs;
    logs.enter(info(1, 10));
    logs.take(said(10));
    QVERIFY(!logs.enter(info(11, 20)).reset);
    QVERIFY(logs.enter(info(12, 20)).reset);
    QCOMPARE(numbers(logs.take(said(12)).events), QList<Seq>{12});
}

void tst_RoomLogs::aLogTrimmedWhileAskingMakesTheRoomAnew()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    logs.take(said(1));
    const auto gap = logs.take(said(9));
    const auto outcome = logs.take(answer(*gap.ask, 6, 9));
    QVERIFY(outcome.reset);
    QCOMPARE(numbers(outcome.events), (QList<Seq>{6, 7, 8, 9}));
}

void tst_RoomLogs::anInterruptionKeepsWhatWasPassedOnAndForgetsTheQuestion()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    logs.take(said(1));
    const auto gap = logs.take(said(3));
    logs.interrupted();
    QVERIFY(!logs.asked(gap.ask->re));
    QCOMPARE(logs.resumePoints().value(lounge).seq, Seq(1));
    QCOMPARE(numbers(logs.take(said(2)).events), QList<Seq>{2});
}

void tst_RoomLogs::aQuestionCanBeAskedAgain()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    const auto gap = logs.take(said(3));
    const auto again = logs.askAgain(gap.ask->re);
    QVERIFY(again.ask);
    QVERIFY(again.ask->re != gap.ask->re);
    QCOMPARE(again.ask->before, gap.ask->before);
}

void tst_RoomLogs::aFloodAheadOfAGapIsBoundedAndStillFilled()
{
    RoomLogs logs;
    logs.enter(info(1, 0));
    const Seq head = RoomLogs::mostAhead + 500;
    auto outcome = logs.take(said(2));
    const command::History first = *outcome.ask;
    for (Seq seq = 3; seq <= head; ++seq) {
        QVERIFY(logs.take(said(seq)).events.isEmpty());
    }
    QList<Seq> got;
    outcome = logs.take(answer(first, 1, head));
    got += numbers(outcome.events);
    QCOMPARE(got.size(), RoomLogs::mostAhead + 1); // number 1, and what was kept
    while (outcome.ask) {
        outcome = logs.take(answer(*outcome.ask, 1, head));
        got += numbers(outcome.events);
    }
    QCOMPARE(got.size(), qsizetype(head));
    QVERIFY(std::is_sorted(got.cbegin(), got.cend()));
}

/// A server whose log grows, whose connection breaks, and which loses or repeats what it sends: in the end a
/// client has the log from where it came in, each event once, in order.
void tst_RoomLogs::whateverOrderThingsComeInTheResultIsTheLog()
{
    bool given = false;
    const uint wanted = qEnvironmentVariable("TINCAN_TEST_SEED").toUInt(&given);
    const quint32 seed = given ? wanted : QRandomGenerator::global()->generate();
    qInfo("TINCAN_TEST_SEED=%u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 200; ++round) {
        RoomLogs logs;
        Seq head = random.bounded(5);
        QList<Seq> got;
        QList<command::History> questions;
        const auto apply = [&](const RoomLogs::Outcome &outcome) {
            QVERIFY(!outcome.reset);
            got += numbers(outcome.events);
            if (outcome.ask) {
                questions.append(*outcome.ask);
            }
        };
        apply(logs.enter(info(1, head)));
        for (int step = 0; step < 300; ++step) {
            const int dice = random.bounded(100);
            if (dice < 50) {
                ++head;
                if (random.bounded(4) > 0) {
                    apply(logs.take(said(head))); // else it is lost on the way
                }
            } else if (dice < 70 && head > 0) {
                const Seq known = got.isEmpty() ? 0 : got.constLast();
                apply(logs.take(said(1 + random.bounded(int(std::max<Seq>(known, 1)))))); // again
            } else if (dice < 97 && !questions.isEmpty()) {
                apply(logs.take(answer(questions.takeFirst(), 1, head)));
            } else if (dice >= 97) {
                logs.interrupted();
                questions.clear();
                apply(logs.enter(info(1, head)));
            }
        }
        apply(logs.take(said(++head)));
        while (!questions.isEmpty()) {
            apply(logs.take(answer(questions.takeFirst(), 1, head)));
        }
        QVERIFY(!got.isEmpty());
        QCOMPARE(got.constLast(), head);
        for (qsizetype i = 1; i < got.size(); ++i) {
            QCOMPARE(got.at(i), got.at(i - 1) + 1);
        }
    }
}

QTEST_APPLESS_MAIN(tst_RoomLogs)
#include "tst_roomlogs.moc"
