#pragma once

#include "app/avahiservice.h"
#include "app/roomannouncer.h"

#include <memory>
#include <optional>

class OrgFreedesktopAvahiEntryGroupInterface;

namespace tincan {

/// Announces a hosted room by DNS-SD, through the Avahi daemon, while it runs. Where another service has the
/// name, a number is added to it.
class AvahiAnnouncer final : public RoomAnnouncer
{
    Q_OBJECT

public:
    static constexpr int namesTried = 20;

    /// `interface` is an index of the system's; by default the room is announced on all.
    explicit AvahiAnnouncer(const QDBusConnection &bus, int interface = avahi::anyInterface,
                            QObject *parent = nullptr);
    ~AvahiAnnouncer() override;

    void announce(const RoomAnnouncement &announcement) override;
    void withdraw() override;

private:
    void begin();
    void useGroup(const QString &path);
    void addService();
    void tryNextName();
    void updateRecords();
    int interface() const;

    AvahiService m_service;
    int m_onlyInterface;
    std::optional<RoomAnnouncement> m_announcement;
    std::unique_ptr<QObject> m_run; ///< everything that belongs to one announcement to one daemon
    OrgFreedesktopAvahiEntryGroupInterface *m_group = nullptr; ///< of m_run
    QString m_name;
    int m_tried = 0;
    bool m_added = false;
};

} // namespace tincan
