#include "tests/models/roomevents.h"
#include "ui/models/conversationmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

class TestUnreadLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theUnreadLineStandsAboveItsMessage();
    void theUnreadLineIsFoundWithoutASearch();
    void theUnreadLineMovesUpAsHistoryComes();
    void theUnreadLineStandsWhenItsRowIsTold();
    void unreadCountsLeaveOutMineAndNotices();

private:
    bool flag(int row, int role) const { return m_model->data(m_model->index(row), role).toBool(); }

    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestUnreadLine::init()
{
    m_model = std::make_unique<ConversationModel>(QTimeZone("Asia/Shanghai"));
    m_model->setMe(MemberId(u"id-Ada"_s), u"Ada"_s);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestUnreadLine::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestUnreadLine::theUnreadLineStandsAboveItsMessage()
{
    m_model->appendEvents(
        {message(1, u"Bo"_s, u"a"_s), message(2, u"Bo"_s, u"b"_s), message(3, u"Bo"_s, u"c"_s)});
    QVERIFY(!flag(1, conversation::StartsGroupRole));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setUnreadFrom(2);
    QVERIFY(!flag(0, conversation::StartsUnreadRole));
    QVERIFY(flag(1, conversation::StartsUnreadRole));
    QVERIFY(flag(1, conversation::StartsGroupRole)); // the line parts the run
    QVERIFY(!flag(2, conversation::StartsUnreadRole));
    QCOMPARE(changed.count(), 1);
    m_model->setUnreadFrom(3);
    QVERIFY(!flag(1, conversation::StartsUnreadRole));
    QVERIFY(flag(2, conversation::StartsUnreadRole));
    QCOMPARE(changed.count(), 3);
    m_model->setUnreadFrom(0);
    QVERIFY(!flag(2, conversation::StartsUnreadRole));
}

void TestUnreadLine::theUnreadLineIsFoundWithoutASearch()
{
    m_model->appendEvents(
        {message(1, u"Bo"_s, u"a"_s), message(2, u"Bo"_s, u"b"_s), message(3, u"Bo"_s, u"c"_s)});
    const auto found = [this](int from) {
        QList<int> rows;
        const auto indexes =
            m_model->match(m_model->index(from), conversation::StartsUnreadRole, true, 1, Qt::MatchExactly);
        for (const QModelIndex &index : indexes)
            rows.append(index.row());
        return rows;
    };
    QVERIFY(found(0).isEmpty());
    m_model->setUnreadFrom(2);
    QCOMPARE(found(0), QList<int>{1});
    QCOMPARE(found(1), QList<int>{1});
    QVERIFY(found(2).isEmpty());
}

void TestUnreadLine::theUnreadLineMovesUpAsHistoryComes()
{
    m_model->appendEvents({message(5, u"Bo"_s, u"five"_s)});
    m_model->setUnreadFrom(3);
    QVERIFY(flag(0, conversation::StartsUnreadRole));
    m_model->prependHistory(
        {message(2, u"Bo"_s, u"two"_s), message(3, u"Bo"_s, u"three"_s), message(4, u"Bo"_s, u"four"_s)},
        true);
    QVERIFY(flag(1, conversation::StartsUnreadRole));
    QVERIFY(!flag(3, conversation::StartsUnreadRole));
    m_model->setUnreadFrom(9);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QVERIFY(!flag(row, conversation::StartsUnreadRole));
    }
    m_model->appendEvents({message(9, u"Bo"_s, u"nine"_s)});
    QVERIFY(flag(4, conversation::StartsUnreadRole));
}

/// So that a view that opens there finds it.
void TestUnreadLine::theUnreadLineStandsWhenItsRowIsTold()
{
    m_model->appendEvents({message(5, u"Bo"_s, u"five"_s)});
    m_model->setUnreadFrom(3);
    QList<bool> lines;
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, [this, &lines] {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            lines.append(flag(row, conversation::StartsUnreadRole));
        }
    });
    m_model->prependHistory(
        {message(2, u"Bo"_s, u"two"_s), message(3, u"Bo"_s, u"three"_s), message(4, u"Bo"_s, u"four"_s)},
        true);
    QCOMPARE(lines, QList<bool>({false, true, false, false}));
}

void TestUnreadLine::unreadCountsLeaveOutMineAndNotices()
{
    RoomEvent topic = message(4, u"Bo"_s, u"Topic"_s);
    topic.kind = EventKind::Topic;
    m_model->appendEvents({message(1, u"Bo"_s, u"a"_s), message(2, u"Ada"_s, u"b"_s),
                           message(3, u"Bo"_s, u"Ada!"_s), topic, message(5, u"Cy"_s, u"e"_s)});
    m_model->addNotice(u"n"_s, morning);
    QCOMPARE(m_model->unreadBetween(0, 5), (ConversationModel::Unread{3, 1, 1}));
    QCOMPARE(m_model->unreadBetween(1, 5), (ConversationModel::Unread{2, 1, 3}));
    QCOMPARE(m_model->unreadBetween(1, 3), (ConversationModel::Unread{1, 1, 3}));
    QCOMPARE(m_model->unreadBetween(5, 100), (ConversationModel::Unread{0, 0, 0}));
}

QTEST_GUILESS_MAIN(TestUnreadLine)
#include "tst_unreadline.moc"
