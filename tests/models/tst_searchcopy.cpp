#include "tests/client/clientlog.h"
#include "tests/client/fakeserver.h"
#include "tests/client/memorycopy.h"
#include "tests/models/fixedclock.h"
#include "ui/models/chatsessions.h"
#include "ui/models/messagefinder.h"
#include "ui/models/searchresults.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

/// Where it is looked when a server cannot be asked: a copy of six messages, of which the last two are
/// loaded.
class TestSearchCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void withoutAConnectionTheCopyIsSearched();
    void thePagesOfTheCopyFollowEachOther();
    void aRoomThatIsAskedForIsSearchedAlone();
    void aServerThatCanSearchIsAskedAlone();
    void aServerThatCannotSearchIsReplacedByTheCopy();
    void aCursorOfTheCopyIsNotSentToTheServer();
    void aServerThatIsLostMeanwhileIsReplacedByTheCopy();
    void aStoppedSearchTakesNoAnswerOfTheCopy();
    void whatTheCopyFoundOpensInItsConversation();
    void theFindBarFindsWhatTheCopyHolds();
    void theFindBarAsksTheCopyForMore();
    void theFindBarTurnsToTheCopyWhereTheServerCannotSearch();

private:
    void enter();
    command::Search asked(); ///< the next that reaches the server
    void refuse(const QString &tag);
    static QStringList texts(const SearchResults &results);

    SystemClock m_clock;
    std::shared_ptr<MemoryCopy> m_copy;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<ChatSessions> m_app;
    ServerSession *m_session = nullptr;
    Conversation *m_lounge = nullptr;
};

void TestSearchCopy::init()
{
    const QStringList said{u"an old cat"_s, u"a dog"_s, u"Ｃâｔ again"_s,
                           u"a horse"_s,    u"a cow"_s, u"a new cat"_s};
    m_copy = std::make_shared<MemoryCopy>();
    for (const QString &text : said) {
        m_copy->events.append(native::event(u"lounge"_s, m_copy->events.size() + 1, text));
    }
    CopiedRoom room;
    room.info = native::room(u"lounge"_s, 6);
    room.info.first = 1;
    room.known = true;
    room.newest = m_copy->events.last(2);
    m_copy->held.identity = {native::welcome({}).serverId, {}};
    m_copy->held.membership.serverName = u"Kitchen"_s;
    m_copy->held.rooms = {room};
    m_copy->slow = true; // the rest is not loaded
    m_server = std::make_unique<FakeServer>();
    m_app = std::make_unique<ChatSessions>(m_clock);
    m_app->setCopy(m_copy);
    ClientOptions options = optionsFor(m_server->port());
    options.knownNative = true;
    m_session = m_app->join(options);
    QTRY_VERIFY(m_app->current());
    m_lounge = m_app->current();
    QCOMPARE(m_lounge->messages()->rowOf(1), -1);
}

void TestSearchCopy::cleanup()
{
    m_app.reset();
    m_server.reset();
}

/// The server answers at last.
void TestSearchCopy::enter()
{
    QTRY_VERIFY(!m_server->frames.isEmpty());
    m_server->frames.clear();
    RoomInfo room = native::room(u"lounge"_s, 6);
    room.first = 1;
    m_server->greet();
    m_server->say(native::frame(native::welcome({room})));
    QTRY_COMPARE(m_session->state().phase, Phase::Online);
}

command::Search TestSearchCopy::asked()
{
    const auto isThere = [this] {
        while (!m_server->frames.isEmpty() && !native::is<command::Search>(m_server->frames.constFirst())) {
            m_server->frames.removeFirst();
        }
        return !m_server->frames.isEmpty();
    };
    return QTest::qWaitFor(isThere) ? native::command<command::Search>(m_server->take()) : command::Search();
}

void TestSearchCopy::refuse(const QString &tag)
{
    m_server->say(native::frame(serverevent::Failed{{ErrorCode::UnknownKind, u"What?"_s}, tag, {}}));
}

