#include "tests/models/fixedclock.h"
#include "ui/models/completionsource.h"
#include "ui/models/emojitable.h"
#include "ui/models/serversession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

class TestServerSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void roomsBecomeConversations();
    void aRoomJoinedAgainKeepsItsConversation();
    void eventsReachTheirRoomOnly();
    void aRoomThatWasLeftGoes();
    void whatISayIsShownUntilItIsStored();
    void aFailedPostCanBeTakenBackForEditing();
    void aRefusedEditCanBeTakenBackForEditing();
    void aTopicThatWasRefusedIsSaidAndForgotten();
    void aFailedTopicIsAProblem();
    void aSlashSaysWhatToDo();
    void twoSlashesSayOne();
    void anUnknownCommandStaysInTheComposer();
    void anEmptyTextIsNothing();
    void aTextOverTheLimitStaysInTheComposer();
    void aCommandAnswersInTheConversation();
    void aRoomAskedForIsShownWhenItComes();
    void theAddresssRoomIsShownWhenItComes();
    void theHostIsTagged();
    void aLargeRoomsMembersComeByPages();
    void historyGoesToItsRoom();
    void anErrorIsToldInWords();
    void whyAnActIsRefusedTheHostSays();
    void theTitleIsTheServersName();
    void aMuteHoldsInAllRoomsUntilItIsLifted();
    void aSlowRoomMakesOneWait();
    void myRoleIsTakenFromThePresence();
    void commandsOfModeratorsAreForThemAlone();
    void aListOfBansThatComesLateLiftsNone();
    void helpListsThemForThoseWhoMay();
    void helpSaysOfEveryCommandWhatItDoes();
    void aPanelIsAskedForByCommand();

private:
    RoomClient &client() { return *m_session->client(); }
    Conversation *lounge() { return m_session->conversation(RoomId(u"lounge"_s)); }
    static QStringList texts(Conversation *conversation);
    void welcome();
    void moderate(); ///< makes me a moderator

    FixedClock m_clock;
    std::unique_ptr<ServerSession> m_session;
};

void TestServerSession::init()
{
    ClientOptions options;
    options.address.host = u"127.0.0.1"_s;
    options.name = u"Ada"_s;
    m_session = std::make_unique<ServerSession>(1, options, true, m_clock);
}

QStringList TestServerSession::texts(Conversation *conversation)
{
    QStringList all;
    for (int row = 0; row < conversation->messages()->rowCount(); ++row) {
        all.append(conversation->messages()->index(row).data(conversation::TextRole).toString());
    }
    return all;
}

/// What a client says when it is in.
void TestServerSession::welcome()
{
    serverevent::Welcome welcome;
    welcome.serverName = u"Ada's kitchen"_s;
    welcome.self = member(u"Ada"_s);
    Q_EMIT client().welcomed(welcome);
    Q_EMIT client().roomsJoined(
        {room(u"Lounge"_s, {member(u"Ada"_s), member(u"Li"_s), member(u"Li Mei"_s)})});
}

void TestServerSession::moderate()
{
    Member me = member(u"Ada"_s);
    me.role = Role::Moderator;
    Q_EMIT client().selfChanged(me);
}

void TestServerSession::roomsBecomeConversations()
{
    QSignalSpy added(m_session.get(), &ServerSession::conversationAdded);
    QVERIFY(!m_session->firstRoom());
    welcome();
    Q_EMIT client().roomsJoined({directRoom(u"Ada"_s, u"Li"_s), room(u"Attic"_s)});
    QCOMPARE(added.count(), 3);
    QCOMPARE(m_session->firstRoom(), lounge());
    QCOMPARE(lounge()->title(), u"# Lounge"_s);
    QCOMPARE(lounge()->members()->rowCount(), 3);
    QVERIFY(!m_session->conversation(RoomId(u"cellar"_s)));
}

