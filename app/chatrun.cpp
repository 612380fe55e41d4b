#include "app/chatrun.h"
#include "app/chatcommands.h"
#include "app/connectionwords.h"
#include "app/ownidentity.h"
#include "protocol/nickname.h"
#include "protocol/textsanitizer.h"

#include <QLocale>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int mostUnacknowledged = 1'000; // then no more input is read
constexpr int mostTimesBusy = 6;          // before the first welcome
constexpr int patience = 30'000;          // at the end of input, without progress

EventPrinter::Style styleFor(const CliOptions &options, bool terminal)
{
    if (options.json) {
        return EventPrinter::Style::Json;
    }
    return terminal ? EventPrinter::Style::Terminal : EventPrinter::Style::Script;
}

ClientOptions::Encryption encryptionFor(const CliOptions &options)
{
    using Encryption = ClientOptions::Encryption;
    if (options.plain) {
        return Encryption::Never;
    }
    return options.tls ? Encryption::Always : Encryption::WhereOffered;
}

} // namespace

ChatRun::ChatRun(const CliOptions &options, bool terminal, QObject *parent)
    : QObject(parent), m_options(options), m_terminal(terminal), m_printer(styleFor(options, terminal))
{
    if (terminal) {
        m_commands = std::make_unique<ChatCommands>(m_client, m_roster, m_clock);
        connect(m_commands.get(), &ChatCommands::remark, this,
                [this](const QString &text) { m_printer.remark(text); });
        connect(m_commands.get(), &ChatCommands::answered, this,
                [this](const ServerEvent &event) { m_printer.answer(event); });
        connect(m_commands.get(), &ChatCommands::stand, this, &ChatRun::stand);
        connect(m_commands.get(), &ChatCommands::quit, this, [this] { leave(0); });
    }
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { giveUp(tr("%n messages were not acknowledged.", nullptr, m_client.unacknowledged())); });
    connect(&m_input, &InputLines::line, this, &ChatRun::lineRead);
    connect(&m_input, &InputLines::lineTooLong, this, [this] {
        m_status = 1;
        complain(tr("A line was too long and was not sent."));
    });
    connect(&m_input, &InputLines::ended, this, &ChatRun::inputEnded);
    connectClient();
}

ChatRun::~ChatRun() = default;

void ChatRun::connectClient()
{
    connect(&m_client, &RoomClient::stateChanged, this, &ChatRun::stateChanged);
    connect(&m_client, &RoomClient::welcomed, this, [this] {
        m_printer.setSelf(m_client.self().id);
        m_roster.clear();
    });
    connect(&m_client, &RoomClient::selfChanged, this,
            [this](const Member &self) { m_printer.setSelf(self.id); });
    connect(&m_client, &RoomClient::roomsJoined, this, &ChatRun::roomsJoined);
    connect(&m_client, &RoomClient::roomLeft, this, &ChatRun::roomLeft);
    connect(&m_client, &RoomClient::roomRemoved, this, &ChatRun::roomRemoved);
    connect(&m_client, &RoomClient::eventsArrived, this,
            [this](const RoomId &room, const QList<RoomEvent> &events) {
                for (const RoomEvent &event : events) {
                    m_roster.apply(event);
                }
                m_printer.events(room, events);
                goOn();
            });
    connect(&m_client, &RoomClient::historyArrived, this,
            [this](const serverevent::HistoryPage &page) { m_printer.history(page.room, page.events); });
    connect(&m_client, &RoomClient::noticeHeard, this,
            [this](const RoomId &room, const QString &text) { m_printer.notice(room, text); });
    connect(&m_client, &RoomClient::presenceChanged, this, [this](const serverevent::Presence &presence) {
        const QStringList words = m_roster.apply(presence);
        for (const QString &line : words) {
            m_printer.remark(presence.room, line);
        }
    });
    connect(&m_client, &RoomClient::roomsListed, this, [this](const QList<RoomInfo> &rooms) {
        for (const RoomInfo &room : rooms) {
            m_printer.remark(
                tr("#%1: %2, %n people here", nullptr, room.total).arg(room.id.value(), room.name));
        }
    });
    connect(&m_client, &RoomClient::postStateChanged, this, &ChatRun::postStateChanged);
    connect(&m_client, &RoomClient::failed, this, &ChatRun::refused);
}

void ChatRun::start()
{
    ClientOptions options;
    options.address = m_options.address;
    options.name = m_options.name;
    options.clientName = u"tincan-cli/" TINCAN_VERSION ""_s;
    options.plain = m_options.plain;
    options.encryption = encryptionFor(m_options);
    const QString profile = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    options.knownHosts = std::make_shared<HostsInFile>(profile + u"/known-hosts"_s);
    if (!m_options.plain) {
        options.identity = [own = ownIdentity(profile)] { return own; };
    }
    m_client.open(options);
}

void ChatRun::leave(int status)
{
    m_status = status;
    m_leaving = true;
    m_input.setReading(false);
    m_client.close();
}

