#include "tests/models/fixedclock.h"
#include "ui/models/chatsessions.h"
#include "ui/models/draftstore.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

class TestChatSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nothingIsShownUntilOneIsIn();
    void theSameAddressIsNotJoinedTwice();
    void theRoomListFollowsTheSessions();
    void thatARoomWasRemovedIsSaid();
    void anotherRoomCanBeSelected();
    void onlyTheRoomThatIsShownIsAskedFor();
    void onlyWhatIsShownInAFocusedWindowIsAttended();
    void leavingAServerShowsAnother();
    void leavingTheRoomThatIsShownShowsAnother();
    void countsAreTheSumOfTheRooms();
    void countsStayTheSumOverRandomSteps();
    void newsNamesItsConversation();
    void draftsComeBackInTheNextRun();
    void aDraftIsMarkedWhereOneIsNotWriting();
    void aDraftGoesWithItsRoom();
    void aServerThatIsLeftIsDeletedSoon();

private:
    static ClientOptions options(const QString &host);
    ServerSession *enter(const QString &host, const QStringList &rooms);
    QStringList markedRooms() const; ///< in which a draft waits

    FixedClock m_clock;
    std::unique_ptr<ChatSessions> m_sessions;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestChatSessions::init()
{
    m_sessions = std::make_unique<ChatSessions>(m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_sessions->rooms(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestChatSessions::cleanup()
{
    m_tester.reset();
    m_sessions.reset();
}

/// Nobody listens there, and no test waits until that is known.
ClientOptions TestChatSessions::options(const QString &host)
{
    ClientOptions options;
    options.address.host = host;
    options.address.port = 1;
    options.name = u"Ada"_s;
    options.reconnect = false;
    return options;
}

ServerSession *TestChatSessions::enter(const QString &host, const QStringList &rooms)
{
    ServerSession *session = m_sessions->join(options(host));
    serverevent::Welcome welcome;
    welcome.serverName = host;
    welcome.self = member(u"Ada"_s);
    Q_EMIT session->client()->welcomed(welcome);
    for (const QString &name : rooms) {
        Q_EMIT session->client()->roomsJoined({room(name, {member(u"Ada"_s)})});
    }
    Q_EMIT session->client()->selfChanged(welcome.self);
    return session;
}

QStringList TestChatSessions::markedRooms() const
{
    QStringList marked;
    const RoomListModel *rooms = m_sessions->rooms();
    for (int row = 0; row < rooms->rowCount(); ++row) {
        if (rooms->index(row).data(RoomListModel::DraftRole).toBool()) {
            marked.append(rooms->index(row).data(RoomListModel::TitleRole).toString());
        }
    }
    return marked;
}

void TestChatSessions::nothingIsShownUntilOneIsIn()
{
    QSignalSpy current(m_sessions.get(), &ChatSessions::currentChanged);
    ServerSession *session = m_sessions->join(options(u"127.0.0.1"_s));
    QCOMPARE(m_sessions->current(), nullptr);
    QCOMPARE(m_sessions->currentSession(), session);
    QCOMPARE(current.count(), 0);
    Q_EMIT session->client()->roomsJoined({room(u"Lounge"_s), room(u"Attic"_s)});
    QCOMPARE(current.count(), 1);
    QVERIFY(m_sessions->current());
    QCOMPARE(m_sessions->current()->name(), u"Lounge"_s);
    m_sessions->join(options(u"127.0.0.2"_s));
    QCOMPARE(m_sessions->current(), nullptr);
}

void TestChatSessions::theSameAddressIsNotJoinedTwice()
{
    ServerSession *one = enter(u"127.0.0.1"_s, {u"Lounge"_s});
    ServerSession *two = enter(u"127.0.0.2"_s, {u"Lounge"_s});
    QCOMPARE(m_sessions->current(), two->firstRoom());
    QCOMPARE(m_sessions->join(options(u"127.0.0.1"_s)), one);
    QCOMPARE(m_sessions->sessions().size(), 2);
    QCOMPARE(m_sessions->current(), one->firstRoom());
}

void TestChatSessions::theRoomListFollowsTheSessions()
{
    ServerSession *session = enter(u"127.0.0.1"_s, {u"Lounge"_s, u"Attic"_s});
    Q_EMIT session->client()->roomsJoined({directRoom(u"Ada"_s, u"Li"_s)});
    QStringList rows;
    for (int row = 0; row < m_sessions->rooms()->rowCount(); ++row) {
        rows.append(m_sessions->rooms()->index(row).data(Qt::AccessibleTextRole).toString());
    }
    QCOMPARE(rows,
             QStringList({u"127.0.0.1, 127.0.0.1:1"_s, u"Lounge"_s, u"Attic"_s, u"Direct"_s, u"Li, here"_s}));
    Q_EMIT session->client()->roomLeft(RoomId(u"attic"_s));
    QCOMPARE(m_sessions->rooms()->rowCount(), 4);
}

void TestChatSessions::thatARoomWasRemovedIsSaid()
{
    ServerSession *session = enter(u"127.0.0.1"_s, {u"Lounge"_s, u"Attic"_s});
    QSignalSpy lost(m_sessions.get(), &ChatSessions::lost);
    Q_EMIT session->client()->roomRemoved(RoomId(u"attic"_s));
    QCOMPARE(lost.count(), 1);
    QVERIFY(lost.first().first().toString().contains(u"# Attic"_s));
    QVERIFY(session->conversation(RoomId(u"attic"_s))); // perhaps with something that was not sent
}

void TestChatSessions::anotherRoomCanBeSelected()
{
    ServerSession *session = enter(u"127.0.0.1"_s, {u"Lounge"_s, u"Attic"_s});
    m_sessions->selectRow(2);
    QCOMPARE(m_sessions->current()->name(), u"Attic"_s);
    m_sessions->selectRow(0); // a header
    QCOMPARE(m_sessions->current()->name(), u"Attic"_s);
    m_sessions->select(session->key(), RoomId(u"lounge"_s));
    QCOMPARE(m_sessions->current()->name(), u"Lounge"_s);
    m_sessions->select(session->key(), RoomId(u"cellar"_s));
    m_sessions->select(99, RoomId(u"lounge"_s));
    QCOMPARE(m_sessions->current()->name(), u"Lounge"_s);
}

void TestChatSessions::onlyTheRoomThatIsShownIsAskedFor()
{
    ServerSession *session = m_sessions->join(options(u"127.0.0.1"_s));
    QStringList asked;
    connect(session, &ServerSession::conversationAdded, this, [&asked](Conversation *added) {
        connect(added->messages(), &ConversationModel::olderWanted, added,
                [&asked, added] { asked.append(added->name()); });
    });
    CopiedServer copied;
    for (const QString &name : {u"Lounge"_s, u"Attic"_s, u"Cellar"_s}) {
        CopiedRoom one;
        one.info = room(name, {}, 100);
        copied.rooms.append(one);
    }
    Q_EMIT session->client()->recalled(copied);
    QCOMPARE(m_sessions->current()->name(), u"Lounge"_s);
    QCOMPARE(asked, QStringList(u"Lounge"_s));
    m_sessions->select(session->key(), RoomId(u"cellar"_s));
    QCOMPARE(asked, QStringList({u"Lounge"_s, u"Cellar"_s}));
}

void TestChatSessions::onlyWhatIsShownInAFocusedWindowIsAttended()
{
    ServerSession *session = enter(u"127.0.0.1"_s, {u"Lounge"_s, u"Attic"_s});
    Conversation *lounge = session->firstRoom();
    const auto line = [lounge] { return lounge->messages()->unreadFrom(); };
    m_sessions->setWindowActive(true);
    Q_EMIT session->client()->eventsArrived(lounge->id(), {message(1, u"Li"_s, u"a"_s)});
    QCOMPARE(line(), 0);
    lounge->markAllRead();
    m_sessions->setWindowActive(false);
    Q_EMIT session->client()->eventsArrived(lounge->id(), {message(2, u"Li"_s, u"b"_s)});
    QCOMPARE(line(), 2);
    m_sessions->setWindowActive(true);
    lounge->markAllRead();
    QCOMPARE(line(), 2);
    m_sessions->selectRow(2);
    QCOMPARE(line(), 0);
    Q_EMIT session->client()->eventsArrived(lounge->id(), {message(3, u"Li"_s, u"c"_s)});
    QCOMPARE(line(), 3);
}

void TestChatSessions::leavingAServerShowsAnother()
{
    ServerSession *one = enter(u"127.0.0.1"_s, {u"Lounge"_s});
    ServerSession *two = enter(u"127.0.0.2"_s, {u"Lounge"_s});
    QSignalSpy removed(m_sessions.get(), &ChatSessions::sessionAboutToBeRemoved);
    m_sessions->leave(two);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(m_sessions->current(), one->firstRoom());
    m_sessions->leave(one);
    QCOMPARE(m_sessions->current(), nullptr);
    QCOMPARE(m_sessions->currentSession(), nullptr);
    QCOMPARE(m_sessions->rooms()->rowCount(), 0);
}

void TestChatSessions::leavingTheRoomThatIsShownShowsAnother()
{
    ServerSession *session = enter(u"127.0.0.1"_s, {u"Lounge"_s, u"Attic"_s});
    Q_EMIT session->client()->eventsArrived(RoomId(u"lounge"_s), {message(1, u"Li"_s, u"a"_s)});
    QCOMPARE(m_sessions->unread(), 1);
    Q_EMIT session->client()->roomLeft(RoomId(u"lounge"_s));
    QCOMPARE(m_sessions->current()->name(), u"Attic"_s);
    QCOMPARE(m_sessions->unread(), 0);
    Q_EMIT session->client()->roomLeft(RoomId(u"attic"_s));
    QCOMPARE(m_sessions->current(), nullptr);
    QCOMPARE(m_sessions->currentSession(), session);
}

void TestChatSessions::countsAreTheSumOfTheRooms()
{
    ServerSession *one = enter(u"127.0.0.1"_s, {u"Lounge"_s});
    ServerSession *two = enter(u"127.0.0.2"_s, {u"Lounge"_s, u"Attic"_s});
    QSignalSpy changed(m_sessions.get(), &ChatSessions::unreadChanged);
    Q_EMIT one->client()->eventsArrived(RoomId(u"lounge"_s), {message(1, u"Li"_s, u"a"_s)});
    Q_EMIT two->client()->eventsArrived(RoomId(u"attic"_s),
                                        {message(1, u"Li"_s, u"Ada!"_s), message(2, u"Li"_s, u"b"_s)});
    QCOMPARE(m_sessions->unread(), 3);
    QCOMPARE(m_sessions->addressed(), 1);
    QCOMPARE(changed.count(), 2);
    m_sessions->leave(two);
    QCOMPARE(m_sessions->unread(), 1);
    QCOMPARE(m_sessions->addressed(), 0);
}

void TestChatSessions::countsStayTheSumOverRandomSteps()
{
    m_tester.reset(); // it walks the list at every signal
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QStringList rooms{u"a"_s, u"b"_s, u"c"_s};
    const QList<ServerSession *> servers{enter(u"127.0.0.1"_s, rooms), enter(u"127.0.0.2"_s, rooms)};
    QHash<Conversation *, Seq> heads;
    for (int step = 0; step < 10'000; ++step) {
        ServerSession *server = servers.at(random.bounded(2));
        Conversation *where = server->conversation(RoomId(rooms.at(random.bounded(3))));
        if (!where) {
            Q_EMIT server->client()->roomsJoined({room(rooms.at(random.bounded(3)), {member(u"Ada"_s)})});
            continue;
        }
        switch (random.bounded(10)) {
        case 0:
            m_sessions->select(where);
            break;
        case 1:
            m_sessions->setWindowActive(random.bounded(2) == 0);
            break;
        case 2:
            where->markRead(random.bounded(qint64(heads.value(where) + 2)));
            break;
        case 3:
            if (random.bounded(20) == 0) {
                heads.remove(where);
                Q_EMIT server->client()->roomLeft(where->id());
            }
            break;
        case 4:
            if (random.bounded(20) == 0) {
                heads.remove(where);
                Q_EMIT server->client()->roomReset(where->id());
            }
            break;
        default:
            const QString author = random.bounded(4) == 0 ? u"Ada"_s : u"Li"_s;
            const QString text = random.bounded(4) == 0 ? u"ada"_s : u"hi"_s;
            Q_EMIT server->client()->eventsArrived(where->id(), {message(++heads[where], author, text)});
            break;
        }
        int unread = 0;
        int shown = 0;
        for (const ServerSession *one : servers) {
            for (const Conversation *conversation : one->conversations()) {
                unread += conversation->unread();
            }
        }
        for (int row = 0; row < m_sessions->rooms()->rowCount(); ++row) {
            shown += m_sessions->rooms()->index(row).data(RoomListModel::UnreadRole).toInt();
        }
        QCOMPARE(m_sessions->unread(), unread);
        QCOMPARE(shown, unread);
    }
    for (const ServerSession *one : servers) {
        for (Conversation *conversation : one->conversations()) {
            conversation->markAllRead();
        }
    }
    QCOMPARE(m_sessions->unread(), 0);
    QCOMPARE(m_sessions->addressed(), 0);
}

void TestChatSessions::newsNamesItsConversation()
{
    ServerSession *session = enter(u"127.0.0.1"_s, {u"Lounge"_s});
    QSignalSpy heard(m_sessions.get(), &ChatSessions::heard);
    Q_EMIT session->client()->eventsArrived(RoomId(u"lounge"_s), {message(1, u"Li"_s, u"Ada?"_s)});
    QCOMPARE(heard.count(), 1);
    QCOMPARE(heard.first().at(0).value<Conversation *>(), session->firstRoom());
    QVERIFY(heard.first().at(2).toBool());
}

void TestChatSessions::draftsComeBackInTheNextRun()
{
    const QTemporaryDir profile;
    for (const bool nextRun : {false, true}) {
        DraftStore drafts(profile.path());
        cleanup();
        m_sessions = std::make_unique<ChatSessions>(m_clock, &drafts);
        Conversation *lounge = enter(u"127.0.0.1"_s, {u"Lounge"_s})->firstRoom();
        QCOMPARE(lounge->draft(), nextRun ? u"half a"_s : QString());
        lounge->setDraft(u"half a"_s, 3);
        m_sessions.reset();
    }
}

void TestChatSessions::aDraftIsMarkedWhereOneIsNotWriting()
{
    const ServerSession *session = enter(u"127.0.0.1"_s, {u"Lounge"_s, u"Attic"_s});
    Conversation *lounge = session->firstRoom();
    Conversation *attic = session->conversation(RoomId(u"attic"_s));
    QCOMPARE(m_sessions->current(), lounge);
    lounge->setDraft(u"half a"_s, 3);
    QCOMPARE(markedRooms(), QStringList());
    m_sessions->select(attic);
    QCOMPARE(markedRooms(), QStringList{u"Lounge"_s});
    m_sessions->select(lounge);
    QCOMPARE(markedRooms(), QStringList());
    attic->setDraft(u"another"_s, 0);
    QCOMPARE(markedRooms(), QStringList{u"Attic"_s});
}

void TestChatSessions::aDraftGoesWithItsRoom()
{
    ServerSession *one = enter(u"127.0.0.1"_s, {u"Lounge"_s, u"Attic"_s});
    one->firstRoom()->setDraft(u"half a"_s, 3);
    Q_EMIT one->client()->roomLeft(one->firstRoom()->id());
    QCOMPARE(markedRooms(), QStringList());
    QCOMPARE(m_sessions->rooms()->rowCount(), 2); // the server and the other room
    one->firstRoom()->setDraft(u"half a"_s, 3);
    m_sessions->leave(one);
    QCOMPARE(m_sessions->rooms()->rowCount(), 0);
}

void TestChatSessions::aServerThatIsLeftIsDeletedSoon()
{
    ServerSession *session = enter(u"127.0.0.1"_s, {u"Lounge"_s});
    QSignalSpy destroyed(session, &QObject::destroyed);
    m_sessions->leave(session);
    QTRY_COMPARE(destroyed.count(), 1);
}

QTEST_GUILESS_MAIN(TestChatSessions)
#include "tst_chatsessions.moc"
