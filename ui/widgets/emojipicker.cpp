#include "ui/widgets/emojipicker.h"

#include "ui/widgets/programemoji.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int columns = 8;
constexpr int cell = 40;
constexpr int rowsShown = 6;

} // namespace

EmojiPicker::EmojiPicker(const QStringList &recent, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_recent(recent), m_search(new QLineEdit), m_grid(new QListView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Emoji"));
    m_search->setPlaceholderText(tr("Search emoji"));
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->installEventFilter(this);
    m_grid->setAccessibleName(tr("Emoji"));
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setModel(&m_model);
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setLayoutMode(QListView::Batched);
    m_grid->setMovement(QListView::Static);
    m_grid->setUniformItemSizes(true);
    m_grid->setGridSize({cell, cell});
    m_grid->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_grid->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_grid->setTextElideMode(Qt::ElideNone);
    QFont large = m_grid->font();
    // Other fonts have some of the signs, too, without colours.
    large.setFamilies({u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s, large.family()});
    large.setPointSizeF(std::max(8.0, large.pointSizeF()) * 1.6);
    m_grid->setFont(large);
    m_grid->installEventFilter(this);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 8, 8, 8);
    rows->addWidget(m_search);
    rows->addWidget(m_grid, 1);
    resize(columns * cell + 44, rowsShown * cell + 64);
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::search);
    connect(m_grid, &QListView::clicked, this, &EmojiPicker::take);
    search({});
    m_search->setFocus();
}

void EmojiPicker::popup(const QPoint &at)
{
    const QScreen *screen = QGuiApplication::screenAt(at);
    const QRect room = screen ? screen->availableGeometry() : QRect(at, size());
    const int top = at.y() - height() >= room.top() ? at.y() - height() : at.y();
    move(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())), top);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

QStringList EmojiPicker::withRecent(QStringList recent, const QString &emoji)
{
    recent.removeAll(emoji);
    recent.prepend(emoji);
    return recent.first(std::min<qsizetype>(recent.size(), mostRecent));
}

void EmojiPicker::search(const QString &query)
{
    m_model.clear();
    const EmojiTable &table = programEmoji();
    if (query.trimmed().isEmpty()) {
        for (const QString &sign : std::as_const(m_recent)) {
            append(sign, table.nameOf(sign));
        }
    }
    const QList<Emoji> found = table.find(query);
    for (const Emoji &emoji : found) {
        append(emoji.sign, EmojiTable::nameOf(emoji));
    }
    m_grid->setCurrentIndex(m_model.index(0, 0));
}

void EmojiPicker::append(const QString &sign, const QString &name)
{
    auto *item = new QStandardItem(sign);
    item->setData(name, Qt::AccessibleTextRole);
    item->setToolTip(name.toHtmlEscaped());
    item->setTextAlignment(Qt::AlignCenter);
    m_model.appendRow(item);
}

void EmojiPicker::take(const QModelIndex &index)
{
    if (index.isValid()) {
        Q_EMIT picked(index.data().toString());
        close();
    }
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::InputMethod) {
        m_composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
    }
    if (event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    if (m_composing) {
        return true; // such keys are the input method's
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        take(m_grid->currentIndex());
        return true;
    }
    if (watched == m_search && key->key() == Qt::Key_Down) {
        m_grid->setFocus(Qt::TabFocusReason);
        return true;
    }
    const bool above = m_grid->currentIndex().row() < columns;
    const bool typed = !key->text().isEmpty() && key->text().at(0).isPrint();
    if (watched == m_grid && (typed || (key->key() == Qt::Key_Up && above))) {
        m_search->setFocus(Qt::BacktabFocusReason);
        if (typed) {
            m_search->insert(key->text());
        }
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace tincan
