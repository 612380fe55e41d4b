#include "nativefixture.h"

using namespace Qt::StringLiterals;
using namespace tincan;

void NativeFixture::begin()
{
    server = std::make_unique<FakeServer>();
}

void NativeFixture::end()
{
    log.reset();
    client.reset();
    server.reset();
}

void NativeFixture::start(const ClientParts &parts, const ClientOptions *options)
{
    client = std::make_unique<RoomClient>(parts);
    log = std::make_unique<ClientLog>(*client);
    client->open(options ? *options : optionsFor(server->port()));
    QTRY_COMPARE(server->connections(), 1);
    server->greet();
}

void NativeFixture::online(const QList<RoomInfo> &rooms)
{
    start();
    next<command::Hello>();
    server->say(native::frame(native::welcome(rooms)));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    QTRY_VERIFY(log->signs.contains(u"welcomed"_s));
}

void NativeFixture::reconnected(const QList<RoomInfo> &rooms, const QList<RoomId> &removed)
{
    serverevent::Welcome welcome = native::welcome(rooms);
    welcome.removed = removed;
    reconnectedTo(welcome);
}

void NativeFixture::reconnectedTo(const serverevent::Welcome &welcome)
{
    const int before = server->connections();
    log->signs.clear();
    server->frames.clear();
    server->vanish();
    QTRY_COMPARE(server->connections(), before + 1);
    server->greet();
    next<command::Hello>();
    server->say(native::frame(welcome));
    QTRY_VERIFY(log->signs.contains(u"welcomed"_s));
}

bool NativeFixture::frameIsThere()
{
    while (!server->frames.isEmpty() && native::is<command::Ping>(server->frames.constFirst())) {
        server->frames.removeFirst();
    }
    return !server->frames.isEmpty();
}
