#include "ui/models/roomlistmodel.h"
#include "ui/widgets/roomlistview.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestRoomListView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void arrowKeysMoveOverHeadersAndChooseRooms();
    void aClickChoosesARoom();
    void aClickOnAHeaderChoosesNothing();
    void showingARoomDoesNotChooseIt();
    void showingNoneClearsTheSelection();
    void aFilledBadgeTellsThatIAmAddressed();
    void screenRepaintsInTheSchemeOfItsPalette();
    void aScreenReaderHearsRoomAndUnread();
    void aClickOnAServerPutsItsRoomsAway();
    void sidewaysKeysPutRoomsAwayAndBringThemBack();
    void theRoomThatIsShownStaysInSight();

private:
    void fill();
    void collapseWhenAsked();
    QColor pixelOf(int row, int fromRight) const;
    bool hasPixel(int row, const QColor &color) const;

    std::unique_ptr<RoomListModel> m_model;
    std::unique_ptr<RoomListView> m_view;
};

void TestRoomListView::init()
{
    applyTheme(*qApp, ColorScheme::Light);
    m_model = std::make_unique<RoomListModel>();
    fill();
    m_view = std::make_unique<RoomListView>();
    m_view->setModel(m_model.get());
    m_view->resize(228, 420);
    m_view->show();
}

void TestRoomListView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestRoomListView::fill()
{
    const auto add = [this](int server, const QString &name, RoomKind kind, auto change) {
        RoomListModel::Room room;
        room.id = RoomId(name);
        room.name = name;
        room.kind = kind;
        change(room);
        m_model->setRoom(server, room);
    };
    m_model->setServer(1, {u"Ada's kitchen"_s, u"hosted here"_s, Phase::Online});
    add(1, u"Lounge"_s, RoomKind::Room, [](auto &room) { room.first = true; });
    add(1, u"build-farm"_s, RoomKind::Room, [](auto &room) {
        room.unread = 3;
        room.mentions = 1;
    });
    add(1, u"random"_s, RoomKind::Room, [](auto &room) { room.unread = 12; });
    add(1, u"Li Mei"_s, RoomKind::Direct, [](auto &room) {
        room.unread = 1;
        room.present = true;
    });
    add(1, u"Wojtek"_s, RoomKind::Direct, [](auto &room) { room.draft = true; });
    m_model->setServer(2, {u"Office"_s, u"192.168.1.20"_s, Phase::Online});
    add(2, u"general"_s, RoomKind::Room, [](auto &room) { room.first = true; });
}

QColor TestRoomListView::pixelOf(int row, int fromRight) const
{
    const QRect rect = m_view->visualRect(m_model->index(row, 0));
    const QImage image = m_view->viewport()->grab().toImage();
    return image.pixelColor(rect.right() - fromRight, rect.center().y() - 6);
}

bool TestRoomListView::hasPixel(int row, const QColor &color) const
{
    const QImage image = m_view->viewport()->grab(m_view->visualRect(m_model->index(row, 0))).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color) {
                return true;
            }
        }
    }
    return false;
}

void TestRoomListView::arrowKeysMoveOverHeadersAndChooseRooms()
{
    QSignalSpy chosen(m_view.get(), &RoomListView::roomChosen);
    m_view->showCurrent(3);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 5);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(chosen.at(1).at(0).toInt(), 3);
}

void TestRoomListView::aClickChoosesARoom()
{
    QSignalSpy chosen(m_view.get(), &RoomListView::roomChosen);
    const QPoint center = m_view->visualRect(m_model->index(2, 0)).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, center);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 2);
}

void TestRoomListView::aClickOnAHeaderChoosesNothing()
{
    QSignalSpy chosen(m_view.get(), &RoomListView::roomChosen);
    const QPoint center = m_view->visualRect(m_model->index(0, 0)).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, center);
    QCOMPARE(chosen.size(), 0);
}

