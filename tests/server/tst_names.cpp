#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const QByteArray adasKey(64, 'a');
const QByteArray bosKey(64, 'b');

/// Keeps names as long as it is kept itself.
class Shelf final : public NameKeeper
{
public:
    QList<RegisteredName> load() override { return names; }
    void save(const QList<RegisteredName> &all) override
    {
        names = all;
        ++saves;
    }

    QList<RegisteredName> names;
    int saves = 0;
};

HostOptions keeping(const std::shared_ptr<NameKeeper> &keeper)
{
    HostOptions options;
    options.nameKeeper = keeper;
    return options;
}

/// A register in which nobody is around but those named.
struct Register
{
    explicit Register(NameKeeper *keeper = nullptr)
        : names({keeper, clock, deadlines, [this](const QString &name) { return present.contains(name); }})
    {
    }
    void claim(const QString &name, const QByteArray &key)
    {
        clock.advance(1);
        names.claim(name, key);
    }

    ManualClock clock;
    DeadlineQueue deadlines{clock};
    QStringList present;
    NameRegister names;
};

QByteArray keyNumber(int number)
{
    return QByteArray::number(number).rightJustified(64, '0');
}

} // namespace

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameBelongsToTheKeyThatHadItFirst();
    void aLookalikeOfSomebodysNameIsTakenToo();
    void aMemberMayHaveSeveralNames();
    void aPlainClientCannotTakeARegisteredName();
    void aPlainClientWithAKeyCan();
    void aNameInUseStaysWithWhoeverHasIt();
    void aLostMembersNameIsItsKeysAtOnce();
    void aNameThatNobodyChoseBelongsToNobody();
    void whoIsVerifiedIsMarked();
    void aRenamedMemberIsVerifiedForItsPresentName();
    void aTokenIsOfNoUseWithoutTheKey_data();
    void aTokenIsOfNoUseWithoutTheKey();
    void whoComesBackWithItsKeyIsVerifiedStill();
    void aSuggestionBelongsToNobodyElse();
    void namesOutlastTheServer();
    void savingWaitsForMore();
    void leastUsedNamesGoFirst();
    void noKeyUsesUpTheRegister();
    void savedNamesThatClashAreLeftOut();
};

void TestNames::aNameBelongsToTheKeyThatHadItFirst()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    QVERIFY(ada.welcome.self.verified);
    ada.say(command::Quit{});
    ada.wire().close();
    for (const QByteArray &key : {bosKey, QByteArray()}) {
        NativePeer thief(house, 50002, u"Ada"_s, key);
        const auto failures = thief.takeAll<serverevent::Failed>();
        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures.first().error.code, ErrorCode::NameTaken);
        QCOMPARE(failures.first().suggestion, u"Ada-2"_s);
    }
    NativePeer again(house, 50003, u"ada"_s, adasKey);
    QVERIFY(again.welcome.self.verified);
    QCOMPARE(again.welcome.self.name, u"ada"_s);
}

void TestNames::aLookalikeOfSomebodysNameIsTakenToo()
{
    House house;
    NativePeer(house, 50001, u"Ada"_s, adasKey).say(command::Quit{});
    NativePeer thief(house, 50002, u"\u0410da"_s, bosKey);
    QCOMPARE(thief.takeAll<serverevent::Failed>().value(0).error.code, ErrorCode::NameTaken);
    NativePeer ada(house, 50003, u"\u0410da"_s, adasKey);
    QVERIFY(ada.welcome.self.verified);
}

void TestNames::aMemberMayHaveSeveralNames()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    ada.say(command::Nick{u"Countess"_s, u"1"_s});
    QVERIFY(ada.takeAll<serverevent::Self>().value(0).self.verified);
    NativePeer bo(house, 50002, u"Ada"_s, bosKey);
    QCOMPARE(bo.takeAll<serverevent::Failed>().size(), 1);
}

void TestNames::aPlainClientCannotTakeARegisteredName()
{
    House house;
    NativePeer(house, 50001, u"Ada"_s, adasKey).say(command::Quit{});
    TextPeer bo(house, 50002);
    bo.say("hello");
    QCOMPARE(bo.ask("/nick Ada"), QStringList({u"! That name is taken. Ada-2 is free."_s}));
    QCOMPARE(bo.ask("/nick Ada-2").size(), 1);
}

