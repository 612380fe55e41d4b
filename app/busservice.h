#pragma once

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QObject>

namespace tincan {

/// Tells whether a service is on a bus, and by which name of its own, so that nobody waits for one that is
/// not. It is never started from here. Nothing blocks.
class BusService : public QObject
{
    Q_OBJECT

public:
    BusService(const QString &name, const QDBusConnection &bus, QObject *parent = nullptr);

    void start();
    QDBusConnection bus() const { return m_bus; }
    QString owner() const { return m_owner; } ///< a unique name of the bus; empty: it does not run

Q_SIGNALS:
    void ownerChanged();

private:
    void setOwner(const QString &owner);

    QString m_name;
    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QString m_owner;
};

/// Calls `done(reply)` when the answer to a call has come, unless `context` is gone by then.
template <typename Reply, typename Done>
void whenAnswered(QObject *context, const QDBusPendingCall &call, Done done)
{
    auto *watcher = new QDBusPendingCallWatcher(call, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done] {
        watcher->deleteLater();
        done(Reply(*watcher));
    });
}

} // namespace tincan
