#pragma once

#include "protocol/moderation.h"

#include <QCoreApplication>
#include <QList>

namespace tincan {

/// What owner and moderators see and do, in words; translated. Times are of the reader's zone and locale.
class ModerationWords
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ModerationWords)

public:
    static QList<int> slowChoices(); ///< seconds between two messages; 0 is off

    static QString mayWrite(Writers writers); ///< "Everybody may write here"

    static QList<int> keepChoices();             ///< days that a history is kept; 0 is for ever
    static QString keeps(const Retention &keep); ///< "Kept here: 30 days"

    static QString moment(std::int64_t at);   ///< "11/26/26 9:40 PM"; UTC, milliseconds since 1970
    static QString end(std::int64_t until);   ///< the same, or "for ever" where it is 0
    static QString way(Via via);              ///< what somebody uses: "Tincan", "terminal"
    static QString role(Role role);           ///< empty for None
    static QString knownBy(const Ban &ban);   ///< what it goes by: "name, key, 192.0.2.7"
    static QString act(const ActRecord &act); ///< "Banned until 11/26/26 9:40 PM": what was done
    static QString
    line(const ActRecord &act); ///< of the log as text: time (ISO 8601, UTC), who, what, whom, why
};

} // namespace tincan
