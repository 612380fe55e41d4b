#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QList>
#include <QObject>

#include <memory>
#include <vector>

namespace tincan {

class FakeAvahi;

/// One of the daemon's entry groups.
class FakeGroup : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Avahi.EntryGroup")

public:
    explicit FakeGroup(FakeAvahi &avahi) : m_avahi(avahi) {}

    struct Service
    {
        QString name;
        ushort port = 0;
        QList<QByteArray> records;
    };
    QList<Service> added;
    bool committed = false;
    bool freed = false;

public Q_SLOTS:
    void AddService(int interface, int protocol, uint flags, const QString &name, const QString &type,
                    const QString &domain, const QString &host, ushort port, const QList<QByteArray> &txt);
    void UpdateServiceTxt(int interface, int protocol, uint flags, const QString &name, const QString &type,
                          const QString &domain, const QList<QByteArray> &txt);
    void Commit();
    void Reset();
    void Free();

Q_SIGNALS:
    void StateChanged(int state, const QString &error);

private:
    FakeAvahi &m_avahi;
};

/// One of the daemon's browsers.
class FakeServiceBrowser : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Avahi.ServiceBrowser")

public:
    bool started = false;

public Q_SLOTS:
    void Start() { started = true; }

Q_SIGNALS:
    void ItemNew(int interface, int protocol, const QString &name, const QString &type, const QString &domain,
                 uint flags);
    void ItemRemove(int interface, int protocol, const QString &name, const QString &type,
                    const QString &domain, uint flags);
    void Failure(const QString &error);
};

/// One of the daemon's resolvers; a test lets it find something.
class FakeResolver : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Avahi.ServiceResolver")

public:
    QString service;
    bool started = false;
    bool freed = false;

    void find(const QString &address, quint16 port, const QList<QByteArray> &records)
    {
        Q_EMIT Found(2, 0, service, QStringLiteral("_tincan._tcp"), QStringLiteral("local"),
                     QStringLiteral("host.local"), 0, address, port, records, 0);
    }

public Q_SLOTS:
    void Start() { started = true; }
    void Free() { freed = true; }

Q_SIGNALS:
    void Found(int interface, int protocol, const QString &name, const QString &type, const QString &domain,
               const QString &host, int aprotocol, const QString &address, ushort port,
               const QList<QByteArray> &txt, uint flags);
};

/// As much of the Avahi daemon as this program speaks to, on a bus of a test's own.
class FakeAvahi : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Avahi.Server2")

public:
    explicit FakeAvahi(const QDBusConnection &bus);
    ~FakeAvahi() override;

    QStringList takenNames;
    std::vector<std::unique_ptr<FakeGroup>> groups;
    std::vector<std::unique_ptr<FakeServiceBrowser>> browsers;
    std::vector<std::unique_ptr<FakeResolver>> resolvers;

public Q_SLOTS:
    QDBusObjectPath EntryGroupNew();
    QDBusObjectPath ServiceBrowserPrepare(int interface, int protocol, const QString &type,
                                          const QString &domain, uint flags);
    QDBusObjectPath ServiceResolverPrepare(int interface, int protocol, const QString &name,
                                           const QString &type, const QString &domain, int aprotocol,
                                           uint flags);

private:
    QDBusObjectPath publish(QObject &object);

    QDBusConnection m_bus;
    int m_objects = 0;
};

} // namespace tincan
