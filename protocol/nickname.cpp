#include "protocol/nickname.h"

#include "protocol/peerwords.h"
#include "protocol/textsanitizer.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

constexpr char32_t zeroWidthJoiner = 0x200d;
constexpr char32_t emojiVariation = 0xfe0f;
constexpr int mostMarksInARow = 4;

/// Letters and symbols that show nothing.
bool isBlankLetter(char32_t c)
{
    return c == 0x115f || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xffa0;
}

/// The planes' blocks of pictographs, where new ones appear every year.
bool isPictograph(char32_t c)
{
    return c >= 0x1f000 && c <= 0x1faff;
}

bool isSymbol(char32_t c)
{
    return QChar::isSymbol(c) || isPictograph(c);
}

bool isVisible(char32_t c)
{
    return !isBlankLetter(c) && (QChar::isLetterOrNumber(c) || QChar::isPunct(c) || isSymbol(c));
}

bool isVariationSelector(char32_t c)
{
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef) || (c >= 0x180b && c <= 0x180f);
}

bool isCombining(char32_t c)
{
    constexpr char32_t graphemeJoiner = 0x34f;
    constexpr char32_t khmerInherentA = 0x17b4;
    constexpr char32_t khmerInherentAa = 0x17b5;
    return QChar::isMark(c) && !isVariationSelector(c) && c != graphemeJoiner && c != khmerInherentA &&
           c != khmerInherentAa;
}

/// What a joiner may stand beside; between other symbols it would be invisible and change nothing.
bool isJoinable(char32_t c)
{
    constexpr char32_t firstArrow = 0x2190;
    constexpr char32_t lastOfTheBasicPlane = 0x2bff;
    return isPictograph(c) || (c >= firstArrow && c <= lastOfTheBasicPlane && QChar::isSymbol(c));
}

/// Whether the invisible parts of emoji stand where emoji are: ZWJ between two, VS16 behind one.
bool isEmojiGlue(const QList<uint> &text, qsizetype i)
{
    if (i == 0) {
        return false;
    }
    const char32_t before = text[i - 1];
    if (text[i] == emojiVariation) {
        return isSymbol(before);
    }
    const bool joinsNext = i + 1 < text.size() && isJoinable(text[i + 1]);
    return text[i] == zeroWidthJoiner && joinsNext && (isJoinable(before) || before == emojiVariation);
}

/// Every code point can be seen, or belongs to one that can; spaces stand alone.
bool isAllVisible(const QList<uint> &text)
{
    bool hasBase = false;
    int marks = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const bool mark = isCombining(c);
        marks = mark ? marks + 1 : 0;
        const bool fits = isVisible(c) || c == U' ' || (mark && hasBase && marks <= mostMarksInARow);
        if (!fits && !isEmojiGlue(text, i)) {
            return false;
        }
        hasBase = c != U' ';
    }
    return true;
}

Error badName(const QString &message)
{
    return {ErrorCode::BadName, message};
}

/// What names of members and rooms have in common.
std::optional<Error> problemOf(const QString &name, int mostCharacters)
{
    const QList<uint> text = name.toUcs4();
    if (text.isEmpty()) {
        return badName(PeerWords::tr("A name cannot be empty."));
    }
    if (text.size() > mostCharacters) {
        return badName(PeerWords::tr("A name has at most %1 characters.").arg(mostCharacters));
    }
    if (!isAllVisible(text)) {
        return badName(PeerWords::tr("A name cannot hold invisible characters."));
    }
    return std::nullopt;
}

bool isAscii(const QString &name)
{
    return std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_KC)
        .simplified()
        .remove(QChar(emojiVariation));
}

/// Longest start of `name` that has `count` code points at most and cuts no character apart.
QString startOf(const QString &name, qsizetype count)
{
    const QString longest = truncated(name, count);
    if (longest.size() == name.size()) {
        return name;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    finder.setPosition(longest.size());
    QString start =
        name.first(finder.isAtBoundary() ? longest.size() : qMax(qsizetype(0), finder.toPreviousBoundary()));
    while (start.endsWith(QChar(zeroWidthJoiner))) { // what it joined is cut off
        start.chop(1);
    }
    return start.trimmed();
}

} // namespace

Result<QString> checkedName(const QString &wish, const Limits &limits)
{
    const QString name = sanitizeLine(wish);
    if (const auto problem = problemOf(name, limits.nameCharacters)) {
        return *problem;
    }
    if (u"/#*!@>-"_s.contains(name.front())) {
        return badName(PeerWords::tr("A name cannot start with one of / # * ! @ > -"));
    }
    if (name.contains(u':') || name.contains("->"_L1)) {
        return badName(PeerWords::tr("A name cannot hold a colon or an arrow."));
    }
    if (name.contains(" (to "_L1, Qt::CaseInsensitive)) { // how an answer names whom it is for
        return badName(PeerWords::tr("A name cannot hold \"(to\"."));
    }
    if (name.startsWith("tincan/"_L1, Qt::CaseInsensitive)) {
        return badName(u"A name cannot start with \"tincan/\"."_s);
    }
    return name;
}

QString nameKey(const QString &name)
{
    if (isAscii(name)) {
        return name.toCaseFolded().simplified(); // which is all that folded() does to it
    }
    // Folding can bring about what folds further; two rounds settle nearly every text, the bound is for
    // hostile ones.
    QString key = folded(name);
    for (int round = 0; round < 4; ++round) {
        const QString next = folded(key);
        if (next == key) {
            break;
        }
        key = next;
    }
    return key;
}

QString nameVariant(const QString &name, int attempt, const Limits &limits)
{
    const QString suffix = u"-%1"_s.arg(attempt);
    return startOf(name, limits.nameCharacters - suffix.size()) + suffix;
}

Result<QString> checkedRoomName(const QString &wish, const Limits &limits)
{
    QString name = sanitizeLine(wish);
    while (name.startsWith(u'#')) {
        name = name.sliced(1).trimmed();
    }
    if (const auto problem = problemOf(name, limits.roomNameCharacters)) {
        return *problem;
    }
    const QString id = roomIdFor(name).value();
    if (id.startsWith(u'@')) {
        return badName(PeerWords::tr("A room's name cannot start with @."));
    }
    if (const auto problem = problemOf(id, limits.idCharacters)) {
        return *problem;
    }
    return name;
}

RoomId roomIdFor(const QString &name)
{
    QString id = nameKey(sanitizeLine(name));
    while (id.startsWith(u'#')) {
        id = id.sliced(1).trimmed();
    }
    return RoomId(id.replace(u' ', u'-'));
}

} // namespace tincan
