#pragma once

#include <QScrollArea>

namespace tincan {

/// A page as large as its content wants to be, which scrolls up and down where the screen is lower than that.
class ScrolledPage : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes `content`.
    explicit ScrolledPage(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

/// A page with this in its middle, which gets no wider than is good to read.
QWidget *centred(QWidget *column);

} // namespace tincan