void TestServerSession::aRoomJoinedAgainKeepsItsConversation()
{
    welcome();
    Q_EMIT client().eventsArrived(lounge()->id(), {message(1, u"Li"_s, u"hi"_s)});
    Conversation *before = lounge();
    welcome();
    QCOMPARE(lounge(), before);
    QCOMPARE(texts(lounge()), QStringList({u"hi"_s}));
}

void TestServerSession::eventsReachTheirRoomOnly()
{
    welcome();
    Q_EMIT client().roomsJoined({room(u"Attic"_s)});
    Q_EMIT client().eventsArrived(RoomId(u"attic"_s), {message(1, u"Li"_s, u"up here"_s)});
    Q_EMIT client().eventsArrived(RoomId(u"cellar"_s), {message(1, u"Li"_s, u"down there"_s)});
    Q_EMIT client().noticeHeard(lounge()->id(), u"The soup is ready"_s);
    QCOMPARE(texts(lounge()), QStringList({u"The soup is ready"_s}));
    QCOMPARE(texts(m_session->conversation(RoomId(u"attic"_s))), QStringList({u"up here"_s}));
}

void TestServerSession::aRoomThatWasLeftGoes()
{
    welcome();
    QSignalSpy removed(m_session.get(), &ServerSession::conversationAboutToBeRemoved);
    Q_EMIT client().roomLeft(RoomId(u"lounge"_s));
    QCOMPARE(removed.count(), 1);
    QVERIFY(!lounge());
    QVERIFY(m_session->conversations().isEmpty());
}

void TestServerSession::whatISayIsShownUntilItIsStored()
{
    welcome();
    QVERIFY(m_session->submit(lounge(), u"hello"_s));
    const PostId id = lounge()->messages()->postAt(0);
    QVERIFY(!id.isEmpty());
    RoomEvent stored = message(1, u"Ada"_s, u"hello"_s);
    stored.postId = id;
    Q_EMIT client().postStateChanged(id, PostState::Stored, {});
    Q_EMIT client().eventsArrived(lounge()->id(), {stored});
    QCOMPARE(texts(lounge()), QStringList({u"hello"_s}));
    QVERIFY(lounge()->messages()->postAt(0).isEmpty());
    QCOMPARE(lounge()->unread(), 0);
}

void TestServerSession::aRefusedEditCanBeTakenBackForEditing()
{
    welcome();
    Q_EMIT client().eventsArrived(lounge()->id(), {message(1, u"Ada"_s, u"helo"_s)});
    m_session->edit(lounge(), 1, u"hello"_s);
    const QModelIndex row = lounge()->messages()->index(0);
    QCOMPARE(row.data(conversation::TextRole).toString(), u"hello"_s);
    const PostId id = lounge()->messages()->postAt(0);
    QSignalSpy problem(m_session.get(), &ServerSession::problem);
    Q_EMIT client().postStateChanged(id, PostState::Failed, {ErrorCode::BadField, {}});
    QCOMPARE(row.data(conversation::FailureRole).toString(), u"The message is not there any more."_s);
    QCOMPARE(problem.count(), 0);
    const QString key = row.data(conversation::KeyRole).toString();
    QCOMPARE(m_session->discardPost(lounge(), key), u"hello"_s);
    QCOMPARE(row.data(conversation::TextRole).toString(), u"helo"_s);
    QCOMPARE(lounge()->messages()->rowCount(), 1);
}

void TestServerSession::aTopicThatWasRefusedIsSaidAndForgotten()
{
    welcome();
    m_session->submit(lounge(), u"/topic Soup"_s);
    const PostId id = client().outbox().constFirst().post.id;
    QSignalSpy problem(m_session.get(), &ServerSession::problem);
    Q_EMIT client().postStateChanged(id, PostState::Failed, {ErrorCode::NotAllowed, {}});
    QCOMPARE(problem.count(), 1);
}

