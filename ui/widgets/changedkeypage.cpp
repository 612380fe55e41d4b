#include "ui/widgets/changedkeypage.h"

#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

namespace {

constexpr int widest = 560;
constexpr int longestAnswer = 2048; // a link with many addresses

QLabel *makeDigits()
{
    QLabel *digits = makeLabel({}, LabelKind::Hint);
    digits->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return digits;
}

QWidget *centred(QWidget *column)
{
    column->setMaximumWidth(widest);
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(24, 24, 24, 24);
    auto *columns = new QHBoxLayout;
    columns->addStretch(1);
    columns->addWidget(column, 1000);
    columns->addStretch(1);
    rows->addStretch(1);
    rows->addLayout(columns);
    rows->addStretch(2);
    return page;
}

} // namespace

ChangedKeyPage::ChangedKeyPage(QWidget *parent)
    : ScrolledPage(new QWidget, parent), m_heading(makeLabel({}, LabelKind::Heading)),
      m_explanation(makeLabel({})), m_knownTitle(makeLabel({})), m_known(makeDigits()), m_shown(makeDigits()),
      m_rooms(new QPushButton(tr("Rooms"))), m_answer(new QLineEdit),
      m_problem(makeLabel({}, LabelKind::Error)), m_trust(new QPushButton(tr("Trust the New Key")))
{
    setAccessibleName(tr("Another key"));
    m_heading->setWordWrap(true);
    m_explanation->setWordWrap(true);
    m_answer->setMaxLength(longestAnswer);
    m_problem->hide();
    m_rooms->hide();
    m_trust->setProperty("danger", true);
    auto *leave = new QPushButton(tr("Disconnect"));
    auto *column = new QWidget;
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    rows->addWidget(m_rooms, 0, Qt::AlignLeading);
    rows->addWidget(m_heading);
    rows->addWidget(m_explanation);
    rows->addSpacing(10);
    rows->addWidget(m_knownTitle);
    rows->addWidget(m_known);
    rows->addSpacing(6);
    rows->addWidget(makeLabel(tr("The key that is shown now")));
    rows->addWidget(m_shown);
    rows->addSpacing(10);
    QLabel *ask =
        makeLabelFor(m_answer, tr("Ask the host, by phone or face to face, and put in the new invite "
                                  "link, or the last 8 digits of the key in the host's Room Info"));
    ask->setWordWrap(true);
    rows->addWidget(ask);
    rows->addWidget(m_answer);
    rows->addWidget(m_problem);
    rows->addSpacing(10);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(m_trust);
    buttons->addStretch(1);
    buttons->addWidget(leave);
    rows->addLayout(buttons);
    setWidget(centred(column));
    setFocusProxy(m_answer);
    connect(m_answer, &QLineEdit::textChanged, this, &ChangedKeyPage::judge);
    connect(m_trust, &QPushButton::clicked, this, &ChangedKeyPage::submit);
    connect(leave, &QPushButton::clicked, this, &ChangedKeyPage::leaveRequested);
    connect(m_rooms, &QPushButton::clicked, this, &ChangedKeyPage::roomsRequested);
    judge();
}

void ChangedKeyPage::setChangedKey(const ChangedKey &key)
{
    if (key == m_key) {
        return;
    }
    m_key = key;
    m_heading->setText(key.heading());
    m_explanation->setText(key.explanation());
    m_knownTitle->setText(key.knownTitle());
    m_known->setText(key.known());
    m_shown->setText(key.shown());
    m_answer->clear();
    judge();
    for (QLabel *label : {m_heading, m_explanation}) {
        QAccessibleEvent alert(label, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ChangedKeyPage::setRoomsHidden(bool hidden)
{
    m_rooms->setVisible(hidden);
}

void ChangedKeyPage::judge()
{
    const auto judged = m_key.judge(m_answer->text());
    const auto *problem = std::get_if<QString>(&judged);
    showError(m_problem, problem ? *problem : QString());
    m_trust->setEnabled(!problem);
}

void ChangedKeyPage::submit()
{
    const auto judged = m_key.judge(m_answer->text());
    if (const auto *address = std::get_if<RoomAddress>(&judged)) {
        Q_EMIT trusted(*address);
    }
}

} // namespace tincan
