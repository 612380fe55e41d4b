#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const SessionToken secret(u"a secret of my own making"_s);

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
    void aTokenThatIsEasyToGuessIsNotKept();
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

QTEST_GUILESS_MAIN(TestComingBack)
#include "tst_comingback.moc"