void TestServerSession::aFailedPostCanBeTakenBackForEditing()
{
    welcome();
    m_session->submit(lounge(), u"hello"_s);
    const QModelIndex row = lounge()->messages()->index(0);
    const QString key = row.data(conversation::KeyRole).toString();
    Q_EMIT client().postStateChanged(lounge()->messages()->postAt(0), PostState::Failed,
                                     {ErrorCode::TooFast, {}});
    QCOMPARE(row.data(conversation::DeliveryRole).toInt(), int(conversation::Delivery::Failed));
    QVERIFY(!row.data(conversation::FailureRole).toString().isEmpty());
    QCOMPARE(m_session->discardPost(lounge(), key), u"hello"_s);
    QCOMPARE(lounge()->messages()->rowCount(), 0);
    QCOMPARE(m_session->discardPost(lounge(), key), QString());
}

void TestServerSession::aFailedTopicIsAProblem()
{
    welcome();
    QSignalSpy problem(m_session.get(), &ServerSession::problem);
    m_session->submit(lounge(), u"/topic Soup"_s);
    QCOMPARE(lounge()->messages()->rowCount(), 0);
    const PostId id = client().outbox().constFirst().post.id;
    Q_EMIT client().postStateChanged(id, PostState::Failed, {ErrorCode::NotAllowed, {}});
    QCOMPARE(problem.count(), 1);
    QCOMPARE(problem.first().first().toString(), u"You may not write here."_s);
}

void TestServerSession::aSlashSaysWhatToDo()
{
    welcome();
    QVERIFY(m_session->submit(lounge(), u"/me waves"_s));
    const QModelIndex row = lounge()->messages()->index(0);
    QCOMPARE(row.data(conversation::KindRole).toInt(), int(conversation::RowKind::Action));
    QCOMPARE(row.data(conversation::TextRole).toString(), u"waves"_s);
}

void TestServerSession::twoSlashesSayOne()
{
    welcome();
    QVERIFY(m_session->submit(lounge(), u"//me"_s));
    QCOMPARE(texts(lounge()), QStringList({u"/me"_s}));
}

void TestServerSession::anUnknownCommandStaysInTheComposer()
{
    welcome();
    QSignalSpy problem(m_session.get(), &ServerSession::problem);
    QVERIFY(!m_session->submit(lounge(), u"/dance"_s));
    QVERIFY(!m_session->submit(lounge(), u"/nick # no"_s));
    QVERIFY(!m_session->submit(lounge(), u"/leave cellar"_s));
    QCOMPARE(problem.count(), 3);
    QCOMPARE(lounge()->messages()->rowCount(), 0);
}

void TestServerSession::anEmptyTextIsNothing()
{
    welcome();
    QVERIFY(m_session->submit(lounge(), u" \n"_s));
    QCOMPARE(lounge()->messages()->rowCount(), 0);
}

void TestServerSession::aTextOverTheLimitStaysInTheComposer()
{
    welcome();
    const int limit = client().limits().messageBytes;
    QVERIFY(m_session->submit(lounge(), QString(limit, u'a')));
    QVERIFY(!m_session->submit(lounge(), QString(limit / 2 + 1, u'é')));
    QCOMPARE(lounge()->messages()->rowCount(), 1);
}

void TestServerSession::aCommandAnswersInTheConversation()
{
    welcome();
    m_session->submit(lounge(), u"/who"_s);
    m_session->submit(lounge(), u"/topic"_s);
    m_session->submit(lounge(), u"/rooms"_s);
    Q_EMIT client().roomsListed({room(u"Lounge"_s), room(u"Attic"_s)});
    Q_EMIT client().roomsListed({room(u"Lounge"_s)});
    QCOMPARE(texts(lounge()), QStringList({u"Here: Ada, Li, Li Mei"_s, u"This room has no topic."_s,
                                           u"Rooms here: #Lounge #Attic"_s}));
}

