#include "ui/widgets/invitepanel.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/qrcode.h"

#include <QFocusEvent>
#include <QFontDatabase>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tincan {

namespace {

constexpr int codeBeside = 440; // pixels; narrower, the code stands below

void showCommand(QLineEdit *field, const QString &command)
{
    field->setText(command);
    field->setCursorPosition(0);
    field->parentWidget()->setVisible(!command.isEmpty());
}

} // namespace

InvitePanel::InvitePanel(QWidget *parent)
    : QWidget(parent), m_heading(makeLabel(tr("Your room is open"), LabelKind::Heading)),
      m_passwordHint(makeLabel(tr("They need the password, too."), LabelKind::Hint)), m_code(new QrView),
      m_beside(new QHBoxLayout), m_addresses(makeLabel({}, LabelKind::Hint))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    rows->addWidget(m_heading);
    rows->addWidget(makeLabel(tr("Send one of these to the people you want here."), LabelKind::Hint));
    rows->addWidget(m_passwordHint);
    rows->addSpacing(8);
    m_link = addCopyRow(rows, tr("Invite link"), tr("Copy the invite link"), true);
    rows->addSpacing(8);
    m_beside->setSpacing(16);
    m_beside->addWidget(m_code, 0, Qt::AlignTop | Qt::AlignLeft);
    m_beside->addWidget(makeTerminalRows(), 1);
    rows->addLayout(m_beside);
    rows->addWidget(
        makeLabel(tr("Whoever hosts a room can read everything that is said in it."), LabelKind::Hint));
    m_passwordHint->hide();
}

QWidget *InvitePanel::makeTerminalRows()
{
    auto *column = new QWidget;
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_command = addCommandRow(rows, tr("From a terminal"), tr("Copy the terminal command"));
    m_secureCommand =
        addCommandRow(rows, tr("From a terminal, encrypted"), tr("Copy the encrypted terminal command"));
    rows->addWidget(makeLabel(tr("Addresses of this computer")));
    rows->addWidget(m_addresses);
    rows->addStretch(1);
    m_addresses->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return column;
}

void InvitePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeFor(width());
}

void InvitePanel::arrangeFor(int width)
{
    const bool wide = width >= codeBeside;
    m_beside->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
}

QLineEdit *InvitePanel::addCopyRow(QVBoxLayout *rows, const QString &label, const QString &copyName,
                                   bool primary)
{
    auto *field = new QLineEdit;
    field->setReadOnly(true);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(font().pointSizeF() * 0.95);
    field->setFont(mono);
    auto *copy = new CopyButton(field);
    copy->setAccessibleName(copyName);
    copy->setProperty("primary", primary);
    if (primary) {
        m_copyLink = copy;
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(copy);
    rows->addWidget(makeLabelFor(field, label));
    rows->addLayout(row);
    return field;
}

/// In a widget of its own, which is hidden where there is no such command.
QLineEdit *InvitePanel::addCommandRow(QVBoxLayout *rows, const QString &label, const QString &copyName)
{
    auto *row = new QWidget;
    auto *parts = new QVBoxLayout(row);
    parts->setContentsMargins(0, 0, 0, 8);
    parts->setSpacing(6);
    QLineEdit *command = addCopyRow(parts, label, copyName, false);
    command->setProperty("kind", QStringLiteral("command"));
    rows->addWidget(row);
    return command;
}

// A focus proxy that is not the first child would leave the first one out of the order of Tab.
void InvitePanel::focusInEvent(QFocusEvent *event)
{
    m_copyLink->setFocus(event->reason());
}

void InvitePanel::setHeading(const QString &heading)
{
    m_heading->setText(heading);
}

void InvitePanel::setInvite(const InviteText &invite, bool passwordNeeded)
{
    m_link->setText(invite.link);
    m_link->setCursorPosition(0);
    showCommand(m_command, invite.terminalCommand);
    showCommand(m_secureCommand, invite.secureCommand);
    m_code->setText(invite.link);
    m_addresses->setText(invite.addresses.join(u'\n'));
    m_passwordHint->setVisible(passwordNeeded);
}

} // namespace tincan
