#include "ui/widgets/composer.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

/// Counts the keys that nobody below wanted.
class Window : public QWidget
{
public:
    QList<int> keys;

protected:
    void keyPressEvent(QKeyEvent *event) override { keys += event->key(); }
};

} // namespace

class TestComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

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
    void shortcutsWaitWhileTextIsComposed();

    void theBoxGrowsFromOneToEightLinesAndShrinks();
    void linesThatWrapCount();
    void higherLinesFitToo();
    void aLargerFontMakesTheBoxHigher();

    void theCounterAppearsAtFourFifthsOfTheLimit();
    void aTextOverTheLimitIsKeptAndExplained();
    void bytesAreCountedAsUtf8();

    void pastedTextIsPlain();
    void pastedControlCharactersAreDropped();
    void aPasteIsUndoneAtOnce();

    void tabLeavesTheBox();
    void escapeDeletesNothingAndGoesOn();
    void scrollKeysAreForTheConversation_data();
    void scrollKeysAreForTheConversation();
    void textKeysStayInALongText();
    void theQuickSwitcherKeyIsNotTaken();

    void theDraftComesBackWithItsCursor();
    void onlyTypingCountsAsEdited();
    void noBreakSpacesSurvive();
    void aNoteIsShownAndLeavesTheBoxUsable();
    void theHintGoesWhereThereIsNoRoom();
    void rightToLeftTextIsSentAsTyped();
    void everythingHasANameForScreenReaders();
    void theFrameFollowsThePaletteAndTheFocus();

private:
    QPlainTextEdit *edit() const { return m_composer->findChild<QPlainTextEdit *>(); }
    QPushButton *send() const { return m_composer->findChild<QPushButton *>(); }
    QLabel *labelWith(const QString &part) const;
    void compose(const QString &preedit, const QString &commit = {}) const;
    void type(const QString &text) const { QTest::keyClicks(edit(), text); }
    void paste(QMimeData *data) const;
    int heightOf(const QString &text) const;

    std::unique_ptr<Window> m_window;
    Composer *m_composer = nullptr;
    QLineEdit *m_before = nullptr;
};

QLabel *TestComposer::labelWith(const QString &part) const
{
    for (QLabel *label : m_composer->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(part)) {
            return label;
        }
    }
    return nullptr;
}

void TestComposer::compose(const QString &preedit, const QString &commit) const
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(edit(), &event);
}

void TestComposer::paste(QMimeData *data) const
{
    QApplication::clipboard()->setMimeData(data);
    edit()->paste();
}

int TestComposer::heightOf(const QString &text) const
{
    m_composer->setText(text);
    QApplication::processEvents();
    return edit()->height();
}

void TestComposer::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    applyTheme(*qApp, ColorScheme::Light);
}

void TestComposer::init()
{
    m_window = std::make_unique<Window>();
    m_before = new QLineEdit;
    m_composer = new Composer;
    m_composer->setPlaceholder(u"Message #Lounge"_s);
    auto *rows = new QVBoxLayout(m_window.get());
    rows->addWidget(m_before);
    rows->addStretch(1);
    rows->addWidget(m_composer);
    m_window->resize(720, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_composer->setFocus();
    QVERIFY(edit()->hasFocus());
}

void TestComposer::cleanup()
{
    m_window.reset();
    applyTheme(*qApp, ColorScheme::Light);
}

void TestComposer::enterSends_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Enter") << Qt::Key_Return << Qt::KeyboardModifiers(Qt::NoModifier);
    QTest::newRow("Ctrl+Enter") << Qt::Key_Return << Qt::KeyboardModifiers(Qt::ControlModifier);
    QTest::newRow("keypad") << Qt::Key_Enter << Qt::KeyboardModifiers(Qt::KeypadModifier);
}

void TestComposer::enterSends()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QSignalSpy submitted(m_composer, &Composer::submitted);
    type(u"hello"_s);
    QTest::keyClick(edit(), key, modifiers);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submitted.at(0).at(0).toString(), u"hello"_s);
}

void TestComposer::shiftEnterBreaksTheLine()
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

