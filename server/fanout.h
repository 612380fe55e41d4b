#pragma once

#include "protocol/plainvocabulary.h"
#include "protocol/serverevent.h"

#include <QByteArray>

#include <array>
#include <optional>
#include <variant>

namespace tincan {

/// Something that is said to many: encoded at most once for each dialect, when the first receiver of it
/// comes, and shared by all of them.
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

    /// `elsewhere`: the reader stands in another room.
    plain::Message message(bool elsewhere) const;
    const RoomEvent *about() const { return m_about ? &*m_about : nullptr; }

    const QByteArray &native();
    const QByteArray &text(plain::Framing framing, bool elsewhere);

private:
    struct Notice
    {
        QString text;
        RoomId room;
    };
    explicit Fanout(Notice notice) : m_what(std::move(notice)) {}

    std::variant<RoomEvent, ServerEvent, Notice> m_what;
    std::optional<RoomEvent> m_about;
    QByteArray m_native;
    std::array<QByteArray, 6> m_text;
};

} // namespace tincan
