#include "app/connectionwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ConnectionWords)
};

QString sentence(const ConnectionState &state, const QString &where)
{
    switch (state.failure) {
    case ConnectFailure::None:
        return Words::tr("Not connected to %1.").arg(where);
    case ConnectFailure::UnknownHost:
        return Words::tr("There is no computer of the name %1.").arg(where);
    case ConnectFailure::Refused:
        return Words::tr("Nobody answered at %1. Is the room open?").arg(where);
    case ConnectFailure::Unreachable:
        return Words::tr("%1 cannot be reached from here.").arg(where);
    case ConnectFailure::TimedOut:
        return Words::tr("%1 did not answer in time.").arg(where);
    case ConnectFailure::Lost:
        return Words::tr("The connection to %1 was lost.").arg(where);
    case ConnectFailure::HostClosed:
        return Words::tr("The host closed the room at %1.").arg(where);
    case ConnectFailure::NameTaken:
        return Words::tr("That name is taken at %1.").arg(where);
    case ConnectFailure::BadName:
        return Words::tr("%1 does not accept that name.").arg(where);
    case ConnectFailure::NeedsPassword:
        return Words::tr("%1 needs a password.").arg(where);
    case ConnectFailure::WrongPassword:
        return Words::tr("%1 needs another password.").arg(where);
    case ConnectFailure::Busy:
        return Words::tr("%1 ended the connection before it began. It may be busy with others who come in.")
            .arg(where);
    case ConnectFailure::Full:
        return Words::tr("%1 is full.").arg(where);
    case ConnectFailure::Banned:
        return state.sentAway ? Words::tr("You were sent away from %1.").arg(where)
                              : Words::tr("You are banned from %1.").arg(where);
    case ConnectFailure::NotAllowed:
        return Words::tr("%1 does not let you in.").arg(where);
    case ConnectFailure::CutOff:
        return Words::tr("%1 cut the connection: too much was sent, or too little read.").arg(where);
    case ConnectFailure::NeedsTls:
        return Words::tr("The connection to %1 has to be encrypted, and that could not be done.").arg(where);
    case ConnectFailure::HidesTls:
        return Words::tr(
                   "%1 was encrypted before, or the link names its key, and what answers there now is not "
                   "encrypted, so nothing was sent. Somebody in between may be hiding it: ask the host.")
            .arg(where);
    case ConnectFailure::WrongKey:
        return Words::tr(
                   "%1 shows another key than the one that is known for it, so nothing was sent: expected "
                   "%2, found %3.")
            .arg(where, QString::fromLatin1(state.expectedKey), QString::fromLatin1(state.foundKey));
    case ConnectFailure::BadCertificate:
        return Words::tr(
                   "The certificate of %1 does not prove that it is that, so nothing was sent. A link with "
                   "the key's fingerprint (?fp=) does without.")
            .arg(where);
    case ConnectFailure::NotUnderstood:
        return Words::tr("What answers at %1 is no chat server.").arg(where);
    }
    Q_UNREACHABLE();
}

} // namespace

QString connectionWords(const ConnectionState &state, const RoomAddress &address)
{
    QString text = sentence(state, address.toString());
    if (!state.suggestion.isEmpty()) {
        text += u' ' + Words::tr("%1 is free.").arg(state.suggestion);
    }
    return state.detail.isEmpty() ? text : text + u" (%1)"_s.arg(state.detail);
}

} // namespace tincan