void TestComposer::aHeldEnterSendsOnce()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    type(u"hello"_s);
    QTest::keyPress(edit(), Qt::Key_Return);
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
    QApplication::sendEvent(edit(), &repeated);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(m_composer->text(), u"hello"_s);
}

void TestComposer::theSendButtonSendsAndGivesTheFocusBack()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    QVERIFY(!send()->isEnabled());
    type(u"hello"_s);
    QVERIFY(send()->isEnabled());
    QTest::mouseClick(send(), Qt::LeftButton);
    QCOMPARE(submitted.count(), 1);
    QVERIFY(edit()->hasFocus());
}

void TestComposer::aBlankTextIsNotSent_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << u"   "_s;
    QTest::newRow("lines and tabs") << u"\n\t\n"_s;
    QTest::newRow("ideographic space") << u"\u3000"_s;
}

void TestComposer::aBlankTextIsNotSent()
{
    QFETCH(QString, text);
    QSignalSpy submitted(m_composer, &Composer::submitted);
    m_composer->setText(text);
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(!send()->isEnabled());
    QCOMPARE(submitted.count(), 0);
    QCOMPARE(m_composer->text(), text);
}

void TestComposer::aSentTextStaysUntilItIsTakenOver()
{
    type(u"hello"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_composer->text(), u"hello"_s);
    m_composer->clearSent();
    QCOMPARE(m_composer->text(), QString());
    QCOMPARE(m_composer->cursorPosition(), 0);
    QVERIFY(edit()->hasFocus());
}

void TestComposer::noKeyActsWhileTextIsComposed_data()
{
    QTest::addColumn<Qt::Key>("key");
    for (const Qt::Key key :
         {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Escape, Qt::Key_Up,
          Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_PageUp, Qt::Key_Home, Qt::Key_Backspace}) {
        QTest::newRow(qPrintable(QKeySequence(key).toString())) << key;
    }
}

void TestComposer::noKeyActsWhileTextIsComposed()
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

void TestComposer::committedTextIsSent()
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

void TestComposer::composedTextIsNotPartOfTheText()
{
    compose(u"nihao"_s);
    QCOMPARE(m_composer->text(), QString());
    QVERIFY(!send()->isEnabled());
}

void TestComposer::replacingTheTextDropsWhatIsComposed()
{
    compose(u"nihao"_s);
    m_composer->setText(u"other room"_s);
    QSignalSpy submitted(m_composer, &Composer::submitted);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(submitted.value(0).value(0).toString(), u"other room"_s);
}

void TestComposer::shortcutsWaitWhileTextIsComposed()
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

void TestComposer::theBoxGrowsFromOneToEightLinesAndShrinks()
{
    const int one = heightOf({});
    const int line = heightOf(u"1\n2"_s) - one;
    QVERIFY(line >= edit()->fontMetrics().height() - 1);
    for (int lines = 3; lines <= MessageEdit::mostLines; ++lines) {
        const int height = heightOf(QStringList(lines, u"x"_s).join(u'\n'));
        QVERIFY(qAbs(height - (one + (lines - 1) * line)) <= lines);
        QCOMPARE(edit()->verticalScrollBar()->maximum(), 0);
    }
    const int most = edit()->height();
    QCOMPARE(heightOf(QStringList(9, u"x"_s).join(u'\n')), most);
    QVERIFY(edit()->verticalScrollBar()->maximum() > 0);
    QCOMPARE(heightOf(QStringList(500, u"x"_s).join(u'\n')), most);
    QCOMPARE(heightOf(u"x"_s), one);
}

void TestComposer::linesThatWrapCount()
{
    const int one = heightOf(u"x"_s);
    const int wrapped = heightOf(QString(300, u'm'));
    QVERIFY(wrapped >= 3 * one / 2);
    QCOMPARE(edit()->verticalScrollBar()->maximum(), 0);
    m_window->resize(400, 600);
    QTRY_VERIFY(edit()->height() > wrapped);
    m_window->resize(720, 600);
    QTRY_COMPARE(edit()->height(), wrapped);
}

void TestComposer::higherLinesFitToo()
{
    heightOf(u"你好\n👍🏽\nمرحبا\nक्षत्रिय\n你好\n👍🏽\nÅ\nx"_s);
    QCOMPARE(edit()->verticalScrollBar()->maximum(), 0);
}

