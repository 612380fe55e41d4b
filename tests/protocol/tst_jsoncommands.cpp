#include "protocol/jsonvocabulary.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

Command decoded(QByteArrayView frame, const Limits &limits = {})
{
    const auto result = json::decodeCommand(frame, limits);
    const auto *rejected = std::get_if<json::Rejected>(&result);
    if (rejected) {
        qWarning("rejected: %s", qPrintable(rejected->error.message));
        return command::Quit{};
    }
    return std::get<Command>(result);
}

QByteArray post(const QByteArray &text)
{
    return R"({"t":"post","room":"lounge","id":"1","text":")" + text + "\"}";
}

} // namespace

class JsonCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHelloIsRecognised_data();
    void aHelloIsRecognised();
    void commandsSurviveTheWire_data();
    void commandsSurviveTheWire();
    void whatIsWrittenIsCompactJson();
    void framesAreReadAsSpecified_data();
    void framesAreReadAsSpecified();
    void badFramesAreRejected_data();
    void badFramesAreRejected();
    void rejectionsNameTheRequest_data();
    void rejectionsNameTheRequest();
    void aTextOfTheLimitPasses();
    void oneByteMoreIsTooLong();
    void aTextWithEveryByteEscapedFitsIntoAFrame();
    void textsAreSanitised_data();
    void textsAreSanitised();
    void pageSizesAreClamped_data();
    void pageSizesAreClamped();
    void resumeIsBounded();
};

void JsonCommandsTest::aHelloIsRecognised_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<bool>("hello");
    QTest::newRow("hello") << QByteArray(R"({"t":"hello","v":1})") << true;
    QTest::newRow("spaces") << QByteArray(" \r\n{ \"v\" : 1 , \"t\" : \"hello\" }\n") << true;
    QTest::newRow("escaped") << QByteArray(R"({"\u0074":"h\u0065llo"})") << true;
    QTest::newRow("other kind") << QByteArray(R"({"t":"post"})") << false;
    QTest::newRow("inner") << QByteArray(R"({"x":{"t":"hello"}})") << false;
    QTest::newRow("array") << QByteArray(R"([{"t":"hello"}])") << false;
    QTest::newRow("broken") << QByteArray(R"({"t":"hello",})") << false;
    QTest::newRow("cut off") << QByteArray(R"({"t":"hello")") << false;
    QTest::newRow("text") << QByteArray("hello") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("brackets") << QByteArray("{}") << false;
    QTest::newRow("bad UTF-8") << QByteArray("{\"t\":\"hello\",\"name\":\"\xff\"}") << false;
}

void JsonCommandsTest::aHelloIsRecognised()
{
    QFETCH(QByteArray, frame);
    QFETCH(bool, hello);
    QCOMPARE(json::isHello(frame), hello);
}

