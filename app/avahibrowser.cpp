#include "app/avahibrowser.h"

#include <QDBusPendingReply>
#include <QHostAddress>

#include <avahiinterfaces.h>

using namespace Qt::StringLiterals;

namespace tincan {

using PathReply = QDBusPendingReply<QDBusObjectPath>;

namespace {

QString keyOf(int interface, const QString &name, const QString &domain)
{
    return QString::number(interface) + u' ' + domain + u' ' + name;
}

} // namespace

AvahiBrowser::AvahiBrowser(const QDBusConnection &bus, int interface, QObject *parent)
    : NearbyBrowser(parent), m_service(bus), m_interface(interface)
{
    connect(&m_service, &AvahiService::ownerChanged, this, &AvahiBrowser::begin);
}

AvahiBrowser::~AvahiBrowser() = default;

void AvahiBrowser::begin()
{
    const auto keys = m_items.keys();
    for (const QString &key : keys)
        remove(key);
    m_run.reset();
    setLooking(false);
    if (m_service.owner().isEmpty())
        return;
    m_run = std::make_unique<QObject>();
    auto *server =
        new org::freedesktop::Avahi::Server2(m_service.owner(), u"/"_s, m_service.bus(), m_run.get());
    whenAnswered<PathReply>(
        m_run.get(), server->ServiceBrowserPrepare(m_interface, avahi::ipv4, serviceType, QString(), 0),
        [this](const PathReply &path) {
            if (!path.isError())
                browse(path.value().path());
        });
}

void AvahiBrowser::browse(const QString &path)
{
    using Browser = org::freedesktop::Avahi::ServiceBrowser;
    auto *browser = new Browser(m_service.owner(), path, m_service.bus(), m_run.get());
    connect(browser, &Browser::ItemNew, this,
            [this](int interface, int, const QString &name, const QString &, const QString &domain) {
                add(interface, name, domain);
            });
    connect(browser, &Browser::ItemRemove, this,
            [this](int interface, int, const QString &name, const QString &, const QString &domain) {
                remove(keyOf(interface, name, domain));
            });
    connect(browser, &Browser::Failure, this, [this] { setLooking(false); });
    browser->Start();
    setLooking(true);
}

void AvahiBrowser::add(int interface, const QString &name, const QString &domain)
{
    const QString key = keyOf(interface, name, domain);
    if (m_items.contains(key) || m_items.size() >= maximum)
        return;
    auto *watch = new QObject(m_run.get());
    m_items.insert(key, {watch, {}, 0});
    auto *server = new org::freedesktop::Avahi::Server2(m_service.owner(), u"/"_s, m_service.bus(), watch);
    whenAnswered<PathReply>(
        watch,
        server->ServiceResolverPrepare(interface, avahi::ipv4, name, serviceType, domain, avahi::ipv4, 0),
        [this, key](const PathReply &path) {
            if (!path.isError())
                resolve(key, path.value().path());
        });
}

/// A resolver goes on telling what changes until it is freed.
void AvahiBrowser::resolve(const QString &key, const QString &path)
{
    using Resolver = org::freedesktop::Avahi::ServiceResolver;
    QObject *watch = m_items.value(key).watch;
    auto *resolver = new Resolver(m_service.owner(), path, m_service.bus(), watch);
    connect(watch, &QObject::destroyed, this, [bus = m_service.bus(), owner = m_service.owner(), path] {
        bus.send(QDBusMessage::createMethodCall(owner, path, QLatin1String(Resolver::staticInterfaceName()),
                                                u"Free"_s));
    });
    connect(resolver, &Resolver::Found, this,
            [this, key](int, int, const QString &name, const QString &, const QString &, const QString &, int,
                        const QString &address, ushort port,
                        const QList<QByteArray> &records) { take(key, name, address, port, records); });
    resolver->Start();
}

void AvahiBrowser::take(const QString &key, const QString &name, const QString &address, quint16 port,
                        const QList<QByteArray> &records)
{
    const auto item = m_items.find(key);
    const auto room = readService(name, port, records);
    const QHostAddress host(address);
    if (item == m_items.end() || !room || host.isNull())
        return;
    const bool moved = item->address != host.toString() || item->port != port;
    if (moved && !item->address.isEmpty())
        Q_EMIT gone(item->address, item->port);
    item->address = host.toString();
    item->port = port;
    Q_EMIT found({item->address, *room, 0});
}

void AvahiBrowser::remove(const QString &key)
{
    const Item item = m_items.take(key);
    delete item.watch;
    if (!item.address.isEmpty())
        Q_EMIT gone(item.address, item.port);
}

void AvahiBrowser::setLooking(bool looking)
{
    if (m_looking != looking) {
        m_looking = looking;
        Q_EMIT lookingChanged();
    }
}

} // namespace tincan
