#include "ui/widgets/detailslabel.h"

#include "ui/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tincan {

DetailsLabel::DetailsLabel(QWidget *parent)
    : QWidget(parent), m_button(new QPushButton(tr("Details"))), m_text(makeLabel({}, LabelKind::Hint))
{
    m_button->setCheckable(true);
    m_button->setAutoDefault(false);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->hide();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_button, 0, Qt::AlignLeft);
    rows->addWidget(m_text);
    connect(m_button, &QPushButton::toggled, m_text, &QWidget::setVisible);
    hide();
}

void DetailsLabel::setDetails(const QString &text)
{
    m_text->setText(text);
    m_button->setChecked(false);
    setVisible(!text.isEmpty());
}

} // namespace tincan
