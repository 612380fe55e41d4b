#include "app/statusnotifiertray.h"
#include "tests/app/ownbus.h"

#include <QSignalSpy>
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
    QDBusConnection desktopBus() const { return m_bus.desktop(); }
    QDBusConnection bus() const { return m_bus.program(); }
    /// Until what the desktop says is heard, however long the program takes to listen.
    static bool hearsTheHost(FakeWatcher &watcher, const QSignalSpy &doubtful)
    {
        const auto before = doubtful.size();
        return QTest::qWaitFor([&] {
            Q_EMIT watcher.StatusNotifierHostUnregistered();
            return doubtful.size() > before;
        });
    }

    OwnBus m_bus;
};

void TestStatusNotifierTray::initTestCase()
{
    if (!OwnBus::isPossible())
        QSKIP("dbus-daemon is not installed");
    QVERIFY(m_bus.begin());
}

void TestStatusNotifierTray::cleanupTestCase()
{
    QVERIFY(m_bus.end());
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
