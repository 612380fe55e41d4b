#pragma once

#include "server/sessionkeeper.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace tincan {

class LogDatabase;

/// The sessions of a database. What a transaction that fails does not write is written with the next one.
class SessionTable
{
public:
    /// `database` must outlive the table.
    explicit SessionTable(LogDatabase &database) : m_database(database) {}

    QList<KeptSession> load();

    void keep(const KeptSession &session);
    void forget(const MemberId &member);

    bool hasUnwritten() const { return !m_unwritten.isEmpty(); }
    void writeUnwritten(); ///< in a transaction
    void settle(bool committed);

private:
    LogDatabase &m_database;
    QSet<MemberId> m_stored;
    QHash<MemberId, std::optional<KeptSession>> m_unwritten; ///< nothing: to be forgotten
};

} // namespace tincan
