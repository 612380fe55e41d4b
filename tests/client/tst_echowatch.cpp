#include "ui/client/echowatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

command::Post post(const QString &id, const QString &text, EventKind kind = EventKind::Message)
{
    return {RoomId(u"plain"_s), PostId(id), kind, text, 0};
}

} // namespace

class tst_EchoWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPostIsRecognisedByItsTextWhateverStandsBefore();
    void twoPostsOfTheSameTextComeBackInOrder();
    void somebodyElseWithTheSameWordsIsNotUs();
    void anActionIsRecognised();
    void whatDoesNotComeBackIsOverdueInOrder();
    void aServerThatNeverEchoesIsKnownAsSilent();
};

void tst_EchoWatch::aPostIsRecognisedByItsTextWhateverStandsBefore()
{
    EchoWatch watch;
    watch.sent(post(u"a"_s, u"hello: world"_s), u"hello: world"_s, 3'000);
    QVERIFY(!watch.match(u"hello: world"_s));
    QVERIFY(!watch.match(u"world"_s));
    const auto echo = watch.match(u"('127.0.0.1', 51234): hello: world"_s);
    QVERIFY(echo);
    QCOMPARE(echo->post.id, PostId(u"a"_s));
    QCOMPARE(echo->name, u"('127.0.0.1', 51234)"_s);
    QVERIFY(!watch.match(u"('127.0.0.1', 51234): hello: world"_s));
}

void tst_EchoWatch::twoPostsOfTheSameTextComeBackInOrder()
{
    EchoWatch watch;
    watch.sent(post(u"a"_s, u"x"_s), u"x"_s, 3'000);
    watch.sent(post(u"b"_s, u"x"_s), u"x"_s, 3'000);
    QCOMPARE(watch.match(u"me: x"_s)->post.id, PostId(u"a"_s));
    QCOMPARE(watch.match(u"me: x"_s)->post.id, PostId(u"b"_s));
}

void tst_EchoWatch::somebodyElseWithTheSameWordsIsNotUs()
{
    EchoWatch watch;
    watch.sent(post(u"a"_s, u"x"_s), u"x"_s, 3'000);
    QVERIFY(watch.match(u"me: x"_s));
    watch.sent(post(u"b"_s, u"x"_s), u"x"_s, 3'000);
    QVERIFY(!watch.match(u"you: x"_s));
    QVERIFY(watch.match(u"me: x"_s));
}

void tst_EchoWatch::anActionIsRecognised()
{
    EchoWatch watch;
    watch.sent(post(u"a"_s, u"waves"_s, EventKind::Action), u"waves"_s, 3'000);
    QVERIFY(!watch.match(u"Ada: waves"_s));
    QCOMPARE(watch.match(u"* Ada waves"_s)->name, u"Ada"_s);
}

void tst_EchoWatch::whatDoesNotComeBackIsOverdueInOrder()
{
    EchoWatch watch;
    QCOMPARE(watch.nextDeadline(), -1);
    watch.sent(post(u"a"_s, u"1"_s), u"1"_s, 100);
    watch.sent(post(u"b"_s, u"2"_s), u"2"_s, 200);
    QCOMPARE(watch.nextDeadline(), 100);
    QVERIFY(!watch.overdue(99));
    QCOMPARE(watch.overdue(150)->id, PostId(u"a"_s));
    QVERIFY(!watch.overdue(150));
    QCOMPARE(watch.takeAll().size(), 1);
}

void tst_EchoWatch::aServerThatNeverEchoesIsKnownAsSilent()
{
    EchoWatch watch;
    QVERIFY(!watch.silent());
    watch.sent(post(u"a"_s, u"1"_s), u"1"_s, 100);
    watch.overdue(100);
    QVERIFY(watch.silent());
    QVERIFY(!watch.echoes());
    watch.sent(post(u"b"_s, u"2"_s), u"2"_s, 200);
    QVERIFY(watch.match(u"me: 2"_s));
    QVERIFY(watch.echoes());
    QVERIFY(!watch.silent());
}

QTEST_APPLESS_MAIN(tst_EchoWatch)
#include "tst_echowatch.moc"
