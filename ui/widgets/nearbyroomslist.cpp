#include "ui/widgets/nearbyroomslist.h"

#include "ui/models/nearbyrooms.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidepainting.h"

#include <QFrame>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// The dot of a room that is open.
class OpenDot final : public QWidget
{
public:
    OpenDot()
    {
        const int size = fontMetrics().height() * 3 / 5;
        setFixedSize(size, size);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintPresence(painter, rect(), true, tokensFor(palette()));
    }
};

} // namespace

/// One room: dot, name, whose and how many, Join.
class NearbyRoomRow final : public QFrame
{
    Q_OBJECT

public:
    NearbyRoomRow() : m_name(new ElidedLabel), m_hint(new ElidedLabel)
    {
        setProperty("card", true);
        QFont bold = m_name->font();
        bold.setBold(true);
        m_name->setFont(bold);
        m_hint->setProperty("kind", u"hint"_s);
        m_join = new QPushButton(tr("Join"));
        auto *columns = new QHBoxLayout(this);
        columns->setContentsMargins(9, 5, 8, 5);
        columns->setSpacing(8);
        columns->addWidget(new OpenDot);
        columns->addWidget(m_name);
        columns->addWidget(m_hint, 1);
        columns->addWidget(m_join);
        connect(m_join, &QPushButton::clicked, this, &NearbyRoomRow::joinClicked);
    }

    void showRoom(const QModelIndex &room)
    {
        m_name->setFullText(room.data().toString());
        m_hint->setFullText(room.data(NearbyRooms::SummaryRole).toString());
        m_hint->setAccessibleName(room.data(Qt::AccessibleTextRole).toString());
        m_join->setAccessibleName(tr("Join %1").arg(room.data().toString()));
        m_join->setToolTip(room.data(NearbyRooms::AddressRole).toString());
    }

Q_SIGNALS:
    void joinClicked();

private:
    ElidedLabel *m_name;
    ElidedLabel *m_hint;
    QPushButton *m_join;
};

NearbyRoomsList::NearbyRoomsList(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_nothing(new QWidget),
      m_tried(makeLabel({}, LabelKind::Hint))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    //: heading above the rooms found on this network
    m_column->addWidget(makeLabel(tr("Nearby"), LabelKind::Section));
    auto *enter = new QPushButton(tr("Enter an Address"));
    connect(enter, &QPushButton::clicked, this, &NearbyRoomsList::addressWanted);
    auto *across = new QHBoxLayout(m_nothing);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(12);
    across->addWidget(m_tried, 1);
    across->addWidget(enter);
    m_column->addWidget(m_nothing);
    hide();
}

void NearbyRoomsList::setRooms(NearbyRooms &rooms)
{
    m_rooms = &rooms;
    connect(&rooms, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&rooms, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(
        &rooms, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) { changeRows(first.row(), last.row()); });
    connect(&rooms, &NearbyRooms::emptyTextChanged, this, &NearbyRoomsList::showWhetherEmpty);
    insertRows(0, rooms.rowCount() - 1);
}

void NearbyRoomsList::insertRows(int first, int last)
{
    constexpr int above = 2; // the heading, and what is said where there is no row
    for (int at = first; at <= last; ++at) {
        auto *row = new NearbyRoomRow;
        connect(row, &NearbyRoomRow::joinClicked, this,
                [this, row] { Q_EMIT joinRequested(m_rooms->address(int(m_rows.indexOf(row)))); });
        m_rows.insert(at, row);
        m_column->insertWidget(above + at, row);
    }
    changeRows(first, last);
    showWhetherEmpty();
}

void NearbyRoomsList::removeRows(int first, int last)
{
    for (int at = last; at >= first; --at) {
        NearbyRoomRow *row = m_rows.takeAt(at);
        row->hide();
        row->deleteLater(); // its button may be the one that is being clicked
    }
    showWhetherEmpty();
}

void NearbyRoomsList::changeRows(int first, int last)
{
    for (int at = first; at <= last; ++at) {
        m_rows.at(at)->showRoom(m_rooms->index(at));
    }
}

void NearbyRoomsList::showWhetherEmpty()
{
    m_tried->setText(m_rooms->emptyText());
    m_nothing->setVisible(m_rows.isEmpty());
    setVisible(m_rooms->isSearched() || !m_rows.isEmpty());
}

} // namespace tincan

#include "nearbyroomslist.moc"
