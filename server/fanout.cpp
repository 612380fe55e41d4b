#include "server/fanout.h"

#include "protocol/jsonvocabulary.h"

namespace tincan {

Fanout Fanout::notice(const QString &text, const RoomId &room)
{
    return Fanout(Notice{text, room});
}

const std::shared_ptr<SharedMessage> &Fanout::message(Stance stance)
{
    auto &message = m_messages[std::size_t(stance)];
    if (!message) {
        if (auto said = words(stance))
            message = std::make_shared<SharedMessage>(std::move(*said));
    }
    return message;
}

std::optional<plain::Message> Fanout::words(Stance stance) const
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
    switch (hearing) {
    case Hearing::NotYet:
        break;
    case Hearing::Both:
        return text(plain::Framing::Both, stance);
    case Hearing::Nul:
        return text(plain::Framing::Nul, stance);
    case Hearing::Line:
        return text(plain::Framing::Line, stance);
    case Hearing::Native:
        return native(stance);
    }
    return m_nothing;
}

const QByteArray &Fanout::text(plain::Framing framing, Stance stance)
{
    const auto &said = message(stance);
    return said ? said->bytes(framing) : m_nothing;
}

const QByteArray &Fanout::native(Stance stance)
{
    QByteArray &bytes = m_native[std::size_t(stance)];
    if (bytes.isEmpty())
        bytes = nativeFrame(stance);
    return bytes;
}

QByteArray Fanout::nativeFrame(Stance stance) const
{
    const auto *event = std::get_if<RoomEvent>(&m_what);
    if (event && stance == Stance::Here)
        return json::encode(ServerEvent(serverevent::Happened{*event})) + '\0';
    const auto *said = std::get_if<ServerEvent>(&m_what);
    return said ? json::encode(*said) + '\0' : QByteArray();
}

} // namespace tincan
