#pragma once

#include "protocol/error.h"
#include "ui/client/connectionstate.h"

#include <QString>

namespace tincan {

/// Why a connection has to end, or ended.
struct Ending
{
    ConnectFailure failure = ConnectFailure::Lost;
    QString detail;
    QString suggestion;    ///< with NameTaken
    int seconds = 0;       ///< with Banned: for how long; 0: for ever, or not at all
    bool replaced = false; ///< somebody else has come with one's own token
};

/// What an error that ends a connection means for the one who connects.
ConnectFailure failureFor(ErrorCode code);

/// The same for an error in words, from a server that does not know yet what we speak.
ConnectFailure failureForWords(const QString &message);

/// Whether trying again later can help without anybody changing anything.
bool passes(ConnectFailure failure);

} // namespace tincan
