#include "ui/widgets/scrolledpage.h"

#include <QScrollBar>

namespace tincan {

ScrolledPage::ScrolledPage(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // the keyboard goes to what is on the page, which then scrolls into sight
    setWidget(content);
}

QSize ScrolledPage::sizeHint() const
{
    return widget()->sizeHint() + QSize(verticalScrollBar()->sizeHint().width(), 0);
}

QSize ScrolledPage::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
            fontMetrics().height() * 6};
}

} // namespace tincan
