#include "server/passwordgate.h"

#include "protocol/clock.h"
#include "protocol/peerwords.h"
#include "server/sourceaddress.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

std::int64_t delayAfter(int wrong)
{
    constexpr int mostDoublings = 16;
    const int doublings = std::clamp(wrong - PasswordGate::freeGuesses, 0, mostDoublings);
    return std::min<std::int64_t>(std::int64_t(PasswordGate::firstDelayMs) << doublings,
                                  PasswordGate::longestDelayMs);
}

Error askToWait(std::int64_t milliseconds)
{
    const std::int64_t seconds = (milliseconds + 999) / 1000;
    const QString time = seconds == 1 ? PeerWords::tr("1 second") : PeerWords::tr("%1 seconds").arg(seconds);
    return {ErrorCode::WrongPassword,
            PeerWords::tr("Too many wrong passwords: wait %1, then try again.").arg(time)};
}

} // namespace

void PasswordGate::attempt(const QHostAddress &from, const QString &word, Answered answered)
{
    if (word.isEmpty())
        return answered({Error{ErrorCode::WrongPassword, PeerWords::tr("A password is needed.")}, true});
    if (m_waiting >= mostWaiting)
        return answered({Error{ErrorCode::TooFast,
                               PeerWords::tr("Too many people try passwords at the moment. Try again.")},
                         false});
    const QHostAddress address = sourceNetwork(from);
    const auto known = m_tallies.constFind(address);
    if (known != m_tallies.constEnd()) {
        if (auto reason = reasonToRefuse(*known))
            return answered({std::move(reason), false});
    } else {
        makeRoom();
    }
    ++m_waiting;
    ++m_tallies[address].waiting;
    m_parts.checker.check(word, m_parts.hash, [this, address, answered = std::move(answered)](bool right) {
        compared(address, right);
        const Error wrong{ErrorCode::WrongPassword, PeerWords::tr("That is not the password.")};
        answered(right ? Verdict() : Verdict{wrong, true});
    });
}

/// Guesses at the same time count as if they were wrong already.
std::optional<Error> PasswordGate::reasonToRefuse(const Tally &tally) const
{
    const std::int64_t now = m_parts.clock.monotonic();
    if (now - tally.lastWrong >= forgottenAfterMs && tally.waiting < freeGuesses)
        return std::nullopt;
    if (tally.closedUntil > now)
        return askToWait(tally.closedUntil - now);
    if (tally.waiting > 0 && tally.wrong + tally.waiting >= freeGuesses)
        return askToWait(firstDelayMs);
    return std::nullopt;
}

void PasswordGate::compared(const QHostAddress &address, bool right)
{
    --m_waiting;
    Tally &tally = m_tallies[address];
    --tally.waiting;
    const std::int64_t now = m_parts.clock.monotonic();
    if (right || now - tally.lastWrong >= forgottenAfterMs)
        tally.wrong = 0;
    if (right) {
        tally.closedUntil = 0;
        if (tally.waiting == 0)
            m_tallies.remove(address);
        return;
    }
    tally.lastWrong = now;
    if (++tally.wrong >= freeGuesses)
        tally.closedUntil = now + delayAfter(tally.wrong);
}

/// The one that was quiet for longest goes; whoever waits for an answer stays.
void PasswordGate::makeRoom()
{
    if (m_tallies.size() < mostAddresses)
        return;
    auto oldest = m_tallies.end();
    for (auto tally = m_tallies.begin(); tally != m_tallies.end(); ++tally) {
        if (tally->waiting == 0 && (oldest == m_tallies.end() || tally->lastWrong < oldest->lastWrong))
            oldest = tally;
    }
    if (oldest != m_tallies.end())
        m_tallies.erase(oldest);
}

} // namespace tincan
