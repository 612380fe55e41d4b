#pragma once

#include <QMenu>

namespace tincan {

/// The reactions that are used most, for a message; deletes itself when it is closed.
class ReactionMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ReactionMenu(QWidget *parent);

Q_SIGNALS:
    void picked(const QString &emoji);
    void moreRequested();
};

} // namespace tincan
