#include "server/searchdesk.h"
#include "tests/server/manualclock.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

/// Keeps the questions until the test answers them.
class PatientStore final : public EventStore
{
public:
    std::vector<Room> rooms() const override { return {}; }
    void openRoom(const Room &) override {}
    void dropRoom(const RoomId &) override {}
    void keep(const RoomId &, const std::optional<Retention> &) override {}
    LogState state(const RoomId &) const override { return {}; }
    void append(RoomEvent, Appended) override {}
    void answerRepeat(RoomEvent, const Error &, Appended) override {}
    void readAfter(const RoomId &, Seq, int, Read) override {}
    void readBefore(const RoomId &, Seq, int, Read) override {}
    void search(const SearchQuestion &question, Searched done) override
    {
        asked.append(question);
        m_done = std::move(done);
    }

    /// So many hits, and whether there are more.
    void answer(int hits, bool more = false)
    {
        FoundPage page;
        for (int i = 0; i < hits; ++i)
            page.events.append(RoomEvent());
        page.cursor = more ? u"c%1"_s.arg(asked.size()) : QString();
        std::exchange(m_done, {})(page);
    }
    void refuse() { std::exchange(m_done, {})({{}, {}, Error{ErrorCode::Full, u"broken"_s}}); }

    QList<SearchQuestion> asked;

private:
    Searched m_done;
};

constexpr auto ada = ConnectionId(1);
constexpr auto bo = ConnectionId(2);

} // namespace

class TestSearchDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void slicesAreOneAnswer();
    void anAnswerHoldsNoMoreThanWasAskedFor();
    void aSearchHasOnlySoManySlices();
    void everybodyHasATurn();
    void searchesOfOneConnectionComeOneAfterTheOther();
    void whoAsksTooMuchIsRefused();
    void whatCannotBeReadIsTold();
    void whoIsGoneIsNotAnswered();

private:
    void ask(ConnectionId asker, const QString &word, int limit = 50)
    {
        SearchQuestion question;
        question.terms = {word};
        question.limit = limit;
        m_desk->search(asker, question, [this, word](const FoundPage &page) {
            const QString error = page.refused ? u" "_s + wireName(page.refused->code) : QString();
            m_answers.append(u"%1 %2%3%4"_s.arg(word, QString::number(page.events.size()),
                                                page.cursor.isEmpty() ? QString() : u" more"_s, error));
        });
    }
    QString wordAsked() const { return m_store->asked.constLast().terms.constFirst(); }
    void turn() { m_deadlines->fireDue(); }

    ManualClock m_clock;
    std::unique_ptr<DeadlineQueue> m_deadlines;
    std::unique_ptr<PatientStore> m_store;
    std::unique_ptr<SearchDesk> m_desk;
    QStringList m_answers;
};

void TestSearchDesk::init()
{
    m_desk.reset();
    m_answers.clear();
    m_deadlines = std::make_unique<DeadlineQueue>(m_clock);
    m_store = std::make_unique<PatientStore>();
    m_desk = std::make_unique<SearchDesk>(SearchDesk::Parts{*m_store, *m_deadlines});
}

void TestSearchDesk::slicesAreOneAnswer()
{
    ask(ada, u"soup"_s);
    m_store->answer(2, true);
    QCOMPARE(m_store->asked.size(), 1); // the next slice comes with the next turn
    turn();
    QCOMPARE(m_store->asked.constLast().cursor, u"c1"_s);
    QCOMPARE(m_store->asked.constLast().limit, 48);
    m_store->answer(0, true);
    turn();
    m_store->answer(1);
    QCOMPARE(m_answers, QStringList{u"soup 3"_s});
    turn();
    QCOMPARE(m_store->asked.size(), 3);
}

void TestSearchDesk::anAnswerHoldsNoMoreThanWasAskedFor()
{
    ask(ada, u"soup"_s, 3);
    m_store->answer(2, true);
    turn();
    QCOMPARE(m_store->asked.constLast().limit, 1);
    m_store->answer(1, true);
    QCOMPARE(m_answers, QStringList{u"soup 3 more"_s});
}

void TestSearchDesk::aSearchHasOnlySoManySlices()
{
    ask(ada, u"soup"_s);
    for (int slice = 1; slice < SearchDesk::mostSlices; ++slice) {
        m_store->answer(0, true);
        turn();
    }
    QVERIFY(m_answers.isEmpty());
    m_store->answer(0, true);
    QCOMPARE(m_answers, QStringList{u"soup 0 more"_s});
    turn();
    QCOMPARE(m_store->asked.size(), SearchDesk::mostSlices);
}

void TestSearchDesk::everybodyHasATurn()
{
    ask(ada, u"long"_s);
    ask(bo, u"short"_s);
    QCOMPARE(m_store->asked.size(), 1); // one slice at a time, whoever asks
    m_store->answer(0, true);
    turn();
    QCOMPARE(wordAsked(), u"short"_s);
    m_store->answer(1);
    QCOMPARE(m_answers, QStringList{u"short 1"_s});
    turn();
    QCOMPARE(wordAsked(), u"long"_s);
}

void TestSearchDesk::searchesOfOneConnectionComeOneAfterTheOther()
{
    ask(ada, u"first"_s);
    ask(ada, u"second"_s);
    m_store->answer(0, true);
    turn();
    QCOMPARE(wordAsked(), u"first"_s);
    m_store->answer(1);
    turn();
    QCOMPARE(wordAsked(), u"second"_s);
    m_store->answer(2);
    QCOMPARE(m_answers, QStringList({u"first 1"_s, u"second 2"_s}));
}

void TestSearchDesk::whoAsksTooMuchIsRefused()
{
    for (std::size_t i = 0; i < SearchDesk::mostOfOne; ++i)
        ask(ada, u"soup"_s);
    QVERIFY(m_answers.isEmpty());
    ask(ada, u"more"_s);
    QCOMPARE(m_answers, QStringList{u"more 0 too-fast"_s});
    ask(bo, u"soup"_s);
    QCOMPARE(m_answers.size(), 1);
}

void TestSearchDesk::whatCannotBeReadIsTold()
{
    ask(ada, u"soup"_s);
    m_store->refuse();
    QCOMPARE(m_answers, QStringList{u"soup 0 full"_s});
    ask(ada, u"again"_s);
    QCOMPARE(wordAsked(), u"again"_s);
}

void TestSearchDesk::whoIsGoneIsNotAnswered()
{
    ask(ada, u"soup"_s);
    ask(ada, u"more"_s);
    ask(bo, u"other"_s);
    m_desk->forget(ada);
    m_store->answer(1, true);
    turn();
    QCOMPARE(wordAsked(), u"other"_s);
    m_desk->forget(bo);
    m_store->answer(1);
    turn();
    QVERIFY(m_answers.isEmpty());
    QCOMPARE(m_store->asked.size(), 2);
}

QTEST_GUILESS_MAIN(TestSearchDesk)
#include "tst_searchdesk.moc"
