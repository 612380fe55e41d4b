// What the mouse and the keyboard do in a conversation.

#include "ui/widgets/conversationpainter.h"
#include "ui/widgets/conversationview.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace tincan {

using namespace conversation;

void ConversationView::activateLink(int row, const MessageLink &link)
{
    const QString key = indexOf(row).data(KeyRole).toString();
    switch (link.kind) {
    case MessageLink::Kind::Open:
        Q_EMIT linkActivated(link.url);
        break;
    case MessageLink::Kind::Retry:
        Q_EMIT retryRequested(key);
        break;
    case MessageLink::Kind::Edit:
        Q_EMIT editRequested(key);
        break;
    case MessageLink::Kind::Discard:
        Q_EMIT discardRequested(key);
        break;
    }
}

void ConversationView::copyMessage(int row) const
{
    QApplication::clipboard()->setText(shownTextOf(indexOf(row)));
}

void ConversationView::openMenu(int row, int link, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex index = indexOf(row);
    const QList<MessageLink> links = linksOf(row);
    // By the time a choice is made the row may have moved or gone.
    const auto offer = [menu, index](const QString &words, auto act) {
        connect(menu->addAction(words), &QAction::triggered, menu, [index, act] {
            if (index.isValid()) {
                act(index.row());
            }
        });
    };
    for (const MessageLink &one : links) {
        const auto act = [this, one](int now) { activateLink(now, one); };
        switch (one.kind) {
        case MessageLink::Kind::Retry:
            offer(tr("&Retry"), act);
            break;
        case MessageLink::Kind::Edit:
            offer(tr("&Edit"), act);
            break;
        case MessageLink::Kind::Discard:
            offer(tr("&Discard"), act);
            menu->addSeparator();
            break;
        case MessageLink::Kind::Open:
            break;
        }
    }
    if (!textSelection().isEmpty()) {
        offer(tr("&Copy"), [this](int) { copySelection(); });
    }
    offer(tr("Copy &Message"), [this](int now) { copyMessage(now); });
    for (int i = 0; i < links.size(); ++i) {
        if (links[i].kind != MessageLink::Kind::Open || (link >= 0 && link != i)) {
            continue;
        }
        const QUrl url = links[i].url;
        const bool alone = link >= 0 || links.size() == 1;
        const QString which = alone ? QString() : QLatin1String(" ") + url.host();
        menu->addSeparator();
        offer(tr("&Open Link") + which, [this, url](int) { Q_EMIT linkActivated(url); });
        offer(tr("Copy &Link") + which,
              [url](int) { QApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded)); });
    }
    menu->popup(at);
}

bool ConversationView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        return showToolTip(help->pos(), help->globalPos());
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = QPersistentModelIndex();
        m_hoveredLink = {};
        viewport()->update();
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
    if (place.link >= 0 && layout.links()[place.link].kind == MessageLink::Kind::Open) {
        const QString target = layout.links()[place.link].url.toString(QUrl::FullyEncoded);
        QToolTip::showText(global, target.toHtmlEscaped(), viewport());
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
    }
    const bool onText = index.isValid() && layoutOf(index.row()).textTop() + rowTop(index.row()) <= point.y();
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
}

void ConversationView::focusOutEvent(QFocusEvent *event)
{
    SelectableRowsView::focusOutEvent(event);
    viewport()->update();
}

QModelIndex ConversationView::moveCursor(CursorAction, Qt::KeyboardModifiers)
{
    // Asked for when the focus comes in and no row is current: the latest message that is visible.
    return currentIndex().isValid() ? currentIndex() : indexOf(lastVisibleRow());
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    if (handleCopyKeys(event) || extendByKey(*event, currentIndex()) || handleMoveKeys(event)) {
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
