#include "ui/widgets/firstframe.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace tincan;

class TestFirstFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsToldOnceAfterThePainting();
    void whatNobodySeesIsToldAfterAWhile();
    void aWindowThatIsNotShownHasNone();
};

/// Notes whether it was painted.
class Canvas : public QWidget
{
public:
    bool isPainted = false;

protected:
    void paintEvent(QPaintEvent *) override { isPainted = true; }
};

void TestFirstFrame::itIsToldOnceAfterThePainting()
{
    QWidget window;
    auto *last = new Canvas;
    last->setParent(&window);
    last->setGeometry(0, 0, 50, 50);
    FirstFrame frame(window, 60'000);
    bool wasPainted = false;
    connect(&frame, &FirstFrame::out, last, [last, &wasPainted] { wasPainted = last->isPainted; });
    QSignalSpy out(&frame, &FirstFrame::out);
    window.show();
    QCOMPARE(out.size(), 0);
    QTRY_COMPARE(out.size(), 1);
    QVERIFY(wasPainted);
    window.hide();
    window.show();
    window.repaint();
    QVERIFY(!out.wait(100));
}

void TestFirstFrame::whatNobodySeesIsToldAfterAWhile()
{
    QWidget window;
    window.setUpdatesEnabled(false);
    FirstFrame frame(window, 20);
    QSignalSpy out(&frame, &FirstFrame::out);
    window.show();
    QTRY_COMPARE(out.size(), 1);
    window.setUpdatesEnabled(true);
    window.repaint();
    QVERIFY(!out.wait(100));
}

void TestFirstFrame::aWindowThatIsNotShownHasNone()
{
    QWidget window;
    FirstFrame frame(window, 20);
    QSignalSpy out(&frame, &FirstFrame::out);
    QVERIFY(!out.wait(100));
}

QTEST_MAIN(TestFirstFrame)
#include "tst_firstframe.moc"
