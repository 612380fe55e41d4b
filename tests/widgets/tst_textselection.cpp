#include "tests/widgets/samplerows.h"
#include "ui/widgets/conversationview.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QTest>

#include <memory>

using namespace tincan;
using namespace tincan::conversation;
using namespace Qt::StringLiterals;

class TestTextSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void withinOneMessageTheBareTextIsCopied();
    void acrossMessagesLinesWithTimeAndNameAreCopied();
    void actionsAndNoticesSpeakForThemselves();
    void aDragBackwardsSelectsTheSame();
    void aDoubleClickSelectsTheWord();
    void aDragAfterADoubleClickSelectsWholeWords();
    void aTripleClickSelectsTheMessage();
    void shiftAndClickExtends();
    void shiftAndArrowsExtend();
    void selectAllTakesTheWholeConversation();
    void theSelectionStaysOnItsTextWhenOlderRowsArrive();
    void theSelectionOfARemovedRowIsGone();
    void aDragOutOfTheViewScrolls();
    void escapeDropsTheSelection();
    void copyWithoutASelectionTakesTheCurrentMessage();

private:
    QPoint before(int row, int offset) const;
    void drag(const QPoint &from, const QPoint &to);
    QString stamp(int row) const;
    const QString &text(int row) const { return m_model->rows[size_t(row)].text; }

    std::unique_ptr<SampleRows> m_model;
    std::unique_ptr<ConversationView> m_view;
};

void TestTextSelection::init()
{
    m_model = std::make_unique<SampleRows>();
    m_view = std::make_unique<ConversationView>();
    m_model->rows = sampleRows(1, 100);
    m_model->rows[99].text = u"one two three"_s;
    m_model->rows[98].text = u"four five"_s;
    m_model->rows[97].text = u"six\nseven"_s;
    m_view->resize(600, 500);
    m_view->setModel(m_model.get());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
}

void TestTextSelection::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QPoint TestTextSelection::before(int row, int offset) const
{
    const QRect rect = m_view->characterRect(row, offset);
    return QPoint(rect.left() + 1, rect.center().y());
}

void TestTextSelection::drag(const QPoint &from, const QPoint &to)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view->viewport(), (from + to) / 2);
    QTest::mouseMove(m_view->viewport(), to);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
}

QString TestTextSelection::stamp(int row) const
{
    const qint64 at = m_model->rows[size_t(row)].at;
    return QDateTime::fromMSecsSinceEpoch(at).toString(u"'['HH:mm']'"_s);
}

void TestTextSelection::withinOneMessageTheBareTextIsCopied()
{
    drag(before(99, 4), before(99, 7));
    QCOMPARE(m_view->selectedText(), u"two"_s);
    QTest::keySequence(m_view.get(), QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), u"two"_s);
}

void TestTextSelection::acrossMessagesLinesWithTimeAndNameAreCopied()
{
    drag(before(97, 4), before(99, 3));
    const QString name = m_model->rows[97].name;
    QCOMPARE(m_model->rows[99].name, u"Ada"_s);
    QCOMPARE(m_view->selectedText(), stamp(97) + u" "_s + name + u": seven\n"_s + stamp(98) + u" "_s +
                                         m_model->rows[98].name + u": four five\n"_s + stamp(99) +
                                         u" Ada: one"_s);
}

void TestTextSelection::actionsAndNoticesSpeakForThemselves()
{
    m_model->change(98, [](SampleRow &row) {
        row.kind = RowKind::Action;
        row.text = u"waves"_s;
    });
    m_model->change(99, [](SampleRow &row) {
        row.kind = RowKind::Notice;
        row.text = u"Bora left"_s;
    });
    m_view->setTextSelection({m_model->index(98), 0}, {m_model->index(99), 4});
    QCOMPARE(m_view->selectedText(),
             stamp(98) + u" * "_s + m_model->rows[98].name + u" waves\n"_s + stamp(99) + u" Bora"_s);
}

void TestTextSelection::aDragBackwardsSelectsTheSame()
{
    drag(before(99, 3), before(97, 4));
    const QString backwards = m_view->selectedText();
    drag(before(97, 4), before(99, 3));
    QCOMPARE(backwards, m_view->selectedText());
}

void TestTextSelection::aDoubleClickSelectsTheWord()
{
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, before(99, 5));
    QCOMPARE(m_view->selectedText(), u"two"_s);
}

void TestTextSelection::aDragAfterADoubleClickSelectsWholeWords()
{
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, before(99, 5));
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, before(99, 9));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, before(99, 9));
    QCOMPARE(m_view->selectedText(), u"two three"_s);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, before(99, 1));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, before(99, 1));
    QCOMPARE(m_view->selectedText(), u"one two"_s);
}

void TestTextSelection::aTripleClickSelectsTheMessage()
{
    const QPoint at = before(99, 5);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_view->selectedText(), u"one two three"_s);
}

void TestTextSelection::shiftAndClickExtends()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, before(99, 4));
    QVERIFY(m_view->selectedText().isEmpty());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, before(99, 8));
    QCOMPARE(m_view->selectedText(), u"two "_s);
}

void TestTextSelection::shiftAndArrowsExtend()
{
    QTest::keyClick(m_view.get(), Qt::Key_End);
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    }
    QCOMPARE(m_view->selectedText(), u"one"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), u"on"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(m_view->selectedText(), u"one"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_view->textSelection().first().row.row(), 98);
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_view->textSelection().first().row.row(), 97);
    QVERIFY(m_view->textSelection().first().offset <= 3);
}

void TestTextSelection::selectAllTakesTheWholeConversation()
{
    QTest::keySequence(m_view.get(), QKeySequence::SelectAll);
    const QStringList lines = m_view->selectedText().split(u'\n');
    QVERIFY(lines.size() > 100);
    QVERIFY(lines.first().contains(text(0)));
    QVERIFY(lines.last().endsWith(text(99)));
}

void TestTextSelection::theSelectionStaysOnItsTextWhenOlderRowsArrive()
{
    drag(before(98, 0), before(99, 3));
    const QString selected = m_view->selectedText();
    m_model->insert(0, sampleRows(5000, 200));
    m_model->append(sampleRows(6000, 5));
    QCOMPARE(m_view->selectedText(), selected);
    QCOMPARE(m_view->textSelection().first().row.row(), 298);
}

void TestTextSelection::theSelectionOfARemovedRowIsGone()
{
    m_view->setTextSelection({m_model->index(98), 0}, {m_model->index(98), 4});
    m_model->remove(98, 1);
    QVERIFY(m_view->selectedText().isEmpty());
    m_view->grab();
}

void TestTextSelection::aDragOutOfTheViewScrolls()
{
    const QPoint from = before(99, 3);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    const int row = m_view->firstVisibleRow();
    QTest::mouseMove(m_view->viewport(), QPoint(from.x(), -60));
    QTRY_VERIFY(m_view->firstVisibleRow() < row - 5);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, QPoint(from.x(), -60));
    QVERIFY(m_view->textSelection().first().row.row() < row - 4);
    QCOMPARE(m_view->textSelection().last().row.row(), 99);
}

void TestTextSelection::escapeDropsTheSelection()
{
    drag(before(99, 4), before(99, 7));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(m_view->selectedText().isEmpty());
}

void TestTextSelection::copyWithoutASelectionTakesTheCurrentMessage()
{
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QTest::keyClick(m_view.get(), Qt::Key_C);
    QCOMPARE(QApplication::clipboard()->text(), u"one two three"_s);
}

QTEST_MAIN(TestTextSelection)
#include "tst_textselection.moc"
