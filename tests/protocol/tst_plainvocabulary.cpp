#include "protocol/plainvocabulary.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;
using plain::Framing;
using Kind = plain::Heard::Kind;

namespace {

RoomEvent eventOf(EventKind kind, const QString &text)
{
    RoomEvent event;
    event.kind = kind;
    event.from.name = u"Ada"_s;
    event.text = text;
    return event;
}

/// A command in a form that can be compared: its name and argument.
QString spelled(const TextCommand &command)
{
    struct Speller
    {
        QString operator()(const textcommand::Say &say) const { return u"say|"_s + say.text; }
        QString operator()(const textcommand::Me &me) const { return u"me|"_s + me.text; }
        QString operator()(const textcommand::Nick &nick) const { return u"nick|"_s + nick.name; }
        QString operator()(const textcommand::Join &join) const { return u"join|"_s + join.room; }
        QString operator()(const textcommand::Leave &leave) const { return u"leave|"_s + leave.room; }
        QString operator()(const textcommand::Rooms &) const { return u"rooms"_s; }
        QString operator()(const textcommand::Who &) const { return u"who"_s; }
        QString operator()(const textcommand::Tell &tell) const { return u"tell|"_s + tell.rest; }
        QString operator()(const textcommand::Topic &topic) const
        {
            return topic.text ? u"topic|"_s + *topic.text : u"topic?"_s;
        }
        QString operator()(const textcommand::History &history) const
        {
            return u"history|%1"_s.arg(history.count);
        }
        QString operator()(const textcommand::Since &since) const { return u"since|%1"_s.arg(since.seq); }
        QString operator()(const textcommand::Search &search) const { return u"search|"_s + search.text; }
        QString operator()(const textcommand::Away &away) const { return u"away|"_s + away.status; }
        QString operator()(const textcommand::Back &) const { return u"back"_s; }
        QString operator()(const textcommand::Moderate &moderate) const
        {
            return wireName(moderate.act) + u'|' + moderate.rest;
        }
        QString operator()(const textcommand::Slow &slow) const { return u"slow|%1"_s.arg(slow.seconds); }
        QString operator()(const textcommand::WhoWrites &who) const
        {
            return u"writers|"_s + wireName(who.writers);
        }
        QString operator()(const textcommand::Keep &keep) const
        {
            return keep.keep ? u"keep|%1|%2"_s.arg(keep.keep->days).arg(keep.keep->events) : u"keep"_s;
        }
        QString operator()(const textcommand::Bans &) const { return u"bans"_s; }
        QString operator()(const textcommand::Moderators &) const { return u"moderators"_s; }
        QString operator()(const textcommand::Acts &) const { return u"acts"_s; }
        QString operator()(const textcommand::Connections &) const { return u"connections"_s; }
        QString operator()(const textcommand::Password &password) const
        {
            return u"password|"_s + password.word;
        }
        QString operator()(const textcommand::Help &) const { return u"help"_s; }
        QString operator()(const textcommand::Quit &) const { return u"quit"_s; }
        QString operator()(const textcommand::Misused &misused) const
        {
            return u"misused|"_s + misused.message;
        }
    };
    return std::visit(Speller(), command);
}

} // namespace

class PlainVocabularyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreFramed_data();
    void messagesAreFramed();
    void eventsAreSaid_data();
    void eventsAreSaid();
    void directMessagesNameBothSides();
    void noTextCanPassForANotice();
    void theGreetingReadsForAPerson();
    void errorsStartWithAnExclamationMark();
    void commandsAreRead_data();
    void commandsAreRead();
    void helpListsEveryCommand();
    void serverMessagesAreUnderstood_data();
    void serverMessagesAreUnderstood();
    void whatIsSaidIsHeard_data();
    void whatIsSaidIsHeard();
    void aLeadingSlashIsDoubled();
};

