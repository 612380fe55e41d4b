#pragma once

#include <QListView>

namespace tincan {

/// The rooms of all servers and the direct talks, over a RoomListModel. No higher than its rows. The current
/// row is the room that is shown; it is named "Rooms" for a screen reader.
class RoomListView : public QListView
{
    Q_OBJECT

public:
    explicit RoomListView(QWidget *parent = nullptr);

    /// Shows which row is current, without roomChosen(). -1: none.
    void showCurrent(int row);

    QSize sizeHint() const override;

Q_SIGNALS:
    void roomChosen(int row); ///< by mouse or keyboard
    void hovered(bool inside);
    void menuRequested(int row, const QPoint &at); ///< of a room; global

protected:
    void updateGeometries() override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    bool m_showing = false;
};

} // namespace tincan
