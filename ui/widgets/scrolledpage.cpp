#include "ui/widgets/scrolledpage.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace tincan {

ScrolledPage::ScrolledPage(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // the keyboard goes to what is on the page, which then scrolls into sight
    setWidget(content);
}

/// A window takes whole pixels of the screen: at 175 % it may come out a pixel lower than it wanted to be.
QSize ScrolledPage::sizeHint() const
{
    constexpr int lost = 1;
    return widget()->sizeHint() + QSize(verticalScrollBar()->sizeHint().width(), lost);
}

QSize ScrolledPage::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
            fontMetrics().height() * 6};
}

QWidget *centred(QWidget *column)
{
    constexpr int widest = 560;
    column->setMaximumWidth(widest);
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(24, 24, 24, 24);
    auto *columns = new QHBoxLayout;
    columns->addStretch(1);
    columns->addWidget(column, 1000);
    columns->addStretch(1);
    rows->addStretch(1);
    rows->addLayout(columns);
    rows->addStretch(2);
    return page;
}

} // namespace tincan
