#include "ui/widgets/hostdialog.h"

#include "ui/widgets/detailslabel.h"
#include "ui/widgets/keepchoice.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrolledpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

namespace tincan {

HostDialog::HostDialog(RoomHost &host, const HostRequest &defaults, const QString &userName, QWidget *parent)
    : QDialog(parent), m_form(host, defaults, userName), m_name(new QLineEdit(m_form.name())),
      m_nameProblem(makeLabel({}, LabelKind::Error)), m_reach(new QComboBox),
      m_port(new QLineEdit(m_form.port())), m_portProblem(makeLabel({}, LabelKind::Error)),
      m_password(new QLineEdit(m_form.password())),
      m_history(new QCheckBox(tr("Keep the history on this computer"))),
      m_keep(new KeepChoice(m_form.keepDays())),
      m_nearby(new QCheckBox(tr("Show this room to computers nearby"))),
      m_clear(new QCheckBox(tr("Let terminals join without encryption"))),
      m_refusal(makeLabel({}, LabelKind::Error)), m_details(new DetailsLabel), m_useFreePort(new QPushButton),
      m_cancel(new QPushButton(tr("Cancel"))), m_submit(new QPushButton)
{
    setWindowTitle(tr("Host a Room"));
    setMinimumWidth(384);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->setSpacing(12);
    auto *form = new QWidget;
    auto *fields = new QVBoxLayout(form);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(12);
    fields->addWidget(makeLabel(tr("Host a Room"), LabelKind::Heading));
    addFields(fields);
    fields->addStretch(1);
    rows->addWidget(new ScrolledPage(form), 1);
    addRefusal(rows);
    addButtons(rows);
    connectFields();
    showForm();
    showRefusal();
    m_name->selectAll();
}

void HostDialog::addFields(QVBoxLayout *rows)
{
    const auto field = [](QGridLayout *grid, int row, int column, int span, QWidget *label, QWidget *edit) {
        grid->addWidget(label, row, column, 1, span);
        grid->addWidget(edit, row + 1, column, 1, span);
    };
    m_reach->addItem(tr("Everyone on this network"), QVariant::fromValue(int(Reach::Network)));
    m_reach->addItem(tr("This computer only"), QVariant::fromValue(int(Reach::ThisComputer)));
    m_reach->setCurrentIndex(m_reach->findData(int(m_form.reach())));
    m_port->setInputMethodHints(Qt::ImhDigitsOnly);
    m_port->setMaxLength(5);
    m_password->setPlaceholderText(tr("Anyone with the address may join"));
    m_password->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 1);
    field(grid, 0, 0, 2, makeLabelFor(m_name, tr("Room name")), m_name);
    grid->addWidget(m_nameProblem, 2, 0, 1, 2);
    grid->setRowMinimumHeight(3, 2);
    field(grid, 4, 0, 1, makeLabelFor(m_reach, tr("Who can reach it")), m_reach);
    field(grid, 4, 1, 1, makeLabelFor(m_port, tr("Port")), m_port);
    grid->addWidget(m_portProblem, 6, 0, 1, 2);
    grid->setRowMinimumHeight(7, 2);
    field(grid, 8, 0, 2, makeLabelFor(m_password, tr("Password (optional)")), m_password);
    rows->addLayout(grid);
    m_history->setToolTip(
        tr("What is said is there again the next time that you host, for everybody who joins."));
    m_clear->setToolTip(
        tr("As nc and telnet do. They are marked, and can be read on their way. Without this, they "
           "are told how to encrypt."));
    m_clear->setAccessibleDescription(m_clear->toolTip());
    auto *kept = new QHBoxLayout;
    kept->addWidget(m_history, 1);
    kept->addWidget(m_keep);
    rows->addLayout(kept);
    for (QCheckBox *box : {m_nearby, m_clear}) {
        rows->addWidget(box);
    }
    for (QCheckBox *box : {m_history, m_nearby, m_clear}) {
        box->setAccessibleName(box->text());
    }
}

