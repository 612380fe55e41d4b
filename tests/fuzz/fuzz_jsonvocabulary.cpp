#include "protocol/jsonvocabulary.h"
#include "protocol/textsanitizer.h"
#include "tests/fuzz/fuzzcheck.h"

using namespace tincan;

namespace {

void checkCommand(QByteArrayView frame)
{
    const Limits limits;
    const auto decoded = json::decodeCommand(frame, limits);
    if (const auto *rejected = std::get_if<json::Rejected>(&decoded)) {
        FUZZ_CHECK(!rejected->error.message.isEmpty() && fuzz::isSafe(rejected->error.message));
        FUZZ_CHECK(codePoints(rejected->re) <= limits.idCharacters);
        return;
    }
    const Command &command = std::get<Command>(decoded);
    if (const auto *post = std::get_if<command::Post>(&command)) {
        FUZZ_CHECK(fuzz::isSafe(post->text) && sanitizeText(post->text) == post->text);
        FUZZ_CHECK(!post->id.isEmpty() && !post->room.isEmpty());
    }
    if (const auto *hello = std::get_if<command::Hello>(&command)) {
        FUZZ_CHECK(json::isHello(frame) && fuzz::isSafe(hello->name) && fuzz::isSafe(hello->client));
    }
    Limits wider; // normalisation may have made a text longer
    wider.messageBytes *= 4;
    const auto again = json::decodeCommand(json::encode(command), wider);
    FUZZ_CHECK(std::holds_alternative<Command>(again) && std::get<Command>(again) == command);
}

void checkServerEvent(QByteArrayView frame)
{
    const auto decoded = json::decodeServerEvent(frame);
    const auto *event = std::get_if<ServerEvent>(&decoded);
    if (!event) {
        return;
    }
    if (const auto *happened = std::get_if<serverevent::Happened>(event)) {
        FUZZ_CHECK(happened->event.seq >= 1 && happened->event.at >= 0);
        FUZZ_CHECK(fuzz::isSafe(happened->event.text) && fuzz::isSafe(happened->event.from.name));
    }
    const QByteArray encoded = json::encode(*event);
    FUZZ_CHECK(!encoded.contains('\0') && !encoded.contains('\n'));
    const auto again = json::decodeServerEvent(encoded);
    FUZZ_CHECK(std::holds_alternative<ServerEvent>(again) && std::get<ServerEvent>(again) == *event);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView frame = fuzz::viewOf(data, size);
    checkCommand(frame);
    checkServerEvent(frame);
    return 0;
}
