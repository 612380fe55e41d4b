#pragma once

#include "protocol/command.h"
#include "protocol/serverevent.h"
#include "ui/client/messagecopy.h"

#include <QStringList>

namespace tincan {

class CopyDatabase;

/// One page of a search in a copy: goes through what was said in all rooms at once, from the newest message
/// to older ones, and compares texts as a server does. Looks at a bounded number of events and characters.
class CopySearch
{
public:
    /// `database` must outlive the search; `mostEvents` are looked at.
    CopySearch(CopyDatabase &database, const command::Search &question, int mostEvents);

    serverevent::Found page(const ServerIdentity &server); ///< once

private:
    /// Where the search is in a room.
    struct Place
    {
        qint64 room = 0; ///< its row
        RoomId id = {};
        Seq below = 0;              ///< these events are not looked at yet
        QList<RoomEvent> next = {}; ///< of these, what was read already; the newest first
    };

    QList<Place> places(const ServerIdentity &server);
    bool read(Place &place);
    void look(const RoomEvent &event);
    bool isFull() const;

    CopyDatabase &m_database;
    command::Search m_question;
    QStringList m_terms;
    QString m_author; ///< how the name begins, folded
    int m_atOnce = 1; ///< events of a room that are read together
    int m_eventsLeft;
    qsizetype m_charactersLeft;
    serverevent::Found m_found;
};

} // namespace tincan
