#include "ui/client/refusal.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

ConnectFailure failureFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NameTaken:
        return ConnectFailure::NameTaken;
    case ErrorCode::BadName:
        return ConnectFailure::BadName;
    case ErrorCode::WrongPassword:
        return ConnectFailure::WrongPassword;
    case ErrorCode::Full:
        return ConnectFailure::Full;
    case ErrorCode::Banned:
        return ConnectFailure::Banned;
    case ErrorCode::NotAllowed:
        return ConnectFailure::NotAllowed;
    case ErrorCode::Closing:
        return ConnectFailure::HostClosed;
    case ErrorCode::TooFast:
    case ErrorCode::SlowConsumer:
        return ConnectFailure::CutOff;
    case ErrorCode::BadJson:
    case ErrorCode::BadUtf8:
    case ErrorCode::UnknownKind:
    case ErrorCode::BadField:
    case ErrorCode::TooLong:
    case ErrorCode::NoSuchRoom:
        return ConnectFailure::NotUnderstood;
    }
    return ConnectFailure::NotUnderstood;
}

ConnectFailure failureForWords(const QString &message)
{
    static const std::array<std::pair<QString, ConnectFailure>, 6> words{{
        {u"full"_s, ConnectFailure::Full},
        {u"too many"_s, ConnectFailure::Full},
        {u"banned"_s, ConnectFailure::Banned},
        {u"closing"_s, ConnectFailure::HostClosed},
        {u"closed"_s, ConnectFailure::HostClosed},
        {u"password"_s, ConnectFailure::WrongPassword},
    }};
    for (const auto &[word, failure] : words) {
        if (message.contains(word, Qt::CaseInsensitive)) {
            return failure;
        }
    }
    return ConnectFailure::NotAllowed;
}

bool passes(ConnectFailure failure)
{
    switch (failure) {
    case ConnectFailure::None:
    case ConnectFailure::UnknownHost:
    case ConnectFailure::Refused:
    case ConnectFailure::Unreachable:
    case ConnectFailure::TimedOut:
    case ConnectFailure::Lost:
    case ConnectFailure::HostClosed:
    case ConnectFailure::Busy:
    case ConnectFailure::Full:
    case ConnectFailure::CutOff:
        return true;
    case ConnectFailure::NameTaken:
    case ConnectFailure::BadName:
    case ConnectFailure::NeedsPassword:
    case ConnectFailure::WrongPassword:
    case ConnectFailure::Banned:
    case ConnectFailure::NotAllowed:
    case ConnectFailure::NeedsTls:
    case ConnectFailure::HidesTls:
    case ConnectFailure::WrongKey:
    case ConnectFailure::BadCertificate:
    case ConnectFailure::NotUnderstood:
        return false;
    }
    return false;
}

} // namespace tincan
