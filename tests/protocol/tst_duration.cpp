#include "protocol/duration.h"
#include "protocol/plainlists.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

class DurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreRead_data();
    void wordsAreRead();
    void timesAreSaidInWholeUnits_data();
    void timesAreSaidInWholeUnits();
    void termsMayLeaveOutWhatTheyLike_data();
    void termsMayLeaveOutWhatTheyLike();
    void bansAreDescribed();
    void actsAreDescribed_data();
    void actsAreDescribed();
    void connectionsAreDescribed();
    void whatIsInANameStandsForItself();
};

void DurationTest::wordsAreRead_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("seconds"); // -1: none
    const auto row = [](const QString &word, int seconds) {
        QTest::newRow(qPrintable(word)) << word << seconds;
    };
    row(u"90s"_s, 90);
    row(u"10m"_s, 600);
    row(u"2H"_s, 7'200);
    row(u"7d"_s, 604'800);
    row(u"Forever"_s, 0);
    row(u"10"_s, -1);
    row(u"m"_s, -1);
    row(u""_s, -1);
    row(u"0m"_s, -1);
    row(u"-5m"_s, -1);
    row(u"1.5h"_s, -1);
    row(u"10x"_s, -1);
    row(u"100001d"_s, -1);
    row(u"99999999999999999999d"_s, -1);
}

void DurationTest::wordsAreRead()
{
    QFETCH(QString, word);
    QFETCH(int, seconds);
    QCOMPARE(durationFromWord(word).value_or(-1), seconds);
}

void DurationTest::timesAreSaidInWholeUnits_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    const auto row = [](int seconds, const QString &words) {
        QTest::newRow(qPrintable(words)) << seconds << words;
    };
    row(1, u"1 second"_s);
    row(59, u"59 seconds"_s);
    row(60, u"1 minute"_s);
    row(119, u"119 seconds"_s);
    row(121, u"3 minutes"_s);
    row(3'599, u"60 minutes"_s);
    row(3'600, u"1 hour"_s);
    row(5'400, u"90 minutes"_s);
    row(7'201, u"3 hours"_s);
    row(86'400, u"1 day"_s);
    row(604'800, u"7 days"_s);
    row(0, u"ever"_s);
}

void DurationTest::timesAreSaidInWholeUnits()
{
    QFETCH(int, seconds);
    QFETCH(QString, words);
    QCOMPARE(durationWords(seconds), words);
}

void DurationTest::termsMayLeaveOutWhatTheyLike_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<BanTerms>("terms");
    QTest::newRow("nothing") << QString() << BanTerms{{}, {}};
    QTest::newRow("time") << u"10m"_s << BanTerms{600, {}};
    QTest::newRow("reason") << u"too loud"_s << BanTerms{{}, u"too loud"_s};
    QTest::newRow("both") << u"forever  too loud"_s << BanTerms{0, u"too loud"_s};
    QTest::newRow("a number is no time") << u"10 times too loud"_s << BanTerms{{}, u"10 times too loud"_s};
}

void DurationTest::termsMayLeaveOutWhatTheyLike()
{
    QFETCH(QString, text);
    QFETCH(BanTerms, terms);
    QVERIFY(banTermsFrom(text) == terms);
}

void DurationTest::bansAreDescribed()
{
    const Ban ban{BanId(u"b"_s),  Act::Ban, u"Bo"_s, true,     true,
                  u"192.0.2.7"_s, 1'000,    601'000, u"Ada"_s, u"spam"_s};
    QCOMPARE(plain::describe(ban, 1'000),
             u"Bo is banned for 10 minutes, by Ada (name, key, 192.0.2.7): spam"_s);
    const Ban mute{BanId(u"b"_s), Act::Mute, u"Bo"_s, true, false, {}, 1'000, 0, u"Ada"_s, {}};
    QCOMPARE(plain::describe(mute, 1'000), u"Bo is muted for ever, by Ada (name)"_s);
}

void DurationTest::actsAreDescribed_data()
{
    QTest::addColumn<ActRecord>("act");
    QTest::addColumn<QString>("words");
    const auto row = [](Act act, const QString &words, int seconds = 0, Writers writers = Writers::All) {
        const bool timed = act == Act::Ban || act == Act::Mute;
        const ActRecord record{1'795'424'700'120,
                               act,
                               u"Ada"_s,
                               u"Bo"_s,
                               RoomId(u"lounge"_s),
                               timed ? 1'795'424'700'120 + 60'000 : 0,
                               seconds,
                               writers,
                               {}};
        QTest::newRow(qPrintable(words)) << record << words;
    };
    row(Act::Kick, u"Ada kicked Bo"_s);
    row(Act::Ban, u"Ada banned Bo for 1 minute"_s);
    row(Act::Unban, u"Ada unbanned Bo"_s);
    row(Act::Mute, u"Ada muted Bo for 1 minute"_s);
    row(Act::Unmute, u"Ada unmuted Bo"_s);
    row(Act::Promote, u"Ada made Bo a moderator"_s);
    row(Act::Demote, u"Ada made Bo a moderator no more"_s);
    row(Act::Slow, u"Ada slowed #lounge to one message in 30 seconds"_s, 30);
    row(Act::Slow, u"Ada ended slow mode in #lounge"_s);
    row(Act::Writers, u"Ada set who writes in #lounge: members"_s, 0, Writers::Members);
    row(Act::Keep, u"Ada set what is kept of #lounge: as everywhere here"_s);
    row(Act::Delete, u"Ada deleted a message of Bo in #lounge"_s);
}

void DurationTest::actsAreDescribed()
{
    QFETCH(ActRecord, act);
    QFETCH(QString, words);
    QCOMPARE(plain::describe(act), u"2026-11-23 09:05 "_s + words);
    act.reason = u"because"_s;
    QCOMPARE(plain::describe(act), u"2026-11-23 09:05 "_s + words + u": because"_s);
}

void DurationTest::connectionsAreDescribed()
{
    ConnectionInfo connection;
    connection.name = u"Bo"_s;
    connection.address = u"2001:db8::7"_s;
    connection.port = 50001;
    connection.via = Via::Line;
    connection.messages = 12;
    connection.since = 1'000;
    QCOMPARE(plain::describe(connection, 61'000),
             u"Bo from [2001:db8::7]:50001 (line), for 1 minute: 12 messages, 0 bytes wait"_s);
    connection.name.clear();
    connection.address = u"192.0.2.7"_s;
    connection.tls = connection.verified = true;
    connection.role = Role::Moderator;
    connection.roundTrip = 12;
    QCOMPARE(plain::describe(connection, 61'000), u"nobody yet from 192.0.2.7:50001 (line, encrypted, "
                                                  u"verified, moderator), for 1 minute: 12 messages, 0 "
                                                  "bytes wait, 12 ms away"_s);
}

void DurationTest::whatIsInANameStandsForItself()
{
    ConnectionInfo connection;
    connection.name = u"%2 %5 %1"_s;
    connection.address = u"192.0.2.7"_s;
    QVERIFY(plain::describe(connection, 1'000).startsWith(u"%2 %5 %1 from 192.0.2.7:0"_s));
    const ActRecord act{1, Act::Ban, u"%2"_s, u"%3"_s, {}, 0, 0, Writers::All, {}};
    QVERIFY(plain::describe(act).endsWith(u"%2 banned %3 for ever"_s));
}

QTEST_GUILESS_MAIN(DurationTest)
#include "tst_duration.moc"