void TestNames::aPlainClientWithAKeyCan()
{
    House house;
    TextPeer ada(house, house.connectWithKey(50001, adasKey), '\n');
    ada.say("hello");
    ada.ask("/nick Ada");
    QCOMPARE(ada.ask("/who").value(1), u"* Ada (line, encrypted, verified)"_s);
    TextPeer bo(house, 50002);
    bo.say("hello");
    QVERIFY(bo.take().size() > 0);
    ada.wire().close();
    house.turn();
    bo.take();
    QCOMPARE(bo.ask("/nick Ada").value(0), u"! That name is taken. Ada-2 is free."_s);
}

void TestNames::aNameInUseStaysWithWhoeverHasIt()
{
    House house;
    TextPeer guest(house, 50001);
    guest.ask("/nick Ada");
    NativePeer ada(house, 50002, u"Ada"_s, adasKey);
    QCOMPARE(ada.takeAll<serverevent::Failed>().value(0).suggestion, u"Ada-2"_s);
    guest.wire().close();
    house.turn();
    ada.enter(u"Ada"_s);
    QVERIFY(ada.welcome.self.verified);
}

void TestNames::aLostMembersNameIsItsKeysAtOnce()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    ada.wire().close();
    NativePeer stranger(house, 50002, u"Ada"_s, bosKey);
    QVERIFY(stranger.welcome.self.name.isEmpty());
    NativePeer again(house, 50003, u"Ada"_s, adasKey);
    QCOMPARE(again.welcome.self.name, u"Ada"_s);
    QVERIFY(again.welcome.self.verified);
    NativePeer second(house, 50004, u"Ada"_s, adasKey);
    QVERIFY(second.welcome.self.name.isEmpty()); // it is there already
}

void TestNames::aNameThatNobodyChoseBelongsToNobody()
{
    House house;
    NativePeer ada(house, 50001, QString(), adasKey);
    QCOMPARE(ada.welcome.self.name, u"guest-50001"_s);
    QVERIFY(!ada.welcome.self.verified);
    ada.say(command::Quit{});
    ada.wire().close();
    NativePeer bo(house, 50001, QString(), bosKey);
    QCOMPARE(bo.welcome.self.name, u"guest-50001"_s);
}

void TestNames::whoIsVerifiedIsMarked()
{
    House house;
    NativePeer bo(house, 50001, u"Bo"_s);
    NativePeer ada(house, 50002, u"Ada"_s, adasKey);
    QVERIFY(bo.takeAll<serverevent::Presence>().value(0).joined.value(0).verified);
    ada.post(u"me"_s, u"1"_s);
    bo.post(u"and me"_s, u"1"_s);
    const auto events = bo.takeAll<serverevent::Happened>();
    QVERIFY(events.value(0).event.from.verified);
    QVERIFY(!events.value(1).event.from.verified);
    bo.say(command::History{RoomId(u"lounge"_s), 0, 10, u"h"_s});
    const auto page = bo.takeAll<serverevent::HistoryPage>().value(0);
    QVERIFY(page.events.value(0).from.verified);
    TextPeer cy(house, 50003);
    cy.say("hello");
    QVERIFY(cy.ask("/who").contains(u"* Ada (native, encrypted, verified)"_s));
    QVERIFY(cy.ask("/who").contains(u"* Bo (native)"_s));
}

void TestNames::aRenamedMemberIsVerifiedForItsPresentName()
{
    House house;
    NativePeer ada(house, 50001, QString(), adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    bo.takeEverything();
    ada.say(command::Nick{u"Ada"_s, u"1"_s});
    const auto changed = bo.takeAll<serverevent::Presence>().value(0).changed;
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.first().verified);
}

void TestNames::aTokenIsOfNoUseWithoutTheKey_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("another") << bosKey;
}

