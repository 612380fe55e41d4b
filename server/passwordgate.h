#pragma once

#include "protocol/error.h"
#include "server/passwordchecker.h"

#include <QHash>
#include <QHostAddress>

#include <optional>

namespace tincan {

class Clock;

/// Where a password is asked for. Who guesses has to wait longer and longer, by address; an IPv6 network of
/// 64 bits counts as one. Bounded in what it remembers, and in how many wait for an answer.
class PasswordGate
{
public:
    static constexpr int freeGuesses = 3;
    static constexpr int firstDelayMs = 1'000;
    static constexpr int longestDelayMs = 5 * 60 * 1'000;
    static constexpr int forgottenAfterMs = 60 * 60 * 1'000;
    static constexpr qsizetype mostAddresses = 10'000;
    static constexpr int mostWaiting = 32;

    struct Parts ///< all must outlive the gate
    {
        const QByteArray &hash; ///< empty: there is no password
        PasswordChecker &checker;
        const Clock &clock;
    };
    struct Verdict
    {
        std::optional<Error> problem; ///< none: come in
        bool guessed = false;         ///< a word was compared, and was not the one
    };
    using Answered = std::function<void(const Verdict &verdict)>;

    explicit PasswordGate(const Parts &parts) : m_parts(parts) {}

    bool isLocked() const { return !m_parts.hash.isEmpty(); }
    /// Answers at once what needs no comparing, and later what does.
    void attempt(const QHostAddress &from, const QString &word, Answered answered);

private:
    struct Tally ///< of one address
    {
        int wrong = 0;
        int waiting = 0; ///< guesses that are being compared
        std::int64_t lastWrong = 0;
        std::int64_t closedUntil = 0;
    };
    std::optional<Error> reasonToRefuse(const Tally &tally) const;
    void compared(const QHostAddress &address, bool right);
    void makeRoom();

    Parts m_parts;
    QHash<QHostAddress, Tally> m_tallies;
    int m_waiting = 0;
};

} // namespace tincan
