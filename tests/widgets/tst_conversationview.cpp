#include "tests/widgets/conversationfixture.h"

#include <QTest>

using namespace tincan;
using namespace tincan::conversation;
using namespace Qt::StringLiterals;

class TestConversationView : public ConversationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aHundredThousandRowsOpenAtOnceAndFewAreLaidOut();
    void aHundredThousandRowsScrollFast();
    void aMessageOfTheGreatestLengthIsShown();
    void anUnbrokenTextWraps_data();
    void anUnbrokenTextWraps();
    void midnightMakesTodayYesterday();
    void aPlaceThatIsNoMessageIsNotShown();
    void atTheBottomItFollowsWhatIsAdded();
    void onePixelUpIsReadingHistory();
    void arrivalsMoveNothingThatIsRead();
    void olderPagesMoveNothingThatIsRead();
    void aFirstRowThatLosesItsDayLineKeepsItsTextStill();
    void aWidthMovesNothingThatIsRead();
    void aTextSizeMovesNothingThatIsRead();
    void aChangedRowAboveMovesNothingThatIsRead();
    void scrollingMovesTheTextByExactlyThatMuch();
    void removalsAboveMoveNothingThatIsRead();
    void removingTheAnchorKeepsTheNextRowStill();
    void randomChangesNeverLoseTheGeometry();
    void myOwnMessageScrollsToTheEnd();
    void theJumpButtonCountsAndHides();
    void theJumpButtonGoesToTheUnreadLineFirst();
    void nearTheBeginningItAsksOnceForOlder();
    void rightToLeftMirrorsTheRow();
    void aResetStartsAnew();
};