void TestServerSession::aRoomAskedForIsShownWhenItComes()
{
    welcome();
    QSignalSpy wanted(m_session.get(), &ServerSession::conversationWanted);
    m_session->joinRoom(u"Attic"_s, true);
    QCOMPARE(wanted.count(), 0);
    Q_EMIT client().roomsJoined({room(u"Cellar"_s), room(u"Attic"_s)});
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<Conversation *>()->name(), u"Attic"_s);
    m_session->joinRoom(u"lounge"_s, false);
    QCOMPARE(wanted.count(), 2);
}

void TestServerSession::theAddresssRoomIsShownWhenItComes()
{
    ClientOptions options;
    options.address.room = RoomId(u"Attic"_s);
    m_session = std::make_unique<ServerSession>(1, options, false, m_clock);
    QSignalSpy wanted(m_session.get(), &ServerSession::conversationWanted);
    welcome();
    QCOMPARE(wanted.count(), 0);
    Q_EMIT client().roomsJoined({room(u"Attic"_s)});
    QCOMPARE(wanted.count(), 1);
}

void TestServerSession::theHostIsTagged()
{
    welcome();
    const QModelIndex ada = lounge()->members()->index(0);
    QCOMPARE(ada.data(MemberListModel::TagsRole).toStringList(), QStringList({u"host"_s}));
    QVERIFY(ada.data(MemberListModel::MeRole).toBool());
}

void TestServerSession::aLargeRoomsMembersComeByPages()
{
    welcome();
    RoomInfo hall = room(u"Hall"_s);
    hall.total = 1000;
    Q_EMIT client().roomsJoined({hall});
    Conversation *large = m_session->conversation(RoomId(u"hall"_s));
    Q_EMIT client().membersArrived({large->id(), {member(u"Bo"_s), member(u"Cy"_s)}, true, {}});
    Q_EMIT client().membersArrived({large->id(), {member(u"Di"_s)}, false, {}});
    QCOMPARE(large->members()->rowCount(), 3);
    QCOMPARE(large->members()->total(), 1000);
}

void TestServerSession::historyGoesToItsRoom()
{
    welcome();
    Q_EMIT client().eventsArrived(lounge()->id(), {message(3, u"Li"_s, u"three"_s)});
    QSignalSpy wanted(lounge()->messages(), &ConversationModel::olderWanted);
    QVERIFY(lounge()->messages()->hasOlder());
    lounge()->messages()->requestOlder();
    Q_EMIT client().historyFailed(lounge()->id());
    lounge()->messages()->requestOlder();
    QCOMPARE(wanted.count(), 2);
    Q_EMIT client().historyArrived({lounge()->id(), {message(2, u"Li"_s, u"two"_s)}, false, {}});
    QCOMPARE(texts(lounge()), QStringList({u"two"_s, u"three"_s}));
    QVERIFY(!lounge()->messages()->hasOlder());
}

void TestServerSession::anErrorIsToldInWords()
{
    QSignalSpy problem(m_session.get(), &ServerSession::problem);
    Q_EMIT client().failed({{ErrorCode::NoSuchRoom, u"no such room"_s}, {}, {}});
    QCOMPARE(problem.count(), 1);
    QCOMPARE(problem.first().first().toString(), u"There is no such room."_s);
}

void TestServerSession::whyAnActIsRefusedTheHostSays()
{
    welcome();
    QSignalSpy problem(m_session.get(), &ServerSession::problem);
    m_session->moderate({});
    const Error error{ErrorCode::NotAllowed, u"Kick it instead."_s};
    Q_EMIT client().failed({error, u"q-1"_s, {}});
    Q_EMIT client().failed({error, u"q-1"_s, {}});
    QCOMPARE(problem.at(0).first().toString(), u"That was refused. The host says: “Kick it instead.”"_s);
    QCOMPARE(problem.at(1).first().toString(), u"You may not do that here."_s);
}

