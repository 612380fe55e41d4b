#include "tests/models/fixedclock.h"
#include "ui/models/serversession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

/// What a session shows before it is connected.
class TestServerSessionCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatTheCopyHoldsIsShown();
    void aReactionThatIsBeingTakenBackIsShownSo();
    void whatWaitsToBeSentStandsBelowTheCopy();

private:
    RoomClient &client() { return *m_session->client(); }
    Conversation *lounge() { return m_session->conversation(RoomId(u"lounge"_s)); }
    static QStringList texts(Conversation *conversation);
    void recall(const QList<RoomEvent> &events);

    FixedClock m_clock;
    std::unique_ptr<ServerSession> m_session;
};

void TestServerSessionCopy::init()
{
    ClientOptions options;
    options.address.host = u"127.0.0.1"_s;
    options.name = u"Ada"_s;
    m_session = std::make_unique<ServerSession>(1, options, false, m_clock);
}

QStringList TestServerSessionCopy::texts(Conversation *conversation)
{
    QStringList all;
    for (int row = 0; row < conversation->messages()->rowCount(); ++row) {
        all.append(conversation->messages()->index(row).data(conversation::TextRole).toString());
    }
    return all;
}

/// As Ada, in the lounge.
void TestServerSessionCopy::recall(const QList<RoomEvent> &events)
{
    CopiedServer copied;
    copied.membership.self = member(u"Ada"_s);
    CopiedRoom one;
    one.info = room(u"Lounge"_s, {}, events.size());
    one.newest = events;
    copied.rooms = {one};
    Q_EMIT client().recalled(copied);
}

void TestServerSessionCopy::whatTheCopyHoldsIsShown()
{
    CopiedServer copied;
    copied.identity.id = ServerId(u"kitchen"_s);
    copied.membership.serverName = u"Kitchen"_s;
    copied.membership.self.id = message(1, u"Ada"_s, {}).from.id;
    copied.membership.self.name = u"Ada"_s;
    CopiedRoom one;
    one.info = room(u"Lounge"_s);
    one.info.head = 3;
    one.known = true;
    one.read = 2;
    one.newest = {message(1, u"Ada"_s, u"hi"_s), message(2, u"Bo"_s, u"hello"_s),
                  message(3, u"Bo"_s, u"Ada, are you there?"_s)};
    copied.rooms = {one};
    QSignalSpy heard(m_session.get(), &ServerSession::conversationAdded);
    Q_EMIT client().recalled(copied);
    QCOMPARE(heard.count(), 1);
    QCOMPARE(m_session->title(), u"Kitchen"_s);
    QCOMPARE(m_session->self().name, u"Ada"_s);
    QCOMPARE(texts(lounge()).size(), 3);
    QCOMPARE(lounge()->unread(), 1);
    QCOMPARE(lounge()->mentions(), 1);
    QVERIFY(lounge()->messages()->index(2).data(conversation::StartsUnreadRole).toBool());
}

void TestServerSessionCopy::aReactionThatIsBeingTakenBackIsShownSo()
{
    RoomEvent reaction = message(2, u"Ada"_s, u"👍"_s);
    reaction.kind = EventKind::React;
    reaction.target = 1;
    const PostId post = client().change(RoomId(u"lounge"_s), EventKind::Delete, reaction.seq);
    recall({message(1, u"Bo"_s, u"hi"_s), reaction});
    QVERIFY(lounge()->messages()->isReacting(1, u"👍"_s));
    QVERIFY(lounge()->messages()->holdsPost(post));
    QCOMPARE(lounge()->messages()->rowOfPost(post), lounge()->messages()->rowOf(1));
}

void TestServerSessionCopy::whatWaitsToBeSentStandsBelowTheCopy()
{
    client().post(RoomId(u"lounge"_s), u"hello"_s);
    recall({message(1, u"Bo"_s, u"hi"_s)});
    QCOMPARE(texts(lounge()), QStringList({u"hi"_s, u"hello"_s}));
    Q_EMIT client().roomsJoined({room(u"Lounge"_s, {}, 1)});
    QCOMPARE(texts(lounge()), QStringList({u"hi"_s, u"hello"_s}));
}

QTEST_GUILESS_MAIN(TestServerSessionCopy)
#include "tst_serversessioncopy.moc"