void PlainVocabularyTest::messagesAreFramed_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("NUL") << u"hi"_s << Framing::Nul << QByteArray("Ada: hi\0", 8);
    QTest::newRow("NUL, lines") << u"a\nb"_s << Framing::Nul << QByteArray("Ada: a\nb\0", 9);
    QTest::newRow("LF") << u"hi"_s << Framing::Line << QByteArray("Ada: hi\n");
    QTest::newRow("LF, lines") << u"a\n\nb\n"_s << Framing::Line
                               << QByteArray("Ada: a\nAda: \nAda: b\nAda: \n");
    QTest::newRow("both") << u"a\nb"_s << Framing::Both << QByteArray("Ada: a\nAda: b\n\0", 15);
    QTest::newRow("empty") << QString() << Framing::Line << QByteArray("Ada: \n");
    QTest::newRow("UTF-8") << u"你好🙂"_s << Framing::Nul << "Ada: " + u"你好🙂"_s.toUtf8() + '\0';
}

void PlainVocabularyTest::messagesAreFramed()
{
    QFETCH(QString, body);
    QFETCH(Framing, framing);
    QFETCH(QByteArray, bytes);
    QCOMPARE(plain::encode({u"Ada: "_s, body}, framing), bytes);
}

void PlainVocabularyTest::eventsAreSaid_data()
{
    QTest::addColumn<EventKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("room");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](EventKind kind, const char *text, const char *room, const char *line) {
        QTest::newRow(line) << kind << QString::fromUtf8(text) << QString::fromUtf8(room)
                            << QByteArray(line) + '\n';
    };
    row(EventKind::Message, "hi", "", "Ada: hi");
    row(EventKind::Message, "hi", "random", "#random Ada: hi");
    row(EventKind::Action, "waves", "", "* Ada waves");
    row(EventKind::Action, "waves", "random", "#random * Ada waves");
    row(EventKind::Topic, "cheese", "", "* Ada changed the topic to: cheese");
    row(EventKind::Topic, "", "random", "#random * Ada removed the topic");
    row(EventKind::Rename, "Bar", "", "* Ada renamed the room to Bar");
    row(EventKind::Kick, "Bo", "", "* Ada kicked Bo");
    row(EventKind::Kick, "Bo: spam", "random", "#random * Ada kicked Bo: spam");
    row(EventKind::Edit, "hi!", "", "* Ada corrected: hi!");
    row(EventKind::Delete, "", "", "* Ada deleted a message");
    row(EventKind::React, "👍", "", "* Ada reacted 👍");
    row(EventKind::File, "a.png", "", "* Ada shared a file: a.png");
    row(EventKind::Unknown, "", "", "* Ada did something that cannot be shown here");
}

void PlainVocabularyTest::eventsAreSaid()
{
    QFETCH(EventKind, kind);
    QFETCH(QString, text);
    QFETCH(QString, room);
    QFETCH(QByteArray, line);
    QCOMPARE(plain::encode(plain::said(eventOf(kind, text), RoomId(room)), Framing::Line), line);
}

void PlainVocabularyTest::directMessagesNameBothSides()
{
    const RoomEvent event = eventOf(EventKind::Message, u"psst"_s);
    QCOMPARE(plain::encode(plain::told(event, {}), Framing::Line), QByteArray("Ada -> you: psst\n"));
    QCOMPARE(plain::encode(plain::told(event, u"Bo"_s), Framing::Line), QByteArray("Ada -> Bo: psst\n"));
    const RoomEvent action = eventOf(EventKind::Action, u"nods"_s);
    QCOMPARE(plain::encode(plain::told(action, {}), Framing::Line), QByteArray("Ada -> you: * Ada nods\n"));
}

