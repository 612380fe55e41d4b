#include "protocol/jsonvocabulary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);
const QString re = u"r1"_s;

Member ada()
{
    return {MemberId(u"m1"_s), u"Ada"_s, Via::Native, true, MemberState::Away};
}

Member bo()
{
    return {MemberId(u"m2"_s), u"Bo 🙂"_s, Via::Line, false, MemberState::Here};
}

RoomEvent eventNumber(Seq seq)
{
    return {lounge,
            seq,
            1'795'424'700'120,
            EventKind::Message,
            {MemberId(u"m1"_s), u"Ada"_s, Via::Native},
            u"hi"_s,
            {},
            0,
            0};
}

RoomEvent fullEvent()
{
    RoomEvent full = eventNumber(1241);
    full.postId = PostId(u"UNIQUE"_s);
    full.reply = 1200;
    full.target = 1199;
    full.text = u"a\n\t\"\\ 你好🙂"_s;
    return full;
}

RoomInfo room()
{
    return {lounge,         u"Lounge"_s, RoomKind::Room, u"All about cheese"_s, 1, 1240,
            Epoch(u"e1"_s), 2,           {ada(), bo()}};
}

RoomInfo directRoom()
{
    return {RoomId(u"@m1:m2"_s), u"Bo"_s, RoomKind::Direct, {}, 1, 0, Epoch(u"e2"_s), 2, {}};
}

serverevent::Welcome welcome()
{
    return {1,        u"Ada's kitchen"_s,     ServerId(u"s1"_s),   u"0.1.0"_s, ada(), SessionToken(u"tok"_s),
            Limits(), {room(), directRoom()}, {RoomId(u"attic"_s)}};
}

QByteArray eventFrame(const QByteArray &replace, const QByteArray &with)
{
    QByteArray frame = json::encode(serverevent::Happened{eventNumber(5)});
    Q_ASSERT(frame.contains(replace));
    return frame.replace(replace, with);
}

} // namespace

class JsonEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsSurviveTheWire_data();
    void eventsSurviveTheWire();
    void whatIsSaidOfModerationSurvivesTheWire_data();
    void whatIsSaidOfModerationSurvivesTheWire();
    void everyErrorSurvivesTheWire();
    void theWireLooksAsSpecified();
    void timesAreWrittenInUtc_data();
    void timesAreWrittenInUtc();
    void whateverIsSaidIsOneString();
    void emptyFieldsAreLeftOut();
    void theWelcomeAnnouncesItsLimits();
    void unknownThingsFromNewerServersAreBearable();
    void whoWritesIsOfOneActAlone();
    void badFramesAreRefused_data();
    void badFramesAreRefused();
    void whatAServerSaysIsSanitised();
    void longNamesAreCut();
    void limitsAreKeptWithinReason();
    void listsAreBounded();
};

void JsonEventsTest::eventsSurviveTheWire_data()
{
    QTest::addColumn<ServerEvent>("event");
    QTest::newRow("welcome") << ServerEvent(welcome());
    QTest::newRow("event") << ServerEvent(serverevent::Happened{eventNumber(1)});
    QTest::newRow("event, all fields") << ServerEvent(serverevent::Happened{fullEvent()});
    for (const EventKind kind :
         {EventKind::Action, EventKind::Edit, EventKind::Delete, EventKind::React, EventKind::Topic,
          EventKind::File, EventKind::Kick, EventKind::Rename, EventKind::Unknown}) {
        RoomEvent other = eventNumber(2);
        other.kind = kind;
        other.text.clear();
        QTest::addRow("event, %s", wireName(kind).latin1()) << ServerEvent(serverevent::Happened{other});
    }
    QTest::newRow("presence") << ServerEvent(
        serverevent::Presence{lounge, {ada()}, {MemberId(u"m3"_s)}, {bo()}, 5});
    QTest::newRow("presence, empty") << ServerEvent(serverevent::Presence{lounge, {}, {}, {}, 500});
    QTest::newRow("joined") << ServerEvent(serverevent::Joined{{room()}, re});
    QTest::newRow("left") << ServerEvent(serverevent::Left{lounge, re});
    QTest::newRow("rooms") << ServerEvent(serverevent::Rooms{{room(), directRoom()}, re});
    QTest::newRow("rooms, none") << ServerEvent(serverevent::Rooms{{}, {}});
    QTest::newRow("members") << ServerEvent(serverevent::Members{lounge, {ada(), bo()}, true, re});
    QTest::newRow("history") << ServerEvent(
        serverevent::HistoryPage{lounge, {eventNumber(3), fullEvent()}, true, re});
    RoomEvent elsewhere = fullEvent();
    elsewhere.room = RoomId(u"attic"_s);
    QTest::newRow("found") << ServerEvent(serverevent::Found{{fullEvent(), elsewhere}, u"12"_s, re});
    QTest::newRow("found, none") << ServerEvent(serverevent::Found{});
    QTest::newRow("history, none") << ServerEvent(serverevent::HistoryPage{lounge, {}, false, {}});
    QTest::newRow("self") << ServerEvent(serverevent::Self{ada(), re});
    QTest::newRow("ping") << ServerEvent(serverevent::Ping{{}});
    QTest::newRow("typing") << ServerEvent(serverevent::Typing{RoomId(u"lounge"_s), MemberId(u"m1"_s)});
    QTest::newRow("self, away") << ServerEvent(serverevent::Self{
        {MemberId(u"m1"_s), u"Ada"_s, Via::Native, false, MemberState::Away, u"at lunch"_s}, re});
    Member verified = ada();
    verified.verified = true;
    QTest::newRow("self, verified") << ServerEvent(serverevent::Self{verified, re});
    RoomEvent fromVerified = eventNumber(3);
    fromVerified.from.verified = true;
    QTest::newRow("event, verified") << ServerEvent(serverevent::Happened{fromVerified});
    QTest::newRow("pong") << ServerEvent(serverevent::Pong{re});
}