void JsonCommandsTest::commandsSurviveTheWire_data()
{
    QTest::addColumn<Command>("command");
    const QString re = u"r1"_s;
    const RoomId room(u"lounge"_s);
    QTest::newRow("hello") << Command(command::Hello{1, {}, {}, {}, {}, {}});
    QTest::newRow("hello, all") << Command(
        command::Hello{2,
                       u"Ada"_s,
                       u"tincan/0.1"_s,
                       SessionToken(u"tok"_s),
                       u"open sesame"_s,
                       {{room, {1234, Epoch(u"e1"_s)}}, {RoomId(u"你好"_s), {0, Epoch(u"e2"_s)}}}});
    QTest::newRow("post") << Command(
        command::Post{room, PostId(u"p1"_s), EventKind::Message, u"hi \"you\" \\ \n\t🙂"_s, 0});
    QTest::newRow("post, all") << Command(
        command::Post{room, PostId(u"p1"_s), EventKind::Action, u"waves"_s, 12});
    QTest::newRow("topic") << Command(command::Post{room, PostId(u"p1"_s), EventKind::Topic, {}, 0});
    QTest::newRow("edit") << Command(command::Post{room, PostId(u"p1"_s), EventKind::Edit, u"hi!"_s, 0, 7});
    QTest::newRow("delete") << Command(command::Post{room, PostId(u"p1"_s), EventKind::Delete, {}, 0, 7});
    QTest::newRow("react") << Command(
        command::Post{room, PostId(u"p1"_s), EventKind::React, u"👩‍🔬"_s, 0, 7});
    QTest::newRow("away") << Command(command::SetAway{true, u"lunch"_s, re});
    QTest::newRow("back") << Command(command::SetAway{false, {}, re});
    QTest::newRow("typing") << Command(command::Typing{room});
    QTest::newRow("join") << Command(command::Join{u"Ada's kitchen"_s, false, {}});
    QTest::newRow("join, all") << Command(command::Join{u"random"_s, true, re});
    QTest::newRow("leave") << Command(command::Leave{room, re});
    QTest::newRow("rooms") << Command(command::ListRooms{re});
    QTest::newRow("direct") << Command(command::Direct{MemberId(u"m1"_s), re});
    QTest::newRow("members") << Command(command::ListMembers{room, MemberId(u"m1"_s), 77, re});
    QTest::newRow("nick") << Command(command::Nick{u"Ada"_s, re});
    QTest::newRow("history") << Command(command::History{room, 77, 50, re});
    QTest::newRow("search") << Command(command::Search{u"\"big cat\" 上海"_s, room, u"Ada"_s,
                                                       1'764'000'000'120, 1'764'000'000'121, 7, u"99"_s, re});
    QTest::newRow("search, words alone") << Command(command::Search{u"soup"_s, {}, {}, 0, 0, 50, {}, {}});
    QTest::newRow("search, from alone") << Command(command::Search{{}, {}, u"Ada"_s, 0, 0, 50, {}, {}});
    QTest::newRow("history, end") << Command(command::History{room, 0, 100, {}});
    QTest::newRow("kick") << Command(
        command::Moderate{Act::Kick, MemberId(u"m1"_s), {}, {}, {}, Writers::All, u"spam"_s, re});
    QTest::newRow("ban, for an hour")
        << Command(command::Moderate{Act::Ban, MemberId(u"m1"_s), {}, {}, {}, Writers::All, {}, re});
    QTest::newRow("ban, for ever") << Command(
        command::Moderate{Act::Ban, MemberId(u"m1"_s), {}, {}, 0, Writers::All, u"spam"_s, {}});
    QTest::newRow("unban") << Command(
        command::Moderate{Act::Unban, {}, BanId(u"b1"_s), {}, {}, Writers::All, {}, re});
    QTest::newRow("mute") << Command(
        command::Moderate{Act::Mute, MemberId(u"m1"_s), {}, {}, 600, Writers::All, {}, re});
    QTest::newRow("promote") << Command(
        command::Moderate{Act::Promote, MemberId(u"m1"_s), {}, {}, {}, Writers::All, {}, re});
    QTest::newRow("slow") << Command(
        command::Moderate{Act::Slow, {}, {}, room, 21'600, Writers::All, {}, re});
    QTest::newRow("slow, off") << Command(
        command::Moderate{Act::Slow, {}, {}, room, 0, Writers::All, {}, re});
    QTest::newRow("writers") << Command(
        command::Moderate{Act::Writers, {}, {}, room, {}, Writers::Members, {}, re});
    command::Moderate keep{Act::Keep, {}, {}, room, {}, Writers::All, {}, re};
    QTest::newRow("keep, as the server does") << Command(keep);
    keep.keep = Retention{30, 1'000};
    QTest::newRow("keep") << Command(keep);
    keep.keep = Retention{};
    QTest::newRow("keep, all") << Command(keep);
    QTest::newRow("drop") << Command(
        command::Moderate{Act::Drop, {}, {}, room, {}, Writers::All, u"spam"_s, re});
    QTest::newRow("bans") << Command(command::ListBans{re});
    QTest::newRow("acts") << Command(command::ListActs{20, re});
    QTest::newRow("moderators") << Command(command::ListModerators{re});
    QTest::newRow("connections") << Command(command::ListConnections{re});
    QTest::newRow("ping") << Command(command::Ping{re});
    QTest::newRow("pong") << Command(command::Pong{{}});
    QTest::newRow("quit") << Command(command::Quit{});
}

void JsonCommandsTest::commandsSurviveTheWire()
{
    QFETCH(Command, command);
    const auto result = json::decodeCommand(json::encode(command), Limits());
    QVERIFY(std::holds_alternative<Command>(result));
    QVERIFY(std::get<Command>(result) == command);
}

void JsonCommandsTest::whatIsWrittenIsCompactJson()
{
    const command::Post post{RoomId(u"r"_s), PostId(u"1"_s), EventKind::Message, u"a\"\\\n\x01\x7f你"_s, 3};
    const QByteArray text = "a\\\"\\\\\\n\\u0001\x7f\xe4\xbd\xa0";
    QCOMPARE(json::encode(post),
             "{\"t\":\"post\",\"room\":\"r\",\"id\":\"1\",\"text\":\"" + text + "\",\"reply\":3}");
    QCOMPARE(json::encode(command::Quit{}), QByteArray(R"({"t":"quit"})"));
    QCOMPARE(json::encode(command::Hello{}), QByteArray(R"({"t":"hello","v":1})"));
}

void JsonCommandsTest::framesAreReadAsSpecified_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<Command>("command");
    QTest::newRow("unknown fields are passed over")
        << QByteArray(R"({"t":"nick","name":"Ada","x":[1,{"y":null}]})")
        << Command(command::Nick{u"Ada"_s, {}});
    QTest::newRow("null is nothing") << QByteArray(R"({"t":"ping","re":null})") << Command(command::Ping{{}});
    QTest::newRow("whole numbers may have a point")
        << QByteArray(R"({"t":"history","room":"r","before":7.0})")
        << Command(command::History{RoomId(u"r"_s), 7, 100, {}});
    QTest::newRow("room names are tidied") << QByteArray(R"({"t":"join","room":" Ada's  kitchen "})")
                                           << Command(command::Join{u"Ada's kitchen"_s, false, {}});
    QTest::newRow("members, defaults") << QByteArray(R"({"t":"members","room":"r"})")
                                       << Command(command::ListMembers{RoomId(u"r"_s), {}, 200, {}});
    QTest::newRow("names are not judged here")
        << QByteArray(R"({"t":"nick","name":" :\u0007 "})") << Command(command::Nick{u":"_s, {}});
    QTest::newRow("topic") << QByteArray(R"({"t":"post","room":"r","id":"1","kind":"topic","text":" a\nb "})")
                           << Command(command::Post{RoomId(u"r"_s), PostId(u"1"_s), EventKind::Topic,
                                                    u"a b"_s, 0});
    QTest::newRow("client's name is cut short")
        << QByteArray(R"({"t":"hello","v":1,"client":")") + QByteArray(100, 'x') + "\"}"
        << Command(command::Hello{1, {}, QString(64, u'x'), {}, {}, {}});
}

void JsonCommandsTest::framesAreReadAsSpecified()
{
    QFETCH(QByteArray, frame);
    QFETCH(Command, command);
    QVERIFY(decoded(frame) == command);
}

void JsonCommandsTest::badFramesAreRejected_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const QByteArray &frame, ErrorCode code) {
        QTest::newRow(frame.left(100).constData()) << frame << code;
    };
    row("", ErrorCode::BadJson);
    row("hello", ErrorCode::BadJson);
    row("{", ErrorCode::BadJson);
    row("[]", ErrorCode::BadJson);
    row("null", ErrorCode::BadJson);
    row(R"({"t":"ping"} x)", ErrorCode::BadJson);
    row(R"({"t":"ping",})", ErrorCode::BadJson);
    row(QByteArray("[").repeated(5000), ErrorCode::BadJson);
    row(R"({"t":"ping","x":)" + QByteArray("[").repeated(5000) + QByteArray("]").repeated(5000) + "}",
        ErrorCode::BadJson);
    row("{\"t\":\"ping\",\"re\":\"\xff\"}", ErrorCode::BadUtf8);
    row("{\"t\":\"ping\",\"re\":\"\xed\xa0\x80\"}", ErrorCode::BadUtf8);
    row("\xc0\xaf", ErrorCode::BadUtf8);
    row(R"({"t":"dance"})", ErrorCode::UnknownKind);
    row(R"({"t":"Ping"})", ErrorCode::UnknownKind);
    row(R"({"t":"welcome"})", ErrorCode::UnknownKind);
    row(R"({})", ErrorCode::BadField);
    row(R"({"t":1})", ErrorCode::BadField);
    row(R"({"t":""})", ErrorCode::BadField);
    row(R"({"t":null})", ErrorCode::BadField);
    row(R"({"t":"ping","re":7})", ErrorCode::BadField);
    row(R"({"t":"ping","re":"a\nb"})", ErrorCode::BadField);
    row(R"({"t":"ping","re":"\ud800"})", ErrorCode::BadField);
    row(R"({"t":"ping","re":")" + QByteArray(129, 'x') + "\"}", ErrorCode::BadField);
    row(R"({"t":"hello"})", ErrorCode::BadField);
    row(R"({"t":"hello","v":0})", ErrorCode::BadField);
    row(R"({"t":"hello","v":"1"})", ErrorCode::BadField);
    row(R"({"t":"hello","v":1,"name":1})", ErrorCode::BadField);
    row(R"({"t":"hello","v":1,"session":["x"]})", ErrorCode::BadField);
    row(R"({"t":"hello","v":1,"resume":[]})", ErrorCode::BadField);
    row(R"({"t":"hello","v":1,"resume":{"r":1}})", ErrorCode::BadField);
    row(R"({"t":"hello","v":1,"resume":{"r":{"seq":1}}})", ErrorCode::BadField);
    row(R"({"t":"hello","v":1,"resume":{"r":{"seq":-1,"epoch":"e"}}})", ErrorCode::BadField);
    row(R"({"t":"hello","v":1,"resume":{"":{"seq":1,"epoch":"e"}}})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"1"})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","text":"hi"})", ErrorCode::BadField);
    row(R"({"t":"post","id":"1","text":"hi"})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"","text":"hi"})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":1,"text":"hi"})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"1","text":""})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"1","text":" \n\u0007\u200b"})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"1","text":"x","kind":"edit"})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"1","text":"x","kind":"dance"})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"1","text":"x","reply":-1})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"1","text":"x","reply":1.5})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"1","text":"x","reply":9007199254740992})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"1","text":"x","reply":1e300})", ErrorCode::BadField);
    row(R"({"t":"post","room":"r","id":"1","kind":"topic","text":")" + QByteArray(251, 'x') + "\"}",
        ErrorCode::TooLong);
    row(R"({"t":"join"})", ErrorCode::BadField);
    row(R"({"t":"join","room":"r","create":1})", ErrorCode::BadField);
    row(R"({"t":"leave"})", ErrorCode::BadField);
    row(R"({"t":"direct"})", ErrorCode::BadField);
    row(R"({"t":"nick"})", ErrorCode::BadField);
    row(R"({"t":"moderate"})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"shoot","member":"m1"})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"delete","member":"m1"})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"kick"})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"kick","member":"m1","reason":7})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"kick","member":"m1","reason":")" + QByteArray(201, 'x') + "\"}",
        ErrorCode::TooLong);
    row(R"({"t":"moderate","act":"ban","member":"m1","seconds":-1})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"unban","member":"m1"})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"slow","room":"r"})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"slow","seconds":5})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"slow","room":"r","seconds":21601})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"writers","room":"r"})", ErrorCode::BadField);
    row(R"({"t":"moderate","act":"writers","room":"r","writers":"nobody"})", ErrorCode::BadField);
    row(R"({"t":"members","room":"r","limit":"5"})", ErrorCode::BadField);
    row(R"({"t":"history","room":"r","before":-1})", ErrorCode::BadField);
    row(R"({"t":"history","room":"r","limit":-1})", ErrorCode::BadField);
}

