#pragma once

#include "server/storefailure.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace tincan {

class LogDatabase;

/// What leads from each version of the schema to the next, from an empty file on: the first step makes
/// version 1, which was the first to be released. A step that was released is never changed; new ones go to
/// the end.
const QList<QStringList> &schemaSteps();

/// Checks that the database is one of ours, and takes the steps that it lacks, each as a whole. A file that
/// is something else, or of a newer version, is left as it is.
std::optional<StoreFailure> prepareSchema(LogDatabase &database);

} // namespace tincan
