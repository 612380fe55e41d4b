#pragma once

#include "protocol/roominfo.h"

#include <QMap>

#include <array>

namespace tincan {

/// A room and who is in it. Whoever has not been announced yet hears everything, but is no member that
/// counts.
class Room
{
public:
    struct End ///< one of the two of a direct room
    {
        MemberId id;
        QString name; ///< as last known, for when it has left the server
    };

    Room(RoomId id, QString name) : m_id(std::move(id)), m_name(std::move(name)) {}
    /// `opener`: see HouseRules::originOf(); of an earlier run it is not known.
    Room(RoomId id, const End &one, const End &other, const QString &opener = {})
        : m_id(std::move(id)), m_ends{one, other}, m_opener(opener)
    {
    }

    const RoomId &id() const { return m_id; }
    const QString &name() const { return m_name; }
    bool isDirect() const { return !m_ends[0].id.isEmpty(); }

    const QString &topic() const { return m_topic; }
    void setTopic(const QString &topic) { m_topic = topic; }

    const std::array<End, 2> &ends() const { return m_ends; }
    const End &otherEnd(const MemberId &of) const { return m_ends[m_ends[0].id == of ? 1 : 0]; }
    bool isEnd(const MemberId &id) const { return isDirect() && (m_ends[0].id == id || m_ends[1].id == id); }

    /// Of a direct room: who is answerable for its being there.
    const QString &opener() const { return m_opener.isEmpty() ? m_ends[0].id.value() : m_opener; }

    using Audience = QMap<MemberId, bool>; ///< and whether it is listed
    const Audience &audience() const { return m_audience; }
    bool contains(const MemberId &id) const { return m_audience.contains(id); }
    int total() const { return m_total; } ///< listed members

    void enter(const MemberId &id, bool listed);
    void list(const MemberId &id);
    void exit(const MemberId &id);

    /// Posts that the store has not answered yet.
    int underWay() const { return m_underWay; }
    void postSent() { ++m_underWay; }
    void postAnswered() { m_underWay -= m_underWay > 0 ? 1 : 0; } ///< perhaps of a room that was dropped

private:
    RoomId m_id;
    QString m_name;
    QString m_topic;
    std::array<End, 2> m_ends; ///< the first has opened it
    QString m_opener;
    Audience m_audience;
    int m_total = 0;
    int m_underWay = 0;
};

} // namespace tincan
