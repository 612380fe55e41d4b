#include "ui/widgets/idlewatch.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace tincan;

class TestIdleWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyThereIsIdle();
    void inputEndsIt();
};

void TestIdleWatch::nobodyThereIsIdle()
{
    IdleWatch watch(nullptr, 20);
    QSignalSpy changed(&watch, &IdleWatch::idleChanged);
    QVERIFY(!watch.isIdle());
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(watch.isIdle());
    QVERIFY(!changed.wait(100)); // said once
}

void TestIdleWatch::inputEndsIt()
{
    QWidget window;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    IdleWatch watch(nullptr, 20);
    QTRY_VERIFY(watch.isIdle());
    QSignalSpy changed(&watch, &IdleWatch::idleChanged);
    QTest::keyClick(window.windowHandle(), Qt::Key_A);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.first().at(0).toBool(), false);
    QTRY_VERIFY(watch.isIdle());
}

QTEST_MAIN(TestIdleWatch)
#include "tst_idlewatch.moc"
