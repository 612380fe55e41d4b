#include "ui/widgets/restingcursor.h"

#include <QPlainTextEdit>
#include <QStyleHints>
#include <QTest>

using namespace tincan;

namespace {

class PaintCount : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

    int count = 0;
};

int flashTime()
{
    return QGuiApplication::styleHints()->cursorFlashTime();
}

} // namespace

class TestRestingCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCursorThatNobodyNeedsIsNotPaintedAgain();
    void inputLetsItBlinkAgain();
    void whoLeavesLetsItBlink();
};

void TestRestingCursor::aCursorThatNobodyNeedsIsNotPaintedAgain()
{
    QVERIFY(flashTime() > 0);
    QPlainTextEdit edit;
    edit.show();
    edit.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&edit));
    PaintCount painted;
    edit.viewport()->installEventFilter(&painted);
    QTRY_VERIFY(painted.count > 1); // it blinks
    RestingCursor cursor(nullptr, 20);
    QTRY_COMPARE(flashTime(), 0);
    QTest::qWait(100); // the last change is painted
    painted.count = 0;
    QTest::qWait(1'200);
    QCOMPARE(painted.count, 0);
}

void TestRestingCursor::inputLetsItBlinkAgain()
{
    const int desktops = flashTime();
    QPlainTextEdit edit;
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    RestingCursor cursor(nullptr, 20);
    QTRY_COMPARE(flashTime(), 0);
    QTest::keyClick(edit.windowHandle(), Qt::Key_A);
    QCOMPARE(flashTime(), desktops);
    QTRY_COMPARE(flashTime(), 0);
}

void TestRestingCursor::whoLeavesLetsItBlink()
{
    const int desktops = flashTime();
    {
        RestingCursor cursor(nullptr, 20);
        QTRY_COMPARE(flashTime(), 0);
    }
    QCOMPARE(flashTime(), desktops);
}

QTEST_MAIN(TestRestingCursor)
#include "tst_restingcursor.moc"
