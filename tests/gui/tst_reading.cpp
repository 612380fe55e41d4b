#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/jumpbutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {
constexpr int patience = 15'000; // ms
}

/// Two real windows in a room in which much is said.
class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theNewestIsShown();
    void whatIsReadStaysWhereItIs();
    void theJumpButtonCountsAndLeadsToTheEnd();
    void whatArrivesBelowIsUnread();
    void whatOneSaysIsScrolledTo();
    void escapeLeadsToTheEndAndMarksAllRead();
    void aKeyLeadsToTheOldestUnread();
    void pageKeysScrollWhileOneWrites();
    void aSelectionReachesAcrossMessages();
    void copyingInsideAMessageGivesBareText();
    void lateComersScrollBack();
    void linksLookLikeLinks();

private:
    void chatter(int from, int to);
    ConversationView *view() { return m_ada->driver().view(); }
    QRect rectOf(const QString &message);
    void drag(const QPoint &from, const QPoint &to);
    void copy();

    std::unique_ptr<Host> m_ada;
    std::unique_ptr<Guest> m_bo;
};

void TestReading::init()
{
    m_ada = std::make_unique<Host>();
    m_ada->openRoom();
    m_bo = std::make_unique<Guest>();
    m_bo->join(m_ada->port());
    chatter(0, 40);
}

void TestReading::cleanup()
{
    m_bo.reset();
    m_ada.reset();
}

// Said slowly enough for the limit on floods: 20 at once, then 10 a second.
void TestReading::chatter(int from, int to)
{
    for (int i = from; i < to; ++i)
        m_bo->driver().say(u"message %1"_s.arg(i));
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->driver().messages().size(), to, 4 * patience);
}

QRect TestReading::rectOf(const QString &message)
{
    const QAbstractItemModel *model = view()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(Qt::AccessibleTextRole).toString().contains(message))
            return view()->characterRect(row, 0);
    }
    return {};
}

void TestReading::drag(const QPoint &from, const QPoint &to)
{
    QWidget *viewport = view()->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    QTest::mouseMove(viewport, (from + to) / 2);
    QTest::mouseMove(viewport, to);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
}

// The keys of the menu are the active window's.
void TestReading::copy()
{
    MainWindow &window = *m_ada->program().window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
}

void TestReading::theNewestIsShown()
{
    QTRY_VERIFY(view()->viewport()->rect().contains(rectOf(u"message 39"_s).center()));
    QCOMPARE(view()->verticalScrollBar()->value(), view()->verticalScrollBar()->maximum());
}

void TestReading::whatIsReadStaysWhereItIs()
{
    view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum() / 2);
    const QPoint middle = view()->viewport()->rect().center();
    const int row = view()->textPositionAt(middle).row.row();
    const QRect before = view()->characterRect(row, 0);
    chatter(40, 50);
    QCOMPARE(view()->characterRect(row, 0), before);
}

void TestReading::theJumpButtonCountsAndLeadsToTheEnd()
{
    view()->verticalScrollBar()->setValue(0);
    chatter(40, 45);
    auto *jump = m_ada->driver().find<JumpButton>();
    QVERIFY(jump);
    QTRY_COMPARE(jump->text(), u"5 new"_s);
    jump->click();
    if (jump->isVisible())
        jump->click(); // the first one may lead to the unread line
    QTRY_COMPARE(view()->verticalScrollBar()->value(), view()->verticalScrollBar()->maximum());
    QTRY_VERIFY(!jump->isVisible());
}

void TestReading::whatArrivesBelowIsUnread()
{
    MainWindow &window = *m_ada->program().window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    view()->jumpToLatest();
    const auto unread = [this] { return m_ada->driver().rooms().last(); };
    QTRY_VERIFY2(!unread().contains(u"unread"_s), qPrintable(unread()));
    view()->verticalScrollBar()->setValue(0);
    chatter(40, 45);
    QTRY_VERIFY2(unread().contains(u"5 unread"_s), qPrintable(unread()));
    view()->jumpToLatest();
    QTRY_VERIFY2(!unread().contains(u"unread"_s), qPrintable(unread()));
}

