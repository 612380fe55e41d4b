#include "app/freedesktopnotifier.h"
#include "tests/app/ownbus.h"

#include <QSignalSpy>
#include <QTest>
#include <QVariantMap>

using namespace Qt::StringLiterals;
using namespace tincan;

/// The desktop's side.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    explicit FakeDesktop(const QDBusConnection &bus) : m_bus(bus)
    {
        m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.freedesktop.Notifications"_s);
    }
    ~FakeDesktop() override
    {
        m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
        m_bus.unregisterObject(u"/org/freedesktop/Notifications"_s);
    }

    QStringList titles, texts;
    QList<uint> replaced;
    QStringList actions;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &offered, const QVariantMap &, int)
    {
        titles.append(title);
        texts.append(text);
        replaced.append(replaces);
        actions = offered;
        return replaces > 0 ? replaces : uint(titles.size() + 10);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
};

class TestFreedesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void anAlertIsShownAndItsClickIsHeard();
    void aLaterOneTakesItsPlaceWhileItIsShown();
    void withoutTheServiceItIsRefused();

private:
    OwnBus m_bus;
};

void TestFreedesktopNotifier::initTestCase()
{
    if (!OwnBus::isPossible()) {
        QSKIP("dbus-daemon is not installed");
    }
    QVERIFY(m_bus.begin());
}

void TestFreedesktopNotifier::cleanupTestCase()
{
    QVERIFY(m_bus.end());
}

void TestFreedesktopNotifier::anAlertIsShownAndItsClickIsHeard()
{
    FakeDesktop desktop(m_bus.desktop());
    FreedesktopNotifier notifier(m_bus.program());
    QSignalSpy clicked(&notifier, &DesktopNotifier::clicked);
    notifier.show(u"Bo in Lounge"_s, u"你好🙂"_s);
    QTRY_COMPARE(desktop.texts, QStringList{u"你好🙂"_s});
    QCOMPARE(desktop.titles, QStringList{u"Bo in Lounge"_s});
    QVERIFY(desktop.actions.contains(u"default"_s));
    const auto click = [&](uint id) {
        Q_EMIT desktop.ActionInvoked(id, u"default"_s);
        return clicked.size();
    };
    click(99); // somebody else's
    QTRY_VERIFY(click(11) > 0);
}

void TestFreedesktopNotifier::aLaterOneTakesItsPlaceWhileItIsShown()
{
    FakeDesktop desktop(m_bus.desktop());
    FreedesktopNotifier notifier(m_bus.program());
    notifier.show(u"Lounge"_s, u"one"_s);
    QTRY_COMPARE(desktop.replaced, QList<uint>{0});
    const auto replacesTheLast = [&] { // once the desktop's answer has come
        notifier.show(u"Lounge"_s, u"more"_s);
        return desktop.replaced.last() == 11;
    };
    QTRY_VERIFY(replacesTheLast());

    bool closing = false;
    const auto replacesNothing = [&] { // once it was heard that the person closed it
        closing = !closing;
        if (closing) {
            Q_EMIT desktop.NotificationClosed(11, 2);
        } else {
            notifier.show(u"Lounge"_s, u"again"_s);
        }
        return desktop.replaced.last() == 0;
    };
    QTRY_VERIFY(replacesNothing());
}

void TestFreedesktopNotifier::withoutTheServiceItIsRefused()
{
    FreedesktopNotifier notifier(m_bus.program());
    QSignalSpy refused(&notifier, &DesktopNotifier::refused);
    notifier.show(u"Bo"_s, u"hello"_s);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.first().at(1).toString(), u"hello"_s);
}

QTEST_GUILESS_MAIN(TestFreedesktopNotifier)
#include "tst_freedesktopnotifier.moc"
