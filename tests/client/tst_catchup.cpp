#include "ui/client/roomlogs.h"

#include <QQueue>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const RoomId lounge(u"lounge"_s);

/// A server's log of one room, which grows, is trimmed, and is lost.
struct ServerLog
{
    int generation = 1;
    Seq first = 1;
    Seq head = 0;

    Epoch epoch() const { return Epoch(u"e%1"_s.arg(generation)); }

    RoomEvent event(Seq seq) const
    {
        RoomEvent event;
        event.room = lounge;
        event.seq = seq;
        event.text = u"%1 of %2"_s.arg(seq).arg(generation);
        return event;
    }

    RoomInfo info() const
    {
        RoomInfo room;
        room.id = lounge;
        room.first = first;
        room.head = head;
        room.epoch = epoch();
        return room;
    }
};

/// What is under way from the server to the client, in its order.
using Message = std::variant<RoomInfo, RoomEvent, serverevent::HistoryPage, QString>;

/// A server and a client whose connection does everything that connections do. All choices are drawn from one
/// seed.
class World
{
public:
    explicit World(quint32 seed) : m_random(seed) { connectAgain(); }

    void step();
    void settle(); ///< the connection holds from now on, and everything arrives

    QString problem() const { return m_problem; }
    QString difference() const; ///< between the client's picture and the server's log; empty: none

private:
    int draw(int below) { return int(m_random.bounded(below)); }

    void say(bool lossy);
    void changeTheLog();
    void connectAgain();
    void restartTheClient();
    void deliver();
    void answer(const command::History &ask, bool lossy);
    void apply(const RoomLogs::Outcome &outcome);

    QRandomGenerator m_random;
    ServerLog m_server;
    Seq m_toldFirst = 1; ///< the oldest event when the client connected
    RoomLogs m_client;
    QList<RoomEvent> m_picture; ///< what the client shows
    QQueue<Message> m_wire;
    bool m_holds = false;
    QString m_problem;
};

void World::step()
{
    switch (draw(16)) {
    case 0:
    case 1:
    case 2:
        say(true);
        break;
    case 3:
        changeTheLog();
        break;
    case 4:
        connectAgain();
        break;
    case 5:
        restartTheClient();
        break;
    case 6: // something comes twice, and late
        if (m_server.head >= m_server.first) {
            m_wire.enqueue(m_server.event(m_server.first + draw(int(m_server.head - m_server.first + 1))));
        }
        break;
    case 7: // a post that was stored once is repeated, and what it became is forgotten
        if (m_toldFirst > 1) {
            RoomEvent event = m_server.event(1 + draw(int(m_toldFirst) - 1));
            event.text.clear();
            m_wire.enqueue(event);
        }
        break;
    default:
        deliver();
    }
}

/// Somebody says something; an unreliable server may leave it out for this client.
void World::say(bool lossy)
{
    for (int i = draw(4); i >= 0; --i) {
        ++m_server.head;
        if (!lossy || draw(5) > 0) {
            m_wire.enqueue(m_server.event(m_server.head));
        }
    }
}

void World::changeTheLog()
{
    if (draw(3) == 0) { // lost: everybody is thrown out
        m_server = {m_server.generation + 1, 1, draw(2) * draw(120)};
        connectAgain();
    } else if (m_server.head >= m_server.first) { // trimmed
        const int there = int(m_server.head - m_server.first) + 1;
        m_server.first += draw(8) == 0 ? there : draw(there) / 2;
    }
}

void World::connectAgain()
{
    m_wire.clear();
    m_client.interrupted();
    const auto points = m_client.resumePoints();
    const command::ResumePoint point = points.value(lounge);
    const bool resumes = points.contains(lounge) && point.epoch == m_server.epoch() &&
                         point.seq <= m_server.head && point.seq + 1 >= m_server.first;
    m_wire.enqueue(m_server.info());
    m_toldFirst = m_server.first;
    const Seq from = resumes ? point.seq + 1 : std::max(m_server.first, m_server.head - 49);
    for (Seq seq = from; seq <= m_server.head; ++seq) {
        m_wire.enqueue(m_server.event(seq));
    }
}

