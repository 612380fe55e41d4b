#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tincan::bench {

enum class Dialect
{
    Plain,
    Native
};

/// Which message a frame brings.
struct Heard
{
    std::size_t sender;
    int number;
};

/// What the reader of a frame learns of who is in its room.
struct Presence
{
    bool isNotice;            ///< that others came; else its own welcome
    std::optional<int> total; ///< members now; plain does not tell
};

/// What is sent first, so that the server knows the dialect; nothing of it reaches a room.
std::string firstFrame(Dialect dialect, std::size_t client);
/// A text of 64 bytes that names its sender and its number, as a frame.
std::string messageFrame(Dialect dialect, std::size_t sender, int number);
/// Nothing for a greeting, a notice and the like.
std::optional<Heard> heardIn(std::string_view frame);
std::optional<Presence> presenceIn(std::string_view frame);

} // namespace tincan::bench
