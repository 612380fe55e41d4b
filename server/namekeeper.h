#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>

namespace tincan {

/// A name that belongs to a key on this server.
struct RegisteredName
{
    QString name;              ///< as its owner wrote it last
    QByteArray key;            ///< as keyFingerprint() gives it
    std::int64_t lastUsed = 0; ///< UTC, milliseconds since 1970

    friend bool operator==(const RegisteredName &, const RegisteredName &) = default;
};

/// Keeps whose names are whose from one run of a server to the next. Called on the server's thread.
class NameKeeper
{
public:
    virtual ~NameKeeper() = default;

    /// What was saved last; what cannot be understood is left out.
    virtual QList<RegisteredName> load() = 0;
    /// All there are. Must not wait for a disk.
    virtual void save(const QList<RegisteredName> &names) = 0;
};

} // namespace tincan