void JsonCommandsTest::badFramesAreRejected()
{
    QFETCH(QByteArray, frame);
    QFETCH(ErrorCode, code);
    const auto result = json::decodeCommand(frame, Limits());
    QVERIFY(std::holds_alternative<json::Rejected>(result));
    QCOMPARE(std::get<json::Rejected>(result).error.code, code);
    QVERIFY(std::get<json::Rejected>(result).error.message.endsWith(u'.'));
}

void JsonCommandsTest::rejectionsNameTheRequest_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("re");
    QTest::newRow("post id") << QByteArray(R"({"t":"post","room":"r","id":"p1","text":"","re":"x"})")
                             << u"p1"_s;
    QTest::newRow("tag") << QByteArray(R"({"t":"join","re":"x"})") << u"x"_s;
    QTest::newRow("post without id") << QByteArray(R"({"t":"post","room":"r","text":"","re":"x"})") << u"x"_s;
    QTest::newRow("tag of an unknown kind") << QByteArray(R"({"t":"dance","re":"x","id":"y"})") << u"x"_s;
    QTest::newRow("tag that is none") << QByteArray(R"({"t":"join","re":{}})") << QString();
    QTest::newRow("no JSON") << QByteArray(R"({"re":"x")") << QString();
}

void JsonCommandsTest::rejectionsNameTheRequest()
{
    QFETCH(QByteArray, frame);
    QFETCH(QString, re);
    const auto result = json::decodeCommand(frame, Limits());
    QCOMPARE(std::get<json::Rejected>(result).re, re);
}

