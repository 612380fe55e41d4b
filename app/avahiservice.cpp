#include "app/avahiservice.h"

#include <QDBusMetaType>

using namespace Qt::StringLiterals;

namespace tincan {

AvahiService::AvahiService(const QDBusConnection &bus, QObject *parent)
    : BusService(u"org.freedesktop.Avahi"_s, bus, parent)
{
    qDBusRegisterMetaType<QByteArrayList>(); // a service's records
}

} // namespace tincan