void TestReading::whatOneSaysIsScrolledTo()
{
    view()->verticalScrollBar()->setValue(0);
    m_ada->driver().say(u"here I am"_s);
    QTRY_VERIFY(view()->viewport()->rect().contains(rectOf(u"here I am"_s).center()));
}

void TestReading::escapeLeadsToTheEndAndMarksAllRead()
{
    const auto unread = [this] { return m_ada->driver().rooms().last(); };
    view()->verticalScrollBar()->setValue(0);
    chatter(40, 45);
    QTRY_VERIFY2(unread().contains(u"5 unread"_s), qPrintable(unread()));
    m_ada->driver().type(u"half a thought"_s);
    QTest::keyClick(m_ada->driver().composer()->findChild<QPlainTextEdit *>(), Qt::Key_Escape);
    QCOMPARE(view()->verticalScrollBar()->value(), view()->verticalScrollBar()->maximum());
    QTRY_VERIFY2(!unread().contains(u"unread"_s), qPrintable(unread()));
    QCOMPARE(m_ada->driver().composer()->text(), u"half a thought"_s);
}

void TestReading::aKeyLeadsToTheOldestUnread()
{
    MainWindow &window = *m_ada->program().window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    view()->jumpToLatest();
    QTRY_VERIFY(!m_ada->driver().rooms().last().contains(u"unread"_s));
    m_bo->driver().window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_bo->driver().window()));
    chatter(40, 80);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    view()->jumpToLatest();
    QVERIFY(!view()->viewport()->rect().contains(rectOf(u"message 40"_s).center()));
    auto *box = m_ada->driver().composer()->findChild<QPlainTextEdit *>();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_PageUp, Qt::ShiftModifier);
    QTRY_VERIFY(view()->viewport()->rect().contains(rectOf(u"message 40"_s).center()));
}

void TestReading::pageKeysScrollWhileOneWrites()
{
    QTRY_VERIFY(view()->viewport()->rect().contains(rectOf(u"message 39"_s).center()));
    auto *box = m_ada->driver().composer()->findChild<QPlainTextEdit *>();
    QTest::keyClick(box, Qt::Key_PageUp);
    QVERIFY(view()->verticalScrollBar()->value() < view()->verticalScrollBar()->maximum());
    QTest::keyClick(box, Qt::Key_PageDown);
    QCOMPARE(view()->verticalScrollBar()->value(), view()->verticalScrollBar()->maximum());
}

void TestReading::aSelectionReachesAcrossMessages()
{
    QTRY_VERIFY(view()->viewport()->rect().contains(rectOf(u"message 39"_s).center()));
    drag(rectOf(u"message 37"_s).center(), view()->viewport()->rect().bottomRight());
    copy();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(1).endsWith(u"Bo: message 38"_s), qPrintable(lines.at(1)));
    QVERIFY(lines.at(1).startsWith(u'['));
}

void TestReading::copyingInsideAMessageGivesBareText()
{
    QTRY_VERIFY(view()->viewport()->rect().contains(rectOf(u"message 39"_s).center()));
    const QRect first = rectOf(u"message 38"_s);
    QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, first.center());
    copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"message"_s);
}

void TestReading::lateComersScrollBack()
{
    chatter(40, 50);
    Guest li(u"Li"_s);
    li.join(m_ada->port());
    QTRY_VERIFY_WITH_TIMEOUT(!li.driver().messages().isEmpty(), patience);
    const auto scrollUp = [&li] { li.driver().view()->verticalScrollBar()->setValue(0); };
    QTRY_VERIFY_WITH_TIMEOUT((scrollUp(), li.driver().messages().size() == 50), patience);
    QCOMPARE(li.driver().messages().first(), u"message 0"_s);
}

void TestReading::linksLookLikeLinks()
{
    m_bo->driver().say(u"see https://example.org/a_(b) now"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->driver().messages().last().startsWith(u"see"_s), patience);
    const QList<MessageLink> links = view()->linksOf(view()->model()->rowCount() - 1);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.first().url, QUrl(u"https://example.org/a_(b)"_s));
}

QTEST_MAIN(TestReading)
#include "tst_reading.moc"
