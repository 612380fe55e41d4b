#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <cstdint>

namespace tincan {

/// An opaque identifier. Two kinds of identifier are two types, so that one cannot be passed for the other.
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString value) : m_value(std::move(value)) {}

    const QString &value() const { return m_value; }
    bool isEmpty() const { return m_value.isEmpty(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_value == b.m_value; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

using MemberId = Id<struct MemberIdTag>;         ///< a member of a server, unique there
using RoomId = Id<struct RoomIdTag>;             ///< a room of a server; what `#` names in the text dialects
using PostId = Id<struct PostIdTag>;             ///< chosen by the sender, unique among its posts
using ServerId = Id<struct ServerIdTag>;         ///< one running server (or one data directory)
using SessionToken = Id<struct SessionTokenTag>; ///< a secret: who shows it is that member again
using Epoch = Id<struct EpochTag>;               ///< changes when a room's log was lost or replaced

/// Number of an event in its room's log: 1, 2, 3, … without a gap. 0 means none.
using Seq = std::int64_t;

} // namespace tincan