void JsonEventsTest::whatIsSaidOfModerationSurvivesTheWire_data()
{
    QTest::addColumn<ServerEvent>("event");
    constexpr std::int64_t at = 1'795'424'700'120;
    Member moderator = ada();
    moderator.role = Role::Moderator;
    moderator.muted = true;
    QTest::newRow("self, moderator, muted") << ServerEvent(serverevent::Self{moderator, re});
    RoomInfo slow = room();
    slow.slow = 30;
    slow.writers = Writers::Moderators;
    slow.keep = {30, 1'000};
    QTest::newRow("joined, slow") << ServerEvent(serverevent::Joined{{slow}, re});
    QTest::newRow("room") << ServerEvent(serverevent::RoomChanged{slow});
    QTest::newRow("error with seconds") << ServerEvent(
        serverevent::Failed{{ErrorCode::TooFast, u"One message in 30 seconds."_s, 12}, re, {}});
    QTest::newRow("moderated") << ServerEvent(serverevent::Moderated{re});
    const Ban all{BanId(u"b1"_s), Act::Ban, u"Bo"_s, true,     true,
                  u"192.0.2.7"_s, at,       at + 1,  u"Ada"_s, u"spam"_s};
    const Ban least{BanId(u"b2"_s), Act::Mute, u"Cy"_s, false, false, {}, at, 0, u"Ada"_s, {}};
    QTest::newRow("bans") << ServerEvent(serverevent::Bans{{all, least}, re});
    QTest::newRow("bans, none") << ServerEvent(serverevent::Bans{{}, {}});
    QTest::newRow("acts") << ServerEvent(
        serverevent::Acts{{{at, Act::Ban, u"Ada"_s, u"Bo"_s, {}, at + 1, 0, Writers::All, u"spam"_s},
                           {at, Act::Slow, u"Ada"_s, {}, lounge, 0, 30, Writers::All, {}},
                           {at, Act::Writers, u"Ada"_s, {}, lounge, 0, 0, Writers::Members, {}},
                           {at, Act::Keep, u"Ada"_s, {}, lounge, 0, 0, Writers::All, {}, Retention{30, 0}},
                           {at, Act::Keep, u"Ada"_s, {}, lounge, 0, 0, Writers::All, {}, {}},
                           {at, Act::Delete, u"Ada"_s, u"Bo"_s, lounge, 0, 0, Writers::All, {}}},
                          re});
    QTest::newRow("connections") << ServerEvent(serverevent::Connections{
        {{MemberId(u"m1"_s), u"Ada"_s, u"::1"_s, 5000, Via::Native, true, true, Role::Owner, 0, 7, 12, 3, at},
         {{}, {}, u"192.0.2.7"_s, 5001, Via::Line, false, false, Role::None, -1, 0, 0, 0, at}},
        re});
    QTest::newRow("moderators") << ServerEvent(serverevent::Moderators{{moderator}, re});
    QTest::newRow("muted") << ServerEvent(serverevent::Muted{true, u"Ada"_s, u"spam"_s, at});
    QTest::newRow("muted, for ever") << ServerEvent(serverevent::Muted{true, u"Ada"_s, {}, 0});
    QTest::newRow("muted no more") << ServerEvent(serverevent::Muted{false, {}, {}, 0});
}

void JsonEventsTest::whatIsSaidOfModerationSurvivesTheWire()
{
    eventsSurviveTheWire();
}

void JsonEventsTest::eventsSurviveTheWire()
{
    QFETCH(ServerEvent, event);
    const QByteArray frame = json::encode(event);
    QVERIFY(!frame.contains('\0') && !frame.contains('\n'));
    const auto result = json::decodeServerEvent(frame);
    QVERIFY2(std::holds_alternative<ServerEvent>(result), frame);
    QVERIFY2(std::get<ServerEvent>(result) == event, frame);
}

void JsonEventsTest::everyErrorSurvivesTheWire()
{
    for (int code = int(ErrorCode::BadJson); code <= int(ErrorCode::Closing); ++code) {
        const ServerEvent failed = serverevent::Failed{{ErrorCode(code), u"A sentence."_s}, re, u"Ada-2"_s};
        QVERIFY(std::get<ServerEvent>(json::decodeServerEvent(json::encode(failed))) == failed);
    }
}

void JsonEventsTest::theWireLooksAsSpecified()
{
    RoomEvent hi = eventNumber(1241);
    hi.postId = PostId(u"UNIQUE"_s);
    hi.reply = 1200;
    QCOMPARE(
        json::encode(serverevent::Happened{hi}),
        QByteArray(
            R"({"t":"event","room":"lounge","seq":1241,"at":"2026-11-23T09:05:00.120Z","kind":"message",)"
            R"("from":{"id":"m1","name":"Ada","via":"native"},"text":"hi","id":"UNIQUE","reply":1200})"));
    QCOMPARE(json::encode(serverevent::Failed{{ErrorCode::TooLong, u"Too long."_s}, u"UNIQUE"_s, {}}),
             QByteArray(R"({"t":"error","code":"too-long","message":"Too long.","re":"UNIQUE"})"));
    QCOMPARE(
        json::encode(serverevent::Presence{lounge, {bo()}, {MemberId(u"m1"_s)}, {}, 5}),
        QByteArray(R"({"t":"presence","room":"lounge","joined":[{"id":"m2","name":"Bo 🙂","via":"line",)"
                   R"("tls":false,"state":"here"}],"left":["m1"],"changed":[],"total":5})"));
    QCOMPARE(
        json::encode(serverevent::Joined{{room()}, {}}),
        QByteArray(
            R"({"t":"joined","rooms":[{"id":"lounge","name":"Lounge","kind":"room","topic":"All about cheese",)"
            R"("first":1,"head":1240,"epoch":"e1","total":2,"members":[)"
            R"({"id":"m1","name":"Ada","via":"native","tls":true,"state":"away"},)"
            R"({"id":"m2","name":"Bo 🙂","via":"line","tls":false,"state":"here"}]}]})"));
}

void JsonEventsTest::timesAreWrittenInUtc_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("the first") << qint64(0) << "1970-01-01T00:00:00.000Z"_ba;
    QTest::newRow("the last of a day") << qint64(86'399'999) << "1970-01-01T23:59:59.999Z"_ba;
    QTest::newRow("a leap day") << qint64(1'709'210'096'007) << "2024-02-29T12:34:56.007Z"_ba;
    QTest::newRow("the last that can be read")
        << qint64(253'402'300'799'999) << "9999-12-31T23:59:59.999Z"_ba;
    QTest::newRow("later") << std::numeric_limits<qint64>::max() << "9999-12-31T23:59:59.999Z"_ba;
    QTest::newRow("earlier") << qint64(-1) << "1970-01-01T00:00:00.000Z"_ba;
}

