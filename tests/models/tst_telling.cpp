#include "tests/models/fixedclock.h"
#include "ui/models/serversession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

namespace {

QStringList texts(Conversation *conversation)
{
    QStringList all;
    for (int row = 0; row < conversation->messages()->rowCount(); ++row) {
        all.append(conversation->messages()->index(row).data(conversation::TextRole).toString());
    }
    return all;
}

} // namespace

/// What is told to one person before there is a talk with them.
class TestTelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aPersonIsToldOnceTheTalkIsOpen();
    void aPersonIsFoundByTheLongestName();
    void twoPeopleAreToldAtOnce();
    void whatCannotBeToldIsGivenBack();
    void withoutAConnectionItStaysInTheComposer();

private:
    RoomClient &client() { return *m_session->client(); }
    Conversation *lounge() { return m_session->conversation(RoomId(u"lounge"_s)); }
    Conversation *talkWith(const QString &name)
    {
        return m_session->conversation(RoomId(u"direct-"_s + name));
    }

    FixedClock m_clock;
    std::unique_ptr<ServerSession> m_session;
};

void TestTelling::init()
{
    ClientOptions options;
    options.address.host = u"127.0.0.1"_s;
    options.name = u"Ada"_s;
    m_session = std::make_unique<ServerSession>(1, options, true, m_clock);
    serverevent::Welcome welcome;
    welcome.self = member(u"Ada"_s);
    Q_EMIT client().welcomed(welcome);
    Q_EMIT client().roomsJoined(
        {room(u"Lounge"_s, {member(u"Ada"_s), member(u"Li"_s), member(u"Li Mei"_s)})});
}

void TestTelling::aPersonIsToldOnceTheTalkIsOpen()
{
    QSignalSpy wanted(m_session.get(), &ServerSession::conversationWanted);
    QVERIFY(m_session->submit(lounge(), u"/msg li psst"_s));
    QCOMPARE(m_session->conversations().size(), 1);
    Q_EMIT client().roomsJoined({directRoom(u"Ada"_s, u"Li"_s)});
    QCOMPARE(wanted.count(), 1);
    Conversation *direct = wanted.first().first().value<Conversation *>();
    QCOMPARE(texts(direct), QStringList({u"psst"_s}));
    QVERIFY(m_session->submit(lounge(), u"/msg Li again"_s));
    QCOMPARE(texts(direct), QStringList({u"psst"_s, u"again"_s}));
    QCOMPARE(wanted.count(), 2);
}

void TestTelling::aPersonIsFoundByTheLongestName()
{
    QVERIFY(m_session->submit(lounge(), u"/msg Li Mei hello"_s));
    Q_EMIT client().roomsJoined({directRoom(u"Ada"_s, u"Li"_s), directRoom(u"Ada"_s, u"Li Mei"_s)});
    QCOMPARE(texts(m_session->conversation(RoomId(u"direct-Li"_s))), QStringList());
    QCOMPARE(texts(m_session->conversation(RoomId(u"direct-Li Mei"_s))), QStringList({u"hello"_s}));
    QVERIFY(!m_session->submit(lounge(), u"/msg Nobody hello"_s));
}

void TestTelling::twoPeopleAreToldAtOnce()
{
    QVERIFY(m_session->submit(lounge(), u"/msg Li one"_s));
    QVERIFY(m_session->submit(lounge(), u"/msg Li Mei another"_s));
    Q_EMIT client().roomsJoined({directRoom(u"Ada"_s, u"Li"_s)});
    QCOMPARE(texts(talkWith(u"Li"_s)), QStringList({u"one"_s}));
    Q_EMIT client().roomsJoined({directRoom(u"Ada"_s, u"Li Mei"_s)});
    QCOMPARE(texts(talkWith(u"Li Mei"_s)), QStringList({u"another"_s}));
}

void TestTelling::whatCannotBeToldIsGivenBack()
{
    QVERIFY(m_session->submit(lounge(), u"/msg Li psst"_s));
    Q_EMIT client().failed({{ErrorCode::NoSuchRoom, u"nobody"_s}, u"q-1"_s, {}});
    QCOMPARE(texts(lounge()), QStringList({u"This was not sent to Li: psst"_s}));
    Q_EMIT client().roomsJoined({directRoom(u"Ada"_s, u"Li"_s)});
    QCOMPARE(texts(talkWith(u"Li"_s)), QStringList());
}

void TestTelling::withoutAConnectionItStaysInTheComposer()
{
    m_session->open(); // to where nobody listens
    QVERIFY(m_session->state().phase != Phase::Online);
    QSignalSpy problem(m_session.get(), &ServerSession::problem);
    QVERIFY(!m_session->submit(lounge(), u"/msg Li psst"_s));
    QCOMPARE(problem.count(), 1);
}

QTEST_GUILESS_MAIN(TestTelling)
#include "tst_telling.moc"
