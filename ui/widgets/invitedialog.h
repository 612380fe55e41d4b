#pragma once

#include <QDialog>

namespace tincan {

class InvitePanel;

/// The invite of a room in a window of its own, which goes away when it is done.
class InviteDialog : public QDialog
{
    Q_OBJECT

public:
    explicit InviteDialog(QWidget *parent = nullptr);

    InvitePanel *panel() { return m_panel; }
    QSize sizeHint() const override;

private:
    InvitePanel *m_panel;
    int m_width;
};

} // namespace tincan
