#pragma once

#include <QLatin1String>
#include <QString>

#include <optional>
#include <variant>

namespace tincan {

/// Every error that goes over the wire (section "Errors" of protocol/PROTOCOL.md).
enum class ErrorCode
{
    BadJson,
    BadUtf8,
    UnknownKind,
    BadField,
    TooLong,
    NoSuchRoom,
    NameTaken,
    BadName,
    WrongPassword,
    TooFast,
    Full,
    Banned,
    NotAllowed,
    SlowConsumer,
    Closing,
};

/// An error as it travels: the code for programs, the message (English, one sentence) for people.
struct Error
{
    ErrorCode code = ErrorCode::BadField;
    QString message;
    int seconds = 0; ///< after which it may be tried again; 0: not known, or never

    friend bool operator==(const Error &, const Error &) = default;
};

/// The code's spelling on the wire, e.g. "too-long".
QLatin1String wireName(ErrorCode code);

/// The reverse of wireName(); nothing for a word that is no code of ours.
std::optional<ErrorCode> errorCodeFromWire(QStringView word);

/// A value, or the error that says why there is none.
template <typename T>
using Result = std::variant<T, Error>;

} // namespace tincan