QStringList TestSearchCopy::texts(const SearchResults &results)
{
    QStringList all;
    for (int row = 0; row < results.rowCount(); ++row) {
        all.append(results.index(row).data(SearchResults::TextRole).toString());
    }
    return all;
}

void TestSearchCopy::withoutAConnectionTheCopyIsSearched()
{
    SearchResults results(*m_app);
    results.search(searchForPhrase(u"cat"_s));
    QCOMPARE(texts(results), QStringList(u"a new cat"_s));
    QVERIFY(results.isRunning());
    QCOMPARE(results.notAsked(), QStringList(u"Kitchen"_s));
    QTRY_VERIFY(!results.isRunning());
    QCOMPARE(texts(results), QStringList({u"a new cat"_s, u"Ｃâｔ again"_s, u"an old cat"_s}));
    QVERIFY(!results.isFull());
}

void TestSearchCopy::thePagesOfTheCopyFollowEachOther()
{
    m_copy->cursors = {u"one"_s, u"two"_s};
    SearchResults results(*m_app);
    results.search(searchForPhrase(u"cat"_s));
    QTRY_VERIFY(!results.isRunning());
    QStringList cursors;
    for (const command::Search &question : std::as_const(m_copy->questions)) {
        cursors.append(question.cursor);
    }
    QCOMPARE(cursors, QStringList({QString(), u"one"_s, u"two"_s}));
    QCOMPARE(results.rowCount(), 3);
}

void TestSearchCopy::aRoomThatIsAskedForIsSearchedAlone()
{
    SearchResults results(*m_app);
    results.search(std::get<SearchQuery>(parseSearch(u"cat in:lounge from:ada"_s, QTimeZone::utc())));
    QCOMPARE(m_copy->questions.size(), 1);
    QCOMPARE(m_copy->questions.constFirst().room, RoomId(u"lounge"_s));
    QCOMPARE(m_copy->questions.constFirst().from, u"ada"_s);
    QCOMPARE(m_copy->questions.constFirst().text, u"cat"_s);
}

void TestSearchCopy::aServerThatCanSearchIsAskedAlone()
{
    enter();
    SearchResults results(*m_app);
    results.search(searchForPhrase(u"cat"_s));
    const QString tag = asked().re;
    QVERIFY(!tag.isEmpty());
    m_server->say(native::frame(serverevent::Found{{m_copy->events.constFirst()}, {}, tag}));
    QTRY_VERIFY(!results.isRunning());
    QCOMPARE(texts(results), QStringList({u"a new cat"_s, u"an old cat"_s}));
    QVERIFY(m_copy->questions.isEmpty());
    QVERIFY(results.notAsked().isEmpty());
}

void TestSearchCopy::aServerThatCannotSearchIsReplacedByTheCopy()
{
    enter();
    SearchResults results(*m_app);
    results.search(searchForPhrase(u"cat"_s));
    refuse(asked().re);
    QTRY_VERIFY(!results.isRunning());
    QCOMPARE(results.rowCount(), 3);
    QCOMPARE(results.notAsked(), QStringList(m_session->title()));
}

void TestSearchCopy::aCursorOfTheCopyIsNotSentToTheServer()
{
    enter();
    m_copy->cursors = {u"of the copy"_s};
    SearchResults results(*m_app);
    results.search(searchForPhrase(u"cat"_s));
    const QString tag = asked().re;
    m_server->say(native::frame(serverevent::Found{{}, u"of the server"_s, tag}));
    const command::Search second = asked();
    QCOMPARE(second.cursor, u"of the server"_s);
    refuse(second.re);
    QTRY_VERIFY(!results.isRunning());
    QCOMPARE(m_copy->questions.size(), 2);
    QCOMPARE(m_copy->questions.at(0).cursor, QString());
    QCOMPARE(m_copy->questions.at(1).cursor, u"of the copy"_s);
}

