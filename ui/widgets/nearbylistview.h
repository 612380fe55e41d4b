#pragma once

#include <QListView>

namespace tincan {

class NearbyRooms;

/// The rooms nearby at the side of the window, under a heading of their own. As high as its rows, as far as
/// there is room; not there while nothing is nearby. Named "Nearby" for a screen reader.
class NearbyListView : public QListView
{
    Q_OBJECT

public:
    explicit NearbyListView(QWidget *parent = nullptr);

    void setRooms(NearbyRooms &rooms); ///< which must outlive the view

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void roomChosen(const QString &address); ///< by mouse or keyboard

protected:
    void updateGeometries() override;

private:
    void showWhetherEmpty();
    void choose(const QModelIndex &index);
};

} // namespace tincan
