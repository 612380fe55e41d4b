#include "ui/widgets/nearbylistview.h"

#include "ui/models/nearbyrooms.h"
#include "ui/widgets/sidepainting.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// "Robotics lab · 6 people", and over the first one the heading.
class NearbyRowDelegate final : public QStyledItemDelegate
{
public:
    NearbyRowDelegate(const QString &heading, QObject *parent)
        : QStyledItemDelegate(parent), m_heading(heading)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const Tokens tokens = tokensFor(option.palette);
        const int outside = sideMargin(option.font);
        const int heading = headingHeight(option, index);
        if (heading > 0) {
            const QRect top(option.rect.topLeft(), QSize(option.rect.width(), heading));
            paintSection(*painter, top.adjusted(2 * outside, 0, -2 * outside, -outside / 2), m_heading,
                         option.font, tokens);
        }
        const QRect row = option.rect.adjusted(outside, heading, -outside, 0);
        const bool focused =
            (option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus);
        const bool hovered = option.state & QStyle::State_MouseOver;
        paintRowGround(*painter, row, hovered ? tokens.hover : QColor(), focused ? tokens.accent : QColor());
        painter->setFont(option.font);
        painter->setPen(tokens.dim);
        const QString text =
            index.data().toString() + u" · "_s + index.data(NearbyRooms::PeopleRole).toString();
        const QRect box = row.adjusted(outside, 0, -outside, 0);
        painter->drawText(box, int(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine),
                          option.fontMetrics.elidedText(text, Qt::ElideRight, box.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int row = sideRowHeight(option.font);
        return {row * 4, row + headingHeight(option, index)};
    }

private:
    static int headingHeight(const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        return index.row() == 0 ? sideRowHeight(option.font) * 5 / 4 : 0;
    }

    QString m_heading;
};

} // namespace

NearbyListView::NearbyListView(QWidget *parent) : QListView(parent)
{
    //: heading above the rooms found on this network
    const QString heading = tr("Nearby");
    setAccessibleName(heading);
    setItemDelegate(new NearbyRowDelegate(heading, this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false); // the sidebar shows through
    connect(this, &QAbstractItemView::clicked, this, &NearbyListView::choose);
    connect(this, &QAbstractItemView::activated, this, &NearbyListView::choose);
    hide();
}

void NearbyListView::setRooms(NearbyRooms &rooms)
{
    setModel(&rooms);
    connect(&rooms, &QAbstractItemModel::rowsInserted, this, &NearbyListView::showWhetherEmpty);
    connect(&rooms, &QAbstractItemModel::rowsRemoved, this, &NearbyListView::showWhetherEmpty);
    showWhetherEmpty();
}

void NearbyListView::showWhetherEmpty()
{
    setVisible(model()->rowCount() > 0);
}

void NearbyListView::updateGeometries()
{
    QListView::updateGeometries();
    updateGeometry();
}

QSize NearbyListView::sizeHint() const
{
    return {QListView::sizeHint().width(), rowsHeight(*this)};
}

/// Three rows, and the heading, stay to be seen however many there are.
QSize NearbyListView::minimumSizeHint() const
{
    const int threeRows = sideRowHeight(font()) * 17 / 4;
    return {QListView::minimumSizeHint().width(), std::min(sizeHint().height(), threeRows)};
}

void NearbyListView::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT roomChosen(index.data(NearbyRooms::AddressRole).toString());
}

} // namespace tincan
