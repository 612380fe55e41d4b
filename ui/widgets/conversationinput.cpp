// What the mouse and the keyboard do in a conversation.

#include "ui/widgets/conversationpainter.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/messagebar.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace tincan {

using namespace conversation;

namespace {

/// Where an address leads, or who reacted; empty for what says enough itself.
QString tipOf(const MessageLayout &layout, const MessageLink &link)
{
    if (link.kind == MessageLink::Kind::Open) {
        return link.url.toString(QUrl::FullyEncoded);
    }
    if (link.kind == MessageLink::Kind::Reaction) {
        for (const conversation::Reaction &reaction : layout.content().reactions) {
            if (reaction.emoji == link.word) {
                return QLocale().createSeparatedList(reaction.names);
            }
        }
    }
    return {};
}

} // namespace

bool ConversationView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        return showToolTip(help->pos(), help->globalPos());
    }
    if (event->type() == QEvent::Leave && !m_bar->underMouse()) {
        m_hovered = QPersistentModelIndex();
        m_hoveredLink = {};
        viewport()->update();
        placeBar();
    }
    if (event->type() == QEvent::WindowActivate) {
        // Later, when everybody knows that somebody looks: the line above what is new stays then.
        QMetaObject::invokeMethod(this, &ConversationView::reportRead, Qt::QueuedConnection);
    }
    return SelectableRowsView::viewportEvent(event);
}

bool ConversationView::showToolTip(const QPoint &point, const QPoint &global)
{
    const int row = indexAt(point).row();
    if (row < 0) {
        QToolTip::hideText();
        return true;
    }
    const LinkPlace place = linkPlaceAt(point);
    const MessageLayout &layout = layoutOf(row);
    const QPoint inside = point - QPoint(0, rowTop(row));
    const QString tip = place.link >= 0 ? tipOf(layout, layout.links()[place.link]) : QString();
    if (!tip.isEmpty()) {
        QToolTip::showText(global, tip.toHtmlEscaped(), viewport());
    } else if (layout.header().contains(inside) || layout.gutter().contains(inside)) {
        QToolTip::showText(global, QLocale().toString(layout.content().localTime(), QLocale::LongFormat),
                           viewport());
    } else {
        QToolTip::hideText();
    }
    return true;
}

ConversationView::LinkPlace ConversationView::linkPlaceAt(const QPoint &point)
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid()) {
        return {};
    }
    const int link = layoutOf(index.row()).linkAt(point - QPoint(0, rowTop(index.row())));
    return link < 0 ? LinkPlace{} : LinkPlace{index, link};
}

void ConversationView::updateHover(const QPoint &point)
{
    const QModelIndex index = indexAt(point);
    const LinkPlace place = linkPlaceAt(point);
    if (m_hovered != index || !(place == m_hoveredLink)) {
        m_hovered = index;
        m_hoveredLink = place;
        viewport()->update();
        placeBar();
    }
    const int inRow = index.isValid() ? point.y() - rowTop(index.row()) : -1;
    const bool onText = index.isValid() && inRow >= layoutOf(index.row()).textTop() &&
                        inRow < layoutOf(index.row()).textBottom();
    viewport()->setCursor(place.link >= 0 ? Qt::PointingHandCursor
                          : onText        ? Qt::IBeamCursor
                                          : Qt::ArrowCursor);
}

void ConversationView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    m_ring = false;
    m_pressedLink = event->button() == Qt::LeftButton ? linkPlaceAt(point) : LinkPlace{};
    const QModelIndex index = indexAt(point);
    if (index.isValid()) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    }
    SelectableRowsView::mousePressEvent(event);
}

void ConversationView::mouseMoveEvent(QMouseEvent *event)
{
    SelectableRowsView::mouseMoveEvent(event);
    updateHover(event->position().toPoint());
}

void ConversationView::mouseReleaseEvent(QMouseEvent *event)
{
    SelectableRowsView::mouseReleaseEvent(event);
    const LinkPlace pressed = std::exchange(m_pressedLink, {});
    const bool same = pressed.link >= 0 && pressed == linkPlaceAt(event->position().toPoint());
    if (same && event->button() == Qt::LeftButton && textSelection().isEmpty()) {
        activateLink(pressed.row.row(), linksOf(pressed.row.row())[pressed.link]);
    }
}

void ConversationView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const QModelIndex index = indexAt(event->pos());
        if (index.isValid()) {
            openMenu(index.row(), linkPlaceAt(event->pos()).link, event->globalPos());
        }
    } else if (currentIndex().isValid()) {
        const int row = currentIndex().row();
        scrollTo(currentIndex());
        openMenu(row, m_chosenLink, viewport()->mapToGlobal(characterRect(row, 0).bottomLeft()));
    }
}

void ConversationView::focusInEvent(QFocusEvent *event)
{
    const bool byKeyboard = event->reason() != Qt::MouseFocusReason &&
                            event->reason() != Qt::PopupFocusReason &&
                            event->reason() != Qt::ActiveWindowFocusReason;
    m_ring = m_ring || byKeyboard;
    SelectableRowsView::focusInEvent(event);
    viewport()->update();
    placeBar();
}