void TestServerSession::theTitleIsTheServersName()
{
    QSignalSpy changed(m_session.get(), &ServerSession::titleChanged);
    QCOMPARE(m_session->title(), u"127.0.0.1"_s);
    welcome();
    QCOMPARE(m_session->title(), u"Ada's kitchen"_s);
    QCOMPARE(m_session->subtitle(), u"hosted here"_s);
    QCOMPARE(changed.count(), 1);
}

void TestServerSession::aMuteHoldsInAllRoomsUntilItIsLifted()
{
    welcome();
    QSignalSpy changed(m_session.get(), &ServerSession::writingChanged);
    Q_EMIT client().muteChanged({true, u"Mo"_s, u"shouting"_s, 0});
    QCOMPARE(m_session->writingLimit(*lounge()).kind, WritingLimit::Kind::Muted);
    QCOMPARE(m_session->writingLimit(*lounge()).by, u"Mo"_s);
    QCOMPARE(changed.count(), 1);
    Q_EMIT client().muteChanged({false, u"Mo"_s, {}, 0});
    QCOMPARE(m_session->writingLimit(*lounge()).kind, WritingLimit::Kind::None);
    Q_EMIT client().muteChanged({true, u"Mo"_s, {}, 0});
    welcome(); // a new connection is told again where it still holds
    QCOMPARE(m_session->writingLimit(*lounge()).kind, WritingLimit::Kind::None);
}

void TestServerSession::aSlowRoomMakesOneWait()
{
    welcome();
    RoomInfo slow = lounge()->info();
    slow.slow = 30;
    Q_EMIT client().roomChanged(slow);
    QCOMPARE(m_session->writingLimit(*lounge()).kind, WritingLimit::Kind::None);
    QVERIFY(m_session->submit(lounge(), u"hello"_s));
    QCOMPARE(m_session->writingLimit(*lounge()).seconds, 30);
    m_clock.now += 31 * second;
    QCOMPARE(m_session->writingLimit(*lounge()).kind, WritingLimit::Kind::None);
}

void TestServerSession::myRoleIsTakenFromThePresence()
{
    welcome();
    QSignalSpy changed(m_session.get(), &ServerSession::selfChanged);
    Member me = member(u"Ada"_s);
    me.role = Role::Moderator;
    Q_EMIT client().presenceChanged({lounge()->id(), {}, {}, {me}, 3});
    QCOMPARE(m_session->self().role, Role::Moderator);
    QCOMPARE(changed.count(), 1);
}

void TestServerSession::commandsOfModeratorsAreForThemAlone()
{
    welcome();
    QSignalSpy problem(m_session.get(), &ServerSession::problem);
    for (const QString &line : {u"/kick Li"_s, u"/slow 5"_s, u"/writers all"_s, u"/bans"_s, u"/unban Li"_s,
                                u"/moderators"_s, u"/drop attic"_s, u"/demote Nobody"_s}) {
        QVERIFY2(!m_session->submit(lounge(), line), qPrintable(line));
        QCOMPARE(problem.takeFirst().first().toString(), u"Only the owner and moderators may do that."_s);
    }
    moderate();
    for (const QString &line :
         {u"/kick Li Mei spam"_s, u"/ban li 10m"_s, u"/slow off"_s, u"/writers all"_s, u"/drop attic"_s}) {
        QVERIFY2(m_session->submit(lounge(), line), qPrintable(line));
    }
    QSignalSpy panel(m_session.get(), &ServerSession::hostPanelWanted);
    QVERIFY(m_session->submit(lounge(), u"/demote Nobody"_s));
    QCOMPARE(panel.takeFirst().first().value<HostPage>(), HostPage::Moderators);
    QVERIFY(!m_session->submit(lounge(), u"/mute Nobody"_s));
    QCOMPARE(problem.takeFirst().first().toString(), u"Nobody of that name is here."_s);
    QVERIFY(m_session->submit(lounge(), u"/unban Zoe"_s));
    Q_EMIT client().bansListed({});
    QCOMPARE(problem.takeFirst().first().toString(), u"Nobody of that name is banned or muted."_s);
}

