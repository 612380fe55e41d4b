#include "tests/widgets/composerfixture.h"

#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestComposerInput : public ComposerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void enterSends_data();
    void enterSends();
    void shiftEnterBreaksTheLine();
    void aHeldEnterSendsOnce();
    void theSendButtonSendsAndGivesTheFocusBack();
    void aBlankTextIsNotSent_data();
    void aBlankTextIsNotSent();
    void aSentTextStaysUntilItIsTakenOver();
    void noKeyActsWhileTextIsComposed_data();
    void noKeyActsWhileTextIsComposed();
    void committedTextIsSent();
    void composedTextIsNotPartOfTheText();
    void replacingTheTextDropsWhatIsComposed();
    void ctrlEnterAloneCanSend();
    void buttonsMarkTheText();
    void shortcutsWaitWhileTextIsComposed();
    void tabLeavesTheBox();
    void escapeDeletesNothingAndGoesOn();
    void scrollKeysAreForTheConversation_data();
    void scrollKeysAreForTheConversation();
    void textKeysStayInALongText();
    void theQuickSwitcherKeyIsNotTaken();
};

void TestComposerInput::enterSends_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Enter") << Qt::Key_Return << Qt::KeyboardModifiers(Qt::NoModifier);
    QTest::newRow("Ctrl+Enter") << Qt::Key_Return << Qt::KeyboardModifiers(Qt::ControlModifier);
    QTest::newRow("keypad") << Qt::Key_Enter << Qt::KeyboardModifiers(Qt::KeypadModifier);
}

void TestComposerInput::enterSends()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QSignalSpy submitted(m_composer, &Composer::submitted);
    type(u"hello"_s);
    QTest::keyClick(edit(), key, modifiers);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submitted.at(0).at(0).toString(), u"hello"_s);
}

void TestComposerInput::shiftEnterBreaksTheLine()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    type(u"one"_s);
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
    type(u"two"_s);
    QCOMPARE(submitted.count(), 0);
    QCOMPARE(m_composer->text(), u"one\ntwo"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(submitted.at(0).at(0).toString(), u"one\ntwo"_s);
}

void TestComposerInput::ctrlEnterAloneCanSend()
{
    m_composer->setEnterSends(false);
    QSignalSpy submitted(m_composer, &Composer::submitted);
    type(u"one"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    type(u"two"_s);
    QCOMPARE(submitted.count(), 0);
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(submitted.at(0).at(0).toString(), u"one\ntwo"_s);
    QVERIFY(labelWith(u"Ctrl+Enter to send"_s));
    m_composer->setEnterSends(true);
    QVERIFY(labelWith(u"Shift+Enter for a new line"_s));
}

void TestComposerInput::buttonsMarkTheText()
{
    const std::pair<QString, QString> marks[] = {
        {u"Bold"_s, u"**word**"_s}, {u"Italic"_s, u"_word_"_s}, {u"Code"_s, u"`word`"_s}};
    for (const auto &[name, marked] : marks) {
        m_composer->setText(u"word"_s);
        edit()->selectAll();
        for (QToolButton *button : m_composer->findChildren<QToolButton *>()) {
            if (button->accessibleName() == name) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QCOMPARE(m_composer->text(), marked);
        QVERIFY(edit()->hasFocus());
    }
}

void TestComposerInput::aHeldEnterSendsOnce()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    type(u"hello"_s);
    QTest::keyPress(edit(), Qt::Key_Return);
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
    QApplication::sendEvent(edit(), &repeated);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(m_composer->text(), u"hello"_s);
}

void TestComposerInput::theSendButtonSendsAndGivesTheFocusBack()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    QVERIFY(!send()->isEnabled());
    type(u"hello"_s);
    QVERIFY(send()->isEnabled());
    QTest::mouseClick(send(), Qt::LeftButton);
    QCOMPARE(submitted.count(), 1);
    QVERIFY(edit()->hasFocus());
}

void TestComposerInput::aBlankTextIsNotSent_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << u"   "_s;
    QTest::newRow("lines and tabs") << u"\n\t\n"_s;
    QTest::newRow("ideographic space") << u"\u3000"_s;
}

void TestComposerInput::aBlankTextIsNotSent()
{
    QFETCH(QString, text);
    QSignalSpy submitted(m_composer, &Composer::submitted);
    m_composer->setText(text);
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(!send()->isEnabled());
    QCOMPARE(submitted.count(), 0);
    QCOMPARE(m_composer->text(), text);
}

void TestComposerInput::aSentTextStaysUntilItIsTakenOver()
{
    type(u"hello"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_composer->text(), u"hello"_s);
    m_composer->clearSent();
    QCOMPARE(m_composer->text(), QString());
    QCOMPARE(m_composer->cursorPosition(), 0);
    QVERIFY(edit()->hasFocus());
}

void TestComposerInput::noKeyActsWhileTextIsComposed_data()
{
    QTest::addColumn<Qt::Key>("key");
    for (const Qt::Key key :
         {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Escape, Qt::Key_Up,
          Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_PageUp, Qt::Key_Home, Qt::Key_Backspace}) {
        QTest::newRow(qPrintable(QKeySequence(key).toString())) << key;
    }
}

