#include "app/eventprinter.h"
#include "protocol/jsonvocabulary.h"
#include "protocol/plainvocabulary.h"
#include "protocol/textsanitizer.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tincan {

void EventPrinter::enter(const RoomInfo &room)
{
    const bool known = m_rooms.contains(room.id);
    Known &entry = m_rooms[room.id];
    entry.kind = room.kind;
    entry.name = room.name;
    if (!known && m_style == Style::Script) {
        entry.after = room.head;
    }
}

void EventPrinter::events(const RoomId &room, const QList<RoomEvent> &events)
{
    const Known known = m_rooms.value(room);
    if (!m_only.isEmpty() && room != m_only && known.kind != RoomKind::Direct) {
        return;
    }
    QByteArray bytes;
    for (const RoomEvent &event : events) {
        const bool typedHere =
            m_style == Style::Terminal && event.from.id == m_self && !event.postId.isEmpty();
        if (m_style == Style::Json) {
            bytes += json::encode(ServerEvent(serverevent::Happened{event})) + '\n';
        }
        remember(event);
        if (m_style != Style::Json && event.seq > known.after && event.kind != EventKind::Unknown &&
            !typedHere) {
            bytes += text(event, known);
        }
    }
    write(bytes);
}

void EventPrinter::history(const RoomId &room, const QList<RoomEvent> &events)
{
    QByteArray bytes;
    for (const RoomEvent &event : events) {
        remember(event);
        if (event.kind != EventKind::Unknown) {
            bytes += text(event, m_rooms.value(room));
        }
    }
    write(bytes);
}

QByteArray EventPrinter::text(const RoomEvent &event, const Known &room) const
{
    const bool isSpoken = event.kind == EventKind::Message || event.kind == EventKind::Action;
    if (isSpoken && event.text.isEmpty()) {
        return {}; // deleted since
    }
    const auto recent = m_recent.value(event.room);
    const auto found = recent.constFind(event.target > 0 ? event.target : event.reply);
    const RoomEvent *about = found == recent.cend() ? nullptr : &*found;
    if (room.kind == RoomKind::Direct) {
        const bool mine = event.from.id == m_self;
        return plain::encode(plain::told(event, mine ? room.name : QString(), about), plain::Framing::Line);
    }
    const RoomId mention = event.room == m_standing ? RoomId() : event.room;
    return plain::encode(plain::said(event, mention, about), plain::Framing::Line);
}

void EventPrinter::remember(const RoomEvent &event)
{
    constexpr qsizetype most = 500;
    constexpr qsizetype longestRemembered = 80;
    QMap<Seq, RoomEvent> &recent = m_recent[event.room];
    RoomEvent brief = event;
    brief.text = truncated(event.text, longestRemembered);
    recent.insert(event.seq, brief);
    if (recent.size() > most) {
        recent.erase(recent.begin());
    }
}

void EventPrinter::notice(const RoomId &room, const QString &text)
{
    if (m_style == Style::Json) {
        const QJsonObject object{{u"t"_s, u"notice"_s}, {u"room"_s, room.value()}, {u"text"_s, text}};
        write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    } else {
        write(text.toUtf8() + '\n');
    }
}

void EventPrinter::answer(const ServerEvent &event)
{
    if (m_style == Style::Json) {
        write(json::encode(event) + '\n');
    }
}

void EventPrinter::remark(const QString &text)
{
    remark(m_standing, text);
}

void EventPrinter::remark(const RoomId &room, const QString &text)
{
    if (m_style == Style::Terminal) {
        const RoomId mention = room == m_standing ? RoomId() : room;
        write(plain::encode(plain::notice(sanitizeText(text), mention), plain::Framing::Line));
    }
}

void EventPrinter::write(const QByteArray &bytes)
{
    const auto size = size_t(bytes.size());
    if (size > 0 && (std::fwrite(bytes.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0)) {
        m_broken = true;
    }
}

} // namespace tincan
