#include "tests/widgets/composerfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestComposer : public ComposerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void theBoxGrowsFromOneToEightLinesAndShrinks();
    void linesThatWrapCount();
    void higherLinesFitToo();
    void aLargerFontMakesTheBoxHigher();
    void theCounterAppearsAtFourFifthsOfTheLimit();
    void aTextOverTheLimitIsKeptAndExplained();
    void bytesAreCountedAsUtf8();
    void pastedTextIsPlain();
    void droppedTextIsPutIn();
    void pastedControlCharactersAreDropped();
    void aPasteIsUndoneAtOnce();
    void theDraftComesBackWithItsCursor();
    void onlyTypingCountsAsEdited();
    void noBreakSpacesSurvive();
    void aNoteIsShownAndLeavesTheBoxUsable();
    void anObstacleKeepsTheTextAndSaysWhy();
    void anObstacleLetsCommandsPass();
    void anObstacleToNewTextsLetsEditsPass();
    void aCountdownIsShownAndNotReadAloud();
    void theHintGoesWhereThereIsNoRoom();
    void rightToLeftTextIsSentAsTyped();
    void everythingHasANameForScreenReaders();
    void theFrameFollowsThePaletteAndTheFocus();
};

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

void TestComposer::droppedTextIsPutIn()
{
    m_composer->setText(u"see "_s);
    QMimeData data;
    data.setHtml(u"<b>bold</b>"_s);
    data.setText(u"bold\x1b"_s);
    const QPoint end = edit()->cursorRect().center();
    QDragEnterEvent enter(end, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(edit()->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(end, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(edit()->viewport(), &move);
    QDropEvent drop(end, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(edit()->viewport(), &drop);
    QCOMPARE(m_composer->text(), u"see bold"_s);
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

void TestComposer::anObstacleKeepsTheTextAndSaysWhy()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    m_composer->setNote(u"Not connected"_s);
    m_composer->setObstacle(u"You are muted here."_s);
    type(u"hello"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(!send()->isEnabled());
    QCOMPARE(submitted.count(), 0);
    QCOMPARE(m_composer->text(), u"hello"_s);
    QVERIFY(labelWith(u"You are muted here."_s));
    QCOMPARE(send()->toolTip(), u"You are muted here."_s);
    QCOMPARE(edit()->accessibleDescription(), u"You are muted here."_s);
    m_composer->setObstacle({});
    QVERIFY(labelWith(u"Not connected"_s));
    QVERIFY(send()->isEnabled());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
}

void TestComposer::anObstacleLetsCommandsPass()
{
    QSignalSpy submitted(m_composer, &Composer::submitted);
    m_composer->setObstacle(u"You are muted here."_s);
    for (const QString &said : {u"leave"_s, u"//leave"_s, u"/me leaves"_s, u" /leave"_s}) {
        m_composer->setText(said);
        QVERIFY2(!send()->isEnabled(), qPrintable(said));
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(submitted.count(), 0);
    }
    for (const QString &command : {u"/leave"_s, u"/nick Bo"_s, u"/help"_s, u"/nonsense"_s}) {
        m_composer->setText(command);
        QVERIFY2(send()->isEnabled(), qPrintable(command));
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(submitted.count(), 1);
        QCOMPARE(submitted.takeFirst().first().toString(), command);
    }
    QVERIFY(labelWith(u"You are muted here."_s));
    m_composer->setEditing(true); // then the slash is a part of the message
    QVERIFY(!send()->isEnabled());
}

void TestComposer::anObstacleToNewTextsLetsEditsPass()
{
    m_composer->setText(u"hello"_s);
    m_composer->setObstacle(u"Slow mode is on."_s, u"9 s to go."_s, false);
    QVERIFY(!send()->isEnabled());
    m_composer->setEditing(true);
    QVERIFY(send()->isEnabled());
    QVERIFY(!labelWith(u"Slow mode is on."_s));
    m_composer->setObstacle(u"You are muted here."_s);
    QVERIFY(!send()->isEnabled());
    m_composer->setObstacle(u"Slow mode is on."_s, u"8 s to go."_s, false);
    m_composer->setEditing(false);
    QVERIFY(!send()->isEnabled());
    QVERIFY(labelWith(u"8 s to go."_s));
}

void TestComposer::aCountdownIsShownAndNotReadAloud()
{
    m_composer->setObstacle(u"Slow mode is on."_s, u"9 s to go."_s);
    QVERIFY(labelWith(u"Slow mode is on. 9 s to go."_s));
    const QString read = edit()->accessibleDescription();
    m_composer->setObstacle(u"Slow mode is on."_s, u"8 s to go."_s);
    QVERIFY(labelWith(u"Slow mode is on. 8 s to go."_s));
    QCOMPARE(edit()->accessibleDescription(), read);
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
        QCOMPARE(edge(), tokens.border);
        m_composer->setLimit(4);
        m_composer->setText(u"12345"_s);
        QCOMPARE(labelWith(u"Too long"_s)->palette().color(QPalette::WindowText), tokens.danger);
        QCOMPARE(labelWith(u"Enter to"_s)->palette().color(QPalette::WindowText), tokens.dim);
    }
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
