#include "server/roomserver.h"
#include "tests/models/fixedclock.h"
#include "ui/client/sqlitecopy.h"
#include "ui/models/chatsessions.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

/// The models over a real server on this computer.
class TestSessionsLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatOneSaysTheOtherReads();
    void whatIsChangedIsChangedForBoth();
    void whoTypesIsShownToTheOther();
    void aDirectTalkOpensOnBothSides();
    void aNewRoomIsShownToWhoMadeIt();
    void whoComesLateScrollsBack();
    void aTakenNameOffersAnother();
    void aClosedRoomSaysSo();
    void theLastConversationIsThereAtTheNextStartWithoutAConnection();
    void theRoomThatWasShownLastIsShownAgain();
    void whatCameMeanwhileFollowsAndIsUnread();
    void anEditThatIsUnderWaySurvivesTheEndOfTheApp();
    void allThatWasUnreadIsCountedAtAnOfflineStart();
    void whatWasWrittenOfflineIsSentAtTheNextStart();

private:
    ServerSession *join(ChatSessions &sessions, const QString &name);
    std::unique_ptr<ChatSessions> startApp();
    void serve(quint16 port);
    static QStringList texts(Conversation *conversation, conversation::RowKind kind);
    static QStringList said(Conversation *conversation)
    {
        return texts(conversation, conversation::RowKind::Message);
    }

    SystemClock m_clock;
    std::unique_ptr<RoomServer> m_server;
    quint16 m_port = 0;
    std::unique_ptr<ChatSessions> m_ada;
    std::unique_ptr<ChatSessions> m_bo;
    std::unique_ptr<QTemporaryDir> m_profile;
};

void TestSessionsLive::init()
{
    serve(0);
    m_profile = std::make_unique<QTemporaryDir>();
    m_ada = std::make_unique<ChatSessions>(m_clock);
    m_bo = std::make_unique<ChatSessions>(m_clock);
}

void TestSessionsLive::serve(quint16 port)
{
    HostOptions options;
    options.name = u"Kitchen"_s;
    options.serverId = u"kitchen"_s;
    options.endpoints = {{QHostAddress(QHostAddress::LocalHost), port}};
    options.limits.floodBurst = 0;
    m_server = std::make_unique<RoomServer>(options);
    QSignalSpy listening(m_server.get(), &RoomServer::listening);
    m_server->start();
    QTRY_COMPARE(listening.count(), 1);
    m_port = listening.first().at(1).value<quint16>();
}

/// Bo's app in a run of its own, over the profile that all of them share.
std::unique_ptr<ChatSessions> TestSessionsLive::startApp()
{
    auto app = std::make_unique<ChatSessions>(m_clock);
    app->setCopy(std::make_shared<SqliteCopy>(m_profile->filePath(u"conversations.sqlite"_s)));
    return app;
}

void TestSessionsLive::cleanup()
{
    m_ada.reset();
    m_bo.reset();
    m_server.reset();
}

ServerSession *TestSessionsLive::join(ChatSessions &sessions, const QString &name)
{
    ClientOptions options;
    options.address.host = u"127.0.0.1"_s;
    options.address.port = m_port;
    options.name = name;
    options.knownNative = true;
    return sessions.join(options);
}

QStringList TestSessionsLive::texts(Conversation *conversation, conversation::RowKind kind)
{
    QStringList all;
    for (int row = 0; conversation && row < conversation->messages()->rowCount(); ++row) {
        const QModelIndex index = conversation->messages()->index(row);
        if (index.data(conversation::KindRole).toInt() == int(kind)) {
            all.append(index.data(conversation::TextRole).toString());
        }
    }
    return all;
}

void TestSessionsLive::whatOneSaysTheOtherReads()
{
    ServerSession *ada = join(*m_ada, u"Ada"_s);
    QTRY_VERIFY(m_ada->current());
    ServerSession *bo = join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    QCOMPARE(ada->title(), u"Kitchen"_s);
    QTRY_COMPARE(m_ada->current()->members()->names(), QStringList({u"Ada"_s, u"Bo"_s}));
    QCOMPARE(m_bo->current()->members()->names(), QStringList({u"Ada"_s, u"Bo"_s}));
    QCOMPARE(texts(m_ada->current(), conversation::RowKind::Notice), QStringList({u"Bo joined"_s}));

    QVERIFY(ada->submit(m_ada->current(), u"hello, Bo"_s));
    QTRY_COMPARE(said(m_bo->current()), QStringList({u"hello, Bo"_s}));
    QTRY_COMPARE(ada->client()->unacknowledged(), 0);
    QTRY_COMPARE(m_ada->current()->messages()->newest(), 1);
    QCOMPARE(said(m_ada->current()), QStringList({u"hello, Bo"_s}));
    QVERIFY(m_ada->current()->messages()->postAt(m_ada->current()->messages()->rowCount() - 1).isEmpty());
    QCOMPARE(m_bo->addressed(), 1);
    QCOMPARE(m_ada->unread(), 0);

    QVERIFY(bo->submit(m_bo->current(), u"/topic Soup"_s));
    QTRY_COMPARE(m_ada->current()->topic(), u"Soup"_s);
    QVERIFY(bo->submit(m_bo->current(), u"/nick Bob"_s));
    QTRY_COMPARE(bo->self().name, u"Bob"_s);
    QTRY_VERIFY(texts(m_ada->current(), conversation::RowKind::Notice).contains(u"Bo is now Bob"_s));
}