/// The program ends and starts, and has its copy.
void World::restartTheClient()
{
    const auto points = m_client.resumePoints();
    m_client = RoomLogs();
    if (points.contains(lounge)) {
        m_client.restore(lounge, points.value(lounge).epoch, points.value(lounge).seq);
    } else {
        m_picture.clear();
    }
    connectAgain();
}

void World::deliver()
{
    if (m_wire.isEmpty()) {
        return;
    }
    const Message message = m_wire.dequeue();
    if (const auto *room = std::get_if<RoomInfo>(&message)) {
        apply(m_client.enter(*room));
    } else if (const auto *event = std::get_if<RoomEvent>(&message)) {
        apply(m_client.take(*event));
    } else if (const auto *page = std::get_if<serverevent::HistoryPage>(&message)) {
        apply(m_client.take(*page));
    } else {
        apply(m_client.askAgain(std::get<QString>(message)));
    }
}

/// A page may be shorter than asked for, and comes behind what is under way; or the server is too busy.
void World::answer(const command::History &ask, bool lossy)
{
    if (lossy && draw(6) == 0) {
        m_wire.enqueue(ask.re);
        return;
    }
    serverevent::HistoryPage page{ask.room, {}, false, ask.re};
    const int limit = lossy ? 1 + draw(ask.limit) : ask.limit;
    const Seq end = std::min(ask.before, m_server.head + 1);
    for (Seq seq = std::max(m_server.first, end - limit); seq < end; ++seq) {
        page.events.append(m_server.event(seq));
    }
    page.more = !page.events.isEmpty() && page.events.constFirst().seq > m_server.first;
    m_wire.enqueue(page);
}

void World::apply(const RoomLogs::Outcome &outcome)
{
    if (outcome.reset) {
        m_picture.clear();
    }
    for (const RoomEvent &event : outcome.events) {
        if (!m_picture.isEmpty() && event.seq != m_picture.constLast().seq + 1) {
            m_problem = u"%1 follows %2"_s.arg(event.seq).arg(m_picture.constLast().seq);
        }
        if (event.text.isEmpty()) {
            m_problem = u"%1 is shown, which is gone"_s.arg(event.seq);
        }
        m_picture.append(event);
    }
    if (outcome.ask) {
        answer(*outcome.ask, !m_holds);
    }
}

void World::settle()
{
    m_holds = true;
    connectAgain();
    say(false);
    for (int turns = 0; !m_wire.isEmpty() && turns < 100'000; ++turns) {
        deliver();
    }
    if (!m_wire.isEmpty()) {
        m_problem = u"it never comes to rest"_s;
    }
}

QString World::difference() const
{
    if (m_picture.isEmpty()) {
        return u"nothing is shown"_s;
    }
    if (m_picture.constLast().seq != m_server.head) {
        return u"it ends with %1 in place of %2"_s.arg(m_picture.constLast().seq).arg(m_server.head);
    }
    for (const RoomEvent &event : m_picture) {
        if (event.seq >= m_server.first && event != m_server.event(event.seq)) {
            return u"%1 is “%2”"_s.arg(event.seq).arg(event.text);
        }
    }
    return {};
}

} // namespace

/// Whatever comes, in whatever order, a client ends up with the server's log.
class tst_Catchup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyInterleavingEndsInTheServersSequence_data();
    void anyInterleavingEndsInTheServersSequence();
};

void tst_Catchup::anyInterleavingEndsInTheServersSequence_data()
{
    QTest::addColumn<quint32>("from");
    for (quint32 from = 1; from <= 2'000; from += 250) {
        QTest::addRow("seeds from %u", from) << from;
    }
}

void tst_Catchup::anyInterleavingEndsInTheServersSequence()
{
    QFETCH(const quint32, from);
    for (quint32 seed = from; seed < from + 250; ++seed) {
        World world(seed);
        for (int i = 0; i < 120; ++i) {
            world.step();
        }
        world.settle();
        const QString wrong = world.problem().isEmpty() ? world.difference() : world.problem();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(wrong)));
    }
}

QTEST_APPLESS_MAIN(tst_Catchup)
#include "tst_catchup.moc"