void TestServerSession::aListOfBansThatComesLateLiftsNone()
{
    welcome();
    moderate();
    const Ban ban{BanId(u"1"_s), Act::Ban, u"Zoe"_s, false, false, {}, 0, 0, {}, {}};
    QSignalSpy problem(m_session.get(), &ServerSession::problem);
    QVERIFY(m_session->submit(lounge(), u"/unban Zoe"_s));
    m_clock.now += 3600 * second;
    Q_EMIT client().bansListed({ban});
    QCOMPARE(problem.count(), 1);
    QVERIFY(problem.first().first().toString().startsWith(u"Zoe is still banned"_s));
    Q_EMIT client().bansListed({}); // it does not wait any more
    QVERIFY(m_session->submit(lounge(), u"/unban Zoe"_s));
    m_clock.now += 3600 * second;
    Q_EMIT client().bansListed({}); // somebody else has lifted it
    QCOMPARE(problem.count(), 1);
    QVERIFY(m_session->submit(lounge(), u"/unban Zoe"_s));
    m_clock.now += second;
    Q_EMIT client().bansListed({ban});
    QCOMPARE(problem.count(), 1);
}

void TestServerSession::helpListsThemForThoseWhoMay()
{
    welcome();
    m_session->submit(lounge(), u"/help"_s);
    QVERIFY(!texts(lounge()).last().contains(u"/kick"_s));
    QVERIFY(texts(lounge()).last().contains(u"\n/nick NAME — change your name\n"_s));
    const auto completes = [this](const QString &command) {
        const auto entries =
            CompletionSource::entries(CompletionKind::SlashCommand, m_session.get(), lounge(), {});
        return std::any_of(entries.cbegin(), entries.cend(),
                           [&command](const CompletionEntry &entry) { return entry.insertion == command; });
    };
    QVERIFY(completes(u"/me"_s));
    QVERIFY(!completes(u"/kick"_s));
    moderate();
    QVERIFY(completes(u"/kick"_s));
    m_session->submit(lounge(), u"/help"_s);
    QVERIFY(texts(lounge()).last().contains(u"/kick NAME [REASON]"_s));
    QVERIFY(texts(lounge()).last().startsWith(u"/me TEXT"_s));
}

void TestServerSession::helpSaysOfEveryCommandWhatItDoes()
{
    welcome();
    moderate();
    m_session->submit(lounge(), u"/help"_s);
    const QStringList lines = texts(lounge()).last().split(u'\n');
    const auto entries =
        CompletionSource::entries(CompletionKind::SlashCommand, m_session.get(), lounge(), {});
    QCOMPARE(lines.size(), entries.size() + 1);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        QCOMPARE(lines.at(i).section(u' ', 0, 0), entries.at(i).insertion);
        QVERIFY(lines.at(i).endsWith(u" — "_s + entries.at(i).detail));
        QVERIFY(!entries.at(i).detail.isEmpty());
    }
    QVERIFY(lines.contains(u"/ban NAME [10m|2h|7d|forever] [REASON] — keep somebody out, for an hour if "
                           "nothing is said"_s));
    QVERIFY(lines.contains(u"/password WORD — give the password that is asked for"_s));
    QCOMPARE(lines.last(), u"//TEXT — say /TEXT"_s);
}

void TestServerSession::aPanelIsAskedForByCommand()
{
    welcome();
    moderate();
    QSignalSpy wanted(m_session.get(), &ServerSession::hostPanelWanted);
    QVERIFY(m_session->submit(lounge(), u"/bans"_s));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<HostPage>(), HostPage::Bans);
}

QTEST_GUILESS_MAIN(TestServerSession)
#include "tst_serversession.moc"
