#pragma once

#include "app/clioptions.h"
#include "app/eventprinter.h"
#include "app/inputlines.h"
#include "app/roomroster.h"
#include "protocol/clock.h"
#include "ui/client/roomclient.h"

#include <QObject>
#include <QTimer>

namespace tincan {

class ChatCommands;

/// The terminal client at work: standard input goes to the room, and what is said there to standard output.
class ChatRun : public QObject
{
    Q_OBJECT

public:
    ChatRun(const CliOptions &options, bool terminal, QObject *parent = nullptr);
    ~ChatRun() override;

    void start();
    void leave(int status); ///< says goodbye first

Q_SIGNALS:
    void finished(int status);

private:
    void connectClient();
    void stateChanged(const ConnectionState &state);
    void waits(const ConnectionState &state);
    void roomsJoined(const QList<RoomInfo> &rooms);
    void roomLeft(const RoomId &room);
    void roomRemoved(const RoomId &room);
    void stand(const RoomId &room);
    void lineRead(const QString &line);
    void inputEnded();
    void postStateChanged(const PostId &id, PostState state, const Error &error);
    void refused(const serverevent::Failed &failed);
    void goOn();
    void giveUp(const QString &sentence);
    void complain(const QString &sentence);

    CliOptions m_options;
    bool m_terminal;
    RoomClient m_client;
    RoomRoster m_roster;
    EventPrinter m_printer;
    InputLines m_input;
    SystemClock m_clock;
    std::unique_ptr<ChatCommands> m_commands;
    QTimer m_patience;
    bool m_wasOnline = false;
    int m_timesBusy = 0;
    bool m_inputEnded = false;
    bool m_leaving = false;
    int m_status = 0;
};

} // namespace tincan
