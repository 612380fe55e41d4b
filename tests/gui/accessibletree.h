#pragma once

#include <QAccessible>
#include <QStringList>

#include <functional>

class QWidget;

namespace tincan {

/// What a screen reader finds in a window.
namespace accessibletree {

/// What one works with, as against what is only read.
bool isControl(QAccessible::Role role);

/// Every visible thing below `node`; rows of lists and tables are their own tests' matter.
void walk(QAccessibleInterface *node, const std::function<void(QAccessibleInterface *)> &visit);

QStringList unnamed(QWidget &window);                         ///< controls without a name
QStringList withoutRole(QWidget &window);                     ///< what Tab reaches and what is nothing
QStringList namesOf(QWidget &window, QAccessible::Role role); ///< of the controls of that role
QList<QWidget *> tabOrder(QWidget &window);                   ///< what Tab leads through, in a ring

} // namespace accessibletree

} // namespace tincan
