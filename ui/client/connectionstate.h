#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <cstdint>

namespace tincan {

/// Where a RoomClient stands.
enum class Phase
{
    Idle,       ///< not connected and not trying
    Connecting, ///< name look-up, TCP
    Entering,   ///< connected; greeting and welcome are awaited
    Online,
    Waiting, ///< cut off; tries again in `retryIn`
    Stopped, ///< refused for a reason that trying again would not change: `failure` says which
};

enum class ConnectFailure
{
    None,
    UnknownHost, ///< the name does not exist
    Refused,     ///< nobody listens there
    Unreachable, ///< no route, network down
    TimedOut,    ///< nobody answered
    Lost,        ///< an established connection ended without a word
    HostClosed,  ///< the host said so
    NameTaken,
    BadName,
    NeedsPassword, ///< and none was given
    WrongPassword,
    Busy, ///< the handshake was ended without a word, as a server does while too many others come in
    Full,
    Banned,
    NotAllowed,
    CutOff,         ///< sent too fast, or read too slowly
    NeedsTls,       ///< it has to be encrypted, which the server does not offer, or the options do not allow
    HidesTls,       ///< it was encrypted before, or an invite names its key, and now it does not offer that
    WrongKey,       ///< the server has another key than the one that is known for it
    BadCertificate, ///< the server's certificate is somebody's for this name, and does not prove it
    NotUnderstood,  ///< what answered does not speak the protocol
};

struct ConnectionState
{
    Phase phase = Phase::Idle;
    ConnectFailure failure = ConnectFailure::None; ///< of the last attempt; for Waiting and Stopped
    QString detail;     ///< the technical text behind "Details": untranslated, sanitised; with Banned: why
    QString suggestion; ///< with NameTaken: a free name
    int retryIn = 0;    ///< with Waiting: milliseconds until the next attempt, at the time of the signal
    bool plain = false; ///< the server is a plain broadcast server: no history, no member list, at most once
    QByteArray expectedKey = {}; ///< with WrongKey: the fingerprint that is known
    QByteArray foundKey = {};    ///< with WrongKey, and while encrypted: that of the server's key
    bool encrypted = false;      ///< while Online
    bool vouchedFor = false;     ///< while Online: the system's authorities said whose key it is
    bool sentAway = false;       ///< with Banned: one was in until then; without, one was not let in
    std::int64_t until = 0;      ///< with Banned: when it ends, in UTC milliseconds; 0: not known, or never

    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

} // namespace tincan

Q_DECLARE_METATYPE(tincan::ConnectionState)