void JsonEventsTest::timesAreWrittenInUtc()
{
    QFETCH(qint64, at);
    QFETCH(QByteArray, written);
    RoomEvent event = eventNumber(1);
    event.at = at;
    const QByteArray frame = json::encode(serverevent::Happened{event});
    QVERIFY2(frame.contains("\"at\":\"" + written + '"'), frame.constData());
    const auto decoded = json::decodeServerEvent(frame);
    QVERIFY(std::holds_alternative<ServerEvent>(decoded));
}

void JsonEventsTest::whateverIsSaidIsOneString()
{
    QString text;
    for (char16_t c = 0; c < 0x180; ++c)
        text += QChar(c);
    RoomEvent event = eventNumber(1);
    event.text = text + u"\"\"\\"_s + text;
    const QByteArray frame = json::encode(serverevent::Happened{event});
    QCOMPARE(QJsonDocument::fromJson(frame).object()[u"text"_s].toString(), event.text);
}

void JsonEventsTest::emptyFieldsAreLeftOut()
{
    const QByteArray frame = json::encode(serverevent::Happened{eventNumber(1)});
    QCOMPARE(frame.count("\"id\""), 1);
    QVERIFY(!frame.contains("reply"));
    QVERIFY(!frame.contains("target"));
    const QByteArray joined = json::encode(serverevent::Joined{{directRoom()}, {}});
    QVERIFY(!joined.contains("topic"));
    QVERIFY(!joined.contains("members"));
    QVERIFY(!joined.contains("\"re\""));
}

