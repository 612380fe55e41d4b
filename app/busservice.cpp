#include "app/busservice.h"

#include <QDBusMessage>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace tincan {

BusService::BusService(const QString &name, const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_name(name), m_bus(bus),
      m_watcher(name, bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { setOwner(owner); });
}

void BusService::start()
{
    const QString bus = u"org.freedesktop.DBus"_s;
    QDBusMessage question =
        QDBusMessage::createMethodCall(bus, u"/org/freedesktop/DBus"_s, bus, u"GetNameOwner"_s);
    question.setArguments({m_name});
    whenAnswered<QDBusPendingReply<QString>>(this, m_bus.asyncCall(question),
                                             [this](const QDBusPendingReply<QString> &owner) {
                                                 if (!owner.isError())
                                                     setOwner(owner.value());
                                             });
}

void BusService::setOwner(const QString &owner)
{
    if (m_owner != owner) {
        m_owner = owner;
        Q_EMIT ownerChanged();
    }
}

} // namespace tincan
