#pragma once

#include "server/hostoptions.h"
#include "server/listenproblem.h"
#include "server/storefailure.h"

#include <QObject>

#include <memory>

namespace tincan {

class Clock;

/// A chat server on TCP. Lives on one thread and is driven by its event loop; several may run in one program.
class RoomServer : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive the server; none means the computer's own.
    explicit RoomServer(HostOptions options, const Clock *clock = nullptr, QObject *parent = nullptr);
    ~RoomServer() override;

    /// Opens the store, then listens on all endpoints, or on none. Answers with listening() for each and then
    /// started(), or with cannotStore() or failed().
    void start();

    /// Tells everybody (`closing`), sends what is queued (at most Timing::closingGrace), closes, then
    /// stopped().
    void stop();

    /// Members that are connected.
    int memberCount() const;

Q_SIGNALS:
    void listening(const QHostAddress &address, quint16 port);
    void started();
    /// `detail` is in the system's words, `endpoint` where it could not listen.
    void failed(tincan::ListenProblem problem, const QString &detail, const QString &endpoint);
    void cannotStore(const tincan::StoreFailure &failure);
    void stopped();
    void memberCountChanged(int members);

private:
    class Serving;
    class Private;
    const Clock &clock() const;
    void openStore();
    void serve();
    void fail(const StoreFailure &failure);
    void finishStopping();

    HostOptions m_options;
    const Clock *m_clock;
    std::unique_ptr<Private> d; ///< while it runs
};

} // namespace tincan
