#include "protocol/plainvocabulary.h"

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
    QLatin1StringView purpose;
    TextCommand (*read)(const QString &argument);
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

constexpr std::array<Entry, 16> entries = {{
    {"nick"_L1, "NAME"_L1, "change your name"_L1, withLine<textcommand::Nick>},
    {"join"_L1, "ROOM"_L1, "go to a room, and make it if there is none"_L1, withLine<textcommand::Join>},
    {"leave"_L1, "[ROOM]"_L1, "leave a room"_L1, leave},
    {"rooms"_L1, ""_L1, "list the rooms"_L1, bare<textcommand::Rooms>},
    {"who"_L1, ""_L1, "list who is here"_L1, bare<textcommand::Who>},
    {"msg"_L1, "NAME TEXT"_L1, "tell one person alone"_L1, tell},
    {"me"_L1, "TEXT"_L1, "say what you do"_L1, withText<textcommand::Me>},
    {"topic"_L1, "[TEXT]"_L1, "show or change the room's topic"_L1, topic},
    {"history"_L1, "[N]"_L1, "show the last messages"_L1, history},
    {"since"_L1, "SEQ"_L1, "show the messages after number SEQ"_L1, since},
    {"search"_L1, "TEXT"_L1, "find messages"_L1, withText<textcommand::Search>},
    {"away"_L1, "[TEXT]"_L1, "say that you are away, and why"_L1, away},
    {"back"_L1, ""_L1, "say that you are back"_L1, bare<textcommand::Back>},
    {"password"_L1, "WORD"_L1, "come in where a password is needed"_L1, withText<textcommand::Password>},
    {"help"_L1, ""_L1, "list the commands"_L1, bare<textcommand::Help>},
    {"quit"_L1, ""_L1, "leave the server"_L1, bare<textcommand::Quit>},
}};

QString usage(const Entry &entry)
{
    const QString call = u'/' + entry.word;
    return entry.argument.isEmpty() ? call : call + u' ' + entry.argument;
}

textcommand::Misused misused(const Entry &entry)
{
    return {"Usage: "_L1 + usage(entry)};
}

textcommand::Misused noSuchCommand(const QString &word)
{
    return {u"There is no command /%1; /help lists them."_s.arg(truncated(word, longestQuotedWord))};
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
        return noSuchCommand(word);
    }
    TextCommand command = entry->read(argument);
    return std::holds_alternative<textcommand::Misused>(command) ? misused(*entry) : command;
}

QStringList help()
{
    QStringList list;
    list.reserve(qsizetype(entries.size()) + 1);
    for (const Entry &entry : entries) {
        list.append(usage(entry) + " - "_L1 + entry.purpose);
    }
    list.append(u"//TEXT - say a text that starts with a slash"_s);
    return list;
}

} // namespace tincan::plain
