#pragma once

#include <QString>
#include <QStringList>

namespace tincan::chaos {

/// How long a run is, and what happens in it. The same seed plans the same run; what comes when is the
/// system's.
struct ChaosOptions
{
    QString server; ///< the program
    quint32 seed = 1;
    int messages = 10'000;
    int natives = 16;
    int plains = 4;
    int cutEvery = 20;    ///< messages, on average; also half-closes, stalls and resets
    int deathEvery = 150; ///< the same, for a client that is dropped and made anew
    int killEvery = 200;  ///< the same, for the server; 0: it lives
    QString copies;       ///< a directory for clients' copies
    QString data;         ///< the server's data directory; empty: it keeps its log in memory

    /// A line that says what is wrong, or nothing. `arguments` begin with the program's name.
    QString parse(const QStringList &arguments);
    /// The arguments that plan the same run again.
    QString toString() const;
};

} // namespace tincan::chaos
