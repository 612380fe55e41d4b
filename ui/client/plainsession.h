#pragma once

#include "protocol/framer.h"
#include "protocol/plainvocabulary.h"
#include "ui/client/clientsession.h"
#include "ui/client/echowatch.h"
#include "ui/client/postpump.h"

#include <QTimer>

#include <optional>

namespace tincan {

/// The plain dialect: one room that stands for the server, events made from what is heard, and posts that
/// count as stored when they come back, or when a server that sends nothing back has had its time.
class PlainSession final : public ClientSession
{
    Q_OBJECT

public:
    static const RoomId room;

    explicit PlainSession(const SessionContext &context, QObject *parent = nullptr);

    void start() override;
    void receive(const QByteArray &bytes) override;
    void pump() override;
    void request(const Command &command) override;
    bool sayGoodbye() override;
    void finish() override;
    Ending explain(const Ending &ending) const override;

private:
    void hear(Framer::Frame frame);
    void hear(const plain::Heard &heard, const QString &text);
    void greeted();
    void send(const command::Post &post);
    QString wireText(const command::Post &post) const;
    void transmit(const QByteArray &message);
    void stored(const command::Post &post);
    void echoed(const EchoWatch::Echo &echo);
    void expireEchoes();
    void happened(EventKind kind, const Author &from, const QString &text, const PostId &postId);
    void notice(const QString &text);
    void rename(const QString &name);
    Author author(const QString &name) const;

    SessionContext m_context;
    Framer m_framer;
    EchoWatch m_echoes;
    PostPump m_pump;
    QTimer m_echoTimer;
    std::optional<Ending> m_lastWord;
    bool m_tincan = false; ///< a Tincan server that is spoken to in plain: it knows commands
};

} // namespace tincan
