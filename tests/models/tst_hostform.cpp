#include "ui/models/hostform.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

class FakeHost final : public RoomHost
{
public:
    void open(const HostRequest &request) override { asked.append(request); }
    void close() override {}
    bool isOpen() const override { return false; }
    HostedRoom room() const override { return {}; }
    int guests() const override { return 0; }

    QList<HostRequest> asked;
};

} // namespace

class TestHostForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstRoomIsNamedAfterItsHost();
    void theLastRoomComesBack();
    void whatIsFilledInIsAskedFor();
    void aRoomIsShownNearbyUnlessItCannotBeReached();
    void theHistoryIsKeptWhereThatIsAskedFor();
    void aNameIsNeeded();
    void aPortIsANumberFromOneTo65535_data();
    void aPortIsANumberFromOneTo65535();
    void nothingIsAskedTwice();
    void aTakenPortOffersAFreeOne();
    void everyRefusalHasASentence();
    void anotherPortForgetsTheRefusal();
    void anOpenRoomIsPassedOn();
    void whatTheHostDoesForOthersIsNotMine();
};

void TestHostForm::aFirstRoomIsNamedAfterItsHost()
{
    FakeHost host;
    const HostForm form(host, {}, u"Ada"_s);
    QCOMPARE(form.name(), u"Ada's room"_s);
    QCOMPARE(form.port(), u"4040"_s);
    QCOMPARE(form.reach(), Reach::Network);
    QVERIFY(form.canSubmit());
}

void TestHostForm::theLastRoomComesBack()
{
    FakeHost host;
    HostRequest last;
    last.name = u"Kitchen"_s;
    last.port = 5000;
    last.reach = Reach::ThisComputer;
    last.clearAllowed = false;
    const HostForm form(host, last, u"Ada"_s);
    QCOMPARE(form.name(), u"Kitchen"_s);
    QCOMPARE(form.port(), u"5000"_s);
    QCOMPARE(form.reach(), Reach::ThisComputer);
    QVERIFY(!form.isClearAllowed());
}

void TestHostForm::whatIsFilledInIsAskedFor()
{
    FakeHost host;
    HostForm form(host, {}, u"Ada"_s);
    form.setName(u"  The   attic "_s);
    form.setReach(Reach::ThisComputer);
    form.setPort(u" 4242 "_s);
    form.setPassword(u" secret "_s);
    QVERIFY(form.isClearAllowed());
    form.setClearAllowed(false);
    form.submit();
    QVERIFY(!host.asked.first().clearAllowed);
    QCOMPARE(host.asked.size(), 1);
    QCOMPARE(host.asked.first().name, u"The attic"_s);
    QCOMPARE(host.asked.first().reach, Reach::ThisComputer);
    QCOMPARE(host.asked.first().port, 4242);
    QCOMPARE(host.asked.first().password, u" secret "_s);
}

void TestHostForm::aRoomIsShownNearbyUnlessItCannotBeReached()
{
    FakeHost host;
    HostForm form(host, {}, u"Ada"_s);
    QVERIFY(form.showsNearby());
    QVERIFY(form.request().showNearby);
    form.setReach(Reach::ThisComputer);
    QVERIFY(!form.canBeSeenNearby());
    QVERIFY(!form.showsNearby());
    form.setReach(Reach::Network);
    QVERIFY(form.showsNearby());
    form.setShowNearby(false);
    QVERIFY(!form.showsNearby());
    QVERIFY(!form.request().showNearby);
    QVERIFY(!HostForm(host, form.request(), u"Ada"_s).showsNearby());
}

void TestHostForm::aNameIsNeeded()
{
    FakeHost host;
    HostForm form(host, {}, u"Ada"_s);
    form.setName(u"  "_s);
    QVERIFY(!form.nameProblem().isEmpty());
    form.submit();
    QCOMPARE(host.asked.size(), 0);
    form.setName(QString(65, u'a'));
    QVERIFY(!form.nameProblem().isEmpty());
    form.setName(QString(64, u'a'));
    QCOMPARE(form.nameProblem(), QString());
}

void TestHostForm::aPortIsANumberFromOneTo65535_data()
{
    QTest::addColumn<QString>("port");
    QTest::addColumn<bool>("good");
    QTest::newRow("least") << u"1"_s << true;
    QTest::newRow("most") << u"65535"_s << true;
    QTest::newRow("none") << u"0"_s << false;
    QTest::newRow("too many") << u"65536"_s << false;
    QTest::newRow("negative") << u"-1"_s << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("word") << u"http"_s << false;
    QTest::newRow("huge") << u"99999999999999999999"_s << false;
}

