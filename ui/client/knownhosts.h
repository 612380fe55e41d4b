#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace tincan {

/// A server's key, as it proved to have it.
struct ServerKey
{
    QByteArray fingerprint;  ///< as keyFingerprint() gives it; empty: none, the connection is in clear
    bool forOneRun = false;  ///< the server says that the next run will have another one
    bool vouchedFor = false; ///< the system's authorities said whose it is when it was met

    friend bool operator==(const ServerKey &, const ServerKey &) = default;
};

/// Remembers the servers that were spoken to with encryption, by their keys. However a host is written, it is
/// the same one: example.org and example.org., ::1 and 0:0::1.
class KnownHosts
{
public:
    virtual ~KnownHosts() = default;

    virtual std::optional<ServerKey> find(const QString &host, quint16 port) const = 0;
    virtual void remember(const QString &host, quint16 port, const ServerKey &key) = 0;
};

/// Known as long as the object lives.
class HostsInMemory final : public KnownHosts
{
public:
    std::optional<ServerKey> find(const QString &host, quint16 port) const override;
    void remember(const QString &host, quint16 port, const ServerKey &key) override;

private:
    QHash<std::pair<QString, quint16>, ServerKey> m_keys;
};

/// Known from one run of a program to the next: a file of lines, HOST PORT FINGERPRINT and perhaps marks. Of
/// several for one server the last counts, so that programs that run at the same time only ever add to it.
class HostsInFile final : public KnownHosts
{
public:
    /// The file and its directory are made when there is something to remember.
    explicit HostsInFile(const QString &path) : m_path(path) {}

    std::optional<ServerKey> find(const QString &host, quint16 port) const override;
    void remember(const QString &host, quint16 port, const ServerKey &key) override;

private:
    QString m_path;
    HostsInMemory m_added; ///< also what could not be written
};

} // namespace tincan
