#include "ui/models/roomlistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

RoomListModel::Room room(const QString &name, RoomKind kind = RoomKind::Room)
{
    RoomListModel::Room room;
    room.id = RoomId(name.toLower());
    room.name = name;
    room.kind = kind;
    return room;
}

} // namespace

class TestRoomListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void roomsStandUnderTheirServer();
    void theFirstRoomStaysOnTop();
    void directTalksHaveAHeadingWhileThereAreAny();
    void aServerGoesWithItsRooms();
    void headersCannotBeSelected();
    void aRenamedRoomMoves();
    void countsChangeInPlace();
    void unreadTalksAreAddressed();
    void theNextRoomPassesOverHeaders();
    void theNextUnreadRoomGoesRoundTheEnd();
    void aScreenReaderHearsTheCounts();
    void aRoomOfNoServerIsIgnored();
    void unreadRoomsComeFirstAndMutedOnesLast();
    void aHeldOrderChangesOnceItIsLetGo();
    void aCollapsedServerKeepsOnlyWhatIsUnread();

private:
    QStringList rows() const;

    std::unique_ptr<RoomListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestRoomListModel::init()
{
    m_model = std::make_unique<RoomListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setServer(1, {u"Kitchen"_s, u"hosted here"_s, Phase::Online});
}

void TestRoomListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

QStringList TestRoomListModel::rows() const
{
    QStringList rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        rows.append(m_model->index(row).data().toString());
    }
    return rows;
}

void TestRoomListModel::roomsStandUnderTheirServer()
{
    m_model->setServer(2, {u"Office"_s, u"192.168.1.20"_s, Phase::Connecting});
    m_model->setRoom(2, room(u"general"_s));
    m_model->setRoom(1, room(u"random"_s));
    m_model->setRoom(1, room(u"build 10"_s));
    m_model->setRoom(1, room(u"Build 9"_s));
    QCOMPARE(rows(), QStringList({u"Kitchen"_s, u"# Build 9"_s, u"# build 10"_s, u"# random"_s, u"Office"_s,
                                  u"# general"_s}));
    const QModelIndex general = m_model->index(5);
    QCOMPARE(general.data(RoomListModel::ServerRole).toInt(), 2);
    QCOMPARE(general.data(RoomListModel::RoomIdRole).toString(), u"general"_s);
    QCOMPARE(general.data(RoomListModel::PhaseRole).toInt(), int(Phase::Connecting));
    QCOMPARE(m_model->index(0).data(RoomListModel::SubtitleRole).toString(), u"hosted here"_s);
}

void TestRoomListModel::theFirstRoomStaysOnTop()
{
    m_model->setRoom(1, room(u"attic"_s));
    auto lounge = room(u"Lounge"_s);
    lounge.first = true;
    m_model->setRoom(1, lounge);
    QCOMPARE(rows(), QStringList({u"Kitchen"_s, u"# Lounge"_s, u"# attic"_s}));
}

void TestRoomListModel::directTalksHaveAHeadingWhileThereAreAny()
{
    m_model->setServer(2, {u"Office"_s, {}, Phase::Online});
    m_model->setRoom(1, room(u"Wojtek"_s, RoomKind::Direct));
    m_model->setRoom(1, room(u"lounge"_s));
    m_model->setRoom(1, room(u"Li Mei"_s, RoomKind::Direct));
    QCOMPARE(rows(),
             QStringList({u"Kitchen"_s, u"# lounge"_s, u"Direct"_s, u"Li Mei"_s, u"Wojtek"_s, u"Office"_s}));
    m_model->removeRoom(1, RoomId(u"li mei"_s));
    m_model->removeRoom(1, RoomId(u"wojtek"_s));
    QCOMPARE(rows(), QStringList({u"Kitchen"_s, u"# lounge"_s, u"Office"_s}));
}

void TestRoomListModel::aServerGoesWithItsRooms()
{
    m_model->setServer(2, {u"Office"_s, {}, Phase::Online});
    m_model->setRoom(1, room(u"lounge"_s));
    m_model->setRoom(1, room(u"Bo"_s, RoomKind::Direct));
    m_model->removeServer(1);
    QCOMPARE(rows(), QStringList({u"Office"_s}));
    m_model->removeServer(1);
    QCOMPARE(m_model->rowCount(), 1);
}

