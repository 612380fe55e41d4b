#include "tests/bench/speech.h"

#include <cstdio>
#include <cstdlib>

namespace tincan::bench {

namespace {

constexpr std::size_t textSize = 64;
constexpr std::string_view marker = "bench ";
constexpr std::string_view idStart = R"(","id":")";
constexpr std::size_t idSize = 14; // the two numbers
constexpr std::string_view idEnd = "\"}";

/// "bench SSSSS NNNNNNNN ……"
std::string textOf(std::size_t sender, int number)
{
    char text[textSize + 1];
    std::snprintf(text, sizeof text, "bench %05zu %08d ", sender, number);
    std::string filled(text);
    filled.resize(textSize, '.');
    return filled;
}

} // namespace

std::string firstFrame(Dialect dialect, std::size_t client)
{
    if (dialect == Dialect::Native)
        return R"({"t":"hello","v":1,"name":"native )" + std::to_string(client) + "\"}" + '\0';
    return std::string("/topic") + '\0';
}

std::string messageFrame(Dialect dialect, std::size_t sender, int number)
{
    const std::string text = textOf(sender, number);
    if (dialect == Dialect::Plain)
        return text + '\0';
    const std::string id = text.substr(marker.size(), idSize);
    return R"({"t":"post","room":"lounge","id":")" + id + R"(","text":")" + text + "\"}" + '\0';
}

std::optional<Heard> heardIn(std::string_view frame)
{
    // Behind the text a plain frame has nothing, a native one the id.
    const bool isNative = !frame.empty() && frame.front() == '{';
    const std::size_t behind = isNative ? idStart.size() + idSize + idEnd.size() : 0;
    if (frame.size() < textSize + behind)
        return {};
    const std::size_t start = frame.size() - behind - textSize;
    if (frame.substr(start, marker.size()) != marker)
        return {};
    const char *numbers = frame.data() + start + marker.size();
    char *rest = nullptr;
    const auto sender = std::size_t(std::strtoul(numbers, &rest, 10));
    return Heard{sender, int(std::strtol(rest, nullptr, 10))};
}

std::optional<Presence> presenceIn(std::string_view frame)
{
    constexpr std::string_view total = "\"total\":";
    if (frame.starts_with("* ") && (frame.ends_with(" joined") || frame.ends_with(" joined\n")))
        return Presence{true, {}};
    const bool isNotice = frame.starts_with(R"({"t":"presence")");
    const std::size_t at =
        isNotice || frame.starts_with(R"({"t":"welcome")") ? frame.rfind(total) : frame.npos;
    if (at == frame.npos)
        return {};
    return Presence{isNotice, std::atoi(frame.data() + at + total.size())};
}

} // namespace tincan::bench
