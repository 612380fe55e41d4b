#include "tests/widgets/conversationfixture.h"

#include <QTest>

using namespace tincan;
using namespace tincan::conversation;
using namespace Qt::StringLiterals;

/// Where a view opens, and what it takes for read.
class TestConversationOpening : public ConversationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void itOpensAtTheBottom();
    void itOpensAtTheUnreadLine();
    void whatWasBeforeTheUnreadLineGetsItsRoomWhenItComes();
    void onlyTheFirstPageThatComesMovesItToTheUnreadLine();
    void itOpensAtTheNewestWhereThatIsWanted();
    void theLastMessageIsReadInAnActiveWindowOnly();
    void whatIsReadIsToldAgainWhenMoreWasBefore();
};

void TestConversationOpening::itOpensAtTheBottom()
{
    show(300);
    QVERIFY(m_view->isAtBottom());
    QCOMPARE(m_view->lastVisibleRow(), 299);
    const QRect last = m_view->visualRect(m_model->index(299));
    QVERIFY(last.bottom() < m_view->viewport()->height());
    QVERIFY(last.bottom() > m_view->viewport()->height() - 20);
}

void TestConversationOpening::itOpensAtTheUnreadLine()
{
    m_model->rows = sampleRows(0, 300);
    m_model->rows[200].startsUnread = true;
    open();
    QVERIFY(!m_view->isAtBottom());
    const int top = m_view->visualRect(m_model->index(200)).top();
    QVERIFY(top >= 0 && top < m_view->viewport()->height() / 2);
}

void TestConversationOpening::whatWasBeforeTheUnreadLineGetsItsRoomWhenItComes()
{
    m_model->rows = sampleRows(1'000, 300);
    m_model->rows[0].startsUnread = true;
    open();
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    m_model->insert(0, sampleRows(0, 100));
    const int top = m_view->visualRect(m_model->index(100)).top();
    QVERIFY(top > 0 && top < m_view->viewport()->height() / 2);
    m_view->scrollToRow(150, 0); // by a reader
    m_model->insert(0, sampleRows(5'000, 100));
    QVERIFY(m_view->visualRect(m_model->index(250)).top() < m_view->viewport()->height() / 2);
}

void TestConversationOpening::onlyTheFirstPageThatComesMovesItToTheUnreadLine()
{
    const auto prepend = [this](int number) {
        std::vector<SampleRow> page = sampleRows(number, 100);
        page.front().startsUnread = true;
        m_model->insert(0, page);
        m_model->change(100, [](SampleRow &row) { row.startsUnread = false; });
    };
    m_model->rows = sampleRows(2'000, 100);
    m_model->rows[0].startsUnread = true;
    open();
    prepend(1'000);
    QCOMPARE(m_view->firstVisibleRow(), 0);
    const int before = textY(5);
    prepend(0);
    QVERIFY(std::abs(textY(105) - before) < 40); // the line itself is gone
}

void TestConversationOpening::itOpensAtTheNewestWhereThatIsWanted()
{
    m_model->rows = sampleRows(0, 300);
    m_model->rows[200].startsUnread = true;
    m_view->setOpensAtNewest(true);
    open();
    QVERIFY(m_view->isAtBottom());
    m_view->jumpToUnread();
    QVERIFY(!m_view->isAtBottom());
}

void TestConversationOpening::theLastMessageIsReadInAnActiveWindowOnly()
{
    show(300);
    QSignalSpy read(m_view.get(), &ConversationView::readUpTo);
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_model->append({sampleRow(300)});
    QVERIFY(!read.isEmpty());
    QCOMPARE(read.last().first().toLongLong(), m_model->rows.back().seq);
    read.clear();
    scrollUp(100);
    m_model->append({sampleRow(301)});
    QCOMPARE(read.count(), 0);

    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_view->jumpToLatest();
    m_model->append({sampleRow(302)});
    QCOMPARE(read.count(), 0);
    m_view->activateWindow();
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(read.last().first().toLongLong(), m_model->rows.back().seq);
}

/// Whoever is told may not have taken it for read, as not all of it was loaded.
void TestConversationOpening::whatIsReadIsToldAgainWhenMoreWasBefore()
{
    QSignalSpy read(m_view.get(), &ConversationView::readUpTo);
    m_model->rows = sampleRows(1'000, 2);
    m_view->resize(600, 500);
    m_view->setModel(m_model.get());
    m_view->show();
    m_view->activateWindow();
    QTRY_COMPARE(read.count(), 1);
    m_model->insert(0, sampleRows(0, 1));
    QVERIFY(m_view->isAtBottom());
    QTRY_COMPARE(read.count(), 2);
    QCOMPARE(read.last(), read.first());
}

QTEST_MAIN(TestConversationOpening)
#include "tst_conversationopening.moc"
