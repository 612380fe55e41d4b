#pragma once

#include "protocol/jsonvocabulary.h"
#include "ui/client/roomclient.h"

#include <QObject>
#include <QStringList>

/// What a client said by its signals, in order.
class ClientLog : public QObject
{
    Q_OBJECT

public:
    explicit ClientLog(tincan::RoomClient &client);

    QList<tincan::ConnectionState> states;
    QList<QList<tincan::RoomEvent>> batches;
    QList<tincan::serverevent::HistoryPage> pages;
    QList<tincan::serverevent::Failed> failures;
    QHash<QString, tincan::PostState> posts;
    QHash<QString, tincan::Error> postErrors;
    QStringList signs; ///< "joined lounge", "reset lounge", "left lounge", "events lounge 1,2", …
    QStringList notices;

    QStringList texts() const; ///< of all events
    bool has(tincan::Phase phase) const;
    tincan::ConnectionState ended() const; ///< the last state of Waiting or Stopped
};

/// Deadlines that a test can wait for.
tincan::ClientParts fastParts();

/// A client's options for a server on loopback.
tincan::ClientOptions optionsFor(quint16 port);

/// Words of a native server, as frames.
namespace native {

tincan::RoomInfo room(const QString &id, tincan::Seq head = 0, const QString &epoch = QStringLiteral("e1"));
tincan::serverevent::Welcome welcome(const QList<tincan::RoomInfo> &rooms);
tincan::RoomEvent event(const QString &room, tincan::Seq seq, const QString &text,
                        const QString &postId = {});
QByteArray frame(const tincan::ServerEvent &event);
QByteArray happened(const tincan::RoomEvent &event);

/// The command in a frame; an assertion fails where there is none of that type.
template <typename Command>
Command command(const QByteArray &frame)
{
    const auto decoded = tincan::json::decodeCommand(frame, tincan::Limits());
    const auto *any = std::get_if<tincan::Command>(&decoded);
    const Command *const wanted = any ? std::get_if<Command>(any) : nullptr;
    return wanted ? *wanted : (qFatal("another command: %s", frame.constData()), Command());
}

template <typename Command>
bool is(const QByteArray &frame)
{
    const auto decoded = tincan::json::decodeCommand(frame, tincan::Limits());
    const auto *any = std::get_if<tincan::Command>(&decoded);
    return any && std::holds_alternative<Command>(*any);
}

} // namespace native
