#include "ui/widgets/memberspane.h"

#include "ui/models/memberlistmodel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/memberlistview.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace tincan {

MembersPane::MembersPane(QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit),
      m_nobody(makeLabel(tr("Nobody here is called that."), LabelKind::Hint)), m_list(new MemberListView)
{
    m_field->setPlaceholderText(tr("Find a member"));
    m_field->setAccessibleName(tr("Find a member"));
    m_field->installEventFilter(this);
    m_field->hide();
    m_nobody->setContentsMargins(14, 0, 14, 0);
    m_nobody->hide();
    auto *line = new QHBoxLayout;
    line->setContentsMargins(10, 8, 10, 0);
    line->addWidget(m_field);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(line);
    rows->addWidget(m_nobody);
    rows->addWidget(m_list, 1);
    setFocusProxy(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &MembersPane::filter);
}

void MembersPane::setModel(MemberListModel *model)
{
    if (m_model == model)
        return;
    m_field->clear();
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_list->setModel(model);
    if (model)
        connect(model, &MemberListModel::totalChanged, this, &MembersPane::showField);
    showField();
}

void MembersPane::showField()
{
    const bool wanted = (m_model && m_model->total() > longList) || !m_field->text().isEmpty();
    if (!wanted && m_field->hasFocus())
        m_list->setFocus(Qt::OtherFocusReason);
    if (wanted)
        m_field->setClearButtonEnabled(true); // its picture is looked for in all of an icon theme
    m_field->setVisible(wanted);
}

void MembersPane::filter(const QString &text)
{
    if (!m_model)
        return;
    m_model->setFilter(text);
    m_nobody->setVisible(m_model->rowCount() == 0 && !text.isEmpty());
    showField();
}

bool MembersPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_list->currentIndex().isValid() && m_model)
            m_list->setCurrentIndex(m_model->index(0));
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_Escape:
        m_field->clear();
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return false;
    }
}

} // namespace tincan
