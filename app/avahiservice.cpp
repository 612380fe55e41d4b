#include "app/avahiservice.h"

#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

const QString &serviceName()
{
    static const QString name = u"org.freedesktop.Avahi"_s;
    return name;
}

} // namespace

AvahiService::AvahiService(const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_bus(bus), m_watcher(serviceName(), bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    qDBusRegisterMetaType<QByteArrayList>(); // a service's records
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { setOwner(owner); });
}

void AvahiService::start()
{
    const QString bus = u"org.freedesktop.DBus"_s;
    QDBusMessage question =
        QDBusMessage::createMethodCall(bus, u"/org/freedesktop/DBus"_s, bus, u"GetNameOwner"_s);
    question.setArguments({serviceName()});
    whenAnswered<QDBusPendingReply<QString>>(this, m_bus.asyncCall(question),
                                             [this](const QDBusPendingReply<QString> &owner) {
                                                 if (!owner.isError())
                                                     setOwner(owner.value());
                                             });
}

void AvahiService::setOwner(const QString &owner)
{
    if (m_owner != owner) {
        m_owner = owner;
        Q_EMIT ownerChanged();
    }
}

} // namespace tincan
