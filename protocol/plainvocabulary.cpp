#include "protocol/plainvocabulary.h"

#include "protocol/peerwords.h"
#include "protocol/textsanitizer.h"

namespace tincan::plain {

using namespace Qt::StringLiterals;

namespace {

QString roomPrefix(const RoomId &room)
{
    return room.isEmpty() ? QString() : u'#' + room.value() + u' ';
}

QString excerpt(const RoomEvent &event)
{
    constexpr qsizetype most = 40;
    const QString line = sanitizeLine(event.text);
    return codePoints(line) > most ? truncated(line, most) + u'…' : line;
}

/// What is said of an event that is no text of somebody's.
QString describe(const RoomEvent &event, const RoomEvent *about)
{
    const QString &name = event.from.name;
    switch (event.kind) {
    case EventKind::Message:
    case EventKind::Action:
        return name + u' ' + event.text;
    case EventKind::Topic:
        return event.text.isEmpty() ? PeerWords::tr("%1 removed the topic").arg(name)
                                    : PeerWords::tr("%1 changed the topic to: %2").arg(name, event.text);
    case EventKind::Edit:
        return PeerWords::tr("%1 corrected: %2").arg(name, event.text);
    case EventKind::Delete:
        return about && about->kind == EventKind::React
                   ? PeerWords::tr("%1 took back %2").arg(name, about->text)
                   : PeerWords::tr("%1 deleted a message").arg(name);
    case EventKind::React:
        return about ? PeerWords::tr("%1 reacted %2 to \"%3\"").arg(name, event.text, excerpt(*about))
                     : PeerWords::tr("%1 reacted %2").arg(name, event.text);
    case EventKind::File:
        return PeerWords::tr("%1 shared a file: %2").arg(name, event.text);
    case EventKind::Kick:
        return PeerWords::tr("%1 kicked %2").arg(name, event.text);
    case EventKind::Rename:
        return PeerWords::tr("%1 renamed the room to %2").arg(name, event.text);
    case EventKind::Unknown:
        return PeerWords::tr("%1 did something that cannot be shown here").arg(name);
    }
    Q_UNREACHABLE();
}

/// " (to Bo)" behind the name of who answers Bo.
QString addressee(const RoomEvent &event, const RoomEvent *about)
{
    return event.reply > 0 && about ? " (to "_L1 + about->from.name + u')' : QString();
}

QByteArray lines(const QByteArray &prefix, const QByteArray &body)
{
    QByteArray encoded;
    encoded.reserve(prefix.size() + body.size() + 2);
    qsizetype start = 0;
    for (qsizetype end = 0; end >= 0; start = end + 1) {
        end = body.indexOf('\n', start);
        encoded += prefix;
        encoded +=
            end < 0 ? QByteArrayView(body).sliced(start) : QByteArrayView(body).sliced(start, end - start);
        encoded += '\n';
    }
    return encoded;
}

} // namespace

QByteArray encode(const Message &message, Framing framing)
{
    const QByteArray prefix = message.prefix.toUtf8();
    const QByteArray body = message.body.toUtf8();
    switch (framing) {
    case Framing::Nul:
        return prefix + body + '\0';
    case Framing::Line:
        return lines(prefix, body);
    case Framing::Both:
        return lines(prefix, body) + '\0';
    }
    Q_UNREACHABLE();
}

Message greeting(bool tls, const QString &serverName, int here, bool passwordNeeded)
{
    const QString start = u"tincan/1 %1 "_s.arg(tls ? "tls"_L1 : "open"_L1) + serverName;
    if (passwordNeeded) {
        return {{},
                start + " - "_L1 +
                    PeerWords::tr("a password is needed. Type /password WORD and press Enter; "
                                  "/help lists the commands.")};
    }
    return {
        {},
        start + " - "_L1 +
            PeerWords::tr("%1 here. Type a message and press Enter; /help lists the commands.").arg(here)};
}

Message said(const RoomEvent &event, const RoomId &room, const RoomEvent *about)
{
    switch (event.kind) {
    case EventKind::Message:
        return {roomPrefix(room) + event.from.name + addressee(event, about) + ": "_L1, event.text};
    case EventKind::Action:
        return {roomPrefix(room) + "* "_L1 + event.from.name + u' ', event.text};
    case EventKind::Edit:
    case EventKind::Delete:
    case EventKind::React:
    case EventKind::Topic:
    case EventKind::File:
    case EventKind::Kick:
    case EventKind::Rename:
    case EventKind::Unknown:
        return notice(describe(event, about), room);
    }
    Q_UNREACHABLE();
}

Message told(const RoomEvent &event, const QString &recipient, const RoomEvent *about)
{
    const QString prefix =
        event.from.name + " -> "_L1 + (recipient.isEmpty() ? u"you"_s : recipient) + ": "_L1;
    return {prefix, event.kind == EventKind::Message ? event.text : "* "_L1 + describe(event, about)};
}

Message notice(const QString &text, const RoomId &room)
{
    return {roomPrefix(room) + "* "_L1, text};
}

Message error(const Error &error)
{
    return {u"! "_s, error.message};
}

} // namespace tincan::plain
