#include "tests/gui/host.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

/// A bus that hangs up on everybody, and counts them. On a thread of its own: who calls a bus waits for it.
class DeafBus : public QThread
{
public:
    explicit DeafBus(const QString &socket) : m_socket(socket) { start(); }
    ~DeafBus() override
    {
        requestInterruption();
        wait();
    }

    std::atomic<bool> isListening = false;
    std::atomic<int> calls = 0;

protected:
    void run() override
    {
        QLocalServer server;
        isListening = server.listen(m_socket);
        while (!isInterruptionRequested()) {
            if (!server.waitForNewConnection(20))
                continue;
            ++calls;
            delete server.nextPendingConnection();
        }
    }

private:
    QString m_socket;
};

/// Calls once something is painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(std::function<void()> painted) : m_painted(std::move(painted))
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            qApp->removeEventFilter(this);
            m_painted();
        }
        return false;
    }

private:
    std::function<void()> m_painted;
};

} // namespace

/// What the program does, and when, until its window is there.
class TestStarting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstFrameWaitsForNoBus();
    void aWindowInAnotherLanguageBeginsNothingAnew();

private:
    QTemporaryDir m_folder;
};

void TestStarting::theFirstFrameWaitsForNoBus()
{
#ifndef TINCAN_HAS_DBUS
    QSKIP("this program speaks to no bus");
#endif
    const QString socket = m_folder.filePath(u"bus"_s);
    DeafBus bus(socket);
    QTRY_VERIFY(bus.isListening);
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket.toUtf8());
    AppOptions options;
    options.profile = m_folder.filePath(u"profile"_s);
    options.nearby = u"lo"_s;
    int callsBefore = -1;
    Application program(options);
    QSignalSpy appeared(&program, &Application::appeared);
    const PaintWatch watch([&] { callsBefore = bus.calls; });
    program.start();
    QVERIFY(WindowDriver(*program.window()).shows(u"Looking for rooms nearby"_s));
    QTRY_COMPARE(appeared.size(), 1);
    QCOMPARE(callsBefore, 0);
    QTRY_VERIFY2(bus.calls > 0, "after it the bus is asked who is nearby");
}

void TestStarting::aWindowInAnotherLanguageBeginsNothingAnew()
{
    Host ada;
    QSignalSpy appeared(&ada.program(), &Application::appeared);
    QTRY_COMPARE(appeared.size(), 1);
    ada.program().preferences().setLanguage(LanguageChoice::Chinese);
    QTRY_VERIFY(ada.driver().action(u"偏好设置(P)…"_s));
    QSignalSpy shown(&ada.driver().window(), &MainWindow::appeared);
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(appeared.size(), 1);
}

QTEST_MAIN(TestStarting)
#include "tst_starting.moc"