void TestNames::aTokenIsOfNoUseWithoutTheKey()
{
    QFETCH(QByteArray, key);
    House house;
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    ada.say(command::Direct{NativePeer(house, 50002, u"Bo"_s).welcome.self.id, {}});
    ada.post(u"mine"_s, u"1"_s);
    command::Hello hello;
    hello.name = u"Ada"_s;
    hello.session = ada.welcome.session;
    const auto wire = house.connectWithKey(50003, key);
    wire->say(json::encode(Command(hello)) + '\0');
    house.turn();
    QVERIFY(wire->take().contains(R"("code":"name-taken")"));
    hello.name = u"Mallory"_s;
    wire->say(json::encode(Command(hello)) + '\0');
    house.turn();
    const QByteArray welcome = wire->take();
    QVERIFY(welcome.contains(R"("self":{"id":")"));
    const QByteArray adasId = ada.welcome.self.id.value().toUtf8();
    QVERIFY(!welcome.contains(R"("self":{"id":")" + adasId));
    QVERIFY(!welcome.contains(R"("kind":"direct")"));
    QVERIFY(!ada.wire().ended);
    ada.post(u"still here"_s, u"2"_s);
    QCOMPARE(ada.takeAll<serverevent::Happened>().constLast().event.text, u"still here"_s);
}

void TestNames::whoComesBackWithItsKeyIsVerifiedStill()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    command::Hello hello;
    hello.session = ada.welcome.session;
    const auto wire = house.connectWithKey(50004, adasKey);
    wire->say(json::encode(Command(hello)) + '\0');
    house.turn();
    QVERIFY(ada.wire().ended);
    QVERIFY(
        wire->take().contains(R"("name":"Ada","via":"native","tls":true,"state":"here","verified":true)"));
}

void TestNames::aSuggestionBelongsToNobodyElse()
{
    House house;
    NativePeer(house, 50001, u"Ada"_s, adasKey).say(command::Quit{});
    NativePeer(house, 50002, u"Ada-2"_s, adasKey).say(command::Quit{});
    NativePeer bo(house, 50003, u"Ada"_s, bosKey);
    QCOMPARE(bo.takeAll<serverevent::Failed>().value(0).suggestion, u"Ada-3"_s);
}

void TestNames::namesOutlastTheServer()
{
    const auto shelf = std::make_shared<Shelf>();
    {
        House house(keeping(shelf));
        NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    }
    QCOMPARE(shelf->names.size(), 1);
    QCOMPARE(shelf->names.first().name, u"Ada"_s);
    QCOMPARE(shelf->names.first().key, adasKey);
    House house(keeping(shelf));
    NativePeer bo(house, 50001, u"ADA"_s, bosKey);
    QCOMPARE(bo.takeAll<serverevent::Failed>().size(), 1);
    NativePeer ada(house, 50002, u"Ada"_s, adasKey);
    QVERIFY(ada.welcome.self.verified);
}

void TestNames::savingWaitsForMore()
{
    const auto shelf = std::make_shared<Shelf>();
    House house(keeping(shelf));
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    house.advance(1000);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    QCOMPARE(shelf->saves, 0);
    house.advance(1000);
    QCOMPARE(shelf->saves, 1);
    QCOMPARE(shelf->names.size(), 2);
    house.advance(10'000);
    QCOMPARE(shelf->saves, 1);
}

void TestNames::leastUsedNamesGoFirst()
{
    Register all;
    const int most = int(NameRegister::mostNames);
    for (int i = 0; i < most; ++i)
        all.claim(u"n%1x"_s.arg(i), keyNumber(i));
    all.present = QStringList{u"n1x"_s};
    all.claim(u"n0x"_s, keyNumber(0));
    all.claim(u"another"_s, keyNumber(most));
    QCOMPARE(all.names.size(), NameRegister::mostNames);
    QVERIFY(!all.names.allows(u"n0x"_s, bosKey));
    QVERIFY(!all.names.allows(u"n1x"_s, bosKey));
    QVERIFY(all.names.allows(u"n2x"_s, bosKey));
    QVERIFY(!all.names.allows(u"another"_s, bosKey));
}

void TestNames::noKeyUsesUpTheRegister()
{
    Register all;
    all.claim(u"Bo"_s, bosKey);
    for (int i = 0; i < 100; ++i)
        all.claim(u"n%1x"_s.arg(i), adasKey);
    QCOMPARE(all.names.size(), NameRegister::mostOfOneKey + 1);
    QVERIFY(!all.names.allows(u"Bo"_s, adasKey));
    QVERIFY(!all.names.allows(u"n99x"_s, bosKey));
    QVERIFY(all.names.allows(u"n0x"_s, bosKey));
}

void TestNames::savedNamesThatClashAreLeftOut()
{
    Shelf shelf;
    shelf.names = {{u"Ada"_s, bosKey, 2}, {u"ADA"_s, adasKey, 1}};
    Register all(&shelf);
    QCOMPARE(all.names.size(), std::size_t(1));
    QVERIFY(all.names.allows(u"Ada"_s, adasKey));
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
