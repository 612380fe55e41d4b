#include "protocol/clock.h"
#include "protocol/error.h"
#include "protocol/moderation.h"
#include "protocol/roomevent.h"

#include <QSet>
#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

class WireWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorCodeHasAWordOfItsOwn();
    void everyEventKindHasAWordOfItsOwn();
    void everyWayToSpeakHasAWordOfItsOwn();
    void everyActHasAWordOfItsOwn();
    void rolesAndWritersHaveWords();
    void wordsOfOthersMeanNothing();
    void clocksGoForward();
};

void WireWordsTest::everyErrorCodeHasAWordOfItsOwn()
{
    const QStringList words = {u"bad-json"_s,       u"bad-utf8"_s,      u"unknown-kind"_s, u"bad-field"_s,
                               u"too-long"_s,       u"no-such-room"_s,  u"name-taken"_s,   u"bad-name"_s,
                               u"wrong-password"_s, u"too-fast"_s,      u"full"_s,         u"banned"_s,
                               u"not-allowed"_s,    u"slow-consumer"_s, u"closing"_s};
    for (int i = 0; i < words.size(); ++i) {
        QCOMPARE(QString(wireName(ErrorCode(i))), words[i]);
        QCOMPARE(errorCodeFromWire(words[i]), ErrorCode(i));
    }
    QCOMPARE(int(ErrorCode::Closing), int(words.size()) - 1);
}

void WireWordsTest::everyEventKindHasAWordOfItsOwn()
{
    QSet<QString> words;
    for (int kind = 0; kind <= int(EventKind::Unknown); ++kind) {
        words.insert(wireName(EventKind(kind)));
        QCOMPARE(eventKindFromWire(QString(wireName(EventKind(kind)))), EventKind(kind));
    }
    QCOMPARE(words.size(), int(EventKind::Unknown) + 1);
}

void WireWordsTest::everyWayToSpeakHasAWordOfItsOwn()
{
    QSet<QString> words;
    for (int via = 0; via <= int(Via::Web); ++via) {
        words.insert(wireName(Via(via)));
        QCOMPARE(viaFromWire(QString(wireName(Via(via)))), Via(via));
    }
    QCOMPARE(words.size(), int(Via::Web) + 1);
}

void WireWordsTest::everyActHasAWordOfItsOwn()
{
    QSet<QString> words;
    for (int act = 0; act <= int(Act::Delete); ++act) {
        words.insert(wireName(Act(act)));
        QCOMPARE(actFromWire(QString(wireName(Act(act)))), Act(act));
    }
    QCOMPARE(words.size(), int(Act::Delete) + 1);
}

void WireWordsTest::rolesAndWritersHaveWords()
{
    for (const Role role : {Role::Moderator, Role::Owner}) {
        QCOMPARE(roleFromWire(QString(wireName(role))), role);
    }
    QVERIFY(wireName(Role::None).isEmpty());
    for (const Writers writers : {Writers::All, Writers::Members, Writers::Moderators}) {
        QCOMPARE(writersFromWire(QString(wireName(writers))), writers);
    }
}

void WireWordsTest::wordsOfOthersMeanNothing()
{
    QCOMPARE(actFromWire(u"Kick"), std::nullopt);
    QCOMPARE(writersFromWire(u"nobody"), std::nullopt);
    QCOMPARE(roleFromWire(u"king"), Role::None);
    QCOMPARE(errorCodeFromWire(u"Too-Long"), std::nullopt);
    QCOMPARE(errorCodeFromWire(u""), std::nullopt);
    QCOMPARE(viaFromWire(u"telnet"), std::nullopt);
    QCOMPARE(eventKindFromWire(u"poll"), EventKind::Unknown);
}

void WireWordsTest::clocksGoForward()
{
    const SystemClock clock;
    const auto first = clock.monotonic();
    QVERIFY(clock.monotonic() >= first);
    QVERIFY(clock.utc() > 1'600'000'000'000);
}

QTEST_GUILESS_MAIN(WireWordsTest)
#include "tst_wirewords.moc"
