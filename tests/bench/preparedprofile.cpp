#include "tests/bench/preparedprofile.h"

#include "ui/client/sqlitecopy.h"
#include "ui/models/preferences.h"

#include <QEventLoop>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace tincan::bench {

namespace {

constexpr int rooms = 20;
constexpr int portion = 500;
const ServerIdentity office{ServerId(u"office"_s), "key"};

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

RoomInfo roomCalled(const QString &name, Seq head)
{
    RoomInfo room;
    room.id = RoomId(name);
    room.name = name;
    room.topic = u"What belongs into %1"_s.arg(name);
    room.first = 1;
    room.head = head;
    room.epoch = Epoch(u"e1"_s);
    return room;
}

QList<RoomEvent> said(const RoomId &room, Seq first, Seq last)
{
    static const QStringList texts = {u"the soup is on the table"_s, u"服务器今晚升级吗？我可以帮忙测试。"_s,
                                      u"see `docs/upgrade.md` 👍"_s};
    QList<RoomEvent> events;
    for (Seq seq = first; seq <= last; ++seq) {
        RoomEvent event;
        event.room = room;
        event.seq = seq;
        event.at = 1'700'000'000'000 + seq * 60'000;
        event.from = {MemberId(u"m%1"_s.arg(seq % 7)), u"Person %1"_s.arg(seq % 7)};
        event.text = u"%1 %2"_s.arg(texts.at(int(seq % texts.size()))).arg(seq);
        events.append(event);
    }
    return events;
}

/// Whether the copy has the room up to `head`; waits until it has written what it was told.
bool isWritten(SqliteCopy &copy, const RoomId &room, Seq head)
{
    bool written = false;
    QEventLoop loop;
    copy.page(office, room, head + 1, 1, &loop, [&](const QList<RoomEvent> &events) {
        written = events.size() == 1 && events.first().seq == head;
        loop.quit();
    });
    loop.exec();
    return written;
}

bool writeRoom(SqliteCopy &copy, const QString &name, Seq messages)
{
    copy.record(office, copychange::Room{roomCalled(name, messages)});
    for (Seq first = 1; first <= messages; first += portion) {
        const Seq last = std::min<Seq>(first + portion - 1, messages);
        copy.record(office, copychange::Events{RoomId(name), said(RoomId(name), first, last)});
        if (!isWritten(copy, RoomId(name), last))
            return false;
    }
    copy.record(office, copychange::Read{RoomId(name), messages});
    return true;
}

} // namespace

bool prepareProfile(const QString &directory, int messages)
{
    const quint16 port = closedPort();
    Preferences preferences(directory);
    preferences.setUserName(u"Ada"_s);
    preferences.setOpenServers({u"tincan://127.0.0.1:%1"_s.arg(port)});
    SqliteCopy copy(directory + u"/conversations.sqlite"_s);
    Membership membership;
    membership.place = {u"127.0.0.1"_s, port};
    membership.serverName = u"Office"_s;
    membership.self.id = MemberId(u"me"_s);
    membership.self.name = u"Ada"_s;
    copy.record(office, copychange::Entered{membership});
    for (int room = 1; room <= rooms; ++room) {
        if (!writeRoom(copy, u"room-%1"_s.arg(room), messages / rooms))
            return false;
    }
    return true;
}

} // namespace tincan::bench
