#pragma once

#include "protocol/jsonvocabulary.h"
#include "server/connectiontable.h"
#include "server/hub.h"
#include "server/memorystore.h"
#include "server/passwordhash.h"
#include "tests/server/fakelink.h"
#include "tests/server/manualclock.h"

#include <QStringList>

#include <deque>

namespace tincan {

/// Answers in the next turn.
class PatientChecker final : public PasswordChecker
{
public:
    explicit PatientChecker(DeadlineQueue &deadlines) : m_deadlines(deadlines) {}
    void check(const QString &word, const QByteArray &hash, Answered answered) override
    {
        ++asked;
        m_answers.push_back(
            m_deadlines.in(takes, [answered = std::move(answered), right = matchesPassword(word, hash)] {
                answered(right);
            }));
    }

    int asked = 0;
    int takes = 0; ///< milliseconds

private:
    DeadlineQueue &m_deadlines;
    std::deque<Deadline> m_answers;
};

/// What passwords are hashed with in tests, which have no time.
inline QByteArray quickHash(const QString &word)
{
    return word.isEmpty() ? QByteArray() : hashPassword(word, {4, 1, 1});
}

/// A whole server without sockets, whose time stands still unless told otherwise.
class House
{
public:
    explicit House(HostOptions options = {},
                   std::unique_ptr<EventStore> store = std::make_unique<MemoryStore>(),
                   SessionKeeper *sessions = nullptr)
        : m_options(std::move(options)), m_store(std::move(store)), m_deadlines(m_clock),
          m_table(m_options, m_clock, m_deadlines), m_passwords(m_deadlines),
          m_hub({m_options, m_clock, *m_store, m_table, m_deadlines, m_passwords, sessions},
                [this](int members) { m_counts.append(members); })
    {
        m_table.setEvents(&m_hub);
    }

    /// Somebody connects.
    std::shared_ptr<Wire> connect(quint16 port, const QHostAddress &address = QHostAddress::LocalHost)
    {
        auto wire = std::make_shared<Wire>();
        wire->port = port;
        wire->address = address;
        m_table.accept(std::make_unique<FakeLink>(wire));
        return wire;
    }

    /// Somebody connects with TLS, and shows a key if there is one.
    std::shared_ptr<Wire> connectWithKey(quint16 port, const QByteArray &key,
                                         const QHostAddress &address = QHostAddress::LocalHost)
    {
        auto wire = connect(port, address);
        wire->key = key;
        wire->encrypt();
        return wire;
    }

    /// What the event loop does at the end of a turn.
    void turn()
    {
        for (int i = 0; i < 4; ++i)
            m_deadlines.fireDue();
    }

    void advance(int milliseconds)
    {
        constexpr int step = 50;
        turn();
        for (int gone = 0; gone < milliseconds; gone += step) {
            m_clock.advance(std::min(step, milliseconds - gone));
            turn();
        }
    }

    /// Time goes by at once; what was due meanwhile happens late.
    void skip(int milliseconds)
    {
        m_clock.advance(milliseconds);
        turn();
    }

    ConnectionTable &table() { return m_table; }
    Hub &hub() { return m_hub; }
    PatientChecker &passwords() { return m_passwords; }
    EventStore &store() { return *m_store; }
    const QList<int> &counts() const { return m_counts; }

private:
    HostOptions m_options;
    ManualClock m_clock;
    std::unique_ptr<EventStore> m_store;
    DeadlineQueue m_deadlines;
    ConnectionTable m_table;
    PatientChecker m_passwords;
    Hub m_hub;
    QList<int> m_counts;
};

/// Somebody who speaks plain or line.
class TextPeer
{
public:
    TextPeer(House &house, quint16 port, char delimiter = '\0')
        : TextPeer(house, house.connect(port), delimiter)
    {
    }
    TextPeer(House &house, std::shared_ptr<Wire> wire, char delimiter = '\0')
        : m_house(house), m_delimiter(delimiter), m_wire(std::move(wire))
    {
    }

    void say(const QByteArray &text)
    {
        m_wire->say(text + m_delimiter);
        if (m_delimiter == '\n' && !std::exchange(m_decided, true))
            m_house.advance(200);
        m_house.turn();
    }
    /// Says it and answers what came back for it.
    QStringList ask(const QByteArray &text)
    {
        take();
        say(text);
        return take();
    }
    QStringList take()
    {
        m_house.turn();
        QStringList messages;
        for (const QByteArray &message : m_wire->takeMessages(m_delimiter))
            messages.append(QString::fromUtf8(message));
        return messages;
    }
    Wire &wire() { return *m_wire; }

private:
    House &m_house;
    char m_delimiter;
    bool m_decided = false;
    std::shared_ptr<Wire> m_wire;
};

/// Somebody who speaks the native dialect.
class NativePeer
{
public:
    NativePeer(House &house, quint16 port) : m_house(house), m_wire(house.connect(port)) {}
    NativePeer(House &house, quint16 port, const QString &name) : NativePeer(house, port) { enter(name); }
    NativePeer(House &house, quint16 port, const QString &name, const QByteArray &key)
        : m_house(house), m_wire(house.connectWithKey(port, key))
    {
        enter(name);
    }

    NativePeer(House &house, std::shared_ptr<Wire> wire, const QString &name)
        : m_house(house), m_wire(std::move(wire))
    {
        enter(name);
    }

    void enter(const QString &name)
    {
        command::Hello hello;
        hello.name = name;
        say(hello);
        const auto welcomes = takeAll<serverevent::Welcome>();
        if (!welcomes.isEmpty())
            welcome = welcomes.first();
    }

    void say(const Command &command)
    {
        m_wire->say(json::encode(command) + '\0');
        m_house.turn();
    }
    void post(const QString &text, const QString &id, const RoomId &room = RoomId(QStringLiteral("lounge")))
    {
        command::Post post;
        post.room = room;
        post.id = PostId(id);
        post.text = text;
        say(post);
    }

    /// Everything of this kind that came; other kinds stay.
    template <typename Kind>
    QList<Kind> takeAll()
    {
        collect();
        QList<Kind> found;
        for (auto it = m_events.begin(); it != m_events.end();) {
            if (const auto *event = std::get_if<Kind>(&*it)) {
                found.append(*event);
                it = m_events.erase(it);
            } else {
                ++it;
            }
        }
        return found;
    }
    QList<ServerEvent> takeEverything()
    {
        collect();
        return std::exchange(m_events, {});
    }
    QList<Seq> takeSeqs()
    {
        QList<Seq> seqs;
        for (const auto &happened : takeAll<serverevent::Happened>())
            seqs.append(happened.event.seq);
        return seqs;
    }
    Wire &wire() { return *m_wire; }

    serverevent::Welcome welcome;

private:
    void collect()
    {
        m_house.turn();
        for (const QByteArray &frame : m_wire->takeMessages('\0')) {
            const auto decoded = json::decodeServerEvent(frame);
            if (const auto *event = std::get_if<ServerEvent>(&decoded))
                m_events.append(*event);
        }
    }

    House &m_house;
    std::shared_ptr<Wire> m_wire;
    QList<ServerEvent> m_events;
};

} // namespace tincan
