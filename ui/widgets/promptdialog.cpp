#include "ui/widgets/promptdialog.h"

#include "ui/widgets/labels.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

PromptDialog::PromptDialog(const Prompt &prompt, QWidget *parent)
    : QDialog(parent), m_field(new QLineEdit(prompt.value)), m_problem(makeLabel({}, LabelKind::Error)),
      m_mayBeEmpty(prompt.mayBeEmpty)
{
    setWindowTitle(prompt.title);
    setMinimumWidth(360);
    m_field->setEchoMode(prompt.secret ? QLineEdit::Password : QLineEdit::Normal);
    m_field->selectAll();
    m_problem->hide();
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *submitButton = new QPushButton(prompt.action);
    submitButton->setDefault(true);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->setSpacing(6);
    rows->addWidget(makeLabel(prompt.title, LabelKind::Heading));
    if (!prompt.explanation.isEmpty()) {
        rows->addWidget(makeLabel(prompt.explanation, LabelKind::Hint));
    }
    rows->addSpacing(6);
    rows->addWidget(makeLabelFor(m_field, prompt.label));
    rows->addWidget(m_field);
    rows->addWidget(m_problem);
    rows->addStretch(1);
    rows->addSpacing(12);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(submitButton);
    rows->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(submitButton, &QPushButton::clicked, this, &PromptDialog::submit);
    connect(m_field, &QLineEdit::textChanged, this, [this, submitButton](const QString &text) {
        submitButton->setEnabled(m_mayBeEmpty || !text.trimmed().isEmpty());
        showError(m_problem, m_check && !text.trimmed().isEmpty() ? m_check(text) : QString());
    });
    submitButton->setEnabled(m_mayBeEmpty || !prompt.value.trimmed().isEmpty());
}

void PromptDialog::setCheck(Check check)
{
    m_check = std::move(check);
}

void PromptDialog::submit()
{
    const QString text = m_field->text();
    const QString problem = m_check ? m_check(text) : QString();
    showError(m_problem, problem);
    if (problem.isEmpty() && (m_mayBeEmpty || !text.trimmed().isEmpty())) {
        accept();
        Q_EMIT answered(text);
    }
}

} // namespace tincan
