#include "tests/chaos/scene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::chaos;

Q_DECLARE_METATYPE(tincan::chaos::Crossing::Direction)

namespace {

const QString longWords(30'000, u'é');
const QStringList nothing;

} // namespace

// Each thing that can go wrong between a client and a server, alone: a real server, real clients, and a
// network that does what it is told.
class TestSurviving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void splitsAndDelaysChangeNothing();
    void aCutInTheMiddleOfAFrame_data();
    void aCutInTheMiddleOfAFrame();
    void aConnectionWithOneHalfClosed_data();
    void aConnectionWithOneHalfClosed();
    void aConnectionThatGoesDeadWithoutAWord();
    void aClientThatDiesBetweenPostAndAcknowledgement();
    void aClientThatDiesWithItsCopyAndComesAgain();
    void whatWasTypedWithoutAServerOutlivesTheClient();
    void aPlainClientHearsWholeMessagesAndEachOnce();
    void aServerThatIsKilledDuringAPost();
    void aServerThatIsKilledBeforeAnAcknowledgementArrives();
    void comingBackAfterTheServersRestart();
    void aServerThatIsTerminatedUnderLoad();

private:
    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<NativeMember> m_ada; ///< by the proxy's first connection
    std::unique_ptr<NativeMember> m_bo;
    QTimer m_load; ///< while it runs both talk without a pause
};

void TestSurviving::init()
{
    m_scene = std::make_unique<Scene>();
    QVERIFY(m_scene->opens());
    m_ada = m_scene->comes(u"Ada"_s);
    m_bo = m_scene->comes(u"Bo"_s);
    QVERIFY(m_ada && m_bo);
    m_load.callOnTimeout([this] {
        m_scene->says(*m_ada, u"words"_s);
        m_scene->says(*m_bo, QString(2'000, u'.'));
    });
}

void TestSurviving::cleanup()
{
    m_load.stop();
    m_load.disconnect();
    m_ada.reset();
    m_bo.reset();
    m_scene.reset();
}

void TestSurviving::splitsAndDelaysChangeNothing()
{
    m_scene->proxy().setWeather({true, 100});
    for (int i = 0; i < 20; ++i) {
        m_scene->says(i % 2 ? *m_ada : *m_bo, i % 5 ? u"你好🙂"_s : longWords);
    }
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_ada->lastSeen(), 20);
}

void TestSurviving::aCutInTheMiddleOfAFrame_data()
{
    QTest::addColumn<Crossing::Direction>("direction");
    QTest::newRow("a post") << Crossing::Direction::ToServer;
    QTest::newRow("an acknowledgement") << Crossing::Direction::ToClient;
}

void TestSurviving::aCutInTheMiddleOfAFrame()
{
    QFETCH(Crossing::Direction, direction);
    m_scene->says(*m_ada, u"before"_s);
    QTRY_VERIFY(m_ada->isQuiet());
    m_scene->crossing().closeAfter(direction, 10'000);
    m_scene->says(*m_ada, longWords);
    m_scene->says(*m_ada, u"behind"_s);
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_bo->lastSeen(), 3);
}

void TestSurviving::aConnectionWithOneHalfClosed_data()
{
    QTest::addColumn<Crossing::Direction>("direction");
    QTest::newRow("to the server") << Crossing::Direction::ToServer;
    QTest::newRow("to the client") << Crossing::Direction::ToClient;
}

void TestSurviving::aConnectionWithOneHalfClosed()
{
    QFETCH(Crossing::Direction, direction);
    m_scene->says(*m_ada, u"before"_s);
    m_scene->crossing().halfClose(direction);
    m_scene->says(*m_ada, u"behind"_s);
    m_scene->says(*m_bo, u"meanwhile"_s);
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_bo->lastSeen(), 3);
}

/// The server still takes the old connection for alive when the client has given it up.
void TestSurviving::aConnectionThatGoesDeadWithoutAWord()
{
    m_scene->crossing().stall(60'000);
    m_scene->says(*m_ada, u"into the void"_s);
    m_scene->says(*m_bo, u"meanwhile"_s);
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_ada->lastSeen(), 2);
    QCOMPARE(m_ada->client().self().name, u"Ada"_s);
}

void TestSurviving::aClientThatDiesBetweenPostAndAcknowledgement()
{
    m_scene->crossing().mute(Crossing::Direction::ToClient);
    const int number = m_scene->says(*m_ada, u"famous last words"_s);
    QTRY_COMPARE(m_bo->lastSeen(), 1);
    QVERIFY(!m_scene->ledger().at(number).acknowledged);
    m_ada.reset();
    m_ada = m_scene->comes(u"Ada again"_s);
    QVERIFY(m_ada);
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_ada->lastSeen(), 1);
}

