#pragma once

#include "protocol/serverevent.h"
#include "server/sharedmessage.h"

#include <QByteArray>

#include <array>
#include <memory>
#include <optional>
#include <variant>

namespace tincan {

/// How somebody hears a room. A text reader is aside where it stands in another one; a native reader is aside
/// while it catches up: it gets the room's events from the log then, and by the room only what has no number.
enum class Stance
{
    Here,
    Aside
};

/// In which bytes a reader hears. Who is not greeted yet is told each thing by itself, and has no bytes.
enum class Hearing
{
    NotYet,
    Both,
    Nul,
    Line,
    Native
};

/// Something that is said to many: encoded at most once for each way of hearing it, when the first
/// who hears it like that comes, and shared by all of them.
class Fanout
{
public:
    /// A room's event, for everybody; `about` is what it answers or points at.
    explicit Fanout(RoomEvent event, std::optional<RoomEvent> about = {})
        : m_what(std::move(event)), m_about(std::move(about))
    {
    }
    /// For native clients.
    explicit Fanout(ServerEvent event) : m_what(std::move(event)) {}
    /// "* text" of a room, for plain and line clients.
    static Fanout notice(const QString &text, const RoomId &room);

    const RoomEvent *about() const { return m_about ? &*m_about : nullptr; }

    /// For text clients; null where it is not for them.
    const std::shared_ptr<SharedMessage> &message(Stance stance);
    /// A frame with its delimiters; empty where it is not for those who hear like that.
    const QByteArray &bytes(Hearing hearing, Stance stance);

    static constexpr std::size_t hearings = std::size_t(Hearing::Native) + 1;
    static constexpr std::size_t stances = std::size_t(Stance::Aside) + 1;
    static constexpr std::size_t indexOf(Hearing hearing, Stance stance)
    {
        return std::size_t(hearing) * stances + std::size_t(stance);
    }

private:
    struct Notice
    {
        QString text;
        RoomId room;
    };
    explicit Fanout(Notice notice) : m_what(std::move(notice)) {}
    std::optional<plain::Message> words(Stance stance) const;
    const QByteArray &text(plain::Framing framing, Stance stance);
    const QByteArray &native(Stance stance);
    QByteArray nativeFrame(Stance stance) const;

    std::variant<RoomEvent, ServerEvent, Notice> m_what;
    std::optional<RoomEvent> m_about;
    std::array<std::shared_ptr<SharedMessage>, stances> m_messages;
    std::array<QByteArray, stances> m_native;
    QByteArray m_nothing;
};

} // namespace tincan
