#include "tests/server/house.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

HostOptions locked()
{
    HostOptions options;
    options.passwordHash = quickHash(u"open sesame"_s);
    return options;
}

/// A gate whose answers come at once.
struct Gate
{
    QString tryFrom(const QString &address, const QString &word)
    {
        QString said = u"nothing"_s;
        gate.attempt(QHostAddress(address), word, [&said](const PasswordGate::Verdict &verdict) {
            said = verdict.problem ? verdict.problem->message : QString();
        });
        deadlines.fireDue();
        return said;
    }

    ManualClock clock;
    DeadlineQueue deadlines{clock};
    PatientChecker checker{deadlines};
    QByteArray hash = quickHash(u"open sesame"_s);
    PasswordGate gate{{hash, checker, clock}};
};

const QString wrong = u"That is not the password."_s;

QString waiting(const QString &time)
{
    return u"Too many wrong passwords: wait %1, then try again."_s.arg(time);
}

} // namespace

class TestPasswords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHashFitsItsWordAlone();
    void aHashIsNewEachTime();
    void whatIsNoHashFitsNothing_data();
    void whatIsNoHashFitsNothing();
    void aThreadAnswers();
    void aThreadThatEndsAnswersNobody();
    void guessesAreDelayedMoreAndMore();
    void delaysAreForgotten();
    void delaysGoByAddress();
    void theRightWordForgives();
    void guessesAtTheSameTimeDoNotSlipThrough();
    void noMoreThanSomeWait();
    void whoIsOutsideNeitherReadsNorWrites_data();
    void whoIsOutsideNeitherReadsNorWrites();
    void whatAScriptSaysMeanwhileIsServed();
    void aNativeClientIsAnsweredInTheEnd();
    void whoLeavesMeanwhileIsForgotten();
};

void TestPasswords::aHashFitsItsWordAlone()
{
    const QByteArray hash = hashPassword(u"pässwörd"_s);
    QVERIFY(hash.startsWith("scrypt$15,8,1$"));
    QVERIFY(isPasswordHash(hash));
    QVERIFY(matchesPassword(u"pässwörd"_s, hash));
    QVERIFY(!matchesPassword(u"passwörd"_s, hash));
    QVERIFY(!matchesPassword(QString(), hash));
}

void TestPasswords::aHashIsNewEachTime()
{
    QVERIFY(quickHash(u"a"_s) != quickHash(u"a"_s));
}

void TestPasswords::whatIsNoHashFitsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray salt(22, 'A');
    const QByteArray hash(43, 'A');
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a word") << "scrypt$"_ba;
    QTest::newRow("another kind") << "argon2$15,8,1$" + salt + '$' + hash;
    QTest::newRow("too dear") << "scrypt$30,8,1$" + salt + '$' + hash;
    QTest::newRow("too much memory") << "scrypt$20,32,1$" + salt + '$' + hash;
    QTest::newRow("free") << "scrypt$0,8,1$" + salt + '$' + hash;
    QTest::newRow("no numbers") << "scrypt$a,b,c$" + salt + '$' + hash;
    QTest::newRow("short salt") << "scrypt$4,1,1$AAAA$" + hash;
    QTest::newRow("short hash") << "scrypt$4,1,1$" + salt + "$AAAA";
    QTest::newRow("no base64") << "scrypt$4,1,1$" + salt + '$' + QByteArray(43, '!');
}

void TestPasswords::whatIsNoHashFitsNothing()
{
    QFETCH(QByteArray, text);
    QVERIFY(!isPasswordHash(text));
    QVERIFY(!matchesPassword(u""_s, text));
}

void TestPasswords::aThreadAnswers()
{
    PasswordThread thread;
    const QByteArray hash = quickHash(u"a"_s);
    QList<bool> answers;
    for (const QString &word : {u"a"_s, u"b"_s, u"a"_s})
        thread.check(word, hash, [&answers](bool right) { answers.append(right); });
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE(answers, QList<bool>({true, false, true}));
}

void TestPasswords::aThreadThatEndsAnswersNobody()
{
    bool answered = false;
    {
        PasswordThread thread;
        for (int i = 0; i < 5; ++i)
            thread.check(u"a"_s, quickHash(u"a"_s), [&answered](bool) { answered = true; });
    }
    QTest::qWait(20);
    QVERIFY(!answered);
}

