#include "tests/app/fakeavahi.h"

#include <QDBusMetaType>

using namespace Qt::StringLiterals;

namespace tincan {

void FakeGroup::AddService(int, int, uint, const QString &name, const QString &type, const QString &,
                           const QString &, ushort port, const QList<QByteArray> &txt)
{
    if (type != "_tincan._tcp"_L1 || m_avahi.takenNames.contains(name)) {
        sendErrorReply(u"org.freedesktop.Avahi.CollisionError"_s, u"Local name collision"_s);
        return;
    }
    added.append({name, port, txt});
}

void FakeGroup::UpdateServiceTxt(int, int, uint, const QString &name, const QString &, const QString &,
                                 const QList<QByteArray> &txt)
{
    for (Service &service : added) {
        if (service.name == name) {
            service.records = txt;
        }
    }
}

void FakeGroup::Commit()
{
    committed = true;
}

void FakeGroup::Reset()
{
    added.clear();
    committed = false;
}

void FakeGroup::Free()
{
    freed = true;
}

FakeAvahi::FakeAvahi(const QDBusConnection &bus) : m_bus(bus)
{
    qDBusRegisterMetaType<QByteArrayList>();
    m_bus.registerObject(u"/"_s, this, QDBusConnection::ExportAllSlots);
    m_bus.registerService(u"org.freedesktop.Avahi"_s);
}

FakeAvahi::~FakeAvahi()
{
    m_bus.unregisterService(u"org.freedesktop.Avahi"_s);
    m_bus.unregisterObject(u"/"_s);
}

QDBusObjectPath FakeAvahi::EntryGroupNew()
{
    groups.push_back(std::make_unique<FakeGroup>(*this));
    return publish(*groups.back());
}

QDBusObjectPath FakeAvahi::ServiceBrowserPrepare(int, int, const QString &, const QString &, uint)
{
    browsers.push_back(std::make_unique<FakeServiceBrowser>());
    return publish(*browsers.back());
}

QDBusObjectPath FakeAvahi::ServiceResolverPrepare(int, int, const QString &name, const QString &,
                                                  const QString &, int, uint)
{
    resolvers.push_back(std::make_unique<FakeResolver>());
    resolvers.back()->service = name;
    return publish(*resolvers.back());
}

QDBusObjectPath FakeAvahi::publish(QObject &object)
{
    const QString path = u"/object%1"_s.arg(++m_objects);
    m_bus.registerObject(path, &object, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    return QDBusObjectPath(path);
}

} // namespace tincan