void TestComposerInput::noKeyActsWhileTextIsComposed()
{
    QFETCH(Qt::Key, key);
    QSignalSpy submitted(m_composer, &Composer::submitted);
    QSignalSpy scrolled(m_composer, &Composer::scrollRequested);
    type(u"to "_s);
    compose(u"nihao"_s);
    QTest::keyClick(edit(), key);
    QTest::keyClick(edit(), key, Qt::ControlModifier);
    QCOMPARE(submitted.count(), 0);
    QCOMPARE(scrolled.count(), 0);
    QCOMPARE(m_composer->text(), u"to "_s);
    QCOMPARE(m_composer->cursorPosition(), 3);
    QVERIFY(edit()->hasFocus());
    QVERIFY(m_window->keys.isEmpty());
    compose({}, u"你好"_s);
    QCOMPARE(m_composer->text(), u"to 你好"_s);
}

void TestComposerInput::committedTextIsSent()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    compose(u"nihao"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    compose({}, u"你好"_s);
    QCOMPARE(submitted.count(), 0);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submitted.at(0).at(0).toString(), u"你好"_s);
}

void TestComposerInput::composedTextIsNotPartOfTheText()
{
    compose(u"nihao"_s);
    QCOMPARE(m_composer->text(), QString());
    QVERIFY(!send()->isEnabled());
}

void TestComposerInput::replacingTheTextDropsWhatIsComposed()
{
    compose(u"nihao"_s);
    m_composer->setText(u"other room"_s);
    QSignalSpy submitted(m_composer, &Composer::submitted);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(submitted.value(0).value(0).toString(), u"other room"_s);
}

void TestComposerInput::shortcutsWaitWhileTextIsComposed()
{
    const auto isTaken = [this] {
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_K, Qt::ControlModifier);
        event.ignore();
        QApplication::sendEvent(edit(), &event);
        return event.isAccepted();
    };
    compose(u"nihao"_s);
    QVERIFY(isTaken());
    compose({}, u"你好"_s);
    QVERIFY(!isTaken());
}

void TestComposerInput::tabLeavesTheBox()
{
    type(u"text"_s);
    constexpr int buttons = 5; // bold, italic, code, emoji, Send
    for (int i = 0; i < buttons; ++i) {
        QVERIFY(!send()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(send()->hasFocus());
    for (int i = 0; i < buttons; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    }
    QVERIFY(edit()->hasFocus());
    QTest::keyClick(edit(), Qt::Key_Backtab);
    QVERIFY(m_before->hasFocus());
    QCOMPARE(m_composer->text(), u"text"_s);
}

void TestComposerInput::escapeDeletesNothingAndGoesOn()
{
    type(u"text"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QCOMPARE(m_composer->text(), u"text"_s);
    QCOMPARE(m_window->keys, QList<int>{Qt::Key_Escape});
}

void TestComposerInput::scrollKeysAreForTheConversation_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("control");
    QTest::addColumn<ScrollStep>("step");
    QTest::addColumn<bool>("alsoWithText");
    QTest::newRow("PgUp") << Qt::Key_PageUp << false << ScrollStep::PageUp << true;
    QTest::newRow("PgDn") << Qt::Key_PageDown << false << ScrollStep::PageDown << true;
    QTest::newRow("Ctrl+Home") << Qt::Key_Home << true << ScrollStep::First << false;
    QTest::newRow("Ctrl+End") << Qt::Key_End << true << ScrollStep::Latest << false;
}

void TestComposerInput::scrollKeysAreForTheConversation()
{
    QFETCH(Qt::Key, key);
    QFETCH(bool, control);
    QFETCH(ScrollStep, step);
    QFETCH(bool, alsoWithText);
    const auto modifiers = control ? Qt::ControlModifier : Qt::NoModifier;
    QSignalSpy scrolled(m_composer, &Composer::scrollRequested);
    QTest::keyClick(edit(), key, modifiers);
    QCOMPARE(scrolled.count(), 1);
    QCOMPARE(scrolled.at(0).at(0).value<ScrollStep>(), step);
    type(u"text"_s);
    QTest::keyClick(edit(), key, modifiers);
    QCOMPARE(scrolled.count(), alsoWithText ? 2 : 1);
}

void TestComposerInput::textKeysStayInALongText()
{
    QSignalSpy scrolled(m_composer, &Composer::scrollRequested);
    heightOf(QStringList(40, u"x"_s).join(u'\n'));
    const int end = m_composer->cursorPosition();
    QTest::keyClick(edit(), Qt::Key_PageUp);
    QVERIFY(m_composer->cursorPosition() < end);
    QTest::keyClick(edit(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_composer->cursorPosition(), 0);
    QCOMPARE(scrolled.count(), 0);
}

void TestComposerInput::theQuickSwitcherKeyIsNotTaken()
{
    for (const Qt::Key key : {Qt::Key_K, Qt::Key_F, Qt::Key_Space}) {
        QKeyEvent event(QEvent::ShortcutOverride, key, Qt::ControlModifier);
        event.ignore();
        QApplication::sendEvent(edit(), &event);
        QVERIFY(!event.isAccepted());
    }
}

QTEST_MAIN(TestComposerInput)
#include "tst_composerinput.moc"
