#pragma once

#include "protocol/roominfo.h"
#include "protocol/serverevent.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace tincan {

/// What keeps one from writing in a conversation now.
struct WritingLimit
{
    enum class Kind
    {
        None,
        Muted,
        ModeratorsOnly,
        MembersOnly, ///< verified ones
        Slow         ///< one said something a moment ago
    };

    Kind kind = Kind::None;
    QString by;             ///< with Muted: a name; may be empty
    QString reason;         ///< with Muted: one line; may be empty
    std::int64_t until = 0; ///< with Muted: UTC, milliseconds since 1970; 0: for ever
    int slow = 0;           ///< with Slow: the room's seconds between two messages
    int seconds = 0;        ///< with Slow: those that are left

    friend bool operator==(const WritingLimit &, const WritingLimit &) = default;
};

/// What limits one's writing on one server, as far as it said so. Pure; `now` is monotonic, in milliseconds.
class WritingLimits
{
public:
    void setMute(const serverevent::Muted &mute);
    void clearMute() { m_mute.reset(); }

    /// A message of one's own is on its way in a room with so many seconds between two, or the server wants
    /// one to wait that long.
    void wait(const RoomId &room, int seconds, std::int64_t now);

    WritingLimit of(const RoomInfo &room, const Member &me, std::int64_t now) const;

private:
    std::optional<serverevent::Muted> m_mute;
    QHash<RoomId, std::int64_t> m_waits; ///< until when; of rooms one is in
};

/// The same in words; translated.
class WritingWords
{
    Q_DECLARE_TR_FUNCTIONS(tincan::WritingWords)

public:
    static QString why(const WritingLimit &limit); ///< empty with None
    /// What changes as time goes by: "You can send again in 8 s."; empty where nothing does.
    static QString until(const WritingLimit &limit);

private:
    static QString muted(const WritingLimit &limit);
};

} // namespace tincan
