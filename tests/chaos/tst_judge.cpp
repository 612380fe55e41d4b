#include "tests/chaos/judge.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::chaos;

// What the judge of a chaotic run finds; where all is well it has to find nothing.
class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothingIsWrongWithWhatWasSaid();
    void aHoleIsFound();
    void aLostAcknowledgedMessageIsFound();
    void aLostUnacknowledgedMessageIsNone();
    void aDoubleIsFound();
    void anotherTextIsFound();
    void whatNobodySaidIsFound();
    void whatWasRefusedAndIsThereIsFound();
    void anAuthorsBrokenOrderIsFound();
    void aDeletedTextIsNoLoss();
    void aClientThatSawSomethingElseIsFound();
    void aPlainClientThatHeardAnotherOrderIsFound();

private:
    QStringList wrong() const { return Judge(m_log, m_ledger).everything(); }

    Ledger m_ledger;
    QList<RoomEvent> m_log;
};

void TestJudge::init()
{
    m_ledger = Ledger();
    m_log.clear();
    for (int number = 1; number <= 4; ++number) {
        Saying saying;
        saying.author = u"Ada"_s;
        saying.text = Ledger::text(number, u"hello"_s);
        m_ledger.add(saying);
        m_ledger.posted(number, PostId(u"post-%1"_s.arg(number)));
        m_ledger.acknowledge(number);
        RoomEvent event;
        event.seq = number;
        event.from.name = saying.author;
        event.text = saying.text;
        event.postId = PostId(u"post-%1"_s.arg(number));
        m_log.append(event);
    }
}

void TestJudge::nothingIsWrongWithWhatWasSaid()
{
    QCOMPARE(wrong(), QStringList());
}

void TestJudge::aHoleIsFound()
{
    m_log[3].seq = 5;
    QCOMPARE(Judge(m_log, m_ledger).numbersHaveHoles().size(), 1);
    m_log.removeFirst();
    QCOMPARE(Judge(m_log, m_ledger).numbersHaveHoles().size(), 2);
}

void TestJudge::aLostAcknowledgedMessageIsFound()
{
    m_log.removeLast();
    QCOMPARE(wrong().size(), 1);
    QVERIFY(wrong().constFirst().startsWith(u"acknowledged and not there"_s));
}

void TestJudge::aLostUnacknowledgedMessageIsNone()
{
    m_ledger.at(4).acknowledged = false;
    m_log.removeLast();
    QCOMPARE(wrong(), QStringList());
}

void TestJudge::aDoubleIsFound()
{
    m_log.append(m_log.constLast());
    m_log.last().seq = 5;
    QCOMPARE(wrong().size(), 1);
    QVERIFY(wrong().constFirst().startsWith(u"said once and there twice"_s));
}

void TestJudge::anotherTextIsFound()
{
    m_log[1].text = u"m2 goodbye"_s;
    QCOMPARE(wrong().size(), 1);
    m_log[1].text.clear();
    QCOMPARE(wrong().size(), 1);
}

void TestJudge::whatNobodySaidIsFound()
{
    m_log[1].postId = PostId(u"of somebody else's"_s);
    QCOMPARE(Judge(m_log, m_ledger).somethingWasNeverSaid().size(), 1);
}

void TestJudge::whatWasRefusedAndIsThereIsFound()
{
    m_ledger.at(2).acknowledged = false;
    m_ledger.refuse(PostId(u"post-2"_s));
    QCOMPARE(wrong().size(), 1);
    QVERIFY(wrong().constFirst().startsWith(u"refused and there"_s));
}

void TestJudge::anAuthorsBrokenOrderIsFound()
{
    m_log.swapItemsAt(1, 2);
    m_log[1].seq = 2;
    m_log[2].seq = 3;
    QCOMPARE(wrong().size(), 1);
    m_ledger.at(2).author = u"Bo"_s;
    QCOMPARE(wrong(), QStringList());
}

void TestJudge::aDeletedTextIsNoLoss()
{
    const QList<RoomEvent> seen = m_log;
    m_log[1].text.clear();
    m_log[3].kind = EventKind::Delete;
    m_log[3].target = 2;
    m_log[3].text.clear();
    m_ledger.at(4).text.clear();
    QCOMPARE(wrong(), QStringList());
    QList<RoomEvent> live = m_log;
    live[1].text = seen[1].text;
    QCOMPARE(Judge(m_log, m_ledger).differs(u"Bo"_s, live), QStringList());
    QCOMPARE(Judge(live, m_ledger).differs(u"Bo"_s, m_log), QStringList());
    live[0].text.clear(); // which nobody deleted
    QCOMPARE(Judge(m_log, m_ledger).differs(u"Bo"_s, live).size(), 1);
}

void TestJudge::aClientThatSawSomethingElseIsFound()
{
    const Judge judge(m_log, m_ledger);
    QCOMPARE(judge.differs(u"Bo"_s, m_log), QStringList());
    QCOMPARE(judge.differs(u"Bo"_s, m_log.first(3)).size(), 1);
    QList<RoomEvent> seen = m_log;
    seen[2].text = u"something else"_s;
    QCOMPARE(judge.differs(u"Bo"_s, seen).size(), 1);
}

void TestJudge::aPlainClientThatHeardAnotherOrderIsFound()
{
    const Judge judge(m_log, m_ledger);
    QCOMPARE(judge.heardOutOfOrder(u"Bo"_s, {1, 3, 4}), QStringList());
    QCOMPARE(judge.heardOutOfOrder(u"Bo"_s, {3, 1}).size(), 1);
    QCOMPARE(judge.heardOutOfOrder(u"Bo"_s, {9}).size(), 1);
}

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
