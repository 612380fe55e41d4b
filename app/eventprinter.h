#pragma once

#include "protocol/roomevent.h"
#include "ui/client/roomclient.h"

#include <QByteArray>
#include <QHash>
#include <QMap>

namespace tincan {

/// Writes what is said to standard output, as text in the forms of the line dialect or as JSON, one event a
/// line. What it writes holds no control characters but line feeds and tabs.
class EventPrinter
{
public:
    enum class Style
    {
        Json,
        Script,   ///< what is said from the joining on
        Terminal, ///< what was said before, too, and not what was typed at this terminal
    };

    explicit EventPrinter(Style style) : m_style(style) {}

    void setSelf(const MemberId &self) { m_self = self; }
    void setStanding(const RoomId &room) { m_standing = room; } ///< the room that needs no mention
    void setOnly(const RoomId &room) { m_only = room; } ///< rooms but this and direct talks are passed over

    void enter(const RoomInfo &room); ///< what follows comes after its head, or before
    void events(const RoomId &room, const QList<RoomEvent> &events);
    void history(const RoomId &room, const QList<RoomEvent> &events); ///< asked for: all of it
    void notice(const RoomId &room, const QString &text); ///< a line of a plain server that is no message
    void answer(const ServerEvent &event);                ///< asked for: for programs only
    void remark(const QString &text);                     ///< for people only: in a terminal
    void remark(const RoomId &room, const QString &text); ///< about a room

    bool broken() const { return m_broken; } ///< nobody reads what is written

private:
    struct Known
    {
        RoomKind kind = RoomKind::Room;
        QString name;
        Seq after = 0;
    };

    void remember(const RoomEvent &event);
    QByteArray text(const RoomEvent &event, const Known &room) const;
    void write(const QByteArray &bytes);

    Style m_style;
    MemberId m_self;
    RoomId m_standing;
    RoomId m_only;
    QHash<RoomId, Known> m_rooms;
    QHash<RoomId, QMap<Seq, RoomEvent>> m_recent; ///< what later ones answer or point at; bounded
    bool m_broken = false;
};

} // namespace tincan
