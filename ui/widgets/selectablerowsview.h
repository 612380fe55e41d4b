#pragma once

#include "ui/widgets/anchoredrowsview.h"
#include "ui/widgets/textselection.h"

#include <QBasicTimer>
#include <QElapsedTimer>

namespace tincan {

/// Adds the selection of text across rows, with the mouse and the keyboard, and its way to the clipboard.
class SelectableRowsView : public AnchoredRowsView
{
    Q_OBJECT

public:
    using AnchoredRowsView::AnchoredRowsView;

    const TextSelection &textSelection() const { return m_selection; }
    void setTextSelection(const TextPosition &fixed, const TextPosition &moving);
    void clearTextSelection();
    QString selectedText() const { return m_selection.text(); }
    void reset() override;

public Q_SLOTS:
    void selectAll() override;
    void copySelection() const;

Q_SIGNALS:
    void textSelectionChanged();

protected:
    /// The position in the text that is nearest to a point of the viewport; invalid without rows.
    TextPosition positionAt(const QPoint &point);
    bool isSelecting() const { return m_dragging; }

    /// Shift with an arrow key moves the end of the selection; false where the key means something else.
    bool extendByKey(const QKeyEvent &event, const QModelIndex &current);

    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void beginDrag(const QPoint &point, SelectionUnit unit);
    void dragTo(const QPoint &point);
    bool isThirdClick(const QPoint &point) const;
    TextPosition stepped(const TextPosition &from, int key, bool byWord);
    TextPosition verticallyStepped(const TextPosition &from, int lines);
    void changed();

    TextSelection m_selection;
    QBasicTimer m_autoScroll;
    QPoint m_dragPoint;
    QElapsedTimer m_sinceDoubleClick;
    QPoint m_doubleClickPoint;
    bool m_dragging = false;
};

} // namespace tincan
