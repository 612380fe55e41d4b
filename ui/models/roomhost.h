#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

namespace tincan {

/// Who can reach a hosted room.
enum class Reach
{
    ThisComputer,
    Network
};

/// What the host dialog asks for.
struct HostRequest
{
    QString name; ///< of the server, e.g. "Ada's kitchen"
    Reach reach = Reach::Network;
    QString address; ///< listen on this one only; empty: what `reach` says
    quint16 port = 4040;
    QString password;         ///< empty: anybody with the address may join
    bool keepHistory = false; ///< on this computer, for the next time
    int keepDays = 0;         ///< of the history; 0: for ever
    bool showNearby = true;   ///< to the computers on this network, if they can reach it
    bool clearAllowed = true; ///< people may come in without encryption, as terminals do
};

/// A room that is open.
struct HostedRoom
{
    QString name;
    quint16 port = 0;
    QString loopback; ///< the address by which this program itself reaches it
    bool passwordNeeded = false;
    QByteArray fingerprint;   ///< 32 bytes: SHA-256 of the room's public key; empty: it is not encrypted
    QList<QString> addresses; ///< of this computer, best first; the loopback address with Reach::ThisComputer
    QString onlyAddress;      ///< the one that it listens on; empty: all
    bool shownNearby = false; ///< to the computers on this network
    bool clearAllowed = true; ///< people may come in without encryption
};

enum class HostProblem
{
    PortTaken,
    PortForbidden,
    CannotKeep, ///< the history; `detail` is a sentence about it
    Other
};

/// Opens and closes a room on this computer. The windows speak to this interface; the program behind it
/// brings the server.
class RoomHost : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open(const HostRequest &request) = 0; ///< answers with opened() or refused()
    virtual void close() = 0;                          ///< answers with closed(), after members were told
    virtual bool isOpen() const = 0;
    virtual HostedRoom room() const = 0;
    virtual int guests() const = 0; ///< members from elsewhere, i.e. without the one who hosts

Q_SIGNALS:
    void opened(const tincan::HostedRoom &room);
    /// `freePort` is the next free one with PortTaken, else 0; `detail` is the system's own text.
    void refused(tincan::HostProblem problem, quint16 freePort, const QString &detail);
    void closed();
    void guestsChanged(int guests);
};

} // namespace tincan
