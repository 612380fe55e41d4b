#include "tests/widgets/conversationfixture.h"

#include <QTest>

using namespace tincan;
using namespace tincan::conversation;
using namespace Qt::StringLiterals;

class TestConversationInput : public ConversationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void linksAreFoundUnderTheMouse();
    void aDragOverALinkDoesNotOpenIt();
    void aFailedMessageOffersRetryEditDiscard();
    void arrowKeysMoveByMessage();
    void theKeyboardStaysBesideAMessageThatGoes();
    void enterOpensTheOnlyLink();
    void enterOpensTheMenuElse();
    void theMenuKeyOffersWhatTheRowCanDo();
};

void TestConversationInput::linksAreFoundUnderTheMouse()
{
    show(14);
    QSignalSpy activated(m_view.get(), &ConversationView::linkActivated);
    click(centerOf(13, u"example"_s));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toUrl(), QUrl(u"https://example.com/a_(b)"_s));
    click(centerOf(13, u"please"_s));
    click(centerOf(13, u"see"_s));
    QCOMPARE(activated.count(), 1);
    QTest::mouseMove(m_view->viewport(), centerOf(13, u"example"_s));
    QCOMPARE(m_view->viewport()->cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseMove(m_view->viewport(), centerOf(13, u"please"_s));
    QCOMPARE(m_view->viewport()->cursor().shape(), Qt::IBeamCursor);
}

void TestConversationInput::aDragOverALinkDoesNotOpenIt()
{
    show(14);
    QSignalSpy activated(m_view.get(), &ConversationView::linkActivated);
    const QPoint from = centerOf(13, u"example"_s);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view->viewport(), from + QPoint(40, 0));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from + QPoint(40, 0));
    QCOMPARE(activated.count(), 0);
    QVERIFY(!m_view->selectedText().isEmpty());
}

void TestConversationInput::aFailedMessageOffersRetryEditDiscard()
{
    show(5);
    SampleRow failed = sampleRow(5);
    failed.delivery = Delivery::Failed;
    failed.failure = u"The room is closed."_s;
    m_model->append({failed});
    QSignalSpy retry(m_view.get(), &ConversationView::retryRequested);
    QSignalSpy edit(m_view.get(), &ConversationView::editRequested);
    QSignalSpy discard(m_view.get(), &ConversationView::discardRequested);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(retry.count(), 1);
    QCOMPARE(retry.first().first().toString(), failed.key);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(edit.count(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(discard.count(), 1);

    // With the mouse: the words stand in the last line of the row.
    const QRect row = m_view->visualRect(m_model->index(5));
    int clicks = 0;
    for (int x = 0; x < row.width(); x += 6) {
        click(QPoint(x, row.bottom() - 10));
        ++clicks;
    }
    QVERIFY(clicks > 0);
    QVERIFY(retry.count() > 1 && edit.count() > 1 && discard.count() > 1);
}

void TestConversationInput::arrowKeysMoveByMessage()
{
    show(300);
    m_view->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_view->hasFocus());
    QCOMPARE(m_view->currentIndex().row(), 299);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->currentIndex().row(), 298);
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->currentIndex())));
    }
    QCOMPARE(m_view->currentIndex().row(), 258);
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QVERIFY(m_view->currentIndex().row() < 255);
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->currentIndex())));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentIndex().row(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->currentIndex().row(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentIndex().row(), 299);
    QVERIFY(m_view->isAtBottom());
}

void TestConversationInput::theKeyboardStaysBesideAMessageThatGoes()
{
    show(5);
    m_view->setFocus(Qt::TabFocusReason);
    m_view->setCurrentIndex(m_model->index(2));
    m_model->remove(2, 1);
    QCOMPARE(m_view->currentIndex().row(), 1); // the one before
    m_view->setCurrentIndex(m_model->index(3));
    m_model->remove(3, 1);
    QCOMPARE(m_view->currentIndex().row(), 2);
    m_view->setCurrentIndex(m_model->index(0));
    m_model->remove(0, 1);
    QCOMPARE(m_view->currentIndex().row(), 0); // the one behind
    QVERIFY(m_view->hasFocus());
}

void TestConversationInput::enterOpensTheOnlyLink()
{
    show(14);
    QSignalSpy activated(m_view.get(), &ConversationView::linkActivated);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
}

void TestConversationInput::enterOpensTheMenuElse()
{
    show(13);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    auto *menu = m_view->findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    QVERIFY(menu->isVisible());
    menu->close();
}

void TestConversationInput::theMenuKeyOffersWhatTheRowCanDo()
{
    show(14);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m_view->viewport(), &event);
    auto *menu = m_view->findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    QStringList words;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator()) {
            words.append(action->text().section(u'\t', 0, 0));
        }
    }
    QCOMPARE(words, (QStringList{u"Copy &Message"_s, u"&Open Link"_s, u"Copy &Link"_s}));
    menu->close();
}

QTEST_MAIN(TestConversationInput)
#include "tst_conversationinput.moc"
