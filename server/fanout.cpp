#include "server/fanout.h"

#include "protocol/jsonvocabulary.h"

namespace tincan {

Fanout Fanout::notice(const QString &text, const RoomId &room)
{
    return Fanout(Notice{text, room});
}

std::optional<plain::Message> Fanout::message(Stance stance) const
{
    const bool elsewhere = stance == Stance::Aside;
    if (const auto *event = std::get_if<RoomEvent>(&m_what))
        return plain::said(*event, elsewhere ? event->room : RoomId(), about());
    if (const auto *notice = std::get_if<Notice>(&m_what))
        return plain::notice(notice->text, elsewhere ? notice->room : RoomId());
    return {};
}

const QByteArray &Fanout::bytes(Hearing hearing, Stance stance)
{
    QByteArray &bytes = m_bytes[indexOf(hearing, stance)];
    if (!bytes.isEmpty())
        return bytes;
    switch (hearing) {
    case Hearing::NotYet:
        break;
    case Hearing::Both:
        bytes = text(plain::Framing::Both, stance);
        break;
    case Hearing::Nul:
        bytes = text(plain::Framing::Nul, stance);
        break;
    case Hearing::Line:
        bytes = text(plain::Framing::Line, stance);
        break;
    case Hearing::Native:
        bytes = native(stance);
        break;
    }
    return bytes;
}

QByteArray Fanout::text(plain::Framing framing, Stance stance) const
{
    const auto words = message(stance);
    return words ? plain::encode(*words, framing) : QByteArray();
}

QByteArray Fanout::native(Stance stance) const
{
    const auto *event = std::get_if<RoomEvent>(&m_what);
    if (event && stance == Stance::Here)
        return json::encode(ServerEvent(serverevent::Happened{*event})) + '\0';
    const auto *said = std::get_if<ServerEvent>(&m_what);
    return said ? json::encode(*said) + '\0' : QByteArray();
}

} // namespace tincan
