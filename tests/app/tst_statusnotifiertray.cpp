#include "app/statusnotifiertray.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

/// The desktop's side.
class FakeWatcher : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")

public:
    explicit FakeWatcher(const QDBusConnection &bus) : m_bus(bus)
    {
        m_bus.registerObject(u"/StatusNotifierWatcher"_s, this, QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.kde.StatusNotifierWatcher"_s);
    }
    ~FakeWatcher() override
    {
        m_bus.unregisterService(u"org.kde.StatusNotifierWatcher"_s);
        m_bus.unregisterObject(u"/StatusNotifierWatcher"_s);
    }

Q_SIGNALS:
    void StatusNotifierHostUnregistered();

private:
    QDBusConnection m_bus;
};

class TestStatusNotifierTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aWatcherThatEndsIsDoubted();
    void aHostThatEndsIsDoubtedToo();
    void aWatcherThatComesLaterIsListenedTo();

private:
    static QDBusConnection desktopBus() { return QDBusConnection(u"desktop"_s); }
    static QDBusConnection bus() { return QDBusConnection(u"program"_s); }
    /// Until what the desktop says is heard, however long the program takes to listen.
    static bool hearsTheHost(FakeWatcher &watcher, const QSignalSpy &doubtful)
    {
        const auto before = doubtful.size();
        return QTest::qWaitFor([&] {
            Q_EMIT watcher.StatusNotifierHostUnregistered();
            return doubtful.size() > before;
        });
    }

    QProcess m_broker;
};

/// A bus of its own, on which nobody else is.
void TestStatusNotifierTray::initTestCase()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        QSKIP("dbus-daemon is not installed");
    m_broker.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_broker.canReadLine(), 10'000);
    const QString address = QString::fromUtf8(m_broker.readLine()).trimmed();
    QVERIFY(QDBusConnection::connectToBus(address, u"desktop"_s).isConnected());
    QVERIFY(QDBusConnection::connectToBus(address, u"program"_s).isConnected());
}

void TestStatusNotifierTray::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"program"_s);
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    m_broker.terminate();
    QTRY_COMPARE(m_broker.state(), QProcess::NotRunning);
}

void TestStatusNotifierTray::aWatcherThatEndsIsDoubted()
{
    auto watcher = std::make_unique<FakeWatcher>(desktopBus());
    StatusNotifierTray tray(bus());
    QSignalSpy doubtful(&tray, &DesktopTray::doubtful);
    QVERIFY(hearsTheHost(*watcher, doubtful));
    QTest::qWait(100); // what was said too often
    doubtful.clear();
    watcher.reset();
    QTRY_COMPARE(doubtful.size(), 1);
}

void TestStatusNotifierTray::aHostThatEndsIsDoubtedToo()
{
    FakeWatcher watcher(desktopBus());
    StatusNotifierTray tray(bus());
    const QSignalSpy doubtful(&tray, &DesktopTray::doubtful);
    QVERIFY(hearsTheHost(watcher, doubtful));
}

void TestStatusNotifierTray::aWatcherThatComesLaterIsListenedTo()
{
    StatusNotifierTray tray(bus());
    QSignalSpy doubtful(&tray, &DesktopTray::doubtful);
    QVERIFY(!doubtful.wait(100));
    FakeWatcher watcher(desktopBus());
    QVERIFY(hearsTheHost(watcher, doubtful));
}

QTEST_GUILESS_MAIN(TestStatusNotifierTray)
#include "tst_statusnotifiertray.moc"
