#include "protocol/plainvocabulary.h"

#include "protocol/limits.h"
#include "protocol/peerwords.h"
#include "protocol/textsanitizer.h"

#include <algorithm>
#include <array>

namespace tincan::plain {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHistory = 200;
constexpr qsizetype longestQuotedWord = 32;

/// One command: how it is written, what it is for, and how its argument is read. `read` answers Misused where
/// the argument will not do; what it says then is the usage.
struct Entry
{
    QLatin1StringView word;
    QLatin1StringView argument;
    const char *purpose; ///< in English, of PeerWords
    TextCommand (*read)(const QString &argument);
    bool forModerators = false;
};

template <typename Command>
TextCommand bare(const QString &)
{
    return Command{};
}

template <typename Command>
TextCommand withText(const QString &argument)
{
    return isBlank(argument) ? TextCommand(textcommand::Misused{}) : Command{argument};
}

template <typename Command>
TextCommand withLine(const QString &argument)
{
    return withText<Command>(sanitizeLine(argument));
}

TextCommand leave(const QString &argument)
{
    return textcommand::Leave{sanitizeLine(argument)};
}

TextCommand away(const QString &argument)
{
    return textcommand::Away{sanitizeLine(argument)};
}

TextCommand tell(const QString &argument)
{
    const bool hasText = std::any_of(argument.begin(), argument.end(), [](QChar c) { return c.isSpace(); });
    return hasText ? TextCommand(textcommand::Tell{argument}) : textcommand::Misused{};
}

TextCommand topic(const QString &argument)
{
    const QString text = sanitizeLine(argument);
    return text.isEmpty() ? textcommand::Topic{} : textcommand::Topic{text};
}

TextCommand history(const QString &argument)
{
    if (argument.isEmpty()) {
        return textcommand::History{};
    }
    bool isNumber = false;
    const int count = argument.toInt(&isNumber);
    return isNumber ? TextCommand(textcommand::History{std::clamp(count, 1, mostHistory)})
                    : textcommand::Misused{};
}

TextCommand since(const QString &argument)
{
    bool isNumber = false;
    const Seq seq = argument.toLongLong(&isNumber);
    return isNumber && seq >= 0 ? TextCommand(textcommand::Since{seq}) : textcommand::Misused{};
}

template <Act act>
TextCommand moderate(const QString &argument)
{
    return isBlank(argument) ? TextCommand(textcommand::Misused{}) : textcommand::Moderate{act, argument};
}

TextCommand slow(const QString &argument)
{
    if (argument.compare("off"_L1, Qt::CaseInsensitive) == 0) {
        return textcommand::Slow{0};
    }
    bool isNumber = false;
    const int seconds = argument.toInt(&isNumber);
    const bool isSound = isNumber && seconds >= 0 && seconds <= Limits().slowSeconds;
    return isSound ? TextCommand(textcommand::Slow{seconds}) : textcommand::Misused{};
}

TextCommand whoWrites(const QString &argument)
{
    const auto writers = writersFromWire(argument.toLower());
    return writers ? TextCommand(textcommand::WhoWrites{*writers}) : textcommand::Misused{};
}

/// "all", "default", or what is kept: "30d", "1000", or both.
TextCommand keep(const QString &argument)
{
    if (argument.compare("default"_L1, Qt::CaseInsensitive) == 0) {
        return textcommand::Keep{};
    }
    if (argument.compare("all"_L1, Qt::CaseInsensitive) == 0) {
        return textcommand::Keep{Retention{}};
    }
    Retention kept;
    const QStringList words = argument.simplified().split(u' ');
    for (const QString &word : words) {
        const bool isDays = word.endsWith(u'd', Qt::CaseInsensitive);
        int &number = isDays ? kept.days : kept.events;
        bool isNumber = false;
        const int value = (isDays ? word.chopped(1) : word).toInt(&isNumber);
        const int most = isDays ? Limits().keepDays : Limits().keepEvents;
        if (!isNumber || value < 1 || value > most || number != 0) {
            return textcommand::Misused{};
        }
        number = value;
    }
    return textcommand::Keep{kept};
}

constexpr std::array<Entry, 31> entries = {{
    {"nick"_L1, "NAME"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "change your name"),
     withLine<textcommand::Nick>},
    {"join"_L1, "ROOM"_L1,
     QT_TRANSLATE_NOOP("tincan::PeerWords", "go to a room, and make it if there is none"),
     withLine<textcommand::Join>},
    {"leave"_L1, "[ROOM]"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "leave a room"), leave},
    {"rooms"_L1, ""_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "list the rooms"), bare<textcommand::Rooms>},
    {"who"_L1, ""_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "list who is here"), bare<textcommand::Who>},
    {"msg"_L1, "NAME TEXT"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "tell one person alone"), tell},
    {"me"_L1, "TEXT"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "say what you do"),
     withText<textcommand::Me>},
    {"topic"_L1, "[TEXT]"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "show or change the room's topic"),
     topic},
    {"history"_L1, "[N]"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "show the last messages"), history},
    {"since"_L1, "SEQ"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "show the messages after number SEQ"),
     since},
    {"search"_L1, "TEXT"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "find messages"),
     withText<textcommand::Search>},
    {"away"_L1, "[TEXT]"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "say that you are away, and why"), away},
    {"back"_L1, ""_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "say that you are back"),
     bare<textcommand::Back>},
    {"kick"_L1, "NAME [REASON]"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "send somebody away"),
     moderate<Act::Kick>, true},
    {"ban"_L1, "NAME [10m|2h|7d|forever] [REASON]"_L1,
     QT_TRANSLATE_NOOP("tincan::PeerWords", "keep somebody out, for an hour if nothing is said"),
     moderate<Act::Ban>, true},
    {"unban"_L1, "NAME"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "let somebody in again"),
     moderate<Act::Unban>, true},
    {"mute"_L1, "NAME [10m|2h|7d|forever] [REASON]"_L1,
     QT_TRANSLATE_NOOP("tincan::PeerWords", "let somebody read, and not write"), moderate<Act::Mute>, true},
    {"unmute"_L1, "NAME"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "let somebody write again"),
     moderate<Act::Unmute>, true},
    {"bans"_L1, ""_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "list who is banned or muted"),
     bare<textcommand::Bans>, true},
    {"slow"_L1, "SECONDS|off"_L1,
     QT_TRANSLATE_NOOP("tincan::PeerWords", "one message of each in so many seconds, in this room"), slow,
     true},
    {"writers"_L1, "all|members|moderators"_L1,
     QT_TRANSLATE_NOOP("tincan::PeerWords", "who may write in this room"), whoWrites, true},
    {"keep"_L1, "30d|1000|all|default"_L1,
     QT_TRANSLATE_NOOP("tincan::PeerWords",
                       "forget what is older than so many days, or more than so many, here"),
     keep, true},
    {"promote"_L1, "NAME"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "make somebody a moderator"),
     moderate<Act::Promote>, true},
    {"demote"_L1, "NAME"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "undo that"), moderate<Act::Demote>,
     true},
    {"drop"_L1, "ROOM"_L1,
     QT_TRANSLATE_NOOP("tincan::PeerWords", "forget a room and all that was said in it"), moderate<Act::Drop>,
     true},
    {"moderators"_L1, ""_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "list who is a moderator, here or not"),
     bare<textcommand::Moderators>, true},
    {"acts"_L1, ""_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "list what owner and moderators did"),
     bare<textcommand::Acts>, true},
    {"connections"_L1, ""_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "list who is connected, and from where"),
     bare<textcommand::Connections>, true},
    {"password"_L1, "WORD"_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "come in where a password is needed"),
     withText<textcommand::Password>},
    {"help"_L1, ""_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "list the commands"), bare<textcommand::Help>},
    {"quit"_L1, ""_L1, QT_TRANSLATE_NOOP("tincan::PeerWords", "leave the server"), bare<textcommand::Quit>},
}};

