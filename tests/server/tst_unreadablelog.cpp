#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

/// A disk that cannot be read for a while.
class FailingStore final : public EventStore
{
public:
    std::vector<Room> rooms() const override { return m_store.rooms(); }
    void openRoom(const Room &room) override { m_store.openRoom(room); }
    void dropRoom(const RoomId &room) override { m_store.dropRoom(room); }
    void keep(const RoomId &room, const std::optional<Retention> &kept) override { m_store.keep(room, kept); }
    LogState state(const RoomId &room) const override { return m_store.state(room); }
    void append(RoomEvent draft, Appended done) override
    {
        m_store.append(std::move(draft), std::move(done));
    }
    void answerRepeat(RoomEvent draft, const Error &problem, Appended done) override
    {
        m_store.answerRepeat(std::move(draft), problem, std::move(done));
    }
    void readAfter(const RoomId &room, Seq seq, int limit, Read done) override
    {
        ++asked;
        if (fails && (!failsIn || room == *failsIn))
            return done({{}, false, Error{ErrorCode::Full, u"unreadable"_s}});
        m_store.readAfter(room, seq, limit, std::move(done));
    }
    void readBefore(const RoomId &room, Seq seq, int limit, Read done) override
    {
        m_store.readBefore(room, seq, limit, std::move(done));
    }
    void search(const SearchQuestion &question, Searched done) override
    {
        m_store.search(question, std::move(done));
    }

    bool fails = false;
    std::optional<RoomId> failsIn; ///< in this room alone
    int asked = 0;                 ///< for what is to be caught up with

private:
    MemoryStore m_store;
};

} // namespace

/// Readers whose room's log cannot be read when they come.
class TestUnreadableLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_house.reset(); }

    void aReaderIsServedOnceTheLogCanBeRead();
    void theLogIsAskedForLessAndLessOften();
    void whatIsSaidMeanwhileComesInItsTurn();
    void aRoomThatCannotBeReadHoldsUpNoOther();
    void whoLeftMeanwhileIsServedNothing();

private:
    FailingStore *m_store = nullptr;
    std::unique_ptr<House> m_house;
};

/// With something in the lounge.
void TestUnreadableLog::init()
{
    auto store = std::make_unique<FailingStore>();
    m_store = store.get();
    m_house = std::make_unique<House>(HostOptions(), std::move(store));
    NativePeer ada(*m_house, 1, u"Ada"_s);
    ada.post(u"one"_s, u"1"_s);
    ada.post(u"two"_s, u"2"_s);
    ada.say(command::Quit{});
    m_store->fails = true;
    m_store->asked = 0;
}

void TestUnreadableLog::aReaderIsServedOnceTheLogCanBeRead()
{
    NativePeer bo(*m_house, 2, u"Bo"_s);
    QVERIFY(bo.takeSeqs().isEmpty());
    m_store->fails = false;
    m_house->advance(CatchUp::retryFirstMs);
    QCOMPARE(bo.takeSeqs(), QList<Seq>({1, 2}));
}

void TestUnreadableLog::theLogIsAskedForLessAndLessOften()
{
    NativePeer bo(*m_house, 2, u"Bo"_s);
    m_house->advance(20'000);
    QVERIFY2(m_store->asked >= 4 && m_store->asked <= 6, qPrintable(QString::number(m_store->asked)));
    m_store->fails = false;
    m_house->advance(CatchUp::retryMostMs);
    QCOMPARE(bo.takeSeqs(), QList<Seq>({1, 2}));
    m_store->fails = true; // another time it is asked for as soon as the first
    NativePeer cy(*m_house, 3, u"Cy"_s);
    m_store->fails = false;
    m_house->advance(CatchUp::retryFirstMs);
    QCOMPARE(cy.takeSeqs(), QList<Seq>({1, 2}));
}

void TestUnreadableLog::whatIsSaidMeanwhileComesInItsTurn()
{
    NativePeer bo(*m_house, 2, u"Bo"_s);
    NativePeer cy(*m_house, 3, u"Cy"_s);
    const int before = m_store->asked;
    cy.post(u"three"_s, u"3"_s);
    QCOMPARE(m_store->asked, before); // it would be asked again and again for each event
    QVERIFY(bo.takeSeqs().isEmpty());
    m_store->fails = false;
    m_house->advance(CatchUp::retryFirstMs);
    QCOMPARE(bo.takeSeqs(), QList<Seq>({1, 2, 3}));
}

void TestUnreadableLog::aRoomThatCannotBeReadHoldsUpNoOther()
{
    m_store->failsIn = RoomId(u"lounge"_s);
    const RoomId other(u"zoo"_s);
    NativePeer ada(*m_house, 2, u"Ada"_s);
    ada.say(command::Join{other.value(), true, {}});
    ada.post(u"here"_s, u"4"_s, other);
    NativePeer bo(*m_house, 3, u"Bo"_s);
    bo.say(command::Join{other.value(), false, {}});
    QCOMPARE(bo.takeSeqs(), QList<Seq>{1});
    ada.post(u"and here"_s, u"5"_s, other);
    QCOMPARE(bo.takeSeqs(), QList<Seq>{2});
    m_store->fails = false;
    m_house->advance(CatchUp::retryMostMs);
    QCOMPARE(bo.takeSeqs(), QList<Seq>({1, 2}));
}

void TestUnreadableLog::whoLeftMeanwhileIsServedNothing()
{
    NativePeer bo(*m_house, 2, u"Bo"_s);
    const int before = m_store->asked;
    bo.wire().close();
    m_house->advance(CatchUp::retryMostMs);
    QCOMPARE(m_store->asked, before);
}

QTEST_GUILESS_MAIN(TestUnreadableLog)
#include "tst_unreadablelog.moc"
