#pragma once

#include "protocol/moderation.h"
#include "server/nameindex.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <optional>
#include <vector>

namespace tincan {

/// Somebody at the door, or inside.
struct Visitor
{
    QString name;   ///< empty: it has not said
    QByteArray key; ///< that it proved to have; empty: none
    QHostAddress address;
    MemberId member = {}; ///< empty: it is none yet
};

/// A ban or a mute with what it is recognised by.
struct Sanction
{
    Ban ban;
    QByteArray key;  ///< as keyFingerprint() gives it; never told
    MemberId member; ///< of a mute: whoever is this member, for want of a key; may be empty

    friend bool operator==(const Sanction &, const Sanction &) = default;
};

/// The address as a ban names it: of IPv6 the network of 64 bits, or a link-local address with its scope.
/// Empty for loopback, which is everybody who sits at the host's computer.
QString bannedAddress(const QHostAddress &address);

/// Who may not come in, and who may not write. Pure, and bounded: of more than `most` the one that ends first
/// gives way. Times are UTC in milliseconds.
class BanList
{
public:
    static constexpr std::size_t most = 1000;

    void restore(const QList<Sanction> &sanctions, std::int64_t now);

    /// Takes the place of earlier ones of the same kind on the same key, and of those without a key whose
    /// name and address are this one's, too: of nothing that may be somebody else's.
    void add(const Sanction &sanction);
    std::optional<Sanction> lift(const BanId &id);
    /// Forgets those that are over; answers whether there were any.
    bool expire(std::int64_t now);
    std::int64_t nextEnd() const; ///< 0: none ends by itself

    const Sanction *find(const BanId &id) const;
    /// The one of this kind that holds for the visitor longest; null where none does.
    const Sanction *find(Act kind, const Visitor &visitor) const;
    /// The newest of this kind on a name.
    const Sanction *find(Act kind, const QString &name) const;

    QList<Sanction> all() const; ///< in the order in which they came

private:
    struct Entry
    {
        Sanction sanction;
        NameLikeness likeness;
    };
    void insert(const Sanction &sanction);
    void makeRoom();

    std::vector<Entry> m_entries;
};

} // namespace tincan
