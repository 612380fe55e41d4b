#include "ui/widgets/conversationview.h"

#include "ui/widgets/conversationaccessible.h"
#include "ui/widgets/conversationpainter.h"
#include "ui/widgets/jumpbutton.h"
#include "ui/widgets/messagebar.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tincan {

using namespace Qt::StringLiterals;
using namespace conversation;

namespace {

constexpr std::chrono::milliseconds olderDelay{120};
constexpr std::chrono::milliseconds flashTime{1500};
constexpr int smallestScale = 80;
constexpr int largestScale = 200;

/// Whether it is something that another person said.
bool isNews(const QModelIndex &index)
{
    return !index.data(MineRole).toBool() && !index.data(IgnoredRole).toBool() &&
           RowKind(index.data(KindRole).toInt()) != RowKind::Notice;
}

} // namespace

ConversationView::ConversationView(QWidget *parent)
    : SelectableRowsView(parent), m_jump(new JumpButton(this)), m_bar(new MessageBar(this))
{
    installConversationAccessibility();
    setAccessibleName(tr("Conversation"));
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_jump->hide();
    connect(m_jump, &JumpButton::clicked, this, &ConversationView::onJump);
    connectBar();
    m_flash.setSingleShot(true);
    m_flash.setInterval(flashTime);
    connect(&m_flash, &QTimer::timeout, this, [this] {
        m_flashed = QPersistentModelIndex();
        viewport()->update();
    });
    m_olderTimer.setSingleShot(true);
    m_olderTimer.setInterval(olderDelay);
    connect(&m_olderTimer, &QTimer::timeout, this, &ConversationView::olderWanted);
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, [this] {
        setToday(QDate::currentDate());
        scheduleMidnight();
    });
    scheduleMidnight();
    updateStyle();
}

void ConversationView::connectBar()
{
    connect(m_bar, &MessageBar::chosen, this, [this](MessageAction action) {
        if (const QModelIndex index = m_bar->row(); index.isValid()) {
            perform(action, index.row());
        }
    });
    connect(m_bar, &MessageBar::moreWanted, this, [this] {
        if (const QModelIndex index = m_bar->row(); index.isValid()) {
            openMenu(index.row(), -1, m_bar->mapToGlobal(m_bar->rect().bottomLeft()));
        }
    });
    connect(m_bar, &MessageBar::left, this,
            [this] { updateHover(viewport()->mapFromGlobal(QCursor::pos())); });
}

void ConversationView::setModel(QAbstractItemModel *newModel)
{
    SelectableRowsView::setModel(newModel);
    openAtUnread();
}

void ConversationView::reset()
{
    m_unread = m_hovered = m_flashed = QPersistentModelIndex();
    m_unfolded.clear();
    m_hoveredLink = m_pressedLink = {};
    m_chosenLink = -1;
    m_read = 0;
    m_openedAt = -1;
    m_olderAsked = false;
    m_olderTimer.stop();
    setNewCount(0);
    SelectableRowsView::reset();
    openAtUnread();
}

void ConversationView::setTextScale(int percent)
{
    m_scale = std::clamp(percent, smallestScale, largestScale);
    updateStyle();
    relayout();
}

void ConversationView::setDensity(Density density)
{
    m_density = density;
    updateStyle();
    relayout();
}

MessageActions ConversationView::actionsOf(int row) const
{
    const QModelIndex index = indexOf(row);
    const QString author = index.data(AuthorIdRole).toString();
    return actionsFor(index, m_allowed, m_asModerator ? m_asModerator(author) : MessageActions());
}

void ConversationView::setAllowedActions(MessageActions actions)
{
    m_allowed = actions;
    placeBar();
}

void ConversationView::setMarks(const QStringList &terms, qint64 current)
{
    m_marked = terms;
    m_markedMost = current;
    viewport()->update();
}

QList<FoldedText::Span> ConversationView::marksIn(const QModelIndex &index, const QString &shown) const
{
    const bool canHit = !index.data(HiddenRole).toBool() && !index.data(DeletedRole).toBool() &&
                        RowKind(index.data(KindRole).toInt()) != RowKind::Notice;
    return m_marked.isEmpty() || !canHit ? QList<FoldedText::Span>() : FoldedText(shown).hits(m_marked);
}

void ConversationView::setReadUpTo(qint64 seq)
{
    m_read = seq;
    setNewCount(isAtBottom() || !m_unread.isValid() ? 0 : countUnread(m_unread.row()));
}

void ConversationView::setMyName(const QString &name)
{
    if (std::exchange(m_myName, name) == name)
        return;
    updateStyle();
    relayout();
}

