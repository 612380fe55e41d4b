#include "app/avahiannouncer.h"

#include <QDBusPendingReply>
#include <QNetworkInterface>

#include <avahiinterfaces.h>

using namespace Qt::StringLiterals;

namespace tincan {

using PathReply = QDBusPendingReply<QDBusObjectPath>;

AvahiAnnouncer::AvahiAnnouncer(const QDBusConnection &bus, int interface, QObject *parent)
    : RoomAnnouncer(parent), m_service(bus), m_onlyInterface(interface)
{
    connect(&m_service, &AvahiService::ownerChanged, this, &AvahiAnnouncer::begin);
    m_service.start();
}

AvahiAnnouncer::~AvahiAnnouncer() = default;

void AvahiAnnouncer::announce(const RoomAnnouncement &announcement)
{
    const bool begins = !m_announcement || m_announcement->room.name != announcement.room.name ||
                        m_announcement->room.port != announcement.room.port ||
                        m_announcement->address != announcement.address;
    m_announcement = announcement;
    if (begins)
        begin();
    else if (m_added)
        updateRecords();
}

void AvahiAnnouncer::withdraw()
{
    if (m_group)
        m_group->Free();
    m_announcement.reset();
    begin();
}

void AvahiAnnouncer::begin()
{
    m_group = nullptr;
    m_run.reset();
    m_added = false;
    if (!m_announcement || m_service.owner().isEmpty())
        return;
    m_name = serviceNameFor(m_announcement->room);
    m_tried = 1;
    m_run = std::make_unique<QObject>();
    auto *server =
        new org::freedesktop::Avahi::Server2(m_service.owner(), u"/"_s, m_service.bus(), m_run.get());
    whenAnswered<PathReply>(m_run.get(), server->EntryGroupNew(), [this](const PathReply &path) {
        if (!path.isError())
            useGroup(path.value().path());
    });
}

void AvahiAnnouncer::useGroup(const QString &path)
{
    using Group = org::freedesktop::Avahi::EntryGroup;
    m_group = new Group(m_service.owner(), path, m_service.bus(), m_run.get());
    connect(m_group, &Group::StateChanged, this, [this](int state) {
        if (state == avahi::groupCollision)
            tryNextName();
    });
    addService();
}

void AvahiAnnouncer::addService()
{
    const QDBusPendingCall added =
        m_group->AddService(interface(), avahi::anyProtocol, 0, m_name, serviceType, QString(), QString(),
                            m_announcement->room.port, serviceRecordsFor(m_announcement->room, m_name));
    whenAnswered<QDBusPendingReply<>>(m_run.get(), added, [this](const QDBusPendingReply<> &answer) {
        if (!answer.isError()) {
            m_added = true;
            m_group->Commit();
        } else if (answer.error().name() == "org.freedesktop.Avahi.CollisionError"_L1) {
            tryNextName();
        }
    });
}

void AvahiAnnouncer::tryNextName()
{
    if (++m_tried > namesTried)
        return;
    m_added = false;
    m_group->Reset();
    m_name = serviceNameFor(m_announcement->room, m_tried);
    addService();
}

void AvahiAnnouncer::updateRecords()
{
    m_group->UpdateServiceTxt(interface(), avahi::anyProtocol, 0, m_name, serviceType, QString(),
                              serviceRecordsFor(m_announcement->room, m_name));
}

/// The one that has the only address at which the room is reached.
int AvahiAnnouncer::interface() const
{
    const QHostAddress only(m_announcement->address);
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &one : interfaces) {
        const auto entries = one.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (!only.isNull() && entry.ip() == only)
                return one.index();
        }
    }
    return m_onlyInterface;
}

} // namespace tincan
