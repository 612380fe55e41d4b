#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);

command::Post change(EventKind kind, Seq target, const QString &text, const QString &id)
{
    return {lounge, PostId(id), kind, text, 0, target};
}

QList<RoomEvent> events(NativePeer &peer)
{
    QList<RoomEvent> found;
    for (const serverevent::Happened &happened : peer.takeAll<serverevent::Happened>())
        found.append(happened.event);
    return found;
}

QList<ErrorCode> errors(NativePeer &peer)
{
    QList<ErrorCode> codes;
    for (const serverevent::Failed &failed : peer.takeAll<serverevent::Failed>())
        codes.append(failed.error.code);
    return codes;
}

} // namespace

/// What is said later about what was said before.
class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditPointsAtTheMessage();
    void onlyTheAuthorEditsAndDeletes();
    void whatIsNoMessageCannotBeChanged();
    void whatIsDeletedLosesItsText();
    void whatIsDeletedIsNotChangedAgain();
    void aReactionIsTakenBackByDeletingIt();
    void terminalsReadWhatIsChanged();
    void terminalsReadWhomAReplyIsFor();
    void typingReachesTheOtherNativeMembersAlone();
    void awayIsToldWithItsStatus();
    void aTerminalSaysThatItIsAway();
    void aStatusThatIsTooLongIsRefused();
};

void TestChanges::anEditPointsAtTheMessage()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    ada.post(u"helo"_s, u"1"_s);
    bo.takeEverything();
    ada.say(change(EventKind::Edit, 1, u"hello"_s, u"2"_s));
    const auto seen = events(bo);
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.first().kind, EventKind::Edit);
    QCOMPARE(seen.first().target, 1);
    QCOMPARE(seen.first().seq, 2);
    QCOMPARE(seen.first().text, u"hello"_s);
}

void TestChanges::onlyTheAuthorEditsAndDeletes()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    ada.post(u"mine"_s, u"1"_s);
    bo.takeEverything();
    bo.say(change(EventKind::Edit, 1, u"yours"_s, u"b1"_s));
    bo.say(change(EventKind::Delete, 1, {}, u"b2"_s));
    QCOMPARE(errors(bo), QList<ErrorCode>({ErrorCode::NotAllowed, ErrorCode::NotAllowed}));
    QCOMPARE(house.store().state(lounge).head, 1);
}

void TestChanges::whatIsNoMessageCannotBeChanged()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    ada.say(command::Post{lounge, PostId(u"t"_s), EventKind::Topic, u"tea"_s, 0, 0});
    ada.takeEverything();
    for (const EventKind kind : {EventKind::Edit, EventKind::Delete, EventKind::React}) {
        for (const Seq target : {Seq(1), Seq(2), Seq(99)})
            ada.say(change(kind, target, u"👍"_s, u"%1-%2"_s.arg(int(kind)).arg(target)));
    }
    QCOMPARE(errors(ada), QList<ErrorCode>(9, ErrorCode::BadField));
}

void TestChanges::whatIsDeletedLosesItsText()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    ada.post(u"my secret"_s, u"1"_s);
    ada.say(change(EventKind::Edit, 1, u"my great secret"_s, u"2"_s));
    ada.post(u"no secret"_s, u"3"_s);
    ada.say(change(EventKind::Delete, 1, {}, u"4"_s));
    NativePeer late(house, 2, u"Late"_s);
    QStringList texts;
    for (const RoomEvent &event : events(late))
        texts.append(event.text);
    QCOMPARE(texts, QStringList({QString(), QString(), u"no secret"_s, QString()}));
    TextPeer reader(house, 3);
    const QString history = reader.ask("/history").join(u'|');
    QVERIFY2(!history.contains(u"my "_s), qPrintable(history));
    QVERIFY(history.contains(u"* Ada deleted a message"_s));
}

void TestChanges::whatIsDeletedIsNotChangedAgain()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    ada.post(u"hello"_s, u"1"_s);
    ada.say(change(EventKind::React, 1, u"👍"_s, u"2"_s));
    ada.say(change(EventKind::Delete, 2, {}, u"3"_s));
    ada.say(change(EventKind::Delete, 1, {}, u"4"_s));
    ada.takeEverything();
    ada.say(change(EventKind::Edit, 1, u"back again"_s, u"5"_s));
    ada.say(change(EventKind::React, 1, u"👍"_s, u"6"_s));
    ada.say(change(EventKind::Delete, 1, {}, u"7"_s));
    ada.say(change(EventKind::Delete, 2, {}, u"8"_s));
    QCOMPARE(errors(ada), QList<ErrorCode>(4, ErrorCode::BadField));
    QCOMPARE(house.store().state(lounge).head, 4);
}

