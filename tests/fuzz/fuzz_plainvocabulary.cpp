#include "protocol/nickname.h"
#include "protocol/plainvocabulary.h"
#include "protocol/textsanitizer.h"
#include "tests/fuzz/fuzzcheck.h"

using namespace tincan;

namespace {

void checkNames(const QString &wish)
{
    const Limits limits;
    const auto name = checkedName(wish, limits);
    if (const auto *taken = std::get_if<QString>(&name)) {
        FUZZ_CHECK(fuzz::isSafe(*taken) && !isBlank(*taken) && !taken->contains(u'\n'));
        FUZZ_CHECK(checkedName(*taken, limits) == name);
        const QString variant = nameVariant(*taken, 2, limits);
        FUZZ_CHECK(checkedName(variant, limits) == Result<QString>(variant));
    }
    FUZZ_CHECK(nameKey(nameKey(wish)) == nameKey(wish));
    const auto room = checkedRoomName(wish, limits);
    if (const auto *taken = std::get_if<QString>(&room)) {
        const RoomId id = roomIdFor(*taken);
        FUZZ_CHECK(!id.isEmpty() && roomIdFor(id.value()) == id && id == roomIdFor(wish));
        FUZZ_CHECK(std::none_of(id.value().begin(), id.value().end(), [](QChar c) { return c.isSpace(); }));
    }
}

/// What people say is heard as theirs, whatever they are called and whatever they say.
void checkSaying(const QString &wish, const QString &text)
{
    const auto name = checkedName(wish, Limits());
    RoomEvent event;
    event.text = text;
    event.from.name = std::holds_alternative<QString>(name) ? std::get<QString>(name) : QStringLiteral("Ada");
    const QByteArray bytes = plain::encode(plain::said(event, {}), plain::Framing::Nul);
    FUZZ_CHECK(bytes.count('\0') == 1);
    QString heard = text;
    if (heard.endsWith(u'\n')) {
        heard.chop(1);
    }
    using Kind = plain::Heard::Kind;
    FUZZ_CHECK((plain::parse(decodeUtf8(bytes.chopped(1)).value_or(QString())) ==
                plain::Heard{Kind::Message, {}, event.from.name, heard}));
    const plain::Message told = plain::told(event, {});
    FUZZ_CHECK(plain::parse(told.prefix + told.body).kind == Kind::Direct);
    const plain::Message message = plain::said(event, RoomId(QStringLiteral("random")));
    for (const QByteArray &line : plain::encode(message, plain::Framing::Line).chopped(1).split('\n')) {
        FUZZ_CHECK(line.startsWith("#random " + event.from.name.toUtf8() + ": "));
    }
}

void checkCommands(const QString &text)
{
    const TextCommand command = plain::parseCommand(text);
    const auto *say = std::get_if<textcommand::Say>(&command);
    FUZZ_CHECK((say != nullptr) == (!text.startsWith(u'/') || text.startsWith(QStringLiteral("//"))));
    const auto bytes = decodeUtf8(plain::say(text)); // keeps a byte order mark, as QString::fromUtf8 does not
    FUZZ_CHECK(bytes.has_value());
    const TextCommand said = plain::parseCommand(*bytes);
    FUZZ_CHECK(std::holds_alternative<textcommand::Say>(said) &&
               std::get<textcommand::Say>(said).text == text);
    const plain::Heard heard = plain::parse(text);
    FUZZ_CHECK(fuzz::isSafe(heard.name) && codePoints(heard.name) <= 64);
}

} // namespace

/// Up to the first LF a name, behind it what is said.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    const auto decoded = decodeUtf8(bytes);
    FUZZ_CHECK(decoded.has_value() == bytes.isValidUtf8());
    const QString raw = decoded ? *decoded : QString::fromLatin1(bytes);
    FUZZ_CHECK(!decoded || decoded->toUtf8() == bytes);

    const QString text = sanitizeText(raw);
    FUZZ_CHECK(fuzz::isSafe(text) && sanitizeText(text) == text);
    const QString line = sanitizeLine(raw);
    FUZZ_CHECK(sanitizeLine(line) == line && !line.contains(u'\n'));

    const qsizetype end = std::max(qsizetype(0), raw.indexOf(u'\n'));
    checkNames(raw.first(end));
    checkSaying(raw.first(end), text);
    checkCommands(text);
    return 0;
}