/// It does not know that its post was stored, and posts it again: as who it was.
void TestSurviving::aClientThatDiesWithItsCopyAndComesAgain()
{
    m_ada = m_scene->comes(u"Cy"_s, u"copy"_s);
    QVERIFY(m_ada);
    QTRY_COMPARE(m_scene->proxy().crossings().size(), 2);
    const MemberId cy = m_ada->client().self().id;
    m_scene->crossing(1).mute(Crossing::Direction::ToClient);
    const int number = m_scene->says(*m_ada, u"once"_s);
    QTRY_COMPARE(m_bo->lastSeen(), 1);
    QVERIFY(!m_scene->ledger().at(number).acknowledged);
    m_ada.reset();
    m_ada = m_scene->comes(u"Cy"_s, u"copy"_s);
    QVERIFY(m_ada);
    QTRY_VERIFY(m_scene->ledger().at(number).acknowledged);
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_bo->lastSeen(), 1);
    QCOMPARE(m_ada->client().self().id, cy);
}

void TestSurviving::whatWasTypedWithoutAServerOutlivesTheClient()
{
    m_ada = m_scene->comes(u"Cy"_s, u"copy"_s);
    QVERIFY(m_ada);
    QVERIFY(m_scene->dies());
    m_scene->says(*m_ada, u"to nobody yet"_s);
    m_ada.reset();
    QVERIFY(m_scene->opens());
    m_ada = m_scene->comes(u"Cy"_s, u"copy"_s);
    QVERIFY(m_ada);
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_bo->lastSeen(), 1);
}

void TestSurviving::aPlainClientHearsWholeMessagesAndEachOnce()
{
    PlainMember script(u"script"_s, m_scene->proxy().port(), m_scene->ledger(), 1);
    QTRY_COMPARE(m_scene->proxy().crossings().size(), 3);
    m_scene->proxy().setWeather({true, 5});
    for (int i = 0; i < 30; ++i) {
        m_scene->says(*m_ada, i % 3 ? u"你好🙂"_s : longWords);
        if (i % 10 == 9) {
            m_scene->crossing(2).closeAfter(Crossing::Direction::ToClient, 5'000);
            QTRY_COMPARE(script.heard().size(), i / 10 + 2); // it came again
            QTRY_COMPARE(m_scene->proxy().crossings().size(), 3);
        }
    }
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(script.complaints(), nothing);
    QVERIFY(script.heard().size() > 3);
}

void TestSurviving::aServerThatIsKilledDuringAPost()
{
    for (int round = 1; round <= 3; ++round) {
        m_load.start(1);
        QTRY_VERIFY(m_scene->ledger().acknowledged() > round * 50);
        QVERIFY(m_scene->dies());
        m_load.stop();
        QVERIFY(m_scene->ledger().open() > 0);
        QVERIFY(m_scene->opens());
    }
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_bo->lastSeen(), m_scene->ledger().sayings().size());
}

/// The server that starts again has to know the post for one that it has.
void TestSurviving::aServerThatIsKilledBeforeAnAcknowledgementArrives()
{
    m_scene->crossing().mute(Crossing::Direction::ToClient);
    m_scene->says(*m_ada, u"once"_s);
    QTRY_COMPARE(m_bo->lastSeen(), 1);
    QVERIFY(m_scene->dies());
    QVERIFY(m_scene->opens());
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_bo->lastSeen(), 1);
}

void TestSurviving::comingBackAfterTheServersRestart()
{
    m_scene->says(*m_ada, u"before"_s);
    QTRY_COMPARE(m_bo->lastSeen(), 1);
    const MemberId ada = m_ada->client().self().id;
    QVERIFY(m_scene->dies());
    m_scene->says(*m_ada, u"while it is away"_s);
    QVERIFY(m_scene->opens());
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_bo->lastSeen(), 2);
    QCOMPARE(m_ada->client().self().id, ada);
}

void TestSurviving::aServerThatIsTerminatedUnderLoad()
{
    m_load.start(1);
    QTRY_VERIFY(m_scene->ledger().acknowledged() > 100);
    QVERIFY(m_scene->terminates());
    m_load.stop();
    QVERIFY(m_scene->ledger().open() > 0);
    QVERIFY(m_scene->opens());
    QCOMPARE(m_scene->verdict({m_ada.get(), m_bo.get()}), nothing);
    QCOMPARE(m_bo->lastSeen(), m_scene->ledger().sayings().size());
}

QTEST_GUILESS_MAIN(TestSurviving)
#include "tst_surviving.moc"