void TestChanges::aReactionIsTakenBackByDeletingIt()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    TextPeer reader(house, 3);
    ada.post(u"cake!"_s, u"1"_s);
    reader.ask("hm");
    bo.say(change(EventKind::React, 1, u"👍"_s, u"b1"_s));
    QVERIFY(reader.take().contains(u"* Bo reacted 👍 to \"cake!\""_s));
    ada.takeEverything();
    ada.say(change(EventKind::Delete, 3, {}, u"2"_s));
    QCOMPARE(errors(ada), QList<ErrorCode>{ErrorCode::NotAllowed});
    bo.say(change(EventKind::Delete, 3, {}, u"b2"_s));
    QVERIFY(reader.take().contains(u"* Bo took back 👍"_s));
}

void TestChanges::terminalsReadWhatIsChanged()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    TextPeer line(house, 2, '\n');
    line.ask("hm");
    ada.post(u"helo"_s, u"1"_s);
    line.take();
    ada.say(change(EventKind::Edit, 2, u"hello"_s, u"2"_s));
    QCOMPARE(line.take(), QStringList{u"* Ada corrected: hello"_s});
    ada.say(change(EventKind::Delete, 2, {}, u"3"_s));
    QCOMPARE(line.take(), QStringList{u"* Ada deleted a message"_s});
}

void TestChanges::terminalsReadWhomAReplyIsFor()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    TextPeer line(house, 3, '\n');
    line.ask("hm");
    bo.post(u"tea?"_s, u"1"_s);
    line.take();
    ada.say(command::Post{lounge, PostId(u"2"_s), EventKind::Message, u"yes"_s, 2, 0});
    QCOMPARE(line.take(), QStringList{u"Ada (to Bo): yes"_s});
    QVERIFY(line.ask("/history 2").contains(u"Ada (to Bo): yes"_s));
}

void TestChanges::typingReachesTheOtherNativeMembersAlone()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    TextPeer line(house, 3, '\n');
    line.ask("hm");
    ada.takeEverything();
    bo.takeEverything();
    ada.say(command::Typing{lounge});
    const auto heard = bo.takeAll<serverevent::Typing>();
    QCOMPARE(heard.size(), 1);
    QCOMPARE(heard.first().from, ada.welcome.self.id);
    ada.say(command::Typing{RoomId(u"attic"_s)}); // where she is not
    QVERIFY(ada.takeEverything().isEmpty());
    QVERIFY(line.take().isEmpty());
    QCOMPARE(house.store().state(lounge).head, 1);
}

void TestChanges::awayIsToldWithItsStatus()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    bo.takeEverything();
    ada.say(command::SetAway{true, u"lunch"_s, u"a1"_s});
    const auto answers = ada.takeAll<serverevent::Self>();
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers.first().re, u"a1"_s);
    QCOMPARE(answers.first().self.state, MemberState::Away);
    const auto told = bo.takeAll<serverevent::Presence>();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().changed.value(0).status, u"lunch"_s);
    QCOMPARE(told.first().changed.value(0).state, MemberState::Away);
    ada.say(command::SetAway{true, u"lunch"_s, u"a2"_s});
    QVERIFY(bo.takeAll<serverevent::Presence>().isEmpty());
}

void TestChanges::aTerminalSaysThatItIsAway()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    TextPeer line(house, 2, '\n');
    line.ask("/nick Bo");
    ada.takeEverything();
    QCOMPARE(line.ask("/away tea"), QStringList{u"* You are away; /back says that you are back"_s});
    QCOMPARE(ada.takeAll<serverevent::Presence>().value(0).changed.value(0).status, u"tea"_s);
    QVERIFY(line.ask("/who").contains(u"* Bo (line, away: tea)"_s));
    line.ask("/back");
    const auto back = ada.takeAll<serverevent::Presence>().value(0).changed.value(0);
    QCOMPARE(back.state, MemberState::Here);
    QCOMPARE(back.status, QString());
}

void TestChanges::aStatusThatIsTooLongIsRefused()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    TextPeer line(house, 2, '\n');
    line.ask("hm");
    ada.takeEverything();
    ada.say(command::SetAway{true, QString(81, u'x'), u"a1"_s});
    QCOMPARE(errors(ada), QList<ErrorCode>{ErrorCode::TooLong});
    QCOMPARE(line.ask("/away " + QByteArray(81, 'x')),
             QStringList{u"! A status has at most 80 characters."_s});
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
