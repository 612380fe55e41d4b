#include "ui/widgets/anchoredrowsview.h"

#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace tincan {

namespace {

constexpr int spareLayouts = 24;

} // namespace

AnchoredRowsView::AnchoredRowsView(QWidget *parent)
    : QAbstractItemView(parent), m_geometry([this](int row) { return layOut(indexOf(row), m_layoutWidth); })
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setAutoScroll(false);
    setFrameShape(NoFrame);
    m_layoutWidth = viewport()->width();
}

AnchoredRowsView::~AnchoredRowsView() = default;

void AnchoredRowsView::setModel(QAbstractItemModel *newModel)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections)) {
        disconnect(connection);
    }
    m_connections.clear();
    QAbstractItemView::setModel(newModel);
    if (newModel != nullptr) {
        m_connections = {
            connect(newModel, &QAbstractItemModel::rowsRemoved, this, &AnchoredRowsView::rowsGone),
            connect(newModel, &QAbstractItemModel::rowsMoved, this, &AnchoredRowsView::doItemsLayout)};
    }
}

void AnchoredRowsView::reset()
{
    QAbstractItemView::reset();
    m_anchor = {};
    doItemsLayout();
}

void AnchoredRowsView::doItemsLayout()
{
    m_geometry.reset(model() != nullptr ? model()->rowCount(rootIndex()) : 0);
    QAbstractItemView::doItemsLayout();
    settle();
}

QRect AnchoredRowsView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    return QRect(0, rowTop(index.row()), viewport()->width(), m_geometry.heights().height(index.row()));
}

QModelIndex AnchoredRowsView::indexAt(const QPoint &point) const
{
    const int row = rowAtViewport(point.y());
    const QModelIndex index = row < 0 ? QModelIndex() : indexOf(row);
    return visualRect(index).contains(point) ? index : QModelIndex();
}

void AnchoredRowsView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return;
    }
    const int row = index.row();
    const int height = layoutOf(row).height();
    const int room = viewport()->height();
    const int top = rowTop(row);
    const bool above = top < 0;
    const bool below = top + height > room;
    if (hint == PositionAtTop || (hint == EnsureVisible && (above || (below && height > room)))) {
        scrollToRow(row, 0);
    } else if (hint == PositionAtBottom || (hint == EnsureVisible && below)) {
        scrollToRow(row, room - height);
    } else if (hint == PositionAtCenter) {
        scrollToRow(row, (room - height) / 2);
    }
}

void AnchoredRowsView::scrollToEnd()
{
    m_anchor.atBottom = true;
    settle();
}

void AnchoredRowsView::scrollToRow(int row, int y)
{
    const int inset = m_geometry.layout(row).textTop();
    m_anchor = {indexOf(row), y + inset, inset, false};
    settle();
}

int AnchoredRowsView::firstVisibleRow() const
{
    return rowAtViewport(0);
}

int AnchoredRowsView::lastVisibleRow() const
{
    return rowAtViewport(viewport()->height() - 1);
}

void AnchoredRowsView::setEstimate(int height, int padding)
{
    m_geometry.setEstimate(height);
    m_padding = padding;
    verticalScrollBar()->setSingleStep(height);
}

const MessageLayout &AnchoredRowsView::layoutOf(int row)
{
    if (m_geometry.measure(row) && !m_settling) {
        settle();
    }
    return m_geometry.layout(row);
}

void AnchoredRowsView::relayout()
{
    const bool anchored = m_anchor.row.isValid() && m_anchor.row.row() < rowCount();
    if (!anchored) {
        m_geometry.doubtAll();
        settle();
        return;
    }
    const int row = m_anchor.row.row();
    const int oldHeight = m_geometry.heights().height(row);
    const int top = m_anchor.y - m_anchor.inset;
    const double part = double(-top) / std::max(1, oldHeight);

    m_geometry.doubtAll();
    const MessageLayout &after = m_geometry.layout(row);
    // Of a row whose beginning is hidden so far that it would now be gone, the same part stays hidden.
    const bool gone = top < 0 && top + after.height() <= 0;
    m_anchor.y = (gone ? -int(part * after.height()) : top) + after.textTop();
    settle();
}

void AnchoredRowsView::relayoutRow(int row)
{
    m_geometry.doubt(row, row);
    settle();
}

void AnchoredRowsView::restyle()
{
    m_geometry.dropLayouts();
    viewport()->update();
}

QModelIndex AnchoredRowsView::indexOf(int row) const
{
    return model() != nullptr ? model()->index(row, 0, rootIndex()) : QModelIndex();
}