void TestRoomListView::showingARoomDoesNotChooseIt()
{
    QSignalSpy chosen(m_view.get(), &RoomListView::roomChosen);
    m_view->showCurrent(2);
    QCOMPARE(m_view->currentIndex().row(), 2);
    QVERIFY(m_view->selectionModel()->isRowSelected(2));
    QCOMPARE(chosen.size(), 0);
}

void TestRoomListView::showingNoneClearsTheSelection()
{
    m_view->showCurrent(2);
    m_view->showCurrent(-1);
    QVERIFY(!m_view->currentIndex().isValid());
    QVERIFY(!m_view->selectionModel()->hasSelection());
}

void TestRoomListView::aFilledBadgeTellsThatIAmAddressed()
{
    const Tokens tokens = tokensFor(m_view->palette());
    int addressed = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(RoomListModel::UnreadRole).toInt() == 0)
            continue;
        const bool filled = index.data(RoomListModel::AddressedRole).toBool();
        QCOMPARE(hasPixel(row, tokens.accent), filled);
        addressed += filled ? 1 : 0;
    }
    QVERIFY(addressed > 0);
}

void TestRoomListView::screenRepaintsInTheSchemeOfItsPalette()
{
    m_view->showCurrent(1);
    QCOMPARE(pixelOf(1, 40), QColor(0xdde8fb));
    m_view->setPalette(darkPalette());
    QCOMPARE(pixelOf(1, 40), QColor(0x263650));
}

void TestRoomListView::aScreenReaderHearsRoomAndUnread()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->text(QAccessible::Name), u"Rooms"_s);
    QCOMPARE(list->child(2)->text(QAccessible::Name),
             m_model->index(2, 0).data(Qt::AccessibleTextRole).toString());
}

void TestRoomListView::collapseWhenAsked()
{
    connect(m_view.get(), &RoomListView::collapseChosen, m_model.get(), &RoomListModel::setCollapsed);
}

void TestRoomListView::aClickOnAServerPutsItsRoomsAway()
{
    collapseWhenAsked();
    const int tall = m_view->sizeHint().height();
    const int lounge = m_model->rowOf(1, RoomId(u"Lounge"_s));
    const auto click = [this] {
        const QPoint center = m_view->visualRect(m_model->index(0, 0)).center();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, center);
    };
    click();
    QVERIFY(m_view->isRowHidden(lounge));
    QVERIFY(!m_view->isRowHidden(m_model->rowOf(1, RoomId(u"random"_s)))); // has unread messages
    QVERIFY(!m_view->isRowHidden(m_model->rowOf(2, RoomId(u"general"_s))));
    QVERIFY(m_view->sizeHint().height() < tall);
    click();
    QVERIFY(!m_view->isRowHidden(lounge));
    QCOMPARE(m_view->sizeHint().height(), tall);
}

void TestRoomListView::sidewaysKeysPutRoomsAwayAndBringThemBack()
{
    collapseWhenAsked();
    m_view->showCurrent(m_model->rowOf(1, RoomId(u"random"_s)));
    const int lounge = m_model->rowOf(1, RoomId(u"Lounge"_s));
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(m_view->isRowHidden(lounge));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(!m_view->isRowHidden(lounge));
    m_view->setLayoutDirection(Qt::RightToLeft);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(m_view->isRowHidden(lounge));
}

void TestRoomListView::theRoomThatIsShownStaysInSight()
{
    m_model->setCollapsed(1, true);
    const int lounge = m_model->rowOf(1, RoomId(u"Lounge"_s));
    QVERIFY(m_view->isRowHidden(lounge));
    m_view->showCurrent(lounge);
    QVERIFY(!m_view->isRowHidden(lounge));
    m_view->showCurrent(m_model->rowOf(2, RoomId(u"general"_s)));
    QVERIFY(m_view->isRowHidden(m_model->rowOf(1, RoomId(u"Lounge"_s))));
}

QTEST_MAIN(TestRoomListView)
#include "tst_roomlistview.moc"
