#include "ui/widgets/penaltydialog.h"

#include "protocol/limits.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

namespace {

QString buttonText(QString text)
{
    return text.replace(u'&', QLatin1String("&&")); // a name may hold one
}

} // namespace

PenaltyDialog::PenaltyDialog(Penalty penalty, const QString &name, QWidget *parent)
    : QDialog(parent), m_penalty(penalty), m_name(name), m_duration(new QComboBox), m_reason(new QLineEdit),
      m_confirm(new QPushButton)
{
    const QString title = PenaltyWords::title(penalty, name);
    setWindowTitle(title);
    setMinimumWidth(400);
    for (const int seconds : PenaltyWords::durations()) {
        m_duration->addItem(PenaltyWords::duration(seconds), seconds);
    }
    m_reason->setMaxLength(Limits().reasonCharacters);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setDefault(true);
    m_confirm->setAutoDefault(false);
    m_confirm->setProperty("danger", true);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->setSpacing(6);
    rows->addWidget(makeLabel(title, LabelKind::Heading));
    rows->addWidget(makeLabel(PenaltyWords::effect(penalty, name), LabelKind::Hint));
    rows->addSpacing(6);
    QLabel *howLong = makeLabelFor(m_duration, tr("For how long"));
    rows->addWidget(howLong);
    rows->addWidget(m_duration);
    howLong->setVisible(penalty != Penalty::Kick);
    m_duration->setVisible(penalty != Penalty::Kick);
    rows->addSpacing(6);
    QLabel *why = makeLabelFor(m_reason, penalty == Penalty::Mute
                                             ? tr("Reason (optional, they and the moderators read it)")
                                             : tr("Reason (optional, everybody can read it)"));
    why->setWordWrap(true);
    rows->addWidget(why);
    rows->addWidget(m_reason);
    rows->addStretch(1);
    rows->addSpacing(12);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch(1);
    buttons->addWidget(m_confirm);
    buttons->addWidget(cancel);
    rows->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &PenaltyDialog::confirm);
    connect(m_duration, &QComboBox::currentIndexChanged, this, &PenaltyDialog::showEffect);
    showEffect();
    m_reason->setFocus(Qt::OtherFocusReason);
}

int PenaltyDialog::seconds() const
{
    return m_penalty == Penalty::Kick ? PenaltyWords::forEver : m_duration->currentData().toInt();
}

void PenaltyDialog::showEffect()
{
    m_confirm->setText(buttonText(PenaltyWords::action(m_penalty, m_name, seconds())));
}

/// Who has typed a reason has not decided yet, and does not want to lose it either.
void PenaltyDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_reason->hasFocus() && !m_reason->text().trimmed().isEmpty()) {
        m_confirm->setFocus(Qt::TabFocusReason);
    } else if (enter && m_confirm->hasFocus()) {
        m_confirm->click();
    } else {
        QDialog::keyPressEvent(event);
    }
}

void PenaltyDialog::confirm()
{
    const QString reason = m_reason->text().simplified();
    accept();
    Q_EMIT confirmed(seconds(), reason);
}

} // namespace tincan
