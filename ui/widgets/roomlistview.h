#pragma once

#include <QListView>

namespace tincan {

/// The rooms of all servers and the direct talks, over a RoomListModel. No higher than its rows. The current
/// row is the room that is shown; it is named "Rooms" for a screen reader. A server's rooms are put away and
/// brought back by a click on its header, or by the arrow keys to the left and the right.
class RoomListView : public QListView
{
    Q_OBJECT

public:
    explicit RoomListView(QWidget *parent = nullptr);

    /// Shows which row is current, without roomChosen(). -1: none.
    void showCurrent(int row);

    void setModel(QAbstractItemModel *model) override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void roomChosen(int row); ///< by mouse or keyboard
    void hovered(bool inside);
    void collapseChosen(int server, bool collapsed);
    void menuRequested(int row, const QPoint &at); ///< of a room; global

protected:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void updateGeometries() override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fold(int first, int last);

    bool m_showing = false;
};

} // namespace tincan