int AnchoredRowsView::rowTop(int row) const
{
    return contentTop(row) - m_value + std::max(0, viewport()->height() - contentHeight());
}

int AnchoredRowsView::rowAtViewport(int y) const
{
    return rowCount() == 0 ? -1 : rowAtContent(y - rowTop(0) + m_padding);
}

void AnchoredRowsView::updateGeometries()
{
    settle();
}

void AnchoredRowsView::scrollContentsBy(int, int)
{
    if (m_settling) {
        return;
    }
    const int value = verticalScrollBar()->value();
    const int distance = value - m_value;
    if (value >= verticalScrollBar()->maximum()) {
        m_anchor.atBottom = true;
    } else if (m_anchor.row.isValid() && std::abs(distance) <= 2 * viewport()->height()) {
        m_anchor.atBottom = false;
        m_anchor.y -= distance;
    } else {
        anchorAt(value);
        m_anchor.atBottom = false;
    }
    settle();
}

void AnchoredRowsView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    if (m_settling) {
        m_again = true;
    } else if (viewport()->width() != m_layoutWidth) {
        m_layoutWidth = viewport()->width();
        relayout();
    } else {
        settle();
    }
}

void AnchoredRowsView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    m_geometry.insert(first, last - first + 1);
    settle();
}

void AnchoredRowsView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, first, last);
    const int row = m_anchor.row.isValid() ? m_anchor.row.row() : -1;
    if (row < first || row > last) {
        return;
    }
    const int heir = last + 1 < rowCount() ? last + 1 : first - 1;
    if (heir >= 0) {
        m_anchor.inset = m_geometry.layout(heir).textTop();
        m_anchor.y = rowTop(heir) + m_anchor.inset;
        m_anchor.row = indexOf(heir);
    }
}

void AnchoredRowsView::rowsGone(const QModelIndex &, int first, int last)
{
    m_geometry.remove(first, last - first + 1);
    settle();
}

void AnchoredRowsView::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(first, last, roles);
    if (first.isValid() && last.row() < rowCount()) {
        m_geometry.doubt(first.row(), last.row());
        settle();
    }
}

void AnchoredRowsView::settle()
{
    if (m_settling) {
        return;
    }
    // A scroll bar that comes or goes changes the width, at most once in each direction.
    for (int round = 0; round < 3; ++round) {
        m_again = false;
        settleOnce();
        if (!m_again || viewport()->width() == m_layoutWidth) {
            break;
        }
        m_layoutWidth = viewport()->width();
        m_geometry.doubtAll();
    }
    viewport()->update();
    settled();
}

void AnchoredRowsView::settleOnce()
{
    const QScopedValueRollback guard(m_settling, true);
    int value = 0;
    do {
        value = wantedValue();
    } while (measureBetween(value, value + viewport()->height()));

    m_value = value;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, lastValue());
    verticalScrollBar()->setValue(value);
    anchorAt(value);
    m_anchor.atBottom = value == lastValue();
    if (rowCount() > 0) {
        m_geometry.keepOnly(firstVisibleRow() - spareLayouts, lastVisibleRow() + spareLayouts);
    }
}

bool AnchoredRowsView::measureBetween(int top, int bottom)
{
    bool changed = false;
    const int last = rowAtContent(bottom);
    for (int row = std::max(0, rowAtContent(top)); row <= last; ++row) {
        changed |= m_geometry.measure(row);
    }
    return changed;
}

void AnchoredRowsView::anchorAt(int value)
{
    const int row = rowAtContent(value);
    if (row < 0) {
        m_anchor.row = QPersistentModelIndex();
        return;
    }
    const int slack = std::max(0, viewport()->height() - contentHeight());
    m_anchor.row = indexOf(row);
    m_anchor.inset = m_geometry.layout(row).textTop();
    m_anchor.y = contentTop(row) - value + slack + m_anchor.inset;
}

int AnchoredRowsView::contentTop(int row) const
{
    return m_padding + int(m_geometry.heights().top(row));
}

int AnchoredRowsView::contentHeight() const
{
    return 2 * m_padding + int(m_geometry.heights().total());
}

int AnchoredRowsView::lastValue() const
{
    return std::max(0, contentHeight() - viewport()->height());
}

int AnchoredRowsView::wantedValue()
{
    if (m_anchor.atBottom || !m_anchor.row.isValid() || m_anchor.row.row() >= rowCount()) {
        return lastValue();
    }
    const int row = m_anchor.row.row();
    const int textTop = m_geometry.layout(row).textTop();
    return std::clamp(contentTop(row) + textTop - m_anchor.y, 0, lastValue());
}

} // namespace tincan