void PlainVocabularyTest::noTextCanPassForANotice()
{
    const QString text = u"x\n* Bo left\n! you are banned\nBo: yes"_s;
    const QList<plain::Message> messages = {plain::said(eventOf(EventKind::Message, text), {}),
                                            plain::said(eventOf(EventKind::Action, text), {}),
                                            plain::said(eventOf(EventKind::Message, text), RoomId(u"r"_s)),
                                            plain::told(eventOf(EventKind::Message, text), {})};
    for (const plain::Message &message : messages) {
        const QList<QByteArray> lines = plain::encode(message, Framing::Line).chopped(1).split('\n');
        QCOMPARE(lines.size(), 4);
        for (const QByteArray &line : lines) {
            QVERIFY2(line.startsWith(message.prefix.toUtf8()), line);
        }
    }
}

void PlainVocabularyTest::theGreetingReadsForAPerson()
{
    QCOMPARE(plain::encode(plain::greeting(false, u"Ada's kitchen"_s, 4, false), Framing::Line),
             QByteArray("tincan/1 open Ada's kitchen - 4 here. Type a message and press Enter; /help lists "
                        "the commands.\n"));
    QCOMPARE(plain::greeting(true, u"x"_s, 0, false).body.left(15), u"tincan/1 tls x "_s);
    const QString closed = plain::greeting(true, u"x"_s, 4, true).body;
    QVERIFY(closed.contains(u"/password WORD"_s));
    QVERIFY(!closed.contains(u"4 here"_s));
}

void PlainVocabularyTest::errorsStartWithAnExclamationMark()
{
    QCOMPARE(plain::encode(plain::error({ErrorCode::TooLong, u"Too long."_s}), Framing::Line),
             QByteArray("! Too long.\n"));
    QCOMPARE(plain::encode(plain::notice(u"Bo left"_s, RoomId(u"r"_s)), Framing::Line),
             QByteArray("#r * Bo left\n"));
}

void PlainVocabularyTest::commandsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("command");
    const auto row = [](const char *text, const char *command) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(command);
    };
    row("hello", "say|hello");
    row("", "say|");
    row(" /nick Bo", "say| /nick Bo");
    row("//nick Bo", "say|/nick Bo");
    row("///", "say|//");
    row("/nick Bo", "nick|Bo");
    row("/NICK  Bo  Bit ", "nick|Bo Bit");
    row("/nick\tBo", "nick|Bo");
    row("/nick", "misused|Usage: /nick NAME");
    row("/join #random", "join|#random");
    row("/join", "misused|Usage: /join ROOM");
    row("/leave", "leave|");
    row("/leave random", "leave|random");
    row("/rooms", "rooms");
    row("/who", "who");
    row("/msg Bo hi  there", "tell|Bo hi  there");
    row("/msg Bo", "misused|Usage: /msg NAME TEXT");
    row("/msg", "misused|Usage: /msg NAME TEXT");
    row("/me waves\nboth hands", "me|waves\nboth hands");
    row("/me", "misused|Usage: /me TEXT");
    row("/me \xe2\x80\x8b", "misused|Usage: /me TEXT");
    row("/topic", "topic?");
    row("/topic All\nabout cheese", "topic|All about cheese");
    row("/history", "history|50");
    row("/history 10", "history|10");
    row("/history 0", "history|1");
    row("/history -5", "history|1");
    row("/history 100000", "history|200");
    row("/history 99999999999", "misused|Usage: /history [N]");
    row("/history ten", "misused|Usage: /history [N]");
    row("/since 12", "since|12");
    row("/since 0", "since|0");
    row("/since -1", "misused|Usage: /since SEQ");
    row("/since", "misused|Usage: /since SEQ");
    row("/search blue cheese", "search|blue cheese");
    row("/search", "misused|Usage: /search TEXT");
    row("/away", "away|");
    row("/away  at\tlunch ", "away|at lunch");
    row("/back", "back");
    row("/kick Bo", "kick|Bo");
    row("/kick", "misused|Usage: /kick NAME [REASON]");
    row("/ban  Bo Diddley 2h too  loud", "ban|Bo Diddley 2h too  loud");
    row("/ban", "misused|Usage: /ban NAME [10m|2h|7d|forever] [REASON]");
    row("/unban Bo", "unban|Bo");
    row("/mute Bo forever", "mute|Bo forever");
    row("/unmute Bo", "unmute|Bo");
    row("/promote Bo", "promote|Bo");
    row("/demote Bo", "demote|Bo");
    row("/slow 30", "slow|30");
    row("/slow OFF", "slow|0");
    row("/slow", "misused|Usage: /slow SECONDS|off");
    row("/slow -1", "misused|Usage: /slow SECONDS|off");
    row("/slow 21601", "misused|Usage: /slow SECONDS|off");
    row("/writers Members", "writers|members");
    row("/writers", "misused|Usage: /writers all|members|moderators");
    row("/keep 30d", "keep|30|0");
    row("/keep 1000  7D", "keep|7|1000");
    row("/keep All", "keep|0|0");
    row("/keep default", "keep");
    for (const char *wrong :
         {"/keep", "/keep 0", "/keep 0d", "/keep -1", "/keep 36501d", "/keep 3w", "/keep 1 2"})
        row(wrong, "misused|Usage: /keep 30d|1000|all|default");
    row("/bans", "bans");
    row("/acts", "acts");
    row("/connections", "connections");
    row("/password open  sesame", "password|open  sesame");
    row("/password", "misused|Usage: /password WORD");
    row("/help", "help");
    row("/help me", "help");
    row("/quit", "quit");
    row("/xyz a", "misused|There is no command /xyz; /help lists them.");
    row("/", "misused|There is no command /; /help lists them.");
    row("/ nick", "misused|There is no command /; /help lists them.");
    row("/nickname", "misused|There is no command /nickname; /help lists them.");
    row("/usr/share/dictionaries/of/the/english/language",
        "misused|There is no command /usr/share/dictionaries/of/the/en; /help lists them.");
}

