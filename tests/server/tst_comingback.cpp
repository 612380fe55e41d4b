#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const SessionToken secret(u"a secret of my own making"_s);

/// Keeps sessions from one house to the next.
class Drawer final : public SessionKeeper
{
public:
    QList<KeptSession> sessions() const override { return m_kept.values(); }
    void keepSession(const KeptSession &session) override { m_kept.insert(session.member, session); }
    void forgetSession(const MemberId &member) override { m_kept.remove(member); }

private:
    QHash<MemberId, KeptSession> m_kept;
};

/// Whose names are whose, from one house to the next.
class Shelf final : public NameKeeper
{
public:
    QList<RegisteredName> load() override { return m_names; }
    void save(const QList<RegisteredName> &all) override { m_names = all; }

private:
    QList<RegisteredName> m_names;
};

HostOptions locked()
{
    HostOptions options;
    options.passwordHash = quickHash(u"sesame"_s);
    return options;
}

command::Hello helloWith(const SessionToken &token)
{
    command::Hello hello;
    hello.name = u"Ada"_s;
    hello.session = token;
    return hello;
}

} // namespace

/// Native clients that were cut off, and bring their session token.
class TestComingBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoNeverGotItsWelcomeIsNotToldThatItsNameIsTaken();
    void aPostThatIsRepeatedAfterTheSessionEndedIsKnown();
    void aPostThatIsRepeatedAfterItWasForgottenIsKnown();
    void aTokenThatIsEasyToGuessIsNotKept();
    void aTokenStandsForThePassword();
    void afterARestartThePasswordIsAskedForAgain();
    void afterARestartANameIsItsKeysStill();
};

void TestComingBack::whoNeverGotItsWelcomeIsNotToldThatItsNameIsTaken()
{
    House house;
    NativePeer lost(house, 1);
    lost.say(helloWith(secret)); // and the connection goes dead, as yet unnoticed
    NativePeer again(house, 2);
    again.say(helloWith(secret));
    QCOMPARE(again.takeAll<serverevent::Welcome>().value(0).self.name, u"Ada"_s);
    QVERIFY(again.takeAll<serverevent::Failed>().isEmpty());
}

void TestComingBack::aPostThatIsRepeatedAfterTheSessionEndedIsKnown()
{
    House house;
    NativePeer lost(house, 1);
    lost.say(helloWith(secret));
    lost.post(u"once"_s, u"p1"_s);
    lost.wire().close();
    house.advance(Timing().keepSession + 1'000);
    NativePeer again(house, 2);
    again.say(helloWith(secret));
    again.takeEverything();
    again.post(u"once"_s, u"p1"_s);
    QCOMPARE(again.takeSeqs(), QList<Seq>{1});
    again.post(u"twice"_s, u"p2"_s);
    QCOMPARE(again.takeSeqs(), QList<Seq>{2});
}

void TestComingBack::aPostThatIsRepeatedAfterItWasForgottenIsKnown()
{
    House house({}, std::make_unique<MemoryStore>(MemoryStore::Bounds{1, 1'000'000}));
    NativePeer lost(house, 1);
    lost.say(helloWith(secret));
    lost.post(u"once"_s, u"p1"_s);
    lost.wire().close();
    NativePeer bo(house, 2, u"Bo"_s);
    bo.post(u"and on"_s, u"b1"_s);
    NativePeer again(house, 3);
    again.say(helloWith(secret));
    again.takeEverything();
    again.post(u"once"_s, u"p1"_s);
    const auto events = again.takeAll<serverevent::Happened>();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.constFirst().event.seq, 1);
    QCOMPARE(events.constFirst().event.postId, PostId(u"p1"_s));
    QCOMPARE(events.constFirst().event.text, QString());
    QCOMPARE(house.store().state(RoomId(u"lounge"_s)).head, 2);
}

void TestComingBack::aTokenThatIsEasyToGuessIsNotKept()
{
    House house;
    NativePeer lost(house, 1);
    lost.say(helloWith(SessionToken(u"Ada"_s)));
    QVERIFY(lost.takeAll<serverevent::Welcome>().value(0).session != SessionToken(u"Ada"_s));
    NativePeer again(house, 2);
    again.say(helloWith(SessionToken(u"Ada"_s)));
    QCOMPARE(again.takeAll<serverevent::Failed>().value(0).error.code, ErrorCode::NameTaken);
}

void TestComingBack::aTokenStandsForThePassword()
{
    House house(locked());
    NativePeer lost(house, 1);
    command::Hello hello = helloWith(secret);
    hello.password = u"sesame"_s;
    lost.say(hello);
    const auto before = lost.takeAll<serverevent::Welcome>().value(0);
    lost.wire().close();
    house.advance(Timing().keepSession - 1'000);
    NativePeer again(house, 2);
    again.say(helloWith(secret));
    QCOMPARE(again.takeAll<serverevent::Welcome>().value(0).self.id, before.self.id);
    again.wire().close();
    house.advance(Timing().keepSession + 1'000);
    NativePeer late(house, 3);
    late.say(helloWith(secret));
    QCOMPARE(late.takeAll<serverevent::Failed>().value(0).error.code, ErrorCode::WrongPassword);
}

void TestComingBack::afterARestartThePasswordIsAskedForAgain()
{
    Drawer drawer;
    command::Hello hello = helloWith(secret);
    hello.password = u"sesame"_s;
    serverevent::Welcome before;
    {
        House house(locked(), std::make_unique<MemoryStore>(), &drawer);
        NativePeer ada(house, 1);
        ada.say(hello);
        before = ada.takeAll<serverevent::Welcome>().value(0);
    }
    House house(locked(), std::make_unique<MemoryStore>(), &drawer);
    NativePeer again(house, 2);
    again.say(helloWith(secret));
    QCOMPARE(again.takeAll<serverevent::Failed>().value(0).error.code, ErrorCode::WrongPassword);
    QVERIFY(again.takeAll<serverevent::Welcome>().isEmpty());
    again.say(hello);
    QCOMPARE(again.takeAll<serverevent::Welcome>().value(0).self, before.self);
    again.wire().close();
    NativePeer third(house, 3); // it was here in this run, now
    third.say(helloWith(secret));
    QCOMPARE(third.takeAll<serverevent::Welcome>().value(0).self.id, before.self.id);
}

void TestComingBack::afterARestartANameIsItsKeysStill()
{
    const QByteArray adasKey(64, 'a');
    HostOptions options;
    options.nameKeeper = std::make_shared<Shelf>();
    Drawer drawer;
    const auto comeWith = [](House &house, quint16 port, const QByteArray &key) {
        const auto wire = house.connectWithKey(port, key);
        wire->say(json::encode(Command(helloWith(secret))) + '\0');
        house.turn();
        return wire->take();
    };
    {
        House house(options, std::make_unique<MemoryStore>(), &drawer);
        QVERIFY(comeWith(house, 1, adasKey).contains(R"("verified":true)"));
    }
    House house(options, std::make_unique<MemoryStore>(), &drawer);
    QVERIFY(comeWith(house, 2, {}).contains(R"("code":"name-taken")"));
    QVERIFY(comeWith(house, 3, QByteArray(64, 'b')).contains(R"("code":"name-taken")"));
    QVERIFY(comeWith(house, 4, adasKey).contains(R"("verified":true)"));
}

QTEST_GUILESS_MAIN(TestComingBack)
#include "tst_comingback.moc"