void TestPasswords::guessesAreDelayedMoreAndMore()
{
    Gate door;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(door.tryFrom(u"10.0.0.1"_s, u"x"_s), wrong);
    QCOMPARE(door.tryFrom(u"10.0.0.1"_s, u"open sesame"_s), waiting(u"1 second"_s));
    QCOMPARE(door.checker.asked, 3);
    int delay = 1000;
    for (const char *next : {"2 seconds", "4 seconds", "8 seconds", "16 seconds", "32 seconds", "64 seconds",
                             "128 seconds", "256 seconds", "300 seconds", "300 seconds"}) {
        door.clock.advance(delay);
        QCOMPARE(door.tryFrom(u"10.0.0.1"_s, u"x"_s), wrong);
        QCOMPARE(door.tryFrom(u"10.0.0.1"_s, u"x"_s), waiting(QString::fromLatin1(next)));
        delay = std::min(delay * 2, 300'000);
    }
    door.clock.advance(delay);
    QCOMPARE(door.tryFrom(u"10.0.0.1"_s, u"open sesame"_s), QString());
}

void TestPasswords::delaysAreForgotten()
{
    Gate door;
    for (int i = 0; i < 3; ++i)
        door.tryFrom(u"::1"_s, u"x"_s);
    door.clock.advance(PasswordGate::forgottenAfterMs);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(door.tryFrom(u"::1"_s, u"x"_s), wrong);
    QCOMPARE(door.tryFrom(u"::1"_s, u"x"_s), waiting(u"1 second"_s));
}

void TestPasswords::delaysGoByAddress()
{
    Gate door;
    for (int i = 0; i < 3; ++i)
        door.tryFrom(u"10.0.0.1"_s, u"x"_s);
    QCOMPARE(door.tryFrom(u"::ffff:10.0.0.1"_s, u"x"_s), waiting(u"1 second"_s));
    QCOMPARE(door.tryFrom(u"10.0.0.2"_s, u"open sesame"_s), QString());
    for (int i = 1; i <= 3; ++i)
        door.tryFrom(u"2001:db8::%1"_s.arg(i), u"x"_s);
    QCOMPARE(door.tryFrom(u"2001:db8::4"_s, u"x"_s), waiting(u"1 second"_s));
    QCOMPARE(door.tryFrom(u"2001:db8:0:1::1"_s, u"x"_s), wrong);
}

void TestPasswords::theRightWordForgives()
{
    Gate door;
    for (int round = 0; round < 3; ++round) {
        door.tryFrom(u"10.0.0.1"_s, u"x"_s);
        door.tryFrom(u"10.0.0.1"_s, u"y"_s);
        QCOMPARE(door.tryFrom(u"10.0.0.1"_s, u"open sesame"_s), QString());
    }
}

void TestPasswords::guessesAtTheSameTimeDoNotSlipThrough()
{
    Gate door;
    door.checker.takes = 70;
    for (int i = 0; i < 10; ++i)
        door.tryFrom(u"10.0.0.1"_s, u"x"_s);
    QCOMPARE(door.checker.asked, 3);
}

void TestPasswords::noMoreThanSomeWait()
{
    Gate door;
    door.checker.takes = 70;
    for (int i = 0; i < PasswordGate::mostWaiting; ++i)
        QCOMPARE(door.tryFrom(u"10.0.0.%1"_s.arg(i), u"x"_s), u"nothing"_s);
    QVERIFY(door.tryFrom(u"10.0.1.1"_s, u"x"_s).startsWith(u"Too many people"_s));
    QCOMPARE(door.checker.asked, PasswordGate::mostWaiting);
}

void TestPasswords::whoIsOutsideNeitherReadsNorWrites_data()
{
    QTest::addColumn<char>("delimiter");
    QTest::newRow("plain") << '\0';
    QTest::newRow("line") << '\n';
}

void TestPasswords::whoIsOutsideNeitherReadsNorWrites()
{
    QFETCH(char, delimiter);
    House house(locked());
    TextPeer ada(house, 50001);
    ada.ask("/password open sesame");
    ada.ask("/nick Ada");
    ada.ask("something said before");
    TextPeer bo(house, 50002, delimiter);
    QCOMPARE(bo.ask("hello?").size(), 2);
    ada.say("something secret");
    for (const char *word :
         {"/nick Bo", "/who", "/rooms", "/history", "/since 0", "/search secret", "/topic mine",
          "/join elsewhere", "/msg Ada hi", "/me waves", "/away", "//x", "hello"}) {
        const QStringList answers = bo.ask(word);
        QCOMPARE(answers, QStringList({u"! A password is needed: /password WORD"_s}));
    }
    house.advance(2000);
    QCOMPARE(bo.take(), QStringList());
    QCOMPARE(ada.take(), QStringList({u"Ada: something secret"_s}));
    QCOMPARE(house.hub().memberCount(), 1);
}

void TestPasswords::whatAScriptSaysMeanwhileIsServed()
{
    House house(locked());
    TextPeer ada(house, 50001);
    ada.ask("/password open sesame");
    ada.take();
    house.passwords().takes = 100;
    const auto wire = house.connect(50002);
    wire->say(QByteArray("/password open sesame\0/nick Bo\0hello\0/quit\0", 43));
    house.turn();
    QCOMPARE(ada.take(), QStringList());
    house.advance(100);
    QCOMPARE(ada.take().filter(u"hello"_s), QStringList({u"Bo: hello"_s}));
    QVERIFY(wire->ended);
}

void TestPasswords::aNativeClientIsAnsweredInTheEnd()
{
    House house(locked());
    house.passwords().takes = 100;
    NativePeer ada(house, 50001);
    command::Hello hello;
    hello.name = u"Ada"_s;
    hello.password = u"open sesame"_s;
    ada.say(hello);
    ada.say(hello);
    QCOMPARE(ada.takeAll<serverevent::Failed>().value(0).error.code, ErrorCode::TooFast);
    QVERIFY(ada.takeAll<serverevent::Welcome>().isEmpty());
    house.advance(100);
    QCOMPARE(ada.takeAll<serverevent::Welcome>().value(0).self.name, u"Ada"_s);
}

void TestPasswords::whoLeavesMeanwhileIsForgotten()
{
    House house(locked());
    house.passwords().takes = 100;
    TextPeer ada(house, 50001);
    ada.say("/password open sesame");
    ada.wire().close();
    house.advance(200);
    QCOMPARE(house.hub().memberCount(), 0);
}

QTEST_GUILESS_MAIN(TestPasswords)
#include "tst_passwords.moc"