void TestSearchCopy::aServerThatIsLostMeanwhileIsReplacedByTheCopy()
{
    enter();
    SearchResults results(*m_app);
    MessageFinder finder;
    finder.setConversation(m_lounge, m_session->client());
    results.search(searchForPhrase(u"cat"_s));
    finder.find(u"cat"_s, 2);
    QVERIFY(!asked().re.isEmpty());
    QVERIFY(!asked().re.isEmpty());
    m_server->refuse();
    m_server->vanish();
    QTRY_COMPARE(results.rowCount(), 3);
    QVERIFY(!results.isRunning());
    QCOMPARE(results.notAsked(), QStringList(m_session->title()));
    QTRY_COMPARE(finder.current(), 1);
    QVERIFY(finder.problem().contains(u"computer"_s));
}

void TestSearchCopy::aStoppedSearchTakesNoAnswerOfTheCopy()
{
    SearchResults results(*m_app);
    results.search(searchForPhrase(u"cat"_s));
    results.stop();
    QVERIFY(!results.isRunning());
    SearchResults other(*m_app); // whose answer comes behind the one that is not wanted
    other.search(searchForPhrase(u"cat"_s));
    QTRY_COMPARE(other.rowCount(), 3);
    QCOMPARE(results.rowCount(), 1);
}

void TestSearchCopy::whatTheCopyFoundOpensInItsConversation()
{
    SearchResults results(*m_app);
    results.search(searchForPhrase(u"old cat"_s));
    QTRY_COMPARE(results.rowCount(), 1);
    QCOMPARE(results.index(0).data(SearchResults::SeqRole).toLongLong(), 1);
    m_copy->pending();
    QTRY_VERIFY(m_lounge->messages()->rowOf(1) >= 0);
}

void TestSearchCopy::theFindBarFindsWhatTheCopyHolds()
{
    MessageFinder finder;
    finder.setConversation(m_lounge, m_session->client());
    finder.find(u"cat"_s, 0);
    QCOMPARE(finder.count(), 1);
    QVERIFY(finder.isSearching());
    QTRY_COMPARE(finder.count(), 3);
    QVERIFY(!finder.isSearching());
    QVERIFY(!finder.hasMore());
    QVERIFY(finder.problem().contains(u"computer"_s));
    finder.older();
    QCOMPARE(finder.current(), 3);
    finder.older();
    QCOMPARE(finder.current(), 1);
}

void TestSearchCopy::theFindBarAsksTheCopyForMore()
{
    m_copy->cursors = {u"one"_s, u"two"_s};
    MessageFinder finder;
    finder.setConversation(m_lounge, m_session->client());
    finder.find(u"cat"_s, 2);
    QTRY_COMPARE(finder.current(), 1);
    QVERIFY(finder.hasMore());
    finder.older();
    QVERIFY(finder.isSearching());
    QTRY_VERIFY(!finder.isSearching()); // a page of nothing new, and the one behind it
    QCOMPARE(m_copy->questions.size(), 3);
    QCOMPARE(m_copy->questions.at(1).cursor, u"one"_s);
    QCOMPARE(m_copy->questions.at(2).cursor, u"two"_s);
    QVERIFY(!finder.hasMore());
}

void TestSearchCopy::theFindBarTurnsToTheCopyWhereTheServerCannotSearch()
{
    enter();
    MessageFinder finder;
    finder.setConversation(m_lounge, m_session->client());
    finder.find(u"cat"_s, 2);
    QVERIFY(m_copy->questions.isEmpty());
    refuse(asked().re);
    QTRY_COMPARE(finder.current(), 1);
    QCOMPARE(finder.count(), 3);
    QVERIFY(finder.problem().contains(u"computer"_s));
}

QTEST_GUILESS_MAIN(TestSearchCopy)
#include "tst_searchcopy.moc"