void JsonCommandsTest::aTextOfTheLimitPasses()
{
    const QByteArray ascii(65'536, 'x');
    QCOMPARE(std::get<command::Post>(decoded(post(ascii))).text, QString::fromLatin1(ascii));
    const QByteArray chinese = u"你"_s.repeated(21'845).toUtf8() + 'x';
    QCOMPARE(std::get<command::Post>(decoded(post(chinese))).text.toUtf8(), chinese);
}

void JsonCommandsTest::oneByteMoreIsTooLong()
{
    for (const QByteArray &text : {QByteArray(65'537, 'x'), u"你"_s.repeated(21'845).toUtf8() + "xy"}) {
        const auto result = json::decodeCommand(post(text), Limits());
        QCOMPARE(std::get<json::Rejected>(result).error.code, ErrorCode::TooLong);
        QCOMPARE(std::get<json::Rejected>(result).re, u"1"_s);
    }
}

void JsonCommandsTest::aTextWithEveryByteEscapedFitsIntoAFrame()
{
    const QByteArray frame = post(QByteArray("\\u0061").repeated(65'536));
    QVERIFY(frame.size() <= Limits().frameBytes());
    QCOMPARE(std::get<command::Post>(decoded(frame)).text, QString(65'536, u'a'));
}

void JsonCommandsTest::textsAreSanitised_data()
{
    QTest::addColumn<QByteArray>("escaped");
    QTest::addColumn<QString>("text");
    QTest::newRow("NUL") << QByteArray(R"(a\u0000b)") << u"ab"_s;
    QTest::newRow("escape sequence") << QByteArray(R"(\u001b[31mred)") << u"[31mred"_s;
    QTest::newRow("CR LF") << QByteArray(R"(a\r\nb)") << u"a\nb"_s;
    QTest::newRow("lone surrogate") << QByteArray(R"(a\ud83d!)") << u"a\ufffd!"_s;
    QTest::newRow("surrogate pair") << QByteArray(R"(\ud83d\ude42)") << u"🙂"_s;
    QTest::newRow("NFC") << QByteArray(R"(e\u0301)") << u"é"_s;
}

void JsonCommandsTest::textsAreSanitised()
{
    QFETCH(QByteArray, escaped);
    QFETCH(QString, text);
    QCOMPARE(std::get<command::Post>(decoded(post(escaped))).text, text);
}

void JsonCommandsTest::pageSizesAreClamped_data()
{
    QTest::addColumn<int>("wish");
    QTest::addColumn<int>("limit");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("some") << 7 << 7;
    QTest::newRow("all") << 200 << 200;
    QTest::newRow("more") << 201 << 200;
    QTest::newRow("far more") << 2'000'000'000 << 200;
}

void JsonCommandsTest::pageSizesAreClamped()
{
    QFETCH(int, wish);
    QFETCH(int, limit);
    const QByteArray fields = ",\"room\":\"r\",\"limit\":" + QByteArray::number(wish) + '}';
    const QByteArray history = "{\"t\":\"history\"" + fields;
    const QByteArray members = "{\"t\":\"members\"" + fields;
    QCOMPARE(std::get<command::History>(decoded(history)).limit, limit);
    QCOMPARE(std::get<command::ListMembers>(decoded(members)).limit, limit);
}

void JsonCommandsTest::resumeIsBounded()
{
    QJsonObject resume;
    for (int i = 0; i < 101; ++i) {
        resume.insert(QString::number(i), QJsonObject{{u"seq"_s, i}, {u"epoch"_s, u"e"_s}});
    }
    const QJsonObject hello{{u"t"_s, u"hello"_s}, {u"v"_s, 1}, {u"resume"_s, resume}};
    const auto result = json::decodeCommand(QJsonDocument(hello).toJson(), Limits());
    QCOMPARE(std::get<json::Rejected>(result).error.code, ErrorCode::BadField);
    Limits wider;
    wider.maxRoomsPerMember = 101;
    QCOMPARE(std::get<command::Hello>(decoded(QJsonDocument(hello).toJson(), wider)).resume.size(), 101);
}

QTEST_GUILESS_MAIN(JsonCommandsTest)
#include "tst_jsoncommands.moc"