void JsonEventsTest::theWelcomeAnnouncesItsLimits()
{
    const QJsonObject frame = QJsonDocument::fromJson(json::encode(welcome())).object();
    const QJsonObject expected{{u"message"_s, 65536},
                               {u"name"_s, 32},
                               {u"room"_s, 64},
                               {u"topic"_s, 250},
                               {u"page"_s, 200},
                               {u"members"_s, 200},
                               {u"flood"_s, QJsonObject{{u"burst"_s, 20}, {u"perSecond"_s, 10}}}};
    QCOMPARE(frame.value(u"limits"_s).toObject(), expected);
}

void JsonEventsTest::unknownThingsFromNewerServersAreBearable()
{
    const auto decoded = [](const QByteArray &frame) {
        return std::get<ServerEvent>(json::decodeServerEvent(frame));
    };
    const auto poll =
        std::get<serverevent::Happened>(decoded(eventFrame(R"("kind":"message")", R"("kind":"poll","x":1)")));
    QCOMPARE(poll.event.kind, EventKind::Unknown);
    QCOMPARE(poll.event.seq, 5);
    const auto matrix =
        std::get<serverevent::Happened>(decoded(eventFrame(R"("via":"native")", R"("via":"matrix")")));
    QCOMPARE(matrix.event.from.via, Via::Native);
    const auto failed =
        std::get<serverevent::Failed>(decoded(R"({"t":"error","code":"new","message":"No."})"));
    QCOMPARE(failed.error, (Error{ErrorCode::NotAllowed, u"No."_s}));
    const auto left = std::get<serverevent::Presence>(
        decoded(R"({"t":"presence","room":"lounge","left":["m1"],"total":1})"));
    QCOMPARE(left.left.size(), 1);
}

void JsonEventsTest::whoWritesIsOfOneActAlone()
{
    const QByteArray acts =
        R"({"t":"acts","acts":[{"at":"2026-11-23T09:05:00.120Z","act":"ACT","by":"Ada","writers":"members"}]})";
    const auto writersOf = [&acts](const char *act) {
        const auto decoded = json::decodeServerEvent(QByteArray(acts).replace("ACT", act));
        return std::get<serverevent::Acts>(std::get<ServerEvent>(decoded)).acts.value(0).writers;
    };
    QCOMPARE(writersOf("writers"), Writers::Members);
    QCOMPARE(writersOf("kick"), Writers::All);
}

