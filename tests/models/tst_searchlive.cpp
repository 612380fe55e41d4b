#include "server/roomserver.h"
#include "tests/models/fixedclock.h"
#include "ui/client/sqlitecopy.h"
#include "ui/models/chatsessions.h"
#include "ui/models/messagefinder.h"
#include "ui/models/searchresults.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

/// Finding over a real server on this computer, of whose messages only the last are loaded.
class TestSearchLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsLoadedIsFoundAtOnceAndTheRestByTheServer();
    void oneWalksFromMatchToMatch();
    void theSearchBeginsWhereOneReads();
    void whatIsSaidWhileOneLooksIsFoundToo();
    void withoutAConnectionWhatIsLoadedIsSearched();
    void allRoomsAreSearchedTheNewestFirst();
    void filtersNarrowTheSearch();
    void aRoomThatIsNotThereIsSaidToBe();
    void aServerThatCannotBeAskedIsNamed();
    void aStoppedSearchKeepsWhatItFound();
    void whatAnEarlierRunSawIsFoundWithoutAConnection();

private:
    ServerSession *join(ChatSessions &sessions, const QString &name);
    void say(const QStringList &texts);
    QStringList found(const QString &typed);

    SystemClock m_clock;
    std::unique_ptr<RoomServer> m_server;
    quint16 m_port = 0;
    std::unique_ptr<ChatSessions> m_ada; ///< who has said everything
    std::unique_ptr<ChatSessions> m_bo;  ///< who came late
    ServerSession *m_host = nullptr;
    ServerSession *m_guest = nullptr;
    Conversation *m_lounge = nullptr; ///< Bo's
};

/// 100 messages: the first and the last two name a cat, of the rest the loaded ones none.
void TestSearchLive::init()
{
    HostOptions options;
    options.name = u"Kitchen"_s;
    options.endpoints = {{QHostAddress(QHostAddress::LocalHost), 0}};
    options.limits.floodBurst = 0;
    m_server = std::make_unique<RoomServer>(options);
    QSignalSpy listening(m_server.get(), &RoomServer::listening);
    m_server->start();
    QTRY_COMPARE(listening.count(), 1);
    m_port = listening.first().at(1).value<quint16>();
    m_ada = std::make_unique<ChatSessions>(m_clock);
    m_bo = std::make_unique<ChatSessions>(m_clock);
    m_host = join(*m_ada, u"Ada"_s);
    QTRY_VERIFY(m_ada->current());
    QStringList texts{u"the old Ｃat 上海"_s, u"an older dog"_s};
    for (int i = 3; i <= 98; ++i) {
        texts.append(u"message %1"_s.arg(i));
    }
    say(texts + QStringList{u"a new cat"_s, u"CÂT again"_s});
    m_guest = join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    m_lounge = m_bo->current();
    QTRY_COMPARE(m_lounge->messages()->newest(), 100);
    QCOMPARE(m_lounge->messages()->rowOf(1), -1);
}

void TestSearchLive::cleanup()
{
    m_ada.reset();
    m_bo.reset();
    m_server.reset();
}

ServerSession *TestSearchLive::join(ChatSessions &sessions, const QString &name)
{
    ClientOptions options;
    options.address.host = u"127.0.0.1"_s;
    options.address.port = m_port;
    options.name = name;
    options.knownNative = true;
    return sessions.join(options);
}

void TestSearchLive::say(const QStringList &texts)
{
    for (const QString &text : texts) {
        QVERIFY(m_host->submit(m_ada->current(), text));
    }
    QTRY_COMPARE(m_host->client()->unacknowledged(), 0);
}

