#include "ui/widgets/taborder.h"

#include <QStackedWidget>

#include <utility>

namespace tincan {

void addInTabOrder(QStackedWidget &pages, QWidget *page, QWidget *before)
{
    QList<QWidget *> chain;
    for (QWidget *next = page->nextInFocusChain(); next != page; next = next->nextInFocusChain()) {
        if (next->focusPolicy() != Qt::NoFocus) {
            chain.append(next);
        }
    }
    pages.addWidget(page);
    for (QWidget *next : std::as_const(chain)) {
        QWidget::setTabOrder(before, next);
        before = next;
    }
}

} // namespace tincan