void ConversationView::setToday(const QDate &today)
{
    m_style.today = today;
    viewport()->update();
}

QList<MessageLink> ConversationView::linksOf(int row)
{
    return layoutOf(row).links();
}

QRect ConversationView::characterRect(int row, int offset)
{
    const QRect rect = layoutOf(row).characterRect(offset);
    return rect.translated(0, rowTop(row));
}

void ConversationView::showMessage(int row)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    selectionModel()->setCurrentIndex(indexOf(row), QItemSelectionModel::NoUpdate);
    if (!m_marked.isEmpty() && layoutOf(row).isFolded()) {
        toggleFold(row, true); // what is looked for may be in the part that was put away
    }
    scrollToRow(row, viewport()->height() / 4);
    m_flashed = indexOf(row);
    m_flash.start();
    viewport()->update();
}

void ConversationView::jumpToLatest()
{
    scrollToEnd();
}

void ConversationView::jumpToUnread()
{
    if (m_unread.isValid()) {
        scrollToRow(m_unread.row(), viewport()->height() / 4);
    } else {
        scrollToEnd();
    }
}

std::unique_ptr<MessageLayout> ConversationView::layOut(const QModelIndex &index, int width) const
{
    return std::make_unique<MessageLayout>(contentOf(index), m_style, width,
                                           m_unfolded.contains(index.data(KeyRole).toString()));
}

void ConversationView::settled()
{
    if (isAtBottom()) {
        setNewCount(0);
    }
    placeJumpButton();
    placeBar();
    reportRead();
    askForOlder();
}

void ConversationView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    SelectableRowsView::currentChanged(current, previous);
    m_chosenLink = -1;
    viewport()->update();
    placeBar();
    if (hasFocus() && current.isValid()) {
        announceCurrentRow(this, current.row());
    }
}

void ConversationView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const bool opens = rowCount() == 0;
    const bool atEnd = first > lastVisibleRow();
    const bool wasAtBottom = isAtBottom();
    if (first == 0) {
        m_olderAsked = false;
    }
    const bool grows = first == 0 && std::exchange(m_openedAt, -1) == verticalOffset();
    m_holdsRead = true; // it may go elsewhere yet
    SelectableRowsView::rowsInserted(parent, first, last);
    m_holdsRead = false;
    findUnread(first, last);
    if (first == 0) {
        m_read = 0; // with less above it was maybe not taken for read
    }
    if (opens || grows) { // what was there already may have had no room above the unread line
        openAtUnread();
        m_openedAt = grows ? -1 : m_openedAt;
    } else if (atEnd) {
        followArrived(first, last, wasAtBottom);
    }
    reportRead();
}

void ConversationView::followArrived(int first, int last, bool wasAtBottom)
{
    int arrived = 0;
    bool posted = false;
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = indexOf(row);
        const bool mine = index.data(MineRole).toBool();
        posted |= mine && Delivery(index.data(DeliveryRole).toInt()) == Delivery::Sending;
        arrived += isNews(index) ? 1 : 0;
    }
    if (posted) {
        scrollToEnd();
    } else if (!wasAtBottom) {
        setNewCount(m_newCount + arrived);
    }
}

void ConversationView::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (first.isValid() && (roles.isEmpty() || roles.contains(StartsUnreadRole))) {
        if (m_unread.isValid() && !m_unread.data(StartsUnreadRole).toBool()) {
            m_unread = QPersistentModelIndex();
        }
        findUnread(first.row(), last.row());
    }
    SelectableRowsView::dataChanged(first, last, roles);
}

void ConversationView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), m_style.tokens.window);
    const int last = rowAtViewport(event->rect().bottom());
    for (int row = std::max(0, rowAtViewport(event->rect().top())); row <= last; ++row) {
        const MessageLayout &layout = layoutOf(row);
        const bool current = currentIndex().row() == row;
        const auto selected = textSelection().spanIn(row, int(layout.shownText().size()));
        RowState state;
        state.hovered = m_hovered.isValid() && m_hovered.row() == row;
        state.flashed = m_flashed.isValid() && m_flashed.row() == row;
        state.focused = current && m_ring && hasFocus();
        state.liveLink = m_hoveredLink.row == indexOf(row) ? m_hoveredLink.link : -1;
        if (current && m_chosenLink >= 0) {
            state.liveLink = m_chosenLink;
        }
        state.marks = marksIn(indexOf(row), layout.shownText());
        state.markedMost = m_markedMost > 0 && indexOf(row).data(SeqRole).toLongLong() == m_markedMost;
        state.selectedFrom = selected.from;
        state.selectedLength = selected.length;
        paintRow(painter, layout, m_style, palette(), state, QPoint(0, rowTop(row)), event->rect());
    }
}