QStringList TestSearchLive::found(const QString &typed)
{
    SearchResults results(*m_bo);
    QAbstractItemModelTester tester(&results, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto query = parseSearch(typed, QTimeZone::systemTimeZone());
    results.search(std::get<SearchQuery>(query));
    if (!QTest::qWaitFor([&results] { return !results.isRunning(); })) {
        return {u"no answer"_s};
    }
    QStringList texts;
    for (int row = 0; row < results.rowCount(); ++row) {
        texts.append(results.index(row).data(SearchResults::TextRole).toString());
    }
    return texts;
}

void TestSearchLive::whatIsLoadedIsFoundAtOnceAndTheRestByTheServer()
{
    MessageFinder finder;
    finder.setConversation(m_lounge, m_guest->client());
    finder.find(u"cat"_s, 0);
    QCOMPARE(finder.count(), 2);
    QCOMPARE(finder.position(), 1);
    QCOMPARE(finder.current(), 100);
    QVERIFY(finder.isSearching());
    QTRY_VERIFY(!finder.isSearching());
    QCOMPARE(finder.count(), 3);
    QCOMPARE(finder.current(), 100);
    QVERIFY(!finder.hasMore());
    QVERIFY(finder.problem().isEmpty());
    finder.find(u"海"_s, 0);
    QTRY_COMPARE(finder.current(), 1);
    finder.find(u"no such word"_s, 0);
    QTRY_VERIFY(!finder.isSearching());
    QCOMPARE(finder.count(), 0);
    QCOMPARE(finder.position(), 0);
}

void TestSearchLive::oneWalksFromMatchToMatch()
{
    MessageFinder finder;
    finder.setConversation(m_lounge, m_guest->client());
    finder.find(u"cat"_s, 0);
    QTRY_COMPARE(finder.count(), 3);
    QSignalSpy shown(&finder, &MessageFinder::currentChanged);
    QList<Seq> way;
    for (int i = 0; i < 3; ++i) {
        finder.older();
        way.append(finder.current());
    }
    finder.newer();
    way.append(finder.current());
    finder.newer();
    way.append(finder.current());
    QCOMPARE(way, QList<Seq>({99, 1, 100, 1, 99}));
    QCOMPARE(shown.count(), 5);
}

void TestSearchLive::theSearchBeginsWhereOneReads()
{
    MessageFinder finder;
    finder.setConversation(m_lounge, m_guest->client());
    finder.find(u"cat"_s, 99);
    QCOMPARE(finder.current(), 99);
    finder.find(u"cat"_s, 90);
    QTRY_COMPARE(finder.current(), 1);
    QCOMPARE(finder.position(), 3);
}

void TestSearchLive::whatIsSaidWhileOneLooksIsFoundToo()
{
    MessageFinder finder;
    finder.setConversation(m_lounge, m_guest->client());
    finder.find(u"cat"_s, 0);
    QTRY_COMPARE(finder.count(), 3);
    say({u"one more cat"_s});
    QTRY_COMPARE(finder.count(), 4);
    QCOMPARE(finder.current(), 100);
    QCOMPARE(finder.position(), 2);
    m_host->erase(m_ada->current(), 99);
    QTRY_COMPARE(finder.count(), 3);
}

void TestSearchLive::withoutAConnectionWhatIsLoadedIsSearched()
{
    m_guest->close();
    MessageFinder finder;
    finder.setConversation(m_lounge, m_guest->client());
    QTRY_VERIFY(m_guest->state().phase != Phase::Online);
    finder.find(u"cat"_s, 0);
    QVERIFY(!finder.isSearching());
    QCOMPARE(finder.count(), 2);
    QVERIFY(!finder.problem().isEmpty());
}

void TestSearchLive::allRoomsAreSearchedTheNewestFirst()
{
    QCOMPARE(found(u"cat"_s), QStringList({u"CÂT again"_s, u"a new cat"_s, u"the old Ｃat 上海"_s}));
    QCOMPARE(found(u"old cat"_s), QStringList({u"the old Ｃat 上海"_s}));
    QCOMPARE(found(u"\"new cat\""_s), QStringList({u"a new cat"_s}));
    QVERIFY(m_guest->submit(m_lounge, u"/join Attic"_s));
    QTRY_COMPARE(m_bo->current()->title(), u"# Attic"_s);
    QVERIFY(m_guest->submit(m_bo->current(), u"a cat upstairs"_s));
    QTRY_COMPARE(m_guest->client()->unacknowledged(), 0);
    QCOMPARE(found(u"cat"_s).size(), 4);
    QCOMPARE(found(u"cat"_s).first(), u"a cat upstairs"_s);
    QCOMPARE(found(u"cat in:att"_s), QStringList({u"a cat upstairs"_s}));
}

void TestSearchLive::filtersNarrowTheSearch()
{
    QVERIFY(m_guest->submit(m_lounge, u"my cat"_s));
    QTRY_COMPARE(m_guest->client()->unacknowledged(), 0);
    QCOMPARE(found(u"cat from:bo"_s), QStringList({u"my cat"_s}));
    QCOMPARE(found(u"from:b"_s), QStringList({u"my cat"_s}));
    QCOMPARE(found(u"cat from:ada"_s).size(), 3);
    QCOMPARE(found(u"cat before:2020-01-01"_s), QStringList());
    QCOMPARE(found(u"cat after:2020-01-01"_s).size(), 4);
}

void TestSearchLive::aRoomThatIsNotThereIsSaidToBe()
{
    SearchResults results(*m_bo);
    results.search(std::get<SearchQuery>(parseSearch(u"cat in:cellar"_s, QTimeZone::utc())));
    QVERIFY(!results.isRunning());
    QCOMPARE(results.rooms(), 0);
    QCOMPARE(results.rowCount(), 0);
}

void TestSearchLive::aServerThatCannotBeAskedIsNamed()
{
    m_guest->close();
    QTRY_VERIFY(m_guest->state().phase != Phase::Online);
    SearchResults results(*m_bo);
    results.search(searchForPhrase(u"cat"_s));
    QVERIFY(!results.isRunning());
    QCOMPARE(results.rowCount(), 2);
    QCOMPARE(results.notAsked(), QStringList({u"Kitchen"_s}));
}

void TestSearchLive::aStoppedSearchKeepsWhatItFound()
{
    SearchResults results(*m_bo);
    results.search(searchForPhrase(u"cat"_s));
    QVERIFY(results.isRunning());
    results.stop();
    QVERIFY(!results.isRunning());
    QCOMPARE(results.rowCount(), 2);
    QCOMPARE(found(u"cat"_s).size(), 3); // another search's answer comes behind the one that is not wanted
    QCOMPARE(results.rowCount(), 2);
}

void TestSearchLive::whatAnEarlierRunSawIsFoundWithoutAConnection()
{
    QTemporaryDir profile;
    const auto run = [&] {
        m_bo = std::make_unique<ChatSessions>(m_clock);
        m_bo->setCopy(std::make_shared<SqliteCopy>(profile.filePath(u"conversations.sqlite"_s)));
        m_guest = join(*m_bo, u"Cy"_s);
    };
    run();
    QTRY_VERIFY(m_bo->current() && m_bo->current()->messages()->newest() == 100);
    m_bo->current()->messages()->requestOlder();
    QTRY_VERIFY(m_bo->current()->messages()->rowOf(1) >= 0);
    say({u"one more"_s}); // so that the first is not in the page that comes when the room is shown
    QTRY_COMPARE(m_bo->current()->messages()->newest(), 101);
    m_bo->current()->markAllRead();
    m_bo.reset();
    m_server.reset();

    run();
    QTRY_VERIFY(m_bo->current());
    QCOMPARE(m_bo->current()->messages()->rowOf(1), -1);
    QCOMPARE(found(u"cat"_s), QStringList({u"CÂT again"_s, u"a new cat"_s, u"the old Ｃat 上海"_s}));
    QCOMPARE(found(u"海 from:ada"_s), QStringList(u"the old Ｃat 上海"_s));
}

QTEST_GUILESS_MAIN(TestSearchLive)
#include "tst_searchlive.moc"