void TestComposer::aLargerFontMakesTheBoxHigher()
{
    const int before = edit()->height();
    QFont font = m_composer->font();
    font.setPointSizeF(font.pointSizeF() * 2);
    m_composer->setFont(font);
    QTRY_VERIFY(edit()->height() > before * 3 / 2);
    QTRY_VERIFY(send()->height() >= send()->sizeHint().height());
}

void TestComposer::theCounterAppearsAtFourFifthsOfTheLimit()
{
    m_composer->setLimit(65536);
    m_composer->setText(QString(52'100, u'x'));
    QVERIFY(!labelWith(u"bytes"_s));
    m_composer->setText(QString(52'429, u'x'));
    QVERIFY(labelWith(u"52,429 of 65,536 bytes"_s));
    m_composer->setText(QString(65'536, u'x'));
    QVERIFY(send()->isEnabled());
    m_composer->clearSent();
    QVERIFY(!labelWith(u"bytes"_s));
}

void TestComposer::aTextOverTheLimitIsKeptAndExplained()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    m_composer->setLimit(10);
    type(u"0123456789"_s);
    QVERIFY(send()->isEnabled());
    type(u"!"_s);
    const QString reason = u"Too long to send: 11 of 10 bytes"_s;
    QVERIFY(!send()->isEnabled());
    QVERIFY(labelWith(reason));
    QCOMPARE(send()->accessibleDescription(), reason);
    QCOMPARE(edit()->accessibleDescription(), reason);
    QTest::keyClick(edit(), Qt::Key_Return);
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(submitted.count(), 0);
    QCOMPARE(m_composer->text(), u"0123456789!"_s);
    QTest::keyClick(edit(), Qt::Key_Backspace);
    QVERIFY(send()->isEnabled());
    QCOMPARE(send()->accessibleDescription(), QString());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
}

void TestComposer::bytesAreCountedAsUtf8()
{
    m_composer->setLimit(10);
    m_composer->setText(u"xé你👍"_s);
    QVERIFY(labelWith(u"10 of 10 bytes"_s));
    QVERIFY(send()->isEnabled());
    m_composer->setText(u"a\né你👍"_s);
    QVERIFY(labelWith(u"11 of 10 bytes"_s));
}

void TestComposer::pastedTextIsPlain()
{
    auto *data = new QMimeData;
    data->setHtml(u"<b>bold</b>"_s);
    data->setText(u"<b>bold</b>\r\nnext"_s);
    paste(data);
    QCOMPARE(m_composer->text(), u"<b>bold</b>\nnext"_s);
    QVERIFY(!edit()->textCursor().charFormat().font().bold());

    m_composer->clearSent();
    auto *markup = new QMimeData;
    markup->setHtml(u"<b>bold</b>"_s);
    paste(markup);
    QCOMPARE(m_composer->text(), QString());
}

void TestComposer::pastedControlCharactersAreDropped()
{
    auto *data = new QMimeData;
    data->setText(u"a\u0007\u001b[31mb\tc\nd\u0085\u202e"_s);
    paste(data);
    QCOMPARE(m_composer->text(), u"a[31mb\tc\nd"_s);
}

void TestComposer::aPasteIsUndoneAtOnce()
{
    type(u"see: "_s);
    auto *data = new QMimeData;
    data->setText(u"one\ntwo\nthree"_s);
    paste(data);
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_composer->text(), u"see: "_s);
}

void TestComposer::tabLeavesTheBox()
{
    type(u"text"_s);
    QTest::keyClick(edit(), Qt::Key_Tab);
    QVERIFY(send()->hasFocus());
    QTest::keyClick(send(), Qt::Key_Backtab);
    QVERIFY(edit()->hasFocus());
    QTest::keyClick(edit(), Qt::Key_Backtab);
    QVERIFY(m_before->hasFocus());
    QCOMPARE(m_composer->text(), u"text"_s);
}

void TestComposer::escapeDeletesNothingAndGoesOn()
{
    type(u"text"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QCOMPARE(m_composer->text(), u"text"_s);
    QCOMPARE(m_window->keys, QList<int>{Qt::Key_Escape});
}

void TestComposer::scrollKeysAreForTheConversation_data()
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

void TestComposer::scrollKeysAreForTheConversation()
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

void TestComposer::textKeysStayInALongText()
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

void TestComposer::theQuickSwitcherKeyIsNotTaken()
{
    for (const Qt::Key key : {Qt::Key_K, Qt::Key_F, Qt::Key_Space}) {
        QKeyEvent event(QEvent::ShortcutOverride, key, Qt::ControlModifier);
        event.ignore();
        QApplication::sendEvent(edit(), &event);
        QVERIFY(!event.isAccepted());
    }
}

void TestComposer::theDraftComesBackWithItsCursor()
{
    m_composer->setText(u"half a sentence"_s, 4);
    QCOMPARE(m_composer->text(), u"half a sentence"_s);
    QCOMPARE(m_composer->cursorPosition(), 4);
    m_composer->setText(u"short"_s, 99);
    QCOMPARE(m_composer->cursorPosition(), 5);
    m_composer->setText(u"the end"_s);
    QCOMPARE(m_composer->cursorPosition(), 7);
}

void TestComposer::onlyTypingCountsAsEdited()
{
    QSignalSpy changed(m_composer, &Composer::textChanged);
    QSignalSpy edited(m_composer, &Composer::textEdited);
    m_composer->setText(u"draft"_s);
    m_composer->clearSent();
    QCOMPARE(changed.count(), 2);
    QCOMPARE(edited.count(), 0);
    type(u"x"_s);
    QCOMPARE(edited.count(), 1);
}

void TestComposer::noBreakSpacesSurvive()
{
    m_composer->setText(u"12\u00a0000\nlignes"_s);
    QCOMPARE(m_composer->text(), u"12\u00a0000\nlignes"_s);
}

void TestComposer::aNoteIsShownAndLeavesTheBoxUsable()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    const QString note = u"Not connected. What you write goes out when you are back."_s;
    m_composer->setNote(note);
    QVERIFY(labelWith(note));
    QCOMPARE(edit()->accessibleDescription(), note);
    type(u"hello"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    m_composer->setNote({});
    QVERIFY(!labelWith(note));
}

void TestComposer::theHintGoesWhereThereIsNoRoom()
{
    QVERIFY(labelWith(u"Enter to send"_s));
    m_window->resize(260, 600);
    QTRY_VERIFY(!labelWith(u"Enter to send"_s));
    QVERIFY(m_window->width() <= 260);
    QVERIFY(send()->geometry().right() < m_composer->width());
    m_window->resize(720, 600);
    QTRY_VERIFY(labelWith(u"Enter to send"_s));
}

void TestComposer::rightToLeftTextIsSentAsTyped()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    compose({}, u"שלום (42)"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(submitted.value(0).value(0).toString(), u"שלום (42)"_s);
}

void TestComposer::everythingHasANameForScreenReaders()
{
    QCOMPARE(QAccessible::queryAccessibleInterface(edit())->text(QAccessible::Name), u"Message"_s);
    QCOMPARE(QAccessible::queryAccessibleInterface(send())->text(QAccessible::Name), u"Send"_s);
    QCOMPARE(edit()->placeholderText(), u"Message #Lounge"_s);
}

void TestComposer::theFrameFollowsThePaletteAndTheFocus()
{
    const auto edge = [this] {
        const QImage image = m_composer->grab().toImage();
        return image.pixelColor(image.width() / 2, 0);
    };
    for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        applyTheme(*qApp, scheme);
        const Tokens tokens = tokensFor(m_composer->palette());
        m_composer->setFocus();
        QCOMPARE(edge(), tokens.accent);
        m_before->setFocus();
        QCOMPARE(edge(), tokens.line);
        m_composer->setLimit(4);
        m_composer->setText(u"12345"_s);
        QCOMPARE(labelWith(u"Too long"_s)->palette().color(QPalette::WindowText), tokens.danger);
        QCOMPARE(labelWith(u"Enter to"_s)->palette().color(QPalette::WindowText), tokens.dim);
    }
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
