#include "ui/models/connectionwords.h"

#include "ui/models/isolated.h"
#include "ui/models/moderationwords.h"

#include <algorithm>

namespace tincan {

StateWords ConnectionWords::forState(const ConnectionState &state, const RoomAddress &address,
                                     const QString &name, int retryIn)
{
    StateWords words;
    words.details =
        state.failure == ConnectFailure::Banned ? QString() : state.detail; // it is in the sentence
    switch (state.phase) {
    case Phase::Idle:
        words.sentence = tr("Not connected to %1.").arg(address.toString());
        words.step = NextStep::TryAgain;
        break;
    case Phase::Connecting:
    case Phase::Entering:
        words.sentence = tr("Connecting to %1…").arg(address.toString());
        break;
    case Phase::Online:
        break;
    case Phase::Waiting:
        words.sentence = waitingSentence(state.failure, address, name, retryIn);
        words.step = NextStep::TryNow;
        words.problem = true;
        break;
    case Phase::Stopped:
        words.sentence = stoppedSentence(state, address, name);
        words.step = stepFor(state);
        words.suggestion = state.suggestion;
        words.problem = true;
        break;
    }
    words.stepText = stepText(words.step, words.suggestion);
    return words;
}

StateWords ConnectionWords::forState(const ConnectionState &state, const RoomAddress &address,
                                     const QString &name)
{
    return forState(state, address, name, state.retryIn);
}

QString ConnectionWords::waitingSentence(ConnectFailure failure, const RoomAddress &address,
                                         const QString &name, int retryIn)
{
    const int seconds = (std::max(retryIn, 0) + 999) / 1000;
    const QString when = seconds > 0 ? tr("Reconnecting in %n s.", nullptr, seconds) : tr("Reconnecting…");
    const QString what = failureSentence(failure, address, name);
    //: %1: what went wrong, one sentence; %2: "Reconnecting in 3 s."
    return what.isEmpty() ? when : tr("%1 %2").arg(what, when);
}

QString ConnectionWords::failureSentence(ConnectFailure failure, const RoomAddress &address,
                                         const QString &name)
{
    const QString port = QString::number(address.port);
    switch (failure) {
    case ConnectFailure::None:
        return {};
    case ConnectFailure::UnknownHost:
        return tr("There is no computer called %1. Is the address spelled right?").arg(address.host);
    case ConnectFailure::Refused:
        return tr("Nobody answered at %1, port %2. Is the room open?").arg(address.host, port);
    case ConnectFailure::Unreachable:
        return tr("%1 cannot be reached from here. Are both computers on the same network?")
            .arg(address.host);
    case ConnectFailure::TimedOut:
        return tr("%1 did not answer in time. Is it switched on, and does its firewall let port %2 through?")
            .arg(address.host, port);
    case ConnectFailure::Lost:
        return tr("The connection to %1 was lost.").arg(address.host);
    case ConnectFailure::HostClosed:
        return tr("The host closed the room.");
    case ConnectFailure::NameTaken:
        return tr("Somebody here is called %1 already.").arg(name);
    case ConnectFailure::BadName:
        return tr("The room does not accept the name “%1”.").arg(name);
    case ConnectFailure::NeedsPassword:
        return tr("This room has a password.");
    case ConnectFailure::WrongPassword:
        return tr("This room has a password, and that was not it.");
    case ConnectFailure::Busy:
        return tr("%1 ended the connection before it began. It may be busy with others who come in.")
            .arg(address.host);
    case ConnectFailure::Full:
        return tr("The room is full.");
    case ConnectFailure::Banned:
        return tr("The host does not let you in.");
    case ConnectFailure::NotAllowed:
        return tr("The room does not allow this.");
    case ConnectFailure::CutOff:
        return tr("The room ended the connection, because more came than it or you could take.");
    case ConnectFailure::NeedsTls:
        return tr("The connection to %1 has to be encrypted, and that could not be done.").arg(address.host);
    case ConnectFailure::HidesTls:
        return tr("%1 is not encrypted, although it was before, or its invite says so. Nothing was sent.")
            .arg(address.host);
    case ConnectFailure::WrongKey:
        return tr("%1 is not the computer that it was before.").arg(address.host);
    case ConnectFailure::BadCertificate:
        return tr("Nobody whom this computer trusts confirms that it is %1 who answers, so nothing was sent. "
                  "Ask the host for an invite: its link names the key.")
            .arg(address.host);
    case ConnectFailure::NotUnderstood:
        return tr("What answered at %1, port %2 is not a chat room.").arg(address.host, port);
    }
    return {};
}

/// What the host says why is in the host's language.
QString ConnectionWords::banSentence(const ConnectionState &state, const RoomAddress &address)
{
    QString text = state.sentAway ? tr("You were sent away from %1.").arg(address.host)
                                  : tr("You may not come in to %1.").arg(address.host);
    if (!state.detail.isEmpty()) {
        //: two sentences
        text = tr("%1 %2").arg(text, tr("It says: “%1”").arg(isolated(state.detail)));
    }
    if (state.until > 0) {
        text = tr("%1 %2").arg(text, tr("This ends on %1.").arg(ModerationWords::moment(state.until)));
    }
    return text;
}

QString ConnectionWords::stoppedSentence(const ConnectionState &state, const RoomAddress &address,
                                         const QString &name)
{
    switch (state.failure) {
    case ConnectFailure::Banned:
        return banSentence(state, address);
    default:
        return failureSentence(state.failure, address, name);
    }
}

/// Who was sent away may come back if it was no ban; only the server knows.
NextStep ConnectionWords::stepFor(const ConnectionState &state)
{
    const bool mayComeBack = state.failure == ConnectFailure::Banned && state.sentAway && state.until == 0;
    return mayComeBack ? NextStep::ComeBack : stepFor(state.failure);
}

NextStep ConnectionWords::stepFor(ConnectFailure failure)
{
    switch (failure) {
    case ConnectFailure::None:
    case ConnectFailure::Refused:
    case ConnectFailure::Unreachable:
    case ConnectFailure::TimedOut:
    case ConnectFailure::Lost:
    case ConnectFailure::HostClosed:
    case ConnectFailure::Busy:
    case ConnectFailure::Full:
    case ConnectFailure::CutOff:
        return NextStep::TryAgain;
    case ConnectFailure::UnknownHost:
    case ConnectFailure::NeedsTls:
    case ConnectFailure::BadCertificate:
    case ConnectFailure::NotUnderstood:
        return NextStep::CheckAddress;
    case ConnectFailure::WrongKey:
    case ConnectFailure::HidesTls:
        return NextStep::None; // ChangedKey and HiddenEncryption say more, and whoever is in between would be
                               // glad of a click
    case ConnectFailure::NameTaken:
    case ConnectFailure::BadName:
        return NextStep::ChangeName;
    case ConnectFailure::NeedsPassword:
    case ConnectFailure::WrongPassword:
        return NextStep::EnterPassword;
    case ConnectFailure::Banned:
    case ConnectFailure::NotAllowed:
        return NextStep::HostOwn;
    }
    return NextStep::None;
}

QString ConnectionWords::stepText(NextStep step, const QString &suggestion)
{
    switch (step) {
    case NextStep::None:
        return {};
    case NextStep::TryNow:
        return tr("Try now");
    case NextStep::TryAgain:
        return tr("Try Again");
    case NextStep::CheckAddress:
        return tr("Change the Address…");
    case NextStep::ChangeName:
        return suggestion.isEmpty() ? tr("Change the Name…") : tr("Join as %1").arg(suggestion);
    case NextStep::EnterPassword:
        return tr("Enter the Password…");
    case NextStep::ComeBack:
        return tr("Come Back");
    case NextStep::HostOwn:
        return tr("Host a Room…");
    }
    return {};
}

QString ConnectionWords::inGroups(const QByteArray &fingerprint)
{
    constexpr qsizetype digitsInGroup = 4;
    QStringList groups;
    for (qsizetype at = 0; at < fingerprint.size(); at += digitsInGroup) {
        groups.append(QString::fromLatin1(fingerprint.mid(at, digitsInGroup)));
    }
    return groups.join(u' ');
}

QString ConnectionWords::forError(const Error &error)
{
    switch (error.code) {
    case ErrorCode::BadJson:
    case ErrorCode::BadUtf8:
    case ErrorCode::UnknownKind:
    case ErrorCode::BadField:
        return tr("The room did not understand this program. One of the two may be too old.");
    case ErrorCode::TooLong:
        return tr("That is too long for this room.");
    case ErrorCode::NoSuchRoom:
        return tr("There is no such room.");
    case ErrorCode::NameTaken:
        return tr("Somebody here has that name already.");
    case ErrorCode::BadName:
        return tr("That name cannot be used here.");
    case ErrorCode::WrongPassword:
        return tr("That was not the password.");
    case ErrorCode::TooFast:
        return tr("That was too much at once. Wait a moment, then try again.");
    case ErrorCode::Full:
        return tr("There is no room for more.");
    case ErrorCode::Banned:
        return tr("The host does not let you in.");
    case ErrorCode::NotAllowed:
        return tr("You may not do that here.");
    case ErrorCode::SlowConsumer:
        return tr("Your connection was too slow for what is said here.");
    case ErrorCode::Closing:
        return tr("The host is closing the room.");
    }
    return {};
}

QString ConnectionWords::forRefusedAct(const Error &error)
{
    //: %1: a sentence, in the host's language
    return error.message.isEmpty() ? forError(error)
                                   : tr("That was refused. The host says: “%1”").arg(isolated(error.message));
}

QString ConnectionWords::forPostError(const Error &error)
{
    switch (error.code) {
    case ErrorCode::TooLong:
        return tr("The message is too long for this room.");
    case ErrorCode::NoSuchRoom:
        return tr("You are no longer in this room.");
    case ErrorCode::TooFast:
        return error.seconds > 0 ? tr("This room is slow. Try again in %n s.", nullptr, error.seconds)
                                 : tr("Too many messages at once. Wait a moment, then try again.");
    case ErrorCode::NotAllowed:
        return error.message.isEmpty() ? tr("You may not write here.") : forRefusedAct(error);
    case ErrorCode::Full:
        return forRefusedAct(error);
    case ErrorCode::BadJson:
    case ErrorCode::BadUtf8:
    case ErrorCode::UnknownKind:
    case ErrorCode::BadField:
    case ErrorCode::NameTaken:
    case ErrorCode::BadName:
    case ErrorCode::WrongPassword:
    case ErrorCode::Banned:
    case ErrorCode::SlowConsumer:
        return forError(error);
    case ErrorCode::Closing:
        return error.message; // no server's, but this program's own
    }
    return {};
}

QString ConnectionWords::forChangeError(const Error &error)
{
    if (error.code == ErrorCode::BadField) {
        return tr("The message is not there any more.");
    }
    const bool saysNothing = error.code == ErrorCode::NotAllowed && error.message.isEmpty();
    return saysNothing ? tr("Only who wrote a message can change it.") : forPostError(error);
}

QString ConnectionWords::forAddress(AddressProblem problem)
{
    switch (problem) {
    case AddressProblem::Empty:
        return tr("Type an address, or paste an invite link.");
    case AddressProblem::BadHost:
        return tr("That is not an address. Try one like 192.168.1.20 or chat.example.org:4040.");
    case AddressProblem::BadPort:
        return tr("The port must be a number from 1 to 65535.");
    case AddressProblem::BadFingerprint:
        return tr("The invite link is damaged. Copy it again as a whole.");
    case AddressProblem::OtherScheme:
        return tr("That is a link to something else. Invite links begin with tincan://");
    }
    return {};
}

} // namespace tincan