void PlainVocabularyTest::commandsAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, command);
    QCOMPARE(spelled(plain::parseCommand(text)), command);
}

void PlainVocabularyTest::helpListsEveryCommand()
{
    QCOMPARE(plain::help().size(), 17);
    const QStringList help = plain::help(true);
    QCOMPARE(help.size(), 32);
    for (const QString &line : help) {
        const QString example = line.section(u" - "_s, 0, 0)
                                    .replace(u"SEQ"_s, u"1"_s)
                                    .replace(u"[N]"_s, u"1"_s)
                                    .replace(u"SECONDS|"_s, QString())
                                    .replace(u"|1000|all|default"_s, QString())
                                    .replace(u"|members|moderators"_s, QString());
        QVERIFY2(!spelled(plain::parseCommand(example)).startsWith(u"misused"_s), qPrintable(line));
    }
}

void PlainVocabularyTest::serverMessagesAreUnderstood_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *message, Kind kind, const char *room, const char *name,
                        const char *text) {
        QTest::newRow(message) << QString::fromUtf8(message) << kind << QString::fromUtf8(room)
                               << QString::fromUtf8(name) << QString::fromUtf8(text);
    };
    row("Ada: hi", Kind::Message, "", "Ada", "hi");
    row("Ada: hi\n", Kind::Message, "", "Ada", "hi");
    row("Ada: hi: there", Kind::Message, "", "Ada", "hi: there");
    row("Ada: ", Kind::Message, "", "Ada", "");
    row("Ada: a\nb", Kind::Message, "", "Ada", "a\nb");
    row("('127.0.0.1', 51234): text", Kind::Message, "", "('127.0.0.1', 51234)", "text");
    row("('::1', 51234, 0, 0): text", Kind::Message, "", "('::1', 51234, 0, 0)", "text");
    row("Ada Lovelace -> you: psst", Kind::Direct, "", "Ada Lovelace", "psst");
    row("Ada -> Bo: psst", Kind::Message, "", "Ada -> Bo", "psst");
    row(" -> you: psst", Kind::Other, "", "", " -> you: psst");
    row("#random Ada: hi", Kind::Message, "random", "Ada", "hi");
    row("#random * Ada joined", Kind::Notice, "random", "", "Ada joined");
    row("#random hello", Kind::Other, "", "", "#random hello");
    row("#random: hello", Kind::Message, "", "#random", "hello");
    row("* Ada joined", Kind::Notice, "", "", "Ada joined");
    row("*bold*", Kind::Other, "", "", "*bold*");
    row("! too fast", Kind::Error, "", "", "too fast");
    row("tincan/1 open Kitchen", Kind::Greeting, "", "", "open Kitchen");
    row("tincan/2 open Kitchen", Kind::Other, "", "", "tincan/2 open Kitchen");
    row("hello", Kind::Other, "", "", "hello");
    row("", Kind::Other, "", "", "");
    row(": hi", Kind::Other, "", "", ": hi");
    row("a\nb: hi", Kind::Other, "", "", "a\nb: hi");
    row(" a: hi", Kind::Other, "", "", " a: hi");
    row("A\x1b[2Jda: h\x07i", Kind::Message, "", "A[2Jda", "hi");
    const QByteArray longName = QByteArray(65, 'x') + ": hi";
    row(longName, Kind::Other, "", "", longName);
}

