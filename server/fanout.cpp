#include "server/fanout.h"

#include "protocol/jsonvocabulary.h"

namespace tincan {

Fanout Fanout::notice(const QString &text, const RoomId &room)
{
    return Fanout(Notice{text, room});
}

plain::Message Fanout::message(bool elsewhere) const
{
    if (const auto *event = std::get_if<RoomEvent>(&m_what))
        return plain::said(*event, elsewhere ? event->room : RoomId(), about());
    if (const auto *notice = std::get_if<Notice>(&m_what))
        return plain::notice(notice->text, elsewhere ? notice->room : RoomId());
    return {};
}

const QByteArray &Fanout::native()
{
    if (!m_native.isEmpty())
        return m_native;
    if (const auto *event = std::get_if<RoomEvent>(&m_what))
        m_native = json::encode(ServerEvent(serverevent::Happened{*event})) + '\0';
    else if (const auto *said = std::get_if<ServerEvent>(&m_what))
        m_native = json::encode(*said) + '\0';
    return m_native;
}

const QByteArray &Fanout::text(plain::Framing framing, bool elsewhere)
{
    QByteArray &bytes = m_text[std::size_t(framing) * 2 + (elsewhere ? 1 : 0)];
    if (bytes.isEmpty())
        bytes = plain::encode(message(elsewhere), framing);
    return bytes;
}

} // namespace tincan