void JsonEventsTest::badFramesAreRefused_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const QByteArray &frame, ErrorCode code) {
        QTest::newRow(frame.left(120).constData()) << frame << code;
    };
    row("", ErrorCode::BadJson);
    row("Ada: hi", ErrorCode::BadJson);
    row("\xff", ErrorCode::BadUtf8);
    row("{}", ErrorCode::BadField);
    row(R"({"t":"post"})", ErrorCode::UnknownKind);
    row(R"({"t":"welcome"})", ErrorCode::BadField);
    row(R"({"t":"error"})", ErrorCode::BadField);
    row(R"({"t":"welcome","server":{"name":"s","id":"1","version":"1"},"self":{"id":"m","name":"Ada"},"rooms":[],"removed":[1]})",
        ErrorCode::BadField);
    row(R"({"t":"presence","room":"r","total":-1})", ErrorCode::BadField);
    row(R"({"t":"presence","room":"r","left":[1],"total":1})", ErrorCode::BadField);
    row(R"({"t":"presence","room":"r","joined":[1],"total":1})", ErrorCode::BadField);
    row(R"({"t":"joined","rooms":{}})", ErrorCode::BadField);
    row(R"({"t":"joined","rooms":[{"name":"no id"}]})", ErrorCode::BadField);
    row(R"({"t":"members","room":"r","members":[],"more":"yes"})", ErrorCode::BadField);
    row(R"({"t":"self"})", ErrorCode::BadField);
    row(R"({"t":"room"})", ErrorCode::BadField);
    row(R"({"t":"bans"})", ErrorCode::BadField);
    row(R"({"t":"bans","bans":[{"id":"b1","act":"ban","name":"Bo","by":"Ada"}]})", ErrorCode::BadField);
    row(R"({"t":"acts","acts":[{"at":"2026-11-23T09:05:00.120Z","act":"dance","by":"Ada"}]})",
        ErrorCode::BadField);
    row(R"({"t":"muted","muted":"yes"})", ErrorCode::BadField);
    row(eventFrame(R"("seq":5)", R"("seq":0)"), ErrorCode::BadField);
    row(eventFrame(R"("seq":5)", R"("seq":"5")"), ErrorCode::BadField);
    row(eventFrame(R"("seq":5)", R"("seq":5.5)"), ErrorCode::BadField);
    row(eventFrame(R"("text":"hi")", R"("text":[])"), ErrorCode::BadField);
    row(eventFrame(R"("room":"lounge")", R"("room":"")"), ErrorCode::BadField);
    row(eventFrame("2026-11-23T09:05:00.120Z", "yesterday"), ErrorCode::BadField);
    row(eventFrame("2026-11-23T09:05:00.120Z", "2026-11-23T09:05:00.120"), ErrorCode::BadField);
    row(eventFrame("2026-11-23T09:05:00.120Z", "1726-11-23T09:05:00.120Z"), ErrorCode::BadField);
    const QByteArray five = json::encode(serverevent::Happened{eventNumber(5)});
    const QByteArray page = R"({"t":"history","room":"lounge","more":false,"events":[)";
    row(page + five + "," + five + "]}", ErrorCode::BadField);
    row(page + five + "," + eventFrame(R"("seq":5)", R"("seq":4)") + "]}", ErrorCode::BadField);
    row(page + eventFrame(R"("room":"lounge")", R"("room":"r")") + "]}", ErrorCode::BadField);
    row(page + "7]}", ErrorCode::BadField);
}

void JsonEventsTest::badFramesAreRefused()
{
    QFETCH(QByteArray, frame);
    QFETCH(ErrorCode, code);
    const auto result = json::decodeServerEvent(frame);
    QVERIFY(std::holds_alternative<Error>(result));
    QCOMPARE(std::get<Error>(result).code, code);
}

void JsonEventsTest::whatAServerSaysIsSanitised()
{
    RoomEvent hostile = eventNumber(1);
    hostile.from.name = u"\u202eA\x1b[2J\nda"_s;
    hostile.text = u"\x1b[31m\u202ered\r\nx"_s;
    const auto result = json::decodeServerEvent(json::encode(serverevent::Happened{hostile}));
    const RoomEvent shown = std::get<serverevent::Happened>(std::get<ServerEvent>(result)).event;
    QCOMPARE(shown.from.name, u"A[2J da"_s);
    QCOMPARE(shown.text, u"[31mred\nx"_s);
}

void JsonEventsTest::longNamesAreCut()
{
    serverevent::Welcome long_ = welcome();
    long_.self.name = u"🙂"_s.repeated(1000);
    long_.rooms.first().topic = QString(5000, u'x');
    const auto result = json::decodeServerEvent(json::encode(long_));
    const auto shown = std::get<serverevent::Welcome>(std::get<ServerEvent>(result));
    QCOMPARE(shown.self.name, u"🙂"_s.repeated(64));
    QCOMPARE(shown.rooms.first().topic.size(), 1000);
}

void JsonEventsTest::limitsAreKeptWithinReason()
{
    serverevent::Welcome odd = welcome();
    odd.limits.messageBytes = 0;
    odd.limits.nameCharacters = 2'000'000'000;
    odd.limits.pageEvents = 0;
    const auto result = json::decodeServerEvent(json::encode(odd));
    const Limits limits = std::get<serverevent::Welcome>(std::get<ServerEvent>(result)).limits;
    QCOMPARE(limits.messageBytes, 1);
    QCOMPARE(limits.nameCharacters, 256);
    QCOMPARE(limits.pageEvents, 1);
}

void JsonEventsTest::listsAreBounded()
{
    serverevent::Presence crowd{lounge, {}, {}, {}, 0};
    crowd.left.fill(MemberId(u"m"_s), 10'000);
    QVERIFY(std::holds_alternative<ServerEvent>(json::decodeServerEvent(json::encode(crowd))));
    crowd.left.append(MemberId(u"m"_s));
    QVERIFY(std::holds_alternative<Error>(json::decodeServerEvent(json::encode(crowd))));
}

QTEST_GUILESS_MAIN(JsonEventsTest)
#include "tst_jsonevents.moc"
