#pragma once

#include "app/avahiservice.h"
#include "ui/client/nearbybrowser.h"

#include <QHash>

#include <memory>

namespace tincan {

/// Finds rooms by DNS-SD, through the Avahi daemon, while it runs.
class AvahiBrowser final : public NearbyBrowser
{
    Q_OBJECT

public:
    static constexpr int maximum = 100; ///< services that are resolved at once

    /// `interface` is an index of the system's; by default all are searched.
    explicit AvahiBrowser(const QDBusConnection &bus, int interface = avahi::anyInterface,
                          QObject *parent = nullptr);
    ~AvahiBrowser() override;

    NearbyMeans means() const override { return NearbyMeans::DnsSd; }
    bool isLooking() const override { return m_looking; }
    void start() override { m_service.start(); }

private:
    /// One announced service on one interface; its object watches it while it is announced.
    struct Item
    {
        QObject *watch = nullptr;
        QString address; ///< as said last; empty: not known yet
        quint16 port = 0;
    };

    void begin();
    void browse(const QString &path);
    void add(int interface, const QString &name, const QString &domain);
    void resolve(const QString &key, const QString &path);
    void take(const QString &key, const QString &name, const QString &address, quint16 port,
              const QList<QByteArray> &records);
    void remove(const QString &key);
    void setLooking(bool looking);

    AvahiService m_service;
    int m_interface;
    std::unique_ptr<QObject> m_run; ///< everything that belongs to one run of the daemon
    QHash<QString, Item> m_items;
    bool m_looking = false;
};

} // namespace tincan
