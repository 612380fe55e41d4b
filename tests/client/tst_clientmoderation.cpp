#include "nativefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const RoomId lounge(u"lounge"_s);

} // namespace

class tst_ClientModeration : public NativeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aPostInASlowRoomFailsAndSaysForHowLong();
    void whatModeratorsAskIsSentAndAnswered();
    void aMuteIsTold();
};

void tst_ClientModeration::aPostInASlowRoomFailsAndSaysForHowLong()
{
    online();
    const PostId id = client->post(lounge, u"hi"_s);
    next<command::Post>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::TooFast, u"slow"_s, 12}, id.value(), {}}));
    QTRY_COMPARE(log->posts.value(id.value(), PostState::Stored), PostState::Failed);
    QCOMPARE(log->postErrors.value(id.value()).seconds, 12);
}

void tst_ClientModeration::whatModeratorsAskIsSentAndAnswered()
{
    online();
    QList<Act> done;
    connect(client.get(), &RoomClient::moderated, this,
            [&done](const command::Moderate &act) { done.append(act.act); });
    command::Moderate kick;
    kick.member = MemberId(u"m2"_s);
    client->moderate(kick);
    const auto asked = next<command::Moderate>();
    QCOMPARE(asked.member, kick.member);
    server->say(native::frame(serverevent::Moderated{asked.re}));
    QTRY_COMPARE(done, QList<Act>{Act::Kick});
    client->moderate(kick);
    const auto again = next<command::Moderate>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::NotAllowed, u"No."_s}, again.re, {}}));
    QTRY_COMPARE(log->failures.size(), 1);
    QStringList names;
    connect(client.get(), &RoomClient::bansListed, this, [&names](const QList<Ban> &bans) {
        for (const Ban &ban : bans) {
            names.append(ban.name);
        }
    });
    client->requestBans();
    const auto list = next<command::ListBans>();
    server->say(native::frame(serverevent::Bans{
        {{BanId(u"b1"_s), Act::Ban, u"Bo"_s, true, false, {}, 1, 0, u"Ada"_s, {}}}, list.re}));
    QTRY_COMPARE(names, QStringList{u"Bo"_s});
}

void tst_ClientModeration::aMuteIsTold()
{
    online();
    QList<bool> told;
    connect(client.get(), &RoomClient::muteChanged, this,
            [&told](const serverevent::Muted &muted) { told.append(muted.muted); });
    server->say(native::frame(serverevent::Muted{true, u"Ada"_s, u"spam"_s, 0}));
    QTRY_COMPARE(told, QList<bool>{true});
    QVERIFY(client->self().muted);
    server->say(native::frame(serverevent::Muted{false, {}, {}, 0}));
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(!client->self().muted);
}

QTEST_GUILESS_MAIN(tst_ClientModeration)
#include "tst_clientmoderation.moc"