void TestSessionsLive::whatIsChangedIsChangedForBoth()
{
    ServerSession *ada = join(*m_ada, u"Ada"_s);
    QTRY_VERIFY(m_ada->current());
    ServerSession *bo = join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    const auto atBo = [this](int role) { return m_bo->current()->messages()->index(1).data(role); };
    const auto atAda = [this](int role) { return m_ada->current()->messages()->index(1).data(role); };
    QVERIFY(ada->submit(m_ada->current(), u"tee?"_s));
    QTRY_COMPARE(m_bo->current()->messages()->newest(), 1);
    const int row = m_bo->current()->messages()->rowOf(1);
    const auto bosRow = [&](int role) { return m_bo->current()->messages()->index(row).data(role); };
    ada->edit(m_ada->current(), 1, u"tea?"_s);
    QTRY_COMPARE(bosRow(conversation::TextRole).toString(), u"tea?"_s);
    bo->react(m_bo->current(), 1, u"👍"_s);
    QTRY_COMPARE(atAda(conversation::ReactionsRole).value<QList<conversation::Reaction>>().size(), 1);
    QTRY_COMPARE(bosRow(conversation::ReactionsRole).value<QList<conversation::Reaction>>().size(), 1);
    bo->react(m_bo->current(), 1, u"👍"_s);
    QTRY_VERIFY(atAda(conversation::ReactionsRole).value<QList<conversation::Reaction>>().isEmpty());
    QVERIFY(bo->submit(m_bo->current(), u"yes"_s, 1));
    QTRY_COMPARE(m_ada->current()->messages()->rowCount(), 3);
    const QModelIndex reply = m_ada->current()->messages()->index(2);
    QCOMPARE(reply.data(conversation::AnsweredNameRole).toString(), u"Ada"_s);
    ada->erase(m_ada->current(), 1);
    QTRY_VERIFY(bosRow(conversation::DeletedRole).toBool());
    QCOMPARE(bosRow(conversation::TextRole).toString(), QString());
    bo->edit(m_bo->current(), 1, u"mine"_s);
    QTRY_COMPARE(bosRow(conversation::FailureRole).toString(), u"The message is not there any more."_s);
    QCOMPARE(bo->discardPost(m_bo->current(), bosRow(conversation::KeyRole).toString()), u"mine"_s);
    QVERIFY(bosRow(conversation::FailureRole).toString().isEmpty());
    QVERIFY(atBo(conversation::TextRole).isValid());
}

void TestSessionsLive::whoTypesIsShownToTheOther()
{
    ServerSession *ada = join(*m_ada, u"Ada"_s);
    QTRY_VERIFY(m_ada->current());
    join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    ada->client()->sendTyping(m_ada->current()->id());
    QTRY_COMPARE(m_bo->current()->typing()->text(), u"Ada is typing…"_s);
    QVERIFY(ada->submit(m_ada->current(), u"hello"_s));
    QTRY_VERIFY(m_bo->current()->typing()->isEmpty());
    QVERIFY(m_ada->current()->typing()->isEmpty());
    QVERIFY(ada->submit(m_ada->current(), u"/away lunch"_s));
    QTRY_VERIFY(m_bo->current()->members()->memberCalled(u"Ada"_s)->state == MemberState::Away);
    QCOMPARE(m_bo->current()->members()->memberCalled(u"Ada"_s)->status, u"lunch"_s);
}

void TestSessionsLive::aDirectTalkOpensOnBothSides()
{
    ServerSession *ada = join(*m_ada, u"Ada"_s);
    join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_ada->current() && m_bo->current());
    QTRY_VERIFY(m_ada->current()->members()->memberCalled(u"Bo"_s));
    QVERIFY(ada->submit(m_ada->current(), u"/msg Bo psst"_s));
    QTRY_VERIFY(m_ada->current()->isDirect());
    QCOMPARE(m_ada->current()->title(), u"Bo"_s);
    QTRY_COMPARE(m_bo->addressed(), 1);
    QCOMPARE(m_bo->rooms()->rowCount(), 4);
    m_bo->selectRow(3);
    QCOMPARE(m_bo->current()->title(), u"Ada"_s);
    QVERIFY(m_bo->current()->otherIsHere());
    QCOMPARE(said(m_bo->current()), QStringList({u"psst"_s}));
    m_ada.reset();
    QTRY_VERIFY(!m_bo->current()->otherIsHere());
}