void PlainVocabularyTest::serverMessagesAreUnderstood()
{
    QFETCH(QString, message);
    QFETCH(Kind, kind);
    QFETCH(QString, room);
    QFETCH(QString, name);
    QFETCH(QString, text);
    const plain::Heard heard = plain::parse(message);
    QCOMPARE(heard.kind, kind);
    QCOMPARE(heard.room.value(), room);
    QCOMPARE(heard.name, name);
    QCOMPARE(heard.text, text);
}

void PlainVocabularyTest::whatIsSaidIsHeard_data()
{
    QTest::addColumn<plain::Message>("message");
    QTest::addColumn<plain::Heard>("heard");
    const RoomEvent event = eventOf(EventKind::Message, u"x: y"_s);
    QTest::newRow("message") << plain::said(event, {})
                             << plain::Heard{Kind::Message, {}, u"Ada"_s, u"x: y"_s};
    QTest::newRow("message elsewhere") << plain::said(event, RoomId(u"r"_s))
                                       << plain::Heard{Kind::Message, RoomId(u"r"_s), u"Ada"_s, u"x: y"_s};
    QTest::newRow("direct") << plain::told(event, {}) << plain::Heard{Kind::Direct, {}, u"Ada"_s, u"x: y"_s};
    QTest::newRow("greeting") << plain::greeting(false, u"K"_s, 1, true)
                              << plain::Heard{Kind::Greeting,
                                              {},
                                              {},
                                              plain::greeting(false, u"K"_s, 1, true).body.sliced(9)};
    QTest::newRow("error") << plain::error({ErrorCode::Full, u"Full."_s})
                           << plain::Heard{Kind::Error, {}, {}, u"Full."_s};
}

void PlainVocabularyTest::whatIsSaidIsHeard()
{
    QFETCH(plain::Message, message);
    QFETCH(plain::Heard, heard);
    for (const Framing framing : {Framing::Nul, Framing::Both}) {
        const QByteArray bytes = plain::encode(message, framing);
        QVERIFY(plain::parse(QString::fromUtf8(bytes.chopped(1))) == heard);
    }
}

void PlainVocabularyTest::aLeadingSlashIsDoubled()
{
    QCOMPARE(plain::say(u"/nick Bo"_s), QByteArray("//nick Bo"));
    QCOMPARE(plain::say(u"a/b"_s), QByteArray("a/b"));
    QCOMPARE(plain::say(QString(QChar(0)) + u"/\x01x"_s), QByteArray("//x"));
    QCOMPARE(spelled(plain::parseCommand(QString::fromUtf8(plain::say(u"//x"_s)))), u"say|//x"_s);
}

QTEST_GUILESS_MAIN(PlainVocabularyTest)
#include "tst_plainvocabulary.moc"