void ConversationView::focusOutEvent(QFocusEvent *event)
{
    SelectableRowsView::focusOutEvent(event);
    viewport()->update();
    placeBar();
}

QModelIndex ConversationView::moveCursor(CursorAction, Qt::KeyboardModifiers)
{
    // Asked for when the focus comes in and no row is current: the latest message that is visible.
    return currentIndex().isValid() ? currentIndex() : indexOf(lastVisibleRow());
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    if (handleCopyKeys(event) || handleActionKeys(event) || extendByKey(*event, currentIndex()) ||
        handleMoveKeys(event)) {
        event->accept();
    } else {
        event->ignore();
    }
}

bool ConversationView::handleCopyKeys(QKeyEvent *event)
{
    const bool bareC = event->key() == Qt::Key_C && event->modifiers() == Qt::NoModifier;
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->matches(QKeySequence::Copy) || bareC) {
        if (!textSelection().isEmpty()) {
            copySelection();
        } else if (currentIndex().isValid()) {
            copyMessage(currentIndex().row());
        }
    } else if (event->key() == Qt::Key_Escape && !textSelection().isEmpty()) {
        clearTextSelection();
    } else {
        return false;
    }
    return true;
}

/// The letters of the menu, on the current message.
bool ConversationView::handleActionKeys(QKeyEvent *event)
{
    const bool bare = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (!bare || !currentIndex().isValid()) {
        return false;
    }
    const MessageActions possible = actionsOf(currentIndex().row());
    for (const MessageAction action : allMessageActions()) {
        if (possible.testFlag(action) && event->key() == keyOf(action)) {
            perform(action, currentIndex().row());
            return true;
        }
    }
    return false;
}

bool ConversationView::handleMoveKeys(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier | Qt::MetaModifier)) {
        return false;
    }
    const int forwards = layoutDirection() == Qt::LeftToRight ? 1 : -1;
    switch (event->key()) {
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_PageUp:
        moveByPage(-1);
        return true;
    case Qt::Key_PageDown:
        moveByPage(1);
        return true;
    case Qt::Key_Home:
        moveTo(0);
        return true;
    case Qt::Key_End:
        moveTo(rowCount() - 1);
        scrollToEnd();
        return true;
    case Qt::Key_Left:
        stepLink(-forwards);
        return true;
    case Qt::Key_Right:
        stepLink(forwards);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activateCurrent();
        return true;
    default:
        return false;
    }
}

void ConversationView::moveBy(int rows)
{
    const int row = currentIndex().row();
    if (row < 0) {
        moveTo(lastVisibleRow());
        return;
    }
    // Of a message taller than the view, the rest comes first.
    const QRect rect = visualRect(currentIndex());
    const int hiddenAhead = rows < 0 ? -rect.top() : rect.bottom() + 1 - viewport()->height();
    const bool visible = rect.intersects(viewport()->rect());
    if (visible && hiddenAhead > 0 && rect.height() > viewport()->height()) {
        const int step = std::min(hiddenAhead, 3 * verticalScrollBar()->singleStep());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (rows < 0 ? -step : step));
        return;
    }
    moveTo(row + rows);
}

void ConversationView::moveByPage(int direction)
{
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() + direction * (bar->pageStep() - bar->singleStep()));
    const int row = direction < 0 ? firstVisibleRow() : lastVisibleRow();
    const bool cut = row >= 0 && !viewport()->rect().contains(visualRect(indexOf(row)));
    const int whole = cut ? row - direction : row;
    moveTo(whole >= firstVisibleRow() && whole <= lastVisibleRow() ? whole : row);
}

void ConversationView::moveTo(int row)
{
    if (rowCount() == 0) {
        return;
    }
    m_ring = true;
    const QModelIndex index = indexOf(std::clamp(row, 0, rowCount() - 1));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    if (index.row() == rowCount() - 1 && visualRect(index).height() <= viewport()->height()) {
        scrollToEnd();
    } else {
        scrollTo(index);
    }
}

void ConversationView::stepLink(int direction)
{
    if (!currentIndex().isValid()) {
        return;
    }
    m_ring = true;
    const int last = int(linksOf(currentIndex().row()).size()) - 1;
    m_chosenLink = std::clamp(m_chosenLink < 0 && direction < 0 ? -1 : m_chosenLink + direction, -1, last);
    viewport()->update();
}

void ConversationView::activateCurrent()
{
    if (!currentIndex().isValid()) {
        return;
    }
    const int row = currentIndex().row();
    const QList<MessageLink> links = linksOf(row);
    if (m_chosenLink >= 0 && m_chosenLink < links.size()) {
        activateLink(row, links[m_chosenLink]);
    } else if (links.size() == 1) {
        activateLink(row, links.first());
    } else {
        scrollTo(currentIndex());
        openMenu(row, -1, viewport()->mapToGlobal(characterRect(row, 0).bottomLeft()));
    }
}

} // namespace tincan
