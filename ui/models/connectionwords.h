#pragma once

#include "protocol/error.h"
#include "protocol/roomaddress.h"
#include "ui/client/connectionstate.h"

#include <QCoreApplication>

namespace tincan {

/// What a person can do about a connection that does not stand.
enum class NextStep
{
    None,
    TryNow, ///< it will be tried again anyway
    TryAgain,
    CheckAddress, ///< edit the address
    ChangeName,   ///< `suggestion` may hold a free one
    EnterPassword,
    ComeBack, ///< after one was sent away
    HostOwn,  ///< open a room oneself
};

/// A connection's state in words.
struct StateWords
{
    QString sentence; ///< empty while all is well
    NextStep step = NextStep::None;
    QString stepText;     ///< the button's; empty with None
    QString suggestion;   ///< a name, with ChangeName
    QString details;      ///< the technical text, as it came
    bool problem = false; ///< something failed, as against something under way
};

/// Translated sentences for states and errors; no class of these words holds anything.
class ConnectionWords
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ConnectionWords)

public:
    /// `name` is the one that was asked for; `retryIn` counts down from state.retryIn, in milliseconds.
    static StateWords forState(const ConnectionState &state, const RoomAddress &address, const QString &name,
                               int retryIn);
    static StateWords forState(const ConnectionState &state, const RoomAddress &address, const QString &name);

    static QString forError(const Error &error);      ///< a request that was refused
    static QString forRefusedAct(const Error &error); ///< what only the host knows the reason of
    static QString forPostError(const Error &error);  ///< why a message was not sent
    static QString
    forChangeError(const Error &error); ///< why an edit, a deletion or a reaction was not saved
    static QString forAddress(AddressProblem problem);

    /// A fingerprint in groups of four digits, to be compared by eye and broken into lines.
    static QString inGroups(const QByteArray &fingerprint);

private:
    static QString waitingSentence(ConnectFailure failure, const RoomAddress &address, const QString &name,
                                   int retryIn);
    static QString failureSentence(ConnectFailure failure, const RoomAddress &address, const QString &name);
    static QString banSentence(const ConnectionState &state, const RoomAddress &address);
    static QString stoppedSentence(const ConnectionState &state, const RoomAddress &address,
                                   const QString &name);
    static NextStep stepFor(const ConnectionState &state);
    static NextStep stepFor(ConnectFailure failure);
    static QString stepText(NextStep step, const QString &suggestion);
};

} // namespace tincan
