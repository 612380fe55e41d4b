#pragma once

#include "clientlog.h"
#include "fakeserver.h"

#include <QTest>

#include <memory>

/// A client and a native server that says what the test writes.
class NativeFixture : public QObject
{
    Q_OBJECT

protected:
    void begin();
    void end();

    /// Connects and greets.
    void start(const tincan::ClientParts &parts = fastParts(),
               const tincan::ClientOptions *options = nullptr);

    /// The same, and goes on to the welcome.
    void online(const QList<tincan::RoomInfo> &rooms = {native::room(QStringLiteral("lounge"))});

    /// Breaks the connection, and welcomes the client that comes back.
    void reconnected(const QList<tincan::RoomInfo> &rooms, const QList<tincan::RoomId> &removed = {});
    void reconnectedTo(const tincan::serverevent::Welcome &welcome);

    /// The next frame that is no ping.
    template <typename Command>
    Command next()
    {
        if (!QTest::qWaitFor([this] { return frameIsThere(); }, 5'000)) {
            qFatal("no frame came");
        }
        return native::command<Command>(server->take());
    }

    bool frameIsThere(); ///< that is no ping

    std::unique_ptr<FakeServer> server;
    std::unique_ptr<tincan::RoomClient> client;
    std::unique_ptr<ClientLog> log;
};
