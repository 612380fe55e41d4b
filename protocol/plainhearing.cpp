#include "protocol/plainvocabulary.h"
#include "protocol/textsanitizer.h"

namespace tincan::plain {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 64;
constexpr QLatin1StringView greetingStart = "tincan/1 "_L1;
constexpr QLatin1StringView toYou = " -> you"_L1;

bool canBeName(QStringView name)
{
    return !name.isEmpty() && !name.contains(u'\n') && !name.front().isSpace() && !name.back().isSpace() &&
           codePoints(name) <= longestName;
}

/// "NAME: text" or "NAME -> you: text"; Other for anything else.
Heard parseSpoken(const QString &text)
{
    const qsizetype colon = text.indexOf(": "_L1);
    const QString speaker = text.first(qMax(colon, qsizetype(0)));
    if (!canBeName(speaker)) {
        return {Heard::Kind::Other, {}, {}, text};
    }
    const QString said = text.sliced(colon + 2);
    const QString directSpeaker = speaker.chopped(qMin(toYou.size(), speaker.size()));
    if (speaker.endsWith(toYou) && canBeName(directSpeaker)) {
        return {Heard::Kind::Direct, {}, directSpeaker, said};
    }
    return {Heard::Kind::Message, {}, speaker, said};
}

/// What can stand behind a "#room " prefix, too.
Heard parseRoomText(const QString &text)
{
    if (text.startsWith("* "_L1)) {
        return {Heard::Kind::Notice, {}, {}, text.sliced(2)};
    }
    return parseSpoken(text);
}

} // namespace

Heard parse(const QString &message)
{
    QString text = sanitizeText(message);
    if (text.endsWith(u'\n')) {
        text.chop(1);
    }
    if (text.startsWith(greetingStart)) {
        return {Heard::Kind::Greeting, {}, {}, text.sliced(greetingStart.size())};
    }
    if (text.startsWith("! "_L1)) {
        return {Heard::Kind::Error, {}, {}, text.sliced(2)};
    }
    const qsizetype space = text.indexOf(u' ');
    if (text.startsWith(u'#') && space > 1) {
        Heard heard = parseRoomText(text.sliced(space + 1));
        if (heard.kind == Heard::Kind::Message || heard.kind == Heard::Kind::Notice) {
            heard.room = RoomId(text.sliced(1, space - 1));
            return heard;
        }
    }
    return parseRoomText(text);
}

QByteArray say(const QString &text)
{
    const QByteArray bytes = sanitizeText(text).toUtf8();
    return bytes.startsWith('/') ? '/' + bytes : bytes;
}

} // namespace tincan::plain
