#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace tincan {

/// A bus of its own, on which nobody is but a test: once as the desktop, once as the program.
class OwnBus
{
public:
    static bool isPossible() { return !QStandardPaths::findExecutable(broker()).isEmpty(); }

    bool begin()
    {
        m_broker.start(broker(), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                  QStringLiteral("--print-address")});
        if (!QTest::qWaitFor([this] { return m_broker.canReadLine(); }, 10'000)) {
            return false;
        }
        const QString address = QString::fromUtf8(m_broker.readLine()).trimmed();
        return QDBusConnection::connectToBus(address, desktopName()).isConnected() &&
               QDBusConnection::connectToBus(address, programName()).isConnected();
    }

    bool end()
    {
        QDBusConnection::disconnectFromBus(programName());
        QDBusConnection::disconnectFromBus(desktopName());
        m_broker.terminate();
        return QTest::qWaitFor([this] { return m_broker.state() == QProcess::NotRunning; });
    }

    QDBusConnection desktop() const { return QDBusConnection(desktopName()); }
    QDBusConnection program() const { return QDBusConnection(programName()); }

private:
    static QString broker() { return QStringLiteral("dbus-daemon"); }
    static QString desktopName() { return QStringLiteral("desktop"); }
    static QString programName() { return QStringLiteral("program"); }

    QProcess m_broker;
};

} // namespace tincan
