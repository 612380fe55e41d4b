#pragma once

#include "ui/widgets/rowgeometry.h"

#include <QAbstractItemView>
#include <QPersistentModelIndex>

namespace tincan {

/// A column of rows of any height. Whatever happens to other rows, to the width or to the font, the topmost
/// visible row stays where it is; only at the very bottom does the view follow what is added. Rows that were
/// never visible cost no layout.
class AnchoredRowsView : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit AnchoredRowsView(QWidget *parent = nullptr);
    ~AnchoredRowsView() override;

    void setModel(QAbstractItemModel *model) override;
    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;
    void doItemsLayout() override;

    bool isAtBottom() const { return m_anchor.atBottom; }
    void scrollToEnd();
    /// Puts the row's top at y of the viewport, or as near to it as the ends allow.
    void scrollToRow(int row, int y);

    int rowCount() const { return m_geometry.heights().count(); }
    int firstVisibleRow() const; ///< -1 without rows
    int lastVisibleRow() const;  ///< -1 without rows

    /// How many rows own a layout now.
    int layoutCount() const { return m_geometry.layoutCount(); }

protected:
    virtual std::unique_ptr<MessageLayout> layOut(const QModelIndex &index, int width) const = 0;
    /// Called after each change of what is visible.
    virtual void settled() {}

    void setEstimate(int height, int padding);
    /// Everything has to be laid out anew.
    void relayout();
    void relayoutRow(int row); ///< only this one has to
    /// Everything has to be painted anew; no height changes.
    void restyle();

    /// Valid until the next row is asked for.
    const MessageLayout &layoutOf(int row);
    QModelIndex indexOf(int row) const;
    int rowTop(int row) const;      ///< in the viewport
    int rowAtViewport(int y) const; ///< the nearest one; -1 without rows

    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override { return m_value; }
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &, QItemSelectionModel::SelectionFlags) override {}
    QRegion visualRegionForSelection(const QItemSelection &) const override { return {}; }
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;

protected Q_SLOTS:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last,
                     const QList<int> &roles = {}) override;
    virtual void rowsGone(const QModelIndex &parent, int first, int last);

private:
    /// The row that is held still: its text's top stands at y of the viewport.
    struct Anchor
    {
        QPersistentModelIndex row;
        int y = 0;
        int inset = 0; ///< from the row's top to its text's
        bool atBottom = true;
    };

    void settle();
    void settleOnce();
    bool measureBetween(int top, int bottom);
    void anchorAt(int value);
    int contentTop(int row) const;
    int contentHeight() const;
    int lastValue() const;
    int wantedValue();
    int rowAtContent(int y) const { return m_geometry.heights().rowAt(y - m_padding); }

    RowGeometry m_geometry;
    Anchor m_anchor;
    QList<QMetaObject::Connection> m_connections;
    int m_padding = 0;
    int m_value = 0;
    int m_layoutWidth = 0;
    bool m_settling = false;
    bool m_again = false;
};

} // namespace tincan
