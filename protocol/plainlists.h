#pragma once

#include "protocol/moderation.h"

#include <QString>

/// Lists for owner and moderators, as people who type read them: one line an entry. `now` is UTC in
/// milliseconds.
namespace tincan::plain {

QString describe(const Ban &ban, std::int64_t now);
QString describe(const ActRecord &act);
QString describe(const Retention &keep); ///< "30 days", "everything"
QString describe(const ConnectionInfo &connection, std::int64_t now);

/// What was done, for who asked for it.
QString done(Act act, const QString &whom);

} // namespace tincan::plain