void ChatRun::stateChanged(const ConnectionState &state)
{
    switch (state.phase) {
    case Phase::Connecting:
    case Phase::Entering:
        break;
    case Phase::Online:
        m_wasOnline = true;
        break;
    case Phase::Idle:
        Q_EMIT finished(m_status);
        break;
    case Phase::Waiting:
        waits(state);
        break;
    case Phase::Stopped:
        if (state.failure == ConnectFailure::NameTaken && !m_options.ownName && !state.suggestion.isEmpty()) {
            m_client.setName(state.suggestion);
            m_client.retryNow();
        } else {
            giveUp(connectionWords(state, m_options.address));
        }
        break;
    }
}

/// Before the first welcome only for a host that is busy. A script reads one line, at the end.
void ChatRun::waits(const ConnectionState &state)
{
    const bool isBusy = state.failure == ConnectFailure::Busy && ++m_timesBusy < mostTimesBusy;
    if (!m_wasOnline && !isBusy) {
        giveUp(connectionWords(state, m_options.address));
    } else if (m_wasOnline || m_terminal) {
        complain(connectionWords(state, m_options.address) + u' ' +
                 tr("Trying again in %1 s.").arg(QLocale().toString(state.retryIn / 1000.0, 'f', 1)));
    }
}

void ChatRun::roomsJoined(const QList<RoomInfo> &rooms)
{
    for (const RoomInfo &room : rooms) {
        m_roster.enter(room);
        m_printer.enter(room);
    }
    if (m_commands) {
        m_commands->roomsJoined(rooms);
    }
    if (m_roster.standing().isEmpty()) {
        const bool plain = m_client.state().plain;
        const RoomInfo *const asked = m_roster.find(m_options.address.room.value());
        const RoomInfo *const wanted =
            m_options.ownRoom && !plain ? asked : m_roster.room(rooms.constFirst().id);
        if (wanted) {
            stand(wanted->id);
        }
    }
    goOn();
}

void ChatRun::roomLeft(const RoomId &room)
{
    if (m_roster.room(room)) {
        m_roster.leave(room);
        stand(m_roster.standing());
    }
}

/// What a script says was not meant for the room next door.
void ChatRun::roomRemoved(const RoomId &room)
{
    const QString sentence = tr("The room #%1 was removed.").arg(room.value());
    if (!m_terminal && room == m_roster.standing()) {
        return giveUp(sentence);
    }
    complain(sentence);
    roomLeft(room);
}

void ChatRun::stand(const RoomId &room)
{
    m_roster.stand(room);
    m_printer.setStanding(room);
    if (!m_terminal && m_options.ownRoom) {
        m_printer.setOnly(room);
    }
    const RoomInfo *const info = m_roster.room(room);
    if (info) {
        m_printer.remark(info->topic.isEmpty() ? tr("You are in %1.").arg(info->name)
                                               : tr("You are in %1: %2").arg(info->name, info->topic));
    }
}

void ChatRun::lineRead(const QString &line)
{
    const QString text = sanitizeText(line);
    if (isBlank(text)) {
        return;
    }
    if (m_commands) {
        m_commands->type(text);
    } else {
        m_client.post(m_roster.standing(), text);
    }
    goOn();
}

void ChatRun::inputEnded()
{
    m_inputEnded = true;
    m_patience.start();
    goOn();
}

void ChatRun::postStateChanged(const PostId &id, PostState state, const Error &error)
{
    if (state == PostState::Failed) {
        m_status = m_terminal ? m_status : 1;
        complain(tr("Not sent: %1").arg(error.message));
        m_client.discardPost(id);
    }
    if (m_inputEnded) {
        m_patience.start();
    }
    goOn();
}

void ChatRun::refused(const serverevent::Failed &failed)
{
    if (m_roster.standing().isEmpty() && !m_terminal) {
        giveUp(failed.error.message); // the room that was asked for
    } else {
        complain(failed.suggestion.isEmpty()
                     ? failed.error.message
                     : tr("%1 %2 is free.").arg(failed.error.message, failed.suggestion));
    }
}

/// Reads on where there is room for more, and leaves where all is done.
void ChatRun::goOn()
{
    if (m_leaving) {
        return;
    }
    if (m_printer.broken()) {
        leave(1);
    } else if (!m_inputEnded) {
        const bool ready = m_terminal ? m_wasOnline : !m_roster.standing().isEmpty();
        m_input.setReading(ready && m_client.unacknowledged() < mostUnacknowledged);
    } else if (m_client.unacknowledged() == 0) {
        leave(m_status);
    }
}

void ChatRun::giveUp(const QString &sentence)
{
    complain(sentence);
    leave(1);
}

void ChatRun::complain(const QString &sentence)
{
    std::fprintf(stderr, m_terminal && m_wasOnline ? "! %s\n" : "tincan-cli: %s\n",
                 sanitizeLine(sentence).toUtf8().constData());
}

} // namespace tincan
