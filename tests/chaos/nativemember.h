#pragma once

#include "tests/chaos/dice.h"
#include "tests/chaos/ledger.h"
#include "ui/client/roomclient.h"

#include <QStringList>

namespace tincan::chaos {

/// How a native member reaches the server.
struct Access
{
    quint16 port = 0;
    bool encrypted = false;
    bool greets = false; ///< waits for the greeting, as with a server that it does not know
    QString copy = {};   ///< the file of its own copy, which its next life goes on with; empty: none
    QSet<int> open = {}; ///< what the life before had not heard of
};

/// One life of a native client: says what it is told, and notes what it sees. When it is destroyed it dies
/// without a word. What it had not heard of is its next life's where it has a copy, and nobody's where not.
class NativeMember : public QObject
{
    Q_OBJECT

public:
    /// The ledger must outlive the member.
    NativeMember(const QString &name, const Access &access, Ledger &ledger, quint32 seed);
    ~NativeMember() override;

    const QString &name() const { return m_name; }
    RoomClient &client() { return m_client; }

    /// `number` of the ledger's.
    void say(int number);

    const QList<RoomEvent> &seen() const { return m_seen; } ///< ascending, without a hole
    /// Of these; without any, one more than an earlier life had seen, which is asked for like history.
    Seq firstSeen() const { return m_seen.isEmpty() ? m_recalled + 1 : m_seen.constFirst().seq; }
    Seq lastSeen() const { return m_seen.isEmpty() ? m_recalled : m_seen.constLast().seq; }
    /// Numbers that it has not heard of, and those that it has not even recalled.
    QSet<int> open() const { return m_open | m_inherited; }
    bool isQuiet() const; ///< online, and everything that it said is settled
    void readBack();      ///< asks for what was said before it came
    bool hasReadBack() const { return firstSeen() == 1; }

    QStringList complaints() const { return m_complaints; }
    QString condition() const; ///< for a report

private:
    void recall(const CopiedServer &server);
    void take(const QList<RoomEvent> &events);
    void take(const serverevent::HistoryPage &page);
    void changed(const ConnectionState &state);
    void complain(const QString &what);

    QString m_name;
    bool m_hasCopy;
    QSet<int> m_inherited; ///< until it knows what became of them
    Ledger &m_ledger;
    Dice m_dice;
    RoomClient m_client;
    QSet<int> m_open;
    Seq m_recalled = 0; ///< the last event that an earlier life had seen
    QList<RoomEvent> m_seen;
    QStringList m_complaints;
};

} // namespace tincan::chaos
