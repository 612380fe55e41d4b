#include "ui/widgets/traywatch.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace tincan;

class TestTrayWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTrayThatEndsIsToldOfAHiddenWindow();
    void aTrayThatComesBackInTimeIsNot();
    void aTrayThatWasGoneBeforeIsToldToo();
    void aVisibleWindowNeedsNoTray();
    void nothingTicks();

private:
    void hide();

    static constexpr int patience = 40; // ms
    std::unique_ptr<QWidget> m_window;
    TrayWatch *m_watch = nullptr;
    std::unique_ptr<QSignalSpy> m_ended;
    bool m_isThere = true;
    int m_looks = 0;
};

void TestTrayWatch::init()
{
    m_isThere = true;
    m_looks = 0;
    m_window = std::make_unique<QWidget>();
    m_watch = new TrayWatch(
        *m_window,
        [this] {
            ++m_looks;
            return m_isThere;
        },
        patience);
    m_ended = std::make_unique<QSignalSpy>(m_watch, &TrayWatch::ended);
    m_window->show();
}

/// Until the look after it is done.
void TestTrayWatch::hide()
{
    m_window->hide();
    QTRY_COMPARE(m_looks, 1);
}

void TestTrayWatch::aTrayThatEndsIsToldOfAHiddenWindow()
{
    hide();
    m_isThere = false;
    m_watch->doubt();
    QCOMPARE(m_ended->size(), 0);
    QTRY_COMPARE(m_ended->size(), 1);
}

void TestTrayWatch::aTrayThatComesBackInTimeIsNot()
{
    hide();
    m_isThere = false;
    m_watch->doubt();
    m_isThere = true;
    QTRY_COMPARE(m_looks, 2);
    QCOMPARE(m_ended->size(), 0);
    m_isThere = false;
    m_watch->doubt();
    QTRY_COMPARE(m_ended->size(), 1);
}

/// As while somebody was asked whether to quit.
void TestTrayWatch::aTrayThatWasGoneBeforeIsToldToo()
{
    m_isThere = false;
    m_window->hide();
    QTRY_COMPARE(m_ended->size(), 1);
}

void TestTrayWatch::aVisibleWindowNeedsNoTray()
{
    m_isThere = false;
    m_watch->doubt();
    m_window->hide();
    m_window->show();
    QVERIFY(!m_ended->wait(3 * patience));
    QCOMPARE(m_looks, 0);
}

void TestTrayWatch::nothingTicks()
{
    hide();
    QTest::qWait(5 * patience);
    QCOMPARE(m_looks, 1);
    m_watch->doubt();
    QTest::qWait(5 * patience);
    QCOMPARE(m_looks, 2);
}

QTEST_MAIN(TestTrayWatch)
#include "tst_traywatch.moc"