QString usage(const Entry &entry)
{
    const QString call = u'/' + entry.word;
    return entry.argument.isEmpty() ? call : call + u' ' + entry.argument;
}

/// What is said to somebody who misused a command.
QString usageOf(const Entry &entry)
{
    return PeerWords::tr("Usage: %1").arg(usage(entry));
}

QString noSuchCommand(const QString &word)
{
    return PeerWords::tr("There is no command /%1; /help lists them.")
        .arg(truncated(word, longestQuotedWord));
}

} // namespace

TextCommand parseCommand(const QString &text)
{
    if (!text.startsWith(u'/')) {
        return textcommand::Say{text};
    }
    if (text.startsWith("//"_L1)) {
        return textcommand::Say{text.sliced(1)};
    }
    const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    const QString word = text.sliced(1, end - text.begin() - 1);
    const QString argument = text.sliced(end - text.begin()).trimmed();
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry &candidate) {
        return word.compare(candidate.word, Qt::CaseInsensitive) == 0;
    });
    if (entry == entries.end()) {
        return textcommand::Misused{noSuchCommand(word)};
    }
    TextCommand command = entry->read(argument);
    return std::holds_alternative<textcommand::Misused>(command) ? textcommand::Misused{usageOf(*entry)}
                                                                 : command;
}

QStringList help(bool moderator)
{
    QStringList list;
    list.reserve(qsizetype(entries.size()) + 1);
    for (const Entry &entry : entries) {
        if (entry.forModerators && !moderator) {
            continue;
        }
        list.append(usage(entry) + " - "_L1 + PeerWords::tr(entry.purpose));
    }
    list.append("//TEXT - "_L1 + PeerWords::tr("say a text that starts with a slash"));
    return list;
}

} // namespace tincan::plain