void TestConversationView::aHundredThousandRowsOpenAtOnceAndFewAreLaidOut()
{
    m_model->rows = sampleRows(0, 100'000);
    m_view->resize(600, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QElapsedTimer timer;
    timer.start();
    m_view->setModel(m_model.get());
    m_view->grab();
    const qint64 opening = timer.elapsed();
    qInfo() << "opened in" << opening << "ms";
    QVERIFY(opening < 5000);
    QCOMPARE(m_view->rowCount(), 100'000);
    QVERIFY(m_view->layoutCount() > 5);
    QVERIFY(m_view->layoutCount() < 100);
    QCOMPARE(m_view->lastVisibleRow(), 99'999);
}

void TestConversationView::aHundredThousandRowsScrollFast()
{
    show(100'000);
    QElapsedTimer timer;
    timer.start();
    constexpr int frames = 200;
    for (int i = 0; i < frames; ++i) {
        QScrollBar *bar = m_view->verticalScrollBar();
        bar->setValue(bar->value() - 90);
        m_view->viewport()->repaint();
    }
    const double frame = double(timer.elapsed()) / frames;
    qInfo() << "scrolled in" << frame << "ms a frame";
    QVERIFY(frame < 400);
    QVERIFY(m_view->layoutCount() < 100);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    QVERIFY(m_view->firstVisibleRow() > 10'000 && m_view->firstVisibleRow() < 90'000);
    QVERIFY(m_view->layoutCount() < 100);
}

void TestConversationView::aMessageOfTheGreatestLengthIsShown()
{
    show(10);
    SampleRow row = sampleRow(11);
    row.text = u"很长的消息 with words "_s.repeated(3200);
    QElapsedTimer timer;
    timer.start();
    m_model->append({row});
    m_view->grab();
    qInfo() << "64 KiB shown in" << timer.elapsed() << "ms";
    QVERIFY(timer.elapsed() < 20'000);
    QVERIFY(m_view->isAtBottom());
    const auto unfold = [](const MessageLink &link) { return link.kind == MessageLink::Kind::Unfold; };
    const QList<MessageLink> links = m_view->linksOf(10);
    const auto all = std::find_if(links.begin(), links.end(), unfold);
    QVERIFY(all != links.end());
    m_view->activateLink(10, *all);
    QVERIFY(m_view->visualRect(m_model->index(10)).height() > 5000);
}

void TestConversationView::anUnbrokenTextWraps_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("letters") << QString(300, u'm');
    QTest::newRow("Chinese") << QString(300, u'\u957f');
    QTest::newRow("an address") << u"https://example.org/"_s + QString(280, u'x');
    QTest::newRow("emoji") << u"🙂"_s.repeated(150);
}

void TestConversationView::anUnbrokenTextWraps()
{
    QFETCH(QString, text);
    show(1);
    SampleRow row = sampleRow(2);
    row.text = text;
    m_model->append({row});
    for (int i = 0; i < text.size(); ++i) {
        const QRect place = m_view->characterRect(1, i);
        QVERIFY2(place.left() >= 0 && place.right() <= m_view->viewport()->width(),
                 qPrintable(QString::number(i)));
    }
    QVERIFY(m_view->characterRect(1, int(text.size()) - 1).top() > m_view->characterRect(1, 0).bottom());
}

void TestConversationView::midnightMakesTodayYesterday()
{
    show(1);
    m_model->rows[0].startsDay = true;
    m_model->rows[0].at = QDateTime({2026, 11, 26}, {23, 50}).toMSecsSinceEpoch();
    m_view->reset();
    m_view->setToday({2026, 11, 26});
    const QImage today = m_view->grab().toImage();
    m_view->setToday({2026, 11, 27});
    const QImage yesterday = m_view->grab().toImage();
    QVERIFY(yesterday != today);
    m_view->setToday({2026, 11, 26});
    QCOMPARE(m_view->grab().toImage(), today);
}

void TestConversationView::aPlaceThatIsNoMessageIsNotShown()
{
    show(300);
    m_view->showMessage(100);
    m_view->showMessage(-1); // it went with the log
    m_view->showMessage(300);
    QCOMPARE(m_view->currentIndex().row(), 100);
    QVERIFY(!m_view->isAtBottom());
}

void TestConversationView::atTheBottomItFollowsWhatIsAdded()
{
    show(50);
    for (int i = 0; i < 20; ++i) {
        m_model->append(sampleRows(50 + 3 * i, 3));
        QVERIFY(m_view->isAtBottom());
        QCOMPARE(m_view->lastVisibleRow(), m_model->rowCount() - 1);
    }
    m_view->resize(350, 300);
    QVERIFY(m_view->isAtBottom());
    QCOMPARE(m_view->lastVisibleRow(), m_model->rowCount() - 1);
}

void TestConversationView::onePixelUpIsReadingHistory()
{
    show(50);
    QScrollBar *bar = m_view->verticalScrollBar();
    bar->setValue(bar->value() - 1);
    QVERIFY(!m_view->isAtBottom());
    const int before = textY(49);
    m_model->append(sampleRows(50, 3));
    QCOMPARE(textY(49), before);
    QCOMPARE(m_view->newCount(), 3);
    bar->setValue(bar->maximum());
    QVERIFY(m_view->isAtBottom());
    QCOMPARE(m_view->newCount(), 0);
}

void TestConversationView::arrivalsMoveNothingThatIsRead()
{
    show(300);
    scrollUp(100);
    const int row = m_view->firstVisibleRow();
    const int before = textY(row);
    m_model->append(sampleRows(300, 500));
    QCOMPARE(m_view->firstVisibleRow(), row);
    QCOMPARE(textY(row), before);
}

void TestConversationView::olderPagesMoveNothingThatIsRead()
{
    show(300);
    scrollUp(5);
    const int before = textY(6);
    for (int page = 1; page <= 5; ++page) {
        m_model->insert(0, sampleRows(10'000 * page, 200));
        QCOMPARE(textY(6 + 200 * page), before);
    }
    QVERIFY(m_view->layoutCount() < 100);
}

void TestConversationView::aFirstRowThatLosesItsDayLineKeepsItsTextStill()
{
    show(300);
    m_view->scrollToRow(0, 0);
    QVERIFY(m_model->rows[0].startsDay);
    const int before = textY(0);
    const int below = textY(3);
    m_model->insert(0, sampleRows(10'000, 200));
    m_model->change(200, [](SampleRow &row) { row.startsDay = false; });
    QCOMPARE(textY(200), before);
    QCOMPARE(textY(203), below);
}

void TestConversationView::aWidthMovesNothingThatIsRead()
{
    show(300);
    scrollUp(100);
    const int before = textY(100);
    for (const int width : {300, 900, 250, 600}) {
        m_view->resize(width, 500);
        QCOMPARE(m_view->firstVisibleRow(), 100);
        QCOMPARE(textY(100), before);
    }
}

void TestConversationView::aTextSizeMovesNothingThatIsRead()
{
    show(300);
    scrollUp(100);
    const int before = m_view->visualRect(m_model->index(100)).top();
    for (const int percent : {150, 80, 200, 100}) {
        m_view->setTextScale(percent);
        QCOMPARE(m_view->visualRect(m_model->index(100)).top(), before);
    }
}

void TestConversationView::aChangedRowAboveMovesNothingThatIsRead()
{
    show(300);
    scrollUp(100);
    const int before = textY(101);
    m_model->change(99, [](SampleRow &row) { row.text = u"much longer "_s.repeated(50); });
    m_model->change(20, [](SampleRow &row) { row.text = u"much longer "_s.repeated(50); });
    QCOMPARE(textY(101), before);
}

void TestConversationView::scrollingMovesTheTextByExactlyThatMuch()
{
    show(2000);
    QScrollBar *bar = m_view->verticalScrollBar();
    for (int i = 0; i < 200; ++i) {
        const int row = m_view->firstVisibleRow() + 1;
        const int before = textY(row);
        bar->setValue(bar->value() - 73);
        QCOMPARE(textY(row), before + 73);
    }
}

void TestConversationView::removalsAboveMoveNothingThatIsRead()
{
    show(300);
    scrollUp(100);
    const int before = textY(100);
    m_model->remove(10, 50);
    QCOMPARE(textY(50), before);
}

void TestConversationView::removingTheAnchorKeepsTheNextRowStill()
{
    show(300);
    scrollUp(100);
    const int before = textY(102);
    m_model->remove(99, 3);
    QCOMPARE(textY(99), before);
}

void TestConversationView::randomChangesNeverLoseTheGeometry()
{
    show(200);
    std::mt19937 random(7);
    const auto below = [&random](int limit) { return int(random() % unsigned(limit)); };
    for (int step = 0; step < 400; ++step) {
        const int rows = m_model->rowCount();
        switch (below(6)) {
        case 0:
            m_model->insert(below(rows + 1), sampleRows(below(1000), 1 + below(20)));
            break;
        case 1:
            if (rows > 30) {
                m_model->remove(below(rows - 20), 1 + below(19));
            }
            break;
        case 2:
            m_model->change(below(rows), [&](SampleRow &row) { row = sampleRow(below(1000)); });
            break;
        case 3:
            m_view->resize(250 + below(500), 200 + below(500));
            break;
        case 4:
            m_view->verticalScrollBar()->setValue(below(m_view->verticalScrollBar()->maximum() + 1));
            break;
        default:
            m_view->scrollToEnd();
            break;
        }
        // Every visible row begins where the one before it ends, and the view is filled.
        const int last = m_view->lastVisibleRow();
        for (int row = m_view->firstVisibleRow(); row < last; ++row) {
            QCOMPARE(m_view->visualRect(m_model->index(row)).bottom() + 1,
                     m_view->visualRect(m_model->index(row + 1)).top());
        }
        QVERIFY(m_view->visualRect(m_model->index(m_view->firstVisibleRow())).top() <= 10);
        QVERIFY(m_view->visualRect(m_model->index(last)).bottom() >= m_view->viewport()->height() - 12);
        QCOMPARE(m_view->rowCount(), m_model->rowCount());
        QVERIFY(m_view->layoutCount() < 120);
    }
}

void TestConversationView::myOwnMessageScrollsToTheEnd()
{
    show(300);
    scrollUp(100);
    SampleRow mine = sampleRow(301);
    mine.mine = true;
    mine.delivery = Delivery::Sending;
    m_model->append({mine});
    QVERIFY(m_view->isAtBottom());
    QCOMPARE(m_view->lastVisibleRow(), 300);
}

void TestConversationView::theJumpButtonCountsAndHides()
{
    show(300);
    auto *button = m_view->findChild<JumpButton *>();
    QVERIFY(!button->isVisible());
    scrollUp(100);
    QVERIFY(button->isVisible());
    QCOMPARE(button->accessibleName(), u"Jump to latest"_s);
    SampleRow notice = sampleRow(999);
    notice.kind = RowKind::Notice;
    m_model->append({sampleRow(300), notice, sampleRow(301), sampleRow(302)});
    QCOMPARE(m_view->newCount(), 3);
    QCOMPARE(button->accessibleName(), u"Jump to latest, 3 new"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_view->isAtBottom());
    QVERIFY(!button->isVisible());
    QCOMPARE(m_view->newCount(), 0);
}

void TestConversationView::theJumpButtonGoesToTheUnreadLineFirst()
{
    show(300);
    scrollUp(100);
    std::vector<SampleRow> rows = sampleRows(300, 60);
    rows[0].startsUnread = true;
    m_model->append(rows);
    auto *button = m_view->findChild<JumpButton *>();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!m_view->isAtBottom());
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_model->index(300)).topLeft()));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_view->isAtBottom());
}

void TestConversationView::nearTheBeginningItAsksOnceForOlder()
{
    show(300);
    QSignalSpy older(m_view.get(), &ConversationView::olderWanted);
    scrollUp(150);
    QTest::qWait(200);
    QCOMPARE(older.count(), 0);
    m_view->scrollToRow(3, 0);
    m_view->scrollToRow(2, 0);
    QTRY_COMPARE(older.count(), 1);
    m_view->scrollToRow(1, 0);
    QTest::qWait(200);
    QCOMPARE(older.count(), 1);
    m_model->insert(0, sampleRows(10'000, 200));
    m_view->scrollToRow(1, 0);
    QTRY_COMPARE(older.count(), 2);
    m_view->forgetAsking();
    m_view->scrollToRow(2, 0);
    QTRY_COMPARE(older.count(), 3);
}

void TestConversationView::rightToLeftMirrorsTheRow()
{
    show(20);
    const QRect before = m_view->characterRect(19, 0);
    m_view->setLayoutDirection(Qt::RightToLeft);
    const int width = m_view->viewport()->width();
    QVERIFY(before.left() < width / 3);
    const int end = int(m_model->rows[19].text.size()) - 1;
    const int edge = std::max(m_view->characterRect(19, 0).right(), m_view->characterRect(19, end).right());
    QVERIFY(edge > width / 2 && edge < width - before.left() / 2);
}

void TestConversationView::aResetStartsAnew()
{
    show(300);
    scrollUp(100);
    m_model->change(0, [](SampleRow &) {});
    SampleRows other;
    other.rows = sampleRows(500, 40);
    m_view->setModel(&other);
    QVERIFY(m_view->isAtBottom());
    QCOMPARE(m_view->rowCount(), 40);
    m_view->setModel(nullptr);
    QCOMPARE(m_view->rowCount(), 0);
    m_view->grab();
}

QTEST_MAIN(TestConversationView)
#include "tst_conversationview.moc"
