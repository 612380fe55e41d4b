#pragma once

#include "protocol/roominfo.h"

#include <QHash>
#include <QList>

namespace tincan {

/// What happened to a room's members in one turn of the event loop, summed up: who came and went in it was
/// never there. Pure.
class PresenceSummary
{
public:
    enum class What
    {
        Joined,
        Left,
        Changed
    };

    /// How somebody is told who entered the room in this very turn, and got the list of its members as it was
    /// then. 0 stands for everybody who was there before.
    using Moment = int;

    struct Change
    {
        What what = What::Joined;
        Member member;
        QString nameBefore; ///< where the name changed
        Moment at = 0;
        Moment knownSince = 0; ///< who has an older list never saw the member: for those it need not leave
        Moment entered = 0;    ///< when the member itself got its list

        bool concerns(Moment reader) const;
    };

    void joined(const Member &member);
    void left(const Member &member);
    void changed(const Member &member, const QString &nameBefore);

    bool isEmpty() const { return m_changes.isEmpty(); }
    bool mentions(const MemberId &id) const { return m_changes.contains(id); }

    /// All changes in their order; the summary is empty then.
    QList<Change> take();

private:
    QHash<MemberId, Change> m_changes;
    Moment m_now = 0;
};

} // namespace tincan
