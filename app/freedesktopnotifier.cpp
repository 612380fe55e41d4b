#include "app/freedesktopnotifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <notificationsinterface.h>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr QLatin1StringView serviceName("org.freedesktop.Notifications"); // and its interface's
constexpr QLatin1StringView objectPath("/org/freedesktop/Notifications");

} // namespace

FreedesktopNotifier::FreedesktopNotifier(const QDBusConnection &bus, QObject *parent)
    : DesktopNotifier(parent), m_bus(bus)
{
}

FreedesktopNotifier::~FreedesktopNotifier() = default;

void FreedesktopNotifier::show(const QString &title, const QString &text)
{
    QDBusMessage call = QDBusMessage::createMethodCall(serviceName, objectPath, serviceName, u"Notify"_s);
    const QStringList actions{u"default"_s, QString()}; // a click
    const QVariantMap hints{{u"desktop-entry"_s, u"tincan"_s}, {u"category"_s, u"im.received"_s}};
    const int itsOwnTime = -1;
    call.setArguments({u"Tincan"_s, m_shown, u"tincan"_s, title, text, actions, hints, itsOwnTime});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, title, text] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply(*watcher);
        if (reply.isError())
            Q_EMIT refused(title, text);
        else
            onShown(reply.value(), reply.reply().service());
    });
}

void FreedesktopNotifier::onShown(uint id, const QString &service)
{
    m_shown = id;
    if (m_service && m_service->service() == service)
        return;
    // By its unique name: to look up the owner of another would block.
    m_service = std::make_unique<OrgFreedesktopNotificationsInterface>(service, objectPath, m_bus);
    using Service = OrgFreedesktopNotificationsInterface;
    connect(m_service.get(), &Service::ActionInvoked, this, [this](uint shown, const QString &action) {
        if (shown == m_shown && action == "default"_L1)
            Q_EMIT clicked();
    });
    connect(m_service.get(), &Service::NotificationClosed, this, [this](uint shown) {
        if (shown == m_shown)
            m_shown = 0;
    });
}

} // namespace tincan
