#include "ui/widgets/completionpopup.h"

#include "ui/widgets/messageedit.h"
#include "ui/widgets/theme.h"

#include <QInputMethodEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int detailRole = Qt::UserRole + 1;
constexpr int widest = 420;

/// The title, and behind it, dimmed, what it is.
class CompletionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, std::max(24, QFontMetrics(option.font).height() + 8)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens tokens = tokensFor(option.palette);
        const QFontMetrics metrics(option.font);
        const QRect inner = option.rect.adjusted(10, 0, -10, 0);
        const QString title =
            metrics.elidedText(index.data().toString(), Qt::ElideRight, inner.width() * 2 / 3);
        const int left = inner.width() - metrics.horizontalAdvance(title) - 14;
        const QString detail =
            metrics.elidedText(index.data(detailRole).toString(), Qt::ElideRight, std::max(0, left));
        painter->save();
        painter->setFont(option.font);
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, tokens.selected);
        }
        painter->setPen(tokens.text);
        painter->drawText(inner, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, title);
        painter->setPen(tokens.dim);
        painter->drawText(inner, Qt::AlignTrailing | Qt::AlignVCenter | Qt::TextSingleLine, detail);
        painter->restore();
    }
};

} // namespace

CompletionPopup::CompletionPopup(MessageEdit *edit) : QListView(edit), m_edit(edit)
{
    hide();
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::Box);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUniformItemSizes(true);
    setModel(&m_model);
    setItemDelegate(new CompletionDelegate(this));
    edit->installEventFilter(this);
    connect(this, &QListView::clicked, this, &CompletionPopup::accept);
    connect(edit, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (isOpen()) {
            follow();
        }
    });
}

void CompletionPopup::follow()
{
    const auto word = wordToComplete(m_edit->text(), m_edit->textCursor().position());
    if (!word || m_edit->isComposing() || m_edit->textCursor().hasSelection() || !m_source) {
        m_dismissed = word ? m_dismissed : -1;
        leave();
        return;
    }
    if (word->start == m_dismissed) {
        return;
    }
    m_dismissed = -1;
    if (!m_listed || word->kind != m_word.kind || word->start != m_word.start) {
        m_list = CompletionList(m_source(word->kind));
        m_listed = true;
    }
    m_word = *word;
    fill(m_list.matches(*word));
}

void CompletionPopup::leave(bool dismissed)
{
    m_dismissed = dismissed ? m_word.start : m_dismissed;
    m_listed = false;
    if (isOpen()) {
        fill({});
    }
}

void CompletionPopup::fill(const QList<CompletionEntry> &matches)
{
    const bool wasOpen = isOpen();
    m_matches = matches;
    m_model.clear();
    for (const CompletionEntry &match : matches) {
        auto *item = new QStandardItem(match.insertion);
        item->setData(match.detail, detailRole);
        item->setData(match.detail.isEmpty() ? match.insertion : match.insertion + u", "_s + match.detail,
                      Qt::AccessibleTextRole);
        m_model.appendRow(item);
    }
    if (isOpen()) {
        setAccessibleName(tr("Suggestions"));
        setCurrentIndex(m_model.index(0, 0));
        place();
        announce();
    } else if (wasOpen) {
        hide();
        Q_EMIT closed();
    }
}

/// In the window, above the box: a window of its own could take the focus.
void CompletionPopup::place()
{
    QWidget *window = m_edit->window();
    if (parentWidget() != window) {
        setParent(window);
        window->installEventFilter(this);
    }
    setFont(m_edit->font());
    ensurePolished(); // the style decides on the frame and the font that rows are measured by
    const QPoint corner = m_edit->mapTo(window, QPoint(0, 0));
    const int rows = std::min(int(m_matches.size()), mostRows);
    const int wanted = rows * sizeHintForRow(0) + 2 * frameWidth();
    const int height = std::min(wanted, std::max(0, corner.y() - 4));
    const int width = std::min(widest, m_edit->width());
    const int x = isRightToLeft() ? corner.x() + m_edit->width() - width : corner.x();
    setGeometry(x, corner.y() - height - 4, width, height);
    show();
    raise();
}

bool CompletionPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (!isOpen()) {
        return QListView::eventFilter(watched, event);
    }
    if (watched != m_edit) {
        if (watched == window() && event->type() == QEvent::Resize) {
            leave();
        }
        return QListView::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide) {
        leave();
    } else if (event->type() == QEvent::InputMethod &&
               !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty()) {
        leave();
    } else if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && event->type() == QEvent::KeyPress) {
            return handleKey(key->key());
        }
        if (plain && key->key() == Qt::Key_Escape) {
            event->accept(); // or else it would be somebody's shortcut
            return true;
        }
    }
    return QListView::eventFilter(watched, event);
}

bool CompletionPopup::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        accept(currentIndex());
        return true;
    case Qt::Key_Escape:
        leave(true);
        return true;
    default:
        return false;
    }
}

void CompletionPopup::step(int by)
{
    const int rows = m_model.rowCount();
    setCurrentIndex(m_model.index((currentIndex().row() + by + rows) % rows, 0));
    announce();
}

/// The keyboard stays in the box, so what is chosen has to be said by it.
void CompletionPopup::announce()
{
    m_edit->setAccessibleDescription(currentIndex().data(Qt::AccessibleTextRole).toString());
}

void CompletionPopup::accept(const QModelIndex &index)
{
    if (!index.isValid()) {
        return;
    }
    const QString insertion = m_matches.at(index.row()).insertion;
    QTextCursor cursor = m_edit->textCursor();
    const int end = cursor.position();
    leave();
    cursor.setPosition(m_word.start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(insertion + u' ');
    m_edit->setTextCursor(cursor);
}

} // namespace tincan
