#include "ui/widgets/switcherdialog.h"

#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// Title at the left, detail dimmed at the right, the number of unread messages behind the title.
class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, QFontMetrics(option.font).height() + 12};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens tokens = tokensFor(option.palette);
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.selected);
            painter->drawRoundedRect(option.rect, 4, 4);
        }
        const QRect inner = option.rect.adjusted(10, 0, -10, 0);
        const QFontMetrics metrics(option.font);
        const QString detail = metrics.elidedText(index.data(SwitcherModel::DetailRole).toString(),
                                                  Qt::ElideRight, inner.width() / 2);
        const int detailWidth = metrics.horizontalAdvance(detail);
        painter->setFont(option.font);
        painter->setPen(tokens.dim);
        painter->drawText(inner, Qt::AlignTrailing | Qt::AlignVCenter, detail);
        const int unread = index.data(SwitcherModel::UnreadRole).toInt();
        QString title = index.data().toString();
        if (unread > 0)
            title += u" (%1)"_s.arg(option.locale.toString(unread));
        QFont font = option.font;
        font.setBold(unread > 0);
        painter->setFont(font);
        painter->setPen(tokens.text);
        const int room = inner.width() - detailWidth - 12;
        painter->drawText(inner, Qt::AlignLeading | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(title, Qt::ElideRight, room));
        painter->restore();
    }
};

} // namespace

SwitcherDialog::SwitcherDialog(const QList<SwitcherEntry> &entries, QWidget *parent)
    : QDialog(parent), m_field(new QLineEdit), m_list(new QListView)
{
    setWindowTitle(tr("Go To"));
    resize(460, 380);
    m_field->setPlaceholderText(tr("A room, a person or a command"));
    m_field->setAccessibleName(tr("Go to"));
    m_list->setAccessibleName(tr("Matches"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFocusPolicy(Qt::ClickFocus); // the keys stay in the line
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 14, 14, 14);
    rows->setSpacing(8);
    rows->addWidget(m_field);
    rows->addWidget(m_list, 1);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &SwitcherDialog::search);
    connect(m_field, &QLineEdit::returnPressed, this, &SwitcherDialog::choose);
    connect(m_list, &QListView::clicked, this, &SwitcherDialog::choose);
    m_model.setEntries(entries);
    search({});
}

void SwitcherDialog::search(const QString &query)
{
    m_model.setQuery(query);
    m_list->setCurrentIndex(m_model.index(0, 0));
}

bool SwitcherDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        QCoreApplication::sendEvent(m_list, event);
        // The keyboard stays in the line, so what is chosen has to be said by it.
        m_field->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
        QAccessibleEvent told(m_field, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&told);
        return true;
    }
    default:
        return QDialog::eventFilter(watched, event);
    }
}

void SwitcherDialog::choose()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const SwitcherEntry entry = m_model.entry(current.row());
    accept();
    Q_EMIT chosen(entry);
}

} // namespace tincan
