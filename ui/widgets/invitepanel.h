#pragma once

#include "ui/models/invitetext.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace tincan {

class QrView;

/// What one sends to the people one wants here: the link, the terminal command, the addresses, each to be
/// copied.
class InvitePanel : public QWidget
{
    Q_OBJECT

public:
    explicit InvitePanel(QWidget *parent = nullptr);

    void setHeading(const QString &heading);
    /// `passwordNeeded` adds that they need that, too.
    void setInvite(const InviteText &invite, bool passwordNeeded);
    /// Puts the code beside or below what is for terminals, as there is room for.
    void arrangeFor(int width);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override; ///< goes on to the link's Copy button

private:
    QWidget *makeTerminalRows();
    QLineEdit *addCopyRow(QVBoxLayout *rows, const QString &label, const QString &copyName, bool primary);
    QLineEdit *addCommandRow(QVBoxLayout *rows, const QString &label, const QString &copyName);

    QLabel *m_heading;
    QLabel *m_passwordHint;
    QLineEdit *m_link = nullptr;
    QLineEdit *m_command = nullptr;
    QLineEdit *m_secureCommand = nullptr;
    QrView *m_code;
    QBoxLayout *m_beside; ///< the code and what is for terminals
    QWidget *m_copyLink = nullptr;
    QLabel *m_addresses;
};

} // namespace tincan