void TestRoomListModel::headersCannotBeSelected()
{
    m_model->setRoom(1, room(u"Bo"_s, RoomKind::Direct));
    QVERIFY(!(m_model->flags(m_model->index(0)) & Qt::ItemIsSelectable));
    QVERIFY(!(m_model->flags(m_model->index(1)) & Qt::ItemIsEnabled));
    QVERIFY(m_model->flags(m_model->index(2)) & Qt::ItemIsSelectable);
}

void TestRoomListModel::aRenamedRoomMoves()
{
    m_model->setRoom(1, room(u"a"_s));
    m_model->setRoom(1, room(u"b"_s));
    m_model->setRoom(1, room(u"c"_s));
    const QPersistentModelIndex a(m_model->index(1));
    auto renamed = room(u"a"_s);
    renamed.name = u"z"_s;
    m_model->setRoom(1, renamed);
    QCOMPARE(rows(), QStringList({u"Kitchen"_s, u"# b"_s, u"# c"_s, u"# z"_s}));
    QCOMPARE(a.row(), 3);
    renamed.name = u"bb"_s;
    m_model->setRoom(1, renamed);
    QCOMPARE(rows(), QStringList({u"Kitchen"_s, u"# b"_s, u"# bb"_s, u"# c"_s}));
}

void TestRoomListModel::countsChangeInPlace()
{
    auto lounge = room(u"lounge"_s);
    m_model->setRoom(1, lounge);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->setRoom(1, lounge);
    QCOMPARE(changed.count(), 0);
    lounge.unread = 3;
    m_model->setRoom(1, lounge);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(m_model->index(1).data(RoomListModel::UnreadRole).toInt(), 3);
    QVERIFY(!m_model->index(1).data(RoomListModel::AddressedRole).toBool());
    lounge.mentions = 1;
    m_model->setRoom(1, lounge);
    QVERIFY(m_model->index(1).data(RoomListModel::AddressedRole).toBool());
}

void TestRoomListModel::unreadTalksAreAddressed()
{
    auto bo = room(u"Bo"_s, RoomKind::Direct);
    m_model->setRoom(1, bo);
    QVERIFY(!m_model->index(2).data(RoomListModel::AddressedRole).toBool());
    bo.unread = 1;
    m_model->setRoom(1, bo);
    QVERIFY(m_model->index(2).data(RoomListModel::AddressedRole).toBool());
}

void TestRoomListModel::theNextRoomPassesOverHeaders()
{
    m_model->setServer(2, {u"Office"_s, {}, Phase::Online});
    m_model->setRoom(1, room(u"lounge"_s));
    m_model->setRoom(2, room(u"general"_s));
    QCOMPARE(m_model->neighbour(1, 1, false), 3);
    QCOMPARE(m_model->neighbour(3, 1, false), 1);
    QCOMPARE(m_model->neighbour(1, -1, false), 3);
    QCOMPARE(m_model->neighbour(-1, 1, false), 1);
    QCOMPARE(m_model->neighbour(-1, -1, false), 3);
}

void TestRoomListModel::theNextUnreadRoomGoesRoundTheEnd()
{
    m_model->setRoom(1, room(u"a"_s));
    m_model->setRoom(1, room(u"b"_s));
    m_model->setRoom(1, room(u"c"_s));
    QCOMPARE(m_model->neighbour(2, 1, true), -1);
    auto unread = room(u"a"_s);
    unread.unread = 1;
    m_model->setRoom(1, unread);
    QCOMPARE(m_model->neighbour(2, 1, true), 1);
    QCOMPARE(m_model->neighbour(1, 1, true), -1);
}

