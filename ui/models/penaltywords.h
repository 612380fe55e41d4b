#pragma once

#include <QCoreApplication>
#include <QList>

namespace tincan {

/// What is done to a member who makes trouble.
enum class Penalty
{
    Kick,
    Ban,
    Mute
};

/// The words for it; all translated.
class PenaltyWords
{
    Q_DECLARE_TR_FUNCTIONS(tincan::PenaltyWords)

public:
    static constexpr int forEver = 0; ///< as a duration in seconds

    static QList<int> durations();        ///< to choose from, in seconds
    static QString duration(int seconds); ///< "30 seconds", "10 minutes", "for ever"

    static QString title(Penalty penalty, const QString &name);  ///< of the dialog that asks
    static QString effect(Penalty penalty, const QString &name); ///< what it means, in a sentence
    /// On the button: "Ban Bo for 1 hour". `seconds` does not count for a Kick.
    static QString action(Penalty penalty, const QString &name, int seconds);
};

} // namespace tincan
