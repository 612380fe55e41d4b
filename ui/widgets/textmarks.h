#pragma once

#include <QString>
#include <QTextCursor>

namespace tincan {

/// Puts `mark` ("**", "_", "`") on both sides of what is selected, or takes it away where it is there
/// already; without a selection the cursor stands between two marks then. One step of undo.
void toggleMark(QTextCursor &cursor, const QString &mark);

} // namespace tincan