void TestRoomListModel::aScreenReaderHearsTheCounts()
{
    auto lounge = room(u"Lounge"_s);
    lounge.unread = 3;
    lounge.mentions = 1;
    auto bo = room(u"Bo"_s, RoomKind::Direct);
    bo.present = true;
    bo.draft = true;
    m_model->setRoom(1, lounge);
    m_model->setRoom(1, bo);
    QCOMPARE(m_model->index(0).data(Qt::AccessibleTextRole).toString(), u"Kitchen, hosted here"_s);
    QCOMPARE(m_model->index(1).data(Qt::AccessibleTextRole).toString(),
             u"Lounge, 3 unread, 1 mentioning you"_s);
    QCOMPARE(m_model->index(3).data(Qt::AccessibleTextRole).toString(), u"Bo, here, draft"_s);
}

void TestRoomListModel::aRoomOfNoServerIsIgnored()
{
    m_model->setRoom(7, room(u"lounge"_s));
    QCOMPARE(m_model->rowCount(), 1);
}

void TestRoomListModel::unreadRoomsComeFirstAndMutedOnesLast()
{
    for (const QString &name : {u"attic"_s, u"cellar"_s, u"garden"_s})
        m_model->setRoom(1, room(name));
    auto garden = room(u"garden"_s);
    garden.unread = 2;
    m_model->setRoom(1, garden);
    auto attic = room(u"attic"_s);
    attic.muted = true;
    attic.unread = 5;
    m_model->setRoom(1, attic);
    QCOMPARE(rows(), QStringList({u"Kitchen"_s, u"# garden"_s, u"# cellar"_s, u"# attic"_s}));
    QVERIFY(m_model->index(3).data(Qt::AccessibleTextRole).toString().contains(u"muted"_s));
    garden.unread = 0;
    m_model->setRoom(1, garden);
    QCOMPARE(rows(), QStringList({u"Kitchen"_s, u"# cellar"_s, u"# garden"_s, u"# attic"_s}));
}

void TestRoomListModel::aHeldOrderChangesOnceItIsLetGo()
{
    for (const QString &name : {u"attic"_s, u"cellar"_s, u"garden"_s})
        m_model->setRoom(1, room(name));
    m_model->setOrderHeld(true);
    for (const QString &name : {u"cellar"_s, u"garden"_s}) {
        auto unread = room(name);
        unread.unread = 1;
        m_model->setRoom(1, unread);
    }
    QCOMPARE(rows(), QStringList({u"Kitchen"_s, u"# attic"_s, u"# cellar"_s, u"# garden"_s}));
    QCOMPARE(m_model->index(3).data(RoomListModel::UnreadRole).toInt(), 1);
    m_model->setOrderHeld(false);
    QCOMPARE(rows(), QStringList({u"Kitchen"_s, u"# cellar"_s, u"# garden"_s, u"# attic"_s}));
}

void TestRoomListModel::aCollapsedServerKeepsOnlyWhatIsUnread()
{
    m_model->setRoom(1, room(u"attic"_s));
    auto lounge = room(u"lounge"_s);
    lounge.unread = 2;
    m_model->setRoom(1, lounge);
    auto noisy = room(u"noisy"_s);
    noisy.unread = 9;
    noisy.muted = true;
    m_model->setRoom(1, noisy);
    m_model->setServer(2, {u"Office"_s, {}, Phase::Online});
    m_model->setRoom(2, room(u"general"_s));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setCollapsed(1, true);
    QCOMPARE(changed.size(), 1);
    QStringList seen;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->isFolded(row))
            seen.append(m_model->index(row).data().toString());
    }
    QCOMPARE(seen, QStringList({u"Kitchen"_s, u"# lounge"_s, u"Office"_s, u"# general"_s}));
    QVERIFY(m_model->index(0).data(Qt::AccessibleTextRole).toString().endsWith(u"collapsed"_s));
    const int general = m_model->rowOf(2, RoomId(u"general"_s));
    QCOMPARE(m_model->neighbour(general, 1, false), m_model->rowOf(1, RoomId(u"lounge"_s)));
    QCOMPARE(m_model->neighbour(m_model->rowOf(1, RoomId(u"lounge"_s)), 1, false), general);
    m_model->setCollapsed(1, false);
    QVERIFY(!m_model->isFolded(m_model->rowOf(1, RoomId(u"attic"_s))));
}

QTEST_GUILESS_MAIN(TestRoomListModel)
#include "tst_roomlistmodel.moc"