void TestHostForm::aPortIsANumberFromOneTo65535()
{
    QFETCH(QString, port);
    QFETCH(bool, good);
    FakeHost host;
    HostForm form(host, {}, u"Ada"_s);
    form.setPort(port);
    QCOMPARE(form.portProblem().isEmpty(), good);
    QCOMPARE(form.canSubmit(), good);
}

void TestHostForm::nothingIsAskedTwice()
{
    FakeHost host;
    HostForm form(host, {}, u"Ada"_s);
    form.submit();
    QVERIFY(form.isBusy());
    form.submit();
    QCOMPARE(host.asked.size(), 1);
}

void TestHostForm::aTakenPortOffersAFreeOne()
{
    FakeHost host;
    HostForm form(host, {}, u"Ada"_s);
    QSignalSpy refused(&form, &HostForm::refusalChanged);
    form.submit();
    Q_EMIT host.refused(HostProblem::PortTaken, 4041, u"EADDRINUSE"_s);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(form.refusal(), u"Port 4040 is in use by another program on this computer."_s);
    QCOMPARE(form.details(), u"EADDRINUSE"_s);
    QCOMPARE(form.freePortText(), u"Use Port 4041"_s);
    QVERIFY(form.canSubmit());
    form.useFreePort();
    QCOMPARE(form.port(), u"4041"_s);
    QCOMPARE(form.refusal(), QString());
    QCOMPARE(host.asked.size(), 2);
    QCOMPARE(host.asked.last().port, 4041);
}

void TestHostForm::theHistoryIsKeptWhereThatIsAskedFor()
{
    FakeHost host;
    HostForm form(host, {}, u"Ada"_s);
    QVERIFY(!form.keepsHistory());
    QVERIFY(!form.request().keepHistory);
    form.setKeepHistory(true);
    form.setKeepDays(30);
    QVERIFY(form.keepsHistory());
    QCOMPARE(HostForm(host, form.request(), u"Ada"_s).keepDays(), 30);
    QVERIFY(HostForm(host, form.request(), u"Ada"_s).keepsHistory());
    form.submit();
    QVERIFY(host.asked.first().keepHistory);
    Q_EMIT host.refused(HostProblem::CannotKeep, 0, u"The disk is full."_s);
    QVERIFY(form.refusal().contains(u"The disk is full."_s));
}

void TestHostForm::everyRefusalHasASentence()
{
    QSet<QString> sentences;
    for (const HostProblem problem :
         {HostProblem::PortTaken, HostProblem::PortForbidden, HostProblem::CannotKeep, HostProblem::Other}) {
        FakeHost host;
        HostForm form(host, {}, u"Ada"_s);
        form.submit();
        Q_EMIT host.refused(problem, 0, {});
        sentences.insert(form.refusal());
        QCOMPARE(form.freePortText(), QString());
    }
    QCOMPARE(sentences.size(), 4);
    QVERIFY(!sentences.contains(QString()));
}

void TestHostForm::anotherPortForgetsTheRefusal()
{
    FakeHost host;
    HostForm form(host, {}, u"Ada"_s);
    form.submit();
    Q_EMIT host.refused(HostProblem::PortTaken, 4041, {});
    form.setPort(u"4050"_s);
    QCOMPARE(form.refusal(), QString());
    QCOMPARE(form.freePort(), 0);
}

void TestHostForm::anOpenRoomIsPassedOn()
{
    FakeHost host;
    HostForm form(host, {}, u"Ada"_s);
    QSignalSpy opened(&form, &HostForm::opened);
    form.submit();
    HostedRoom room;
    room.port = 4040;
    Q_EMIT host.opened(room);
    QCOMPARE(opened.count(), 1);
    QVERIFY(!form.isBusy());
    QVERIFY(!form.canSubmit()); // a second press must not open a second one
}

void TestHostForm::whatTheHostDoesForOthersIsNotMine()
{
    FakeHost host;
    HostForm form(host, {}, u"Ada"_s);
    QSignalSpy opened(&form, &HostForm::opened);
    Q_EMIT host.opened({});
    Q_EMIT host.refused(HostProblem::Other, 0, {});
    QCOMPARE(opened.count(), 0);
    QCOMPARE(form.refusal(), QString());
}

QTEST_GUILESS_MAIN(TestHostForm)
#include "tst_hostform.moc"