void TestSessionsLive::aNewRoomIsShownToWhoMadeIt()
{
    ServerSession *ada = join(*m_ada, u"Ada"_s);
    QTRY_VERIFY(m_ada->current());
    QVERIFY(ada->submit(m_ada->current(), u"/join Attic"_s));
    QTRY_COMPARE(m_ada->current()->title(), u"# Attic"_s);
    QVERIFY(ada->submit(m_ada->current(), u"/leave"_s));
    QTRY_COMPARE(ada->conversations().size(), 1);
    QCOMPARE(m_ada->current(), ada->firstRoom());
}

void TestSessionsLive::whoComesLateScrollsBack()
{
    ServerSession *ada = join(*m_ada, u"Ada"_s);
    QTRY_VERIFY(m_ada->current());
    constexpr int many = 300;
    for (int i = 1; i <= many; ++i) {
        ada->submit(m_ada->current(), QString::number(i));
    }
    QTRY_COMPARE(ada->client()->unacknowledged(), 0);
    join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    ConversationModel *messages = m_bo->current()->messages();
    QTRY_COMPARE(messages->newest(), many);
    QCOMPARE(m_bo->unread(), 0);
    while (messages->hasOlder()) {
        const Seq before = messages->oldest();
        messages->requestOlder();
        QTRY_VERIFY(messages->oldest() < before);
    }
    QStringList expected;
    for (int i = 1; i <= many; ++i) {
        expected.append(QString::number(i));
    }
    QCOMPARE(said(m_bo->current()), expected);
}

void TestSessionsLive::aTakenNameOffersAnother()
{
    join(*m_ada, u"Ada"_s);
    QTRY_VERIFY(m_ada->current());
    ServerSession *other = join(*m_bo, u"ada"_s);
    QTRY_COMPARE(other->state().phase, Phase::Stopped);
    QCOMPARE(other->state().failure, ConnectFailure::NameTaken);
    const QString suggestion = other->state().suggestion;
    QVERIFY(!suggestion.isEmpty());
    QCOMPARE(m_bo->current(), nullptr);
    other->useName(suggestion);
    QTRY_VERIFY(m_bo->current());
    QCOMPARE(other->self().name, suggestion);
}

void TestSessionsLive::aClosedRoomSaysSo()
{
    ServerSession *ada = join(*m_ada, u"Ada"_s);
    QTRY_VERIFY(m_ada->current());
    m_server->stop();
    QTRY_VERIFY(ada->state().phase != Phase::Online);
    QCOMPARE(ada->state().failure, ConnectFailure::HostClosed);
    QVERIFY(m_ada->current()); // what was said can still be read
}

void TestSessionsLive::theLastConversationIsThereAtTheNextStartWithoutAConnection()
{
    m_bo = startApp();
    join(*m_ada, u"Ada"_s);
    join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_ada->current() && m_bo->current());
    m_ada->currentSession()->submit(m_ada->current(), u"hello, Bo"_s);
    m_bo->currentSession()->submit(m_bo->current(), u"hello, Ada"_s);
    m_bo->currentSession()->submit(m_bo->current(), u"/topic Soup"_s);
    QTRY_COMPARE(m_bo->current()->topic(), u"Soup"_s);
    const QStringList before = said(m_bo->current());
    QCOMPARE(before.size(), 2);
    m_bo->current()->markAllRead();
    m_bo.reset();
    m_server.reset();

    m_bo = startApp();
    ServerSession *session = join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    QCOMPARE(session->title(), u"Kitchen"_s);
    QCOMPARE(said(m_bo->current()), before);
    QCOMPARE(m_bo->current()->topic(), u"Soup"_s);
    QCOMPARE(m_bo->unread(), 0);
    QTRY_COMPARE(session->state().phase, Phase::Waiting);
    QCOMPARE(said(m_bo->current()), before);
}

