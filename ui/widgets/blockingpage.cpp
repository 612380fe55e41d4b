#include "ui/widgets/blockingpage.h"

#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

BlockingPage::BlockingPage(const QString &name, QWidget *parent)
    : ScrolledPage(new QWidget, parent), m_rooms(new QPushButton(tr("Rooms"))),
      m_heading(makeLabel({}, LabelKind::Heading)), m_explanation(makeLabel({})), m_rows(new QVBoxLayout)
{
    setAccessibleName(name);
    m_heading->setWordWrap(true);
    m_explanation->setWordWrap(true);
    m_rooms->hide();
    auto *column = new QWidget;
    column->setLayout(m_rows);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(6);
    m_rows->addWidget(m_rooms, 0, Qt::AlignLeading);
    m_rows->addWidget(m_heading);
    m_rows->addWidget(m_explanation);
    m_rows->addSpacing(10);
    setWidget(centred(column));
    connect(m_rooms, &QPushButton::clicked, this, &BlockingPage::roomsRequested);
}

void BlockingPage::addButtons(QPushButton *first)
{
    auto *leave = new QPushButton(tr("Disconnect"));
    connect(leave, &QPushButton::clicked, this, &BlockingPage::leaveRequested);
    m_rows->addSpacing(10);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(first);
    buttons->addStretch(1);
    buttons->addWidget(leave);
    m_rows->addLayout(buttons);
}

void BlockingPage::say(const QString &heading, const QString &explanation)
{
    m_heading->setText(heading);
    m_explanation->setText(explanation);
    for (QLabel *label : {m_heading, m_explanation}) {
        QAccessibleEvent alert(label, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void BlockingPage::setRoomsHidden(bool hidden)
{
    m_rooms->setVisible(hidden);
}

} // namespace tincan
