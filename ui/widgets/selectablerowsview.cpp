#include "ui/widgets/selectablerowsview.h"

#include <QApplication>
#include <QClipboard>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace tincan {

namespace {

constexpr int autoScrollInterval = 25;

/// The next boundary in that direction, or -1 at the end of the text.
int boundaryBeside(const QString &text, int offset, bool forwards, bool byWord)
{
    QTextBoundaryFinder finder(byWord ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(offset);
    return int(forwards ? finder.toNextBoundary() : finder.toPreviousBoundary());
}

} // namespace

void SelectableRowsView::setTextSelection(const TextPosition &fixed, const TextPosition &moving)
{
    m_selection.set(fixed, moving);
    changed();
}

void SelectableRowsView::clearTextSelection()
{
    m_selection.clear();
    changed();
}

void SelectableRowsView::reset()
{
    m_dragging = false;
    m_autoScroll.stop();
    m_selection.clear();
    AnchoredRowsView::reset();
}

void SelectableRowsView::selectAll()
{
    if (rowCount() > 0) {
        const QModelIndex last = indexOf(rowCount() - 1);
        setTextSelection({indexOf(0), 0}, {last, int(layoutOf(last.row()).shownText().size())});
    }
}

void SelectableRowsView::copySelection() const
{
    if (!m_selection.isEmpty()) {
        QApplication::clipboard()->setText(selectedText());
    }
}

TextPosition SelectableRowsView::positionAt(const QPoint &point)
{
    const int row = rowAtViewport(point.y());
    if (row < 0) {
        return {};
    }
    return {indexOf(row), layoutOf(row).offsetAt(point - QPoint(0, rowTop(row)))};
}

bool SelectableRowsView::extendByKey(const QKeyEvent &event, const QModelIndex &current)
{
    const bool arrow = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right ||
                       event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (!arrow || !(event.modifiers() & Qt::ShiftModifier) || !current.isValid()) {
        return false;
    }
    if (m_selection.isEmpty()) {
        m_selection.set({current, 0}, {current, 0});
    }
    m_selection.extendTo(stepped(m_selection.moving(), event.key(), event.modifiers() & Qt::ControlModifier));
    scrollTo(m_selection.moving().row);
    changed();
    return true;
}

TextPosition SelectableRowsView::stepped(const TextPosition &from, int key, bool byWord)
{
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        return verticallyStepped(from, key == Qt::Key_Up ? -1 : 1);
    }
    const bool forwards = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
    const int offset = boundaryBeside(layoutOf(from.row.row()).shownText(), from.offset, forwards, byWord);
    if (offset >= 0) {
        return {from.row, offset};
    }
    const int row = from.row.row() + (forwards ? 1 : -1);
    if (row < 0 || row >= rowCount()) {
        return from;
    }
    return {indexOf(row), forwards ? 0 : int(layoutOf(row).shownText().size())};
}

TextPosition SelectableRowsView::verticallyStepped(const TextPosition &from, int lines)
{
    const MessageLayout &layout = layoutOf(from.row.row());
    const int offset = layout.offsetInNextLine(from.offset, lines);
    const int x = layout.characterRect(from.offset).left();
    const int end = int(layout.shownText().size());
    if (offset != from.offset) {
        return {from.row, offset};
    }
    const int row = from.row.row() + lines;
    if (row < 0 || row >= rowCount()) {
        return {from.row, lines < 0 ? 0 : end};
    }
    const MessageLayout &next = layoutOf(row);
    const int y = lines > 0 ? next.textTop() : next.text().bottom() - 1;
    return {indexOf(row), next.offsetAt({x, y})};
}

void SelectableRowsView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const QPoint point = event->position().toPoint();
    if (event->modifiers() & Qt::ShiftModifier) {
        m_dragging = true;
        dragTo(point);
    } else {
        beginDrag(point, isThirdClick(point) ? SelectionUnit::Message : SelectionUnit::Character);
    }
}

void SelectableRowsView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_doubleClickPoint = event->position().toPoint();
        m_sinceDoubleClick.start();
        beginDrag(m_doubleClickPoint, SelectionUnit::Word);
    }
}

void SelectableRowsView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging) {
        return;
    }
    m_dragPoint = event->position().toPoint();
    dragTo(m_dragPoint);
    const bool outside = m_dragPoint.y() < 0 || m_dragPoint.y() >= viewport()->height();
    if (!outside) {
        m_autoScroll.stop();
    } else if (!m_autoScroll.isActive()) {
        m_autoScroll.start(autoScrollInterval, this);
    }
}

void SelectableRowsView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging) {
        return;
    }
    m_dragging = false;
    m_autoScroll.stop();
    QClipboard *clipboard = QApplication::clipboard();
    if (clipboard->supportsSelection() && !m_selection.isEmpty()) {
        clipboard->setText(selectedText(), QClipboard::Selection);
    }
}

void SelectableRowsView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_autoScroll.timerId()) {
        AnchoredRowsView::timerEvent(event);
        return;
    }
    const int above = std::min(0, m_dragPoint.y());
    const int below = std::max(0, m_dragPoint.y() - viewport()->height() + 1);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (above + below) / 2 +
                                  (above + below > 0 ? 1 : -1));
    dragTo(m_dragPoint);
}

void SelectableRowsView::beginDrag(const QPoint &point, SelectionUnit unit)
{
    const TextPosition position = positionAt(point);
    if (position.isValid()) {
        m_dragging = true;
        m_dragPoint = point;
        m_selection.start(position, unit);
        changed();
    }
}

void SelectableRowsView::dragTo(const QPoint &point)
{
    const QPoint inside(point.x(), std::clamp(point.y(), 0, std::max(0, viewport()->height() - 1)));
    const TextPosition position = positionAt(inside);
    if (position.isValid()) {
        m_selection.extendTo(position);
        changed();
    }
}

bool SelectableRowsView::isThirdClick(const QPoint &point) const
{
    const QStyleHints *hints = QApplication::styleHints();
    return m_sinceDoubleClick.isValid() &&
           !m_sinceDoubleClick.hasExpired(hints->mouseDoubleClickInterval()) &&
           (point - m_doubleClickPoint).manhattanLength() <= hints->mouseDoubleClickDistance();
}

void SelectableRowsView::changed()
{
    viewport()->update();
    Q_EMIT textSelectionChanged();
}

} // namespace tincan