void TestSessionsLive::theRoomThatWasShownLastIsShownAgain()
{
    m_bo = startApp();
    ServerSession *bo = join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    bo->joinRoom(u"Attic"_s, true);
    QTRY_COMPARE(m_bo->current()->name(), u"Attic"_s);
    bo->joinRoom(u"Cellar"_s, true);
    QTRY_COMPARE(m_bo->current()->name(), u"Cellar"_s);
    const QString attic = m_bo->roomKey(bo->conversation(RoomId(u"attic"_s)));
    m_bo.reset();
    m_server.reset();

    m_bo = startApp();
    m_bo->showWhenThere(attic);
    bo = join(*m_bo, u"Bo"_s);
    QTRY_COMPARE(bo->conversations().size(), 3);
    QCOMPARE(m_bo->current()->name(), u"Attic"_s);
}

void TestSessionsLive::anEditThatIsUnderWaySurvivesTheEndOfTheApp()
{
    m_bo = startApp();
    ServerSession *bo = join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    bo->submit(m_bo->current(), u"helo"_s);
    QTRY_COMPARE(m_bo->current()->messages()->newest(), 1);
    m_server.reset();
    QTRY_COMPARE(bo->state().phase, Phase::Waiting);
    bo->edit(m_bo->current(), 1, u"hello"_s);
    m_bo.reset();

    m_bo = startApp();
    bo = join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    QTRY_COMPARE(said(m_bo->current()), QStringList(u"hello"_s));
    const auto delivery = [this] {
        return m_bo->current()->messages()->index(0).data(conversation::DeliveryRole).toInt();
    };
    QCOMPARE(delivery(), int(conversation::Delivery::Sending));
    serve(m_port); // which has lost its log, and with it the message
    QSignalSpy lost(m_bo.get(), &ChatSessions::lost);
    bo->tryNow();
    QTRY_COMPARE(lost.count(), 1);
    QCOMPARE(bo->client()->outbox().size(), 0);
    QVERIFY(said(m_bo->current()).isEmpty());
}

void TestSessionsLive::whatCameMeanwhileFollowsAndIsUnread()
{
    m_bo = startApp();
    ServerSession *ada = join(*m_ada, u"Ada"_s);
    join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_ada->current() && m_bo->current());
    for (int i = 1; i <= 100; ++i) {
        ada->submit(m_ada->current(), QString::number(i));
    }
    QTRY_COMPARE(said(m_bo->current()).size(), 100);
    m_bo->current()->markAllRead();
    m_bo.reset();
    ada->submit(m_ada->current(), u"101"_s);
    QTRY_COMPARE(said(m_ada->current()).size(), 101);

    m_bo = startApp();
    join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    QTRY_COMPARE(m_bo->current()->messages()->newest(), 101);
    QCOMPARE(m_bo->unread(), 1);
    QTRY_COMPARE(said(m_bo->current()).size(), 101);
    QCOMPARE(said(m_bo->current()).constFirst(), u"1"_s);
}

void TestSessionsLive::allThatWasUnreadIsCountedAtAnOfflineStart()
{
    m_bo = startApp();
    ServerSession *ada = join(*m_ada, u"Ada"_s);
    join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_ada->current() && m_bo->current());
    for (int i = 1; i <= 100; ++i) {
        ada->submit(m_ada->current(), i == 2 ? u"2, Bo"_s : QString::number(i));
    }
    QTRY_COMPARE(m_bo->unread(), 100);
    m_bo.reset();
    m_server.reset();

    m_bo = startApp();
    join(*m_bo, u"Bo"_s);
    QTRY_COMPARE(m_bo->unread(), 100);
    QCOMPARE(m_bo->addressed(), 1);
    QCOMPARE(m_bo->current()->messages()->unreadFrom(), 1);
    m_bo->current()->markAllRead();
    QCOMPARE(m_bo->unread(), 0);
}

void TestSessionsLive::whatWasWrittenOfflineIsSentAtTheNextStart()
{
    m_bo = startApp();
    ServerSession *bo = join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    m_server.reset();
    QTRY_COMPARE(bo->state().phase, Phase::Waiting);
    bo->submit(m_bo->current(), u"are you there?"_s);
    QCOMPARE(said(m_bo->current()), QStringList(u"are you there?"_s));
    m_bo.reset();

    m_bo = startApp();
    bo = join(*m_bo, u"Bo"_s);
    QTRY_VERIFY(m_bo->current());
    QTRY_COMPARE(said(m_bo->current()), QStringList(u"are you there?"_s));
    const auto delivery = [this] {
        return m_bo->current()->messages()->index(0).data(conversation::DeliveryRole).toInt();
    };
    QCOMPARE(delivery(), int(conversation::Delivery::Sending));
    serve(m_port);
    bo->tryNow();
    QTRY_COMPARE(delivery(), int(conversation::Delivery::Stored));
    QCOMPARE(said(m_bo->current()), QStringList(u"are you there?"_s));
}

QTEST_GUILESS_MAIN(TestSessionsLive)
#include "tst_sessionslive.moc"
