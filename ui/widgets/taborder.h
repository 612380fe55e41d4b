#pragma once

class QStackedWidget;
class QWidget;

namespace tincan {

/// Adds a page to those of a window that is shown already: Tab goes through it behind `before`, whereas Qt
/// puts what is added late at the window's end.
void addInTabOrder(QStackedWidget &pages, QWidget *page, QWidget *before);

} // namespace tincan
