#include "ui/widgets/joindialog.h"

#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

JoinDialog::JoinDialog(const QString &userName, QWidget *parent)
    : QDialog(parent), m_form(userName), m_address(new QLineEdit),
      m_addressProblem(makeLabel({}, LabelKind::Error)), m_name(new QLineEdit(userName)),
      m_nameProblem(makeLabel({}, LabelKind::Error)),
      m_needsPassword(new QCheckBox(tr("The room asks for a password"))), m_password(new QLineEdit),
      m_submit(new QPushButton(tr("Join")))
{
    setWindowTitle(tr("Join a Room"));
    setMinimumWidth(384);
    m_address->setPlaceholderText(tr("192.168.1.20, chat.example.org:4040 or tincan://…"));
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    m_password->hide();
    m_submit->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->setSpacing(6);
    rows->addWidget(makeLabel(tr("Join a Room"), LabelKind::Heading));
    rows->addSpacing(6);
    rows->addWidget(makeLabelFor(m_address, tr("Address or invite link")));
    rows->addWidget(m_address);
    rows->addWidget(m_addressProblem);
    rows->addSpacing(6);
    rows->addWidget(makeLabelFor(m_name, tr("Your name")));
    rows->addWidget(m_name);
    rows->addWidget(m_nameProblem);
    rows->addSpacing(6);
    rows->addWidget(m_needsPassword);
    rows->addWidget(m_password);
    rows->addStretch(1);
    rows->addSpacing(12);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_submit);
    rows->addLayout(buttons);
    connectFields();
    showForm();
}

void JoinDialog::connectFields()
{
    connect(m_address, &QLineEdit::textChanged, &m_form, &JoinForm::setAddress);
    connect(m_name, &QLineEdit::textChanged, &m_form, &JoinForm::setName);
    connect(m_password, &QLineEdit::textChanged, &m_form, &JoinForm::setPassword);
    connect(m_needsPassword, &QCheckBox::toggled, this, [this](bool needed) {
        m_password->setVisible(needed);
        m_form.setPassword(needed ? m_password->text() : QString());
        if (needed) {
            m_password->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(&m_form, &JoinForm::changed, this, &JoinDialog::showForm);
    connect(m_submit, &QPushButton::clicked, this, &JoinDialog::submit);
}

void JoinDialog::setAddress(const QString &text)
{
    m_address->setText(text);
    m_address->setCursorPosition(0);
}

void JoinDialog::showForm()
{
    showError(m_addressProblem, m_form.addressProblem());
    showError(m_nameProblem, m_form.nameProblem());
    m_submit->setEnabled(m_form.canSubmit());
}

void JoinDialog::submit()
{
    if (const auto options = m_form.options()) {
        accept();
        Q_EMIT joinRequested(*options);
    }
}

} // namespace tincan
