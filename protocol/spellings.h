#pragma once

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <optional>
#include <utility>

namespace tincan {

/// The values of an enum with the words that the wire has for them.
template <typename Enum, std::size_t Size>
using Spellings = std::array<std::pair<Enum, QLatin1String>, Size>;

/// Empty for a value that has no word.
template <typename Enum, std::size_t Size>
QLatin1String spellingOf(const Spellings<Enum, Size> &spellings, Enum value)
{
    for (const auto &[candidate, word] : spellings) {
        if (candidate == value) {
            return word;
        }
    }
    return {};
}

template <typename Enum, std::size_t Size>
std::optional<Enum> valueOf(const Spellings<Enum, Size> &spellings, QStringView word)
{
    for (const auto &[value, candidate] : spellings) {
        if (word == candidate) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace tincan