void ConversationView::changeEvent(QEvent *event)
{
    SelectableRowsView::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        setAccessibleName(tr("Conversation"));
        updateStyle();
        relayout();
        break;
    case QEvent::PaletteChange:
        updateStyle();
        restyle();
        break;
    default:
        break;
    }
}

void ConversationView::showEvent(QShowEvent *event)
{
    SelectableRowsView::showEvent(event);
    placeJumpButton();
    reportRead();
    askForOlder();
}

void ConversationView::updateStyle()
{
    const QDate today = m_style.today;
    m_style = makeConversationStyle(scaledFont(font(), m_scale), palette(), layoutDirection(), m_density);
    m_style.myName = m_myName;
    if (today.isValid()) {
        m_style.today = today;
    }
    setEstimate(m_style.typicalRow(), m_style.padding);
    verticalScrollBar()->setSingleStep(m_style.lineHeight);
}

void ConversationView::openAtUnread()
{
    if (rowCount() == 0)
        return;
    if (!m_unread.isValid()) {
        const QModelIndexList found = model()->match(indexOf(0), StartsUnreadRole, true, 1, Qt::MatchExactly);
        if (found.isEmpty())
            return;
        m_unread = found.first();
    }
    if (m_opensAtNewest) {
        scrollToEnd();
    } else {
        jumpToUnread();
    }
    if (!isAtBottom()) {
        setNewCount(countUnread(m_unread.row()));
    }
    m_openedAt = verticalOffset();
}

/// What others said in and below that row, and was not read before.
int ConversationView::countUnread(int firstRow) const
{
    int count = 0;
    for (int row = firstRow; row < rowCount(); ++row) {
        const QModelIndex index = indexOf(row);
        count += isNews(index) && index.data(SeqRole).toLongLong() > m_read ? 1 : 0;
    }
    return count;
}

void ConversationView::findUnread(int first, int last)
{
    for (int row = last; row >= first; --row) {
        if (indexOf(row).data(StartsUnreadRole).toBool()) {
            m_unread = indexOf(row);
            return;
        }
    }
}

void ConversationView::setNewCount(int count)
{
    if (count != m_newCount) {
        m_newCount = count;
        m_jump->setCount(count);
        placeJumpButton();
        Q_EMIT newCountChanged(count);
    }
}

void ConversationView::placeJumpButton()
{
    const bool keepsFocus = m_jump->hasFocus() && isAtBottom();
    const QRect space = viewport()->geometry();
    const QRect corner(space.right() - m_jump->width() - m_style.margin,
                       space.bottom() - m_jump->height() - m_style.margin / 2, m_jump->width(),
                       m_jump->height());
    m_jump->setGeometry(QStyle::visualRect(layoutDirection(), space, corner));
    if (keepsFocus) {
        setFocus(Qt::OtherFocusReason);
    }
    m_jump->setVisible(!isAtBottom());
    m_jump->raise();
}

void ConversationView::onJump()
{
    if (m_unread.isValid() && m_unread.row() > lastVisibleRow()) {
        jumpToUnread();
    } else {
        jumpToLatest();
    }
}

void ConversationView::reportRead()
{
    const int last = rowCount() - 1;
    if (last < 0 || m_holdsRead || !isVisible() || !isActiveWindow() || !isAtBottom()) {
        return;
    }
    for (int row = last; row >= std::max(0, firstVisibleRow()); --row) {
        const qint64 seq = indexOf(row).data(SeqRole).toLongLong();
        if (seq > 0) {
            if (seq > m_read) {
                m_read = seq;
                Q_EMIT readUpTo(seq);
            }
            return;
        }
    }
}

void ConversationView::askForOlder()
{
    const int near = viewport()->height();
    if (rowCount() == 0 || verticalOffset() > near) {
        m_olderAsked = m_olderAsked && !m_olderTimer.isActive() && verticalOffset() <= 2 * near;
        m_olderTimer.stop();
    } else if (!m_olderAsked && isVisible()) {
        m_olderAsked = true;
        m_olderTimer.start();
    }
}

void ConversationView::scheduleMidnight()
{
    const QDateTime now = QDateTime::currentDateTime();
    const qint64 left = now.msecsTo(now.date().addDays(1).startOfDay());
    m_midnight.start(std::chrono::milliseconds(std::max<qint64>(1000, left)));
}

} // namespace tincan
