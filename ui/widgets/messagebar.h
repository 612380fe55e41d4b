#pragma once

#include "ui/widgets/messageactions.h"

#include <QFrame>
#include <QPersistentModelIndex>

class QToolButton;

namespace tincan {

/// The small bar beside the message under the mouse or with the keyboard's focus: react, reply, edit, more.
/// All that it offers is in the message's menu too.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent);

    /// Offers these for a row, at once; hides where there is nothing.
    void offer(const QModelIndex &row, MessageActions actions);
    QModelIndex row() const { return m_row; }

Q_SIGNALS:
    void chosen(tincan::MessageAction action);
    void moreWanted(); ///< the menu
    void left();       ///< by the mouse

protected:
    void changeEvent(QEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QToolButton *addButton();
    void retranslate();

    QPersistentModelIndex m_row;
    QToolButton *m_react, *m_reply, *m_edit, *m_more;
};

} // namespace tincan
