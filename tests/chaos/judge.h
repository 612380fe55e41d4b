#pragma once

#include "tests/chaos/ledger.h"

#include <QStringList>

namespace tincan::chaos {

/// Holds a room's log, as the server has it in the end, against what was said and what clients saw of it.
/// Each check answers with one line for each thing that is wrong. Pure.
class Judge
{
public:
    /// Both must outlive the judge.
    Judge(const QList<RoomEvent> &log, const Ledger &ledger);

    QStringList numbersHaveHoles() const;
    QStringList acknowledgedIsMissing() const; ///< or is something else than was said
    QStringList somethingIsDoubled() const;
    QStringList refusedIsThere() const;
    QStringList somethingWasNeverSaid() const;
    QStringList authorsOrderIsBroken() const; ///< of native clients: they say things one after the other

    /// What a native client has of the room, against the log.
    QStringList differs(const QString &client, const QList<RoomEvent> &seen) const;
    /// The numbers that a plain client heard on one connection, against the log's order.
    QStringList heardOutOfOrder(const QString &client, const QList<int> &numbers) const;

    QStringList everything() const; ///< all of the above that need no client

private:
    const Saying *sayingOf(const RoomEvent &event) const;
    bool isDeleted(const RoomEvent &event) const;
    bool lostItsText(const RoomEvent &event) const;
    bool isSame(const RoomEvent &seen, const RoomEvent &logged) const;

    const QList<RoomEvent> &m_log;
    const Ledger &m_ledger;
    QSet<Seq> m_deleted;
};

} // namespace tincan::chaos
