#include "server/requesttag.h"

namespace tincan {

namespace {

template <typename T>
QString tagOf(const T &command)
{
    if constexpr (std::is_same_v<T, command::Post>)
        return command.id.value();
    else if constexpr (std::is_same_v<T, command::Hello> || std::is_same_v<T, command::Quit> ||
                       std::is_same_v<T, command::Typing>)
        return {};
    else
        return command.re;
}

} // namespace

QString requestTag(const Command &command)
{
    return std::visit([](const auto &kind) { return tagOf(kind); }, command);
}

} // namespace tincan