void HostDialog::addRefusal(QVBoxLayout *rows)
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_useFreePort);
    row->addStretch(1);
    rows->addWidget(m_refusal);
    rows->addLayout(row);
    rows->addWidget(m_details);
}

void HostDialog::addButtons(QVBoxLayout *rows)
{
    m_useFreePort->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_submit->setDefault(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_submit);
    rows->addSpacing(4);
    rows->addLayout(row);
}

void HostDialog::connectFields()
{
    connect(m_name, &QLineEdit::textChanged, &m_form, &HostForm::setName);
    connect(m_port, &QLineEdit::textChanged, &m_form, &HostForm::setPort);
    connect(m_password, &QLineEdit::textChanged, &m_form, &HostForm::setPassword);
    connect(m_history, &QCheckBox::toggled, &m_form, &HostForm::setKeepHistory);
    connect(m_keep, &KeepChoice::chosen, &m_form, &HostForm::setKeepDays);
    connect(m_nearby, &QCheckBox::toggled, &m_form, &HostForm::setShowNearby);
    connect(m_clear, &QCheckBox::toggled, &m_form, &HostForm::setClearAllowed);
    connect(m_reach, &QComboBox::currentIndexChanged, this,
            [this] { m_form.setReach(Reach(m_reach->currentData().toInt())); });
    connect(m_useFreePort, &QPushButton::clicked, this, [this] {
        m_form.useFreePort();
        m_port->setText(m_form.port());
    });
    connect(m_cancel, &QPushButton::clicked, this, &HostDialog::reject);
    connect(m_submit, &QPushButton::clicked, &m_form, &HostForm::submit);
    connect(&m_form, &HostForm::changed, this, &HostDialog::showForm);
    connect(&m_form, &HostForm::refusalChanged, this, &HostDialog::showRefusal);
    connect(&m_form, &HostForm::opened, this, [this](const HostedRoom &room) {
        const HostRequest request = m_form.request();
        accept();
        Q_EMIT opened(room, request);
    });
}

void HostDialog::reject()
{
    if (!m_form.isBusy()) {
        QDialog::reject();
    }
}

/// Nobody has chosen that: the form knows it.
static void showChecked(QCheckBox *box, bool checked)
{
    const QSignalBlocker blocked(box);
    box->setChecked(checked);
}

void HostDialog::showForm()
{
    const bool busy = m_form.isBusy();
    showError(m_nameProblem, m_form.nameProblem());
    showError(m_portProblem, m_form.portProblem());
    for (QWidget *field : QList<QWidget *>{m_name, m_reach, m_port, m_password, m_cancel, m_useFreePort}) {
        field->setEnabled(!busy);
    }
    m_history->setEnabled(!busy);
    showChecked(m_history, m_form.keepsHistory());
    m_keep->setEnabled(!busy && m_form.keepsHistory());
    m_nearby->setEnabled(!busy && m_form.canBeSeenNearby());
    showChecked(m_nearby, m_form.showsNearby());
    m_clear->setEnabled(!busy);
    showChecked(m_clear, m_form.isClearAllowed());
    m_submit->setText(busy ? tr("Opening…") : tr("Host"));
    m_submit->setEnabled(m_form.canSubmit());
    growToFit();
}

/// What is wrong is said between the fields, which should not scroll for that.
void HostDialog::growToFit()
{
    const int wanted = std::min(sizeHint().height(), screen()->availableSize().height());
    if (isVisible() && wanted > height()) {
        resize(width(), wanted);
    }
}

void HostDialog::showRefusal()
{
    showError(m_refusal, m_form.refusal());
    m_useFreePort->setText(m_form.freePortText());
    m_useFreePort->setVisible(m_form.freePort() != 0);
    m_details->setDetails(m_form.details());
    if (m_form.freePort() != 0) {
        m_useFreePort->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace tincan
