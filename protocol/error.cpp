#include "protocol/error.h"

#include <array>
#include <utility>

namespace tincan {

namespace {

using Spelling = std::pair<ErrorCode, QLatin1String>;

constexpr std::array<Spelling, 15> spellings = {{
    {ErrorCode::BadJson, QLatin1String("bad-json")},
    {ErrorCode::BadUtf8, QLatin1String("bad-utf8")},
    {ErrorCode::UnknownKind, QLatin1String("unknown-kind")},
    {ErrorCode::BadField, QLatin1String("bad-field")},
    {ErrorCode::TooLong, QLatin1String("too-long")},
    {ErrorCode::NoSuchRoom, QLatin1String("no-such-room")},
    {ErrorCode::NameTaken, QLatin1String("name-taken")},
    {ErrorCode::BadName, QLatin1String("bad-name")},
    {ErrorCode::WrongPassword, QLatin1String("wrong-password")},
    {ErrorCode::TooFast, QLatin1String("too-fast")},
    {ErrorCode::Full, QLatin1String("full")},
    {ErrorCode::Banned, QLatin1String("banned")},
    {ErrorCode::NotAllowed, QLatin1String("not-allowed")},
    {ErrorCode::SlowConsumer, QLatin1String("slow-consumer")},
    {ErrorCode::Closing, QLatin1String("closing")},
}};

} // namespace

QLatin1String wireName(ErrorCode code)
{
    for (const Spelling &spelling : spellings) {
        if (spelling.first == code) {
            return spelling.second;
        }
    }
    Q_UNREACHABLE();
}

std::optional<ErrorCode> errorCodeFromWire(QStringView word)
{
    for (const Spelling &spelling : spellings) {
        if (word == spelling.second) {
            return spelling.first;
        }
    }
    return std::nullopt;
}

} // namespace tincan
