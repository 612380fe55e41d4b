#pragma once

#include "server/roomserver.h"
#include "ui/models/roomhost.h"

#include <QThread>

#include <memory>

namespace tincan {

/// Runs a RoomServer inside the program, on a thread and event loop of its own, so that a busy window never
/// stalls the room. The program's own windows reach it over loopback TCP like anybody else. Values cross the
/// threads by queued calls.
class EmbeddedHost final : public RoomHost
{
    Q_OBJECT

public:
    /// The room's key, whose names are whose, who may do what, and the history if it is to be kept, are in
    /// `directory`, the profile whose own key is the owner's; without one there is no owner, and all that is
    /// kept as long as a room.
    explicit EmbeddedHost(const QString &directory = {}, QObject *parent = nullptr);
    ~EmbeddedHost() override;

    void open(const HostRequest &request) override;
    void close() override;
    bool isOpen() const override { return m_open; }
    HostedRoom room() const override { return m_room; }
    int guests() const override;

    QString password() const { return m_request.password; }
    /// Of the room's key, as keyFingerprint() gives it; empty while none is open.
    QByteArray fingerprint() const { return m_fingerprint; }

    /// Whether this program itself is one of the members; it is not counted among the guests.
    void setSelfJoined(bool joined);

private:
    void start(const HostOptions &options);
    void connectServer();
    void onStarted();
    void onFailed(ListenProblem problem, const QString &detail);
    void onCannotStore(const StoreFailure &failure);
    void onStopped();
    void endThread();
    void publishGuests();

    QString m_directory;
    QByteArray m_fingerprint;
    HostRequest m_request;
    HostedRoom m_room;
    std::unique_ptr<QThread> m_thread;
    RoomServer *m_server = nullptr; ///< lives on m_thread and is deleted there
    int m_members = 0;
    int m_publishedGuests = 0;
    bool m_open = false;
    bool m_selfJoined = false;
};

} // namespace tincan
