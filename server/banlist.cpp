#include "server/banlist.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

std::int64_t endOf(const Sanction &sanction)
{
    return sanction.ban.until > 0 ? sanction.ban.until : std::numeric_limits<std::int64_t>::max();
}

bool isMistaken(const NameLikeness &one, const NameLikeness &other)
{
    return one.read == other.read || one.seen == other.seen;
}

} // namespace

QString bannedAddress(const QHostAddress &address)
{
    if (address.isLoopback() || address.isNull())
        return {};
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4) {
        const QHostAddress plain(ipv4);
        return plain.isLoopback() ? QString() : plain.toString();
    }
    if (address.isLinkLocal())
        return address.toString();
    Q_IPV6ADDR network = address.toIPv6Address();
    constexpr int networkBytes = 8;
    std::fill(std::begin(network.c) + networkBytes, std::end(network.c), quint8(0));
    return QHostAddress(network).toString() + "/64"_L1;
}

void BanList::restore(const QList<Sanction> &sanctions, std::int64_t now)
{
    for (const Sanction &sanction : sanctions) {
        if (endOf(sanction) > now)
            insert(sanction);
    }
}

void BanList::add(const Sanction &sanction)
{
    const NameLikeness likeness = likenessOf(sanction.ban.name);
    std::erase_if(m_entries, [&](const Entry &entry) {
        const Ban &earlier = entry.sanction.ban;
        const bool sameKey = !sanction.key.isEmpty() && entry.sanction.key == sanction.key;
        const bool sameAddress = earlier.address.isEmpty() || earlier.address == sanction.ban.address;
        const bool sameName = entry.sanction.key.isEmpty() && sameAddress && sanction.ban.byName &&
                              earlier.byName && isMistaken(entry.likeness, likeness);
        const bool sameMember = !sanction.member.isEmpty() && entry.sanction.member == sanction.member;
        return earlier.act == sanction.ban.act && (sameKey || sameName || sameMember);
    });
    insert(sanction);
}

void BanList::insert(const Sanction &sanction)
{
    if (m_entries.size() >= most)
        makeRoom();
    m_entries.push_back({sanction, likenessOf(sanction.ban.name)});
}

void BanList::makeRoom()
{
    m_entries.erase(std::min_element(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return endOf(a.sanction) < endOf(b.sanction);
    }));
}

std::optional<Sanction> BanList::lift(const BanId &id)
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry &candidate) {
        return candidate.sanction.ban.id == id;
    });
    if (entry == m_entries.end())
        return std::nullopt;
    const Sanction lifted = entry->sanction;
    m_entries.erase(entry);
    return lifted;
}

bool BanList::expire(std::int64_t now)
{
    return std::erase_if(m_entries, [now](const Entry &entry) { return endOf(entry.sanction) <= now; }) > 0;
}

std::int64_t BanList::nextEnd() const
{
    std::int64_t next = 0;
    for (const Entry &entry : m_entries) {
        const std::int64_t until = entry.sanction.ban.until;
        if (until > 0 && (next == 0 || until < next))
            next = until;
    }
    return next;
}

const Sanction *BanList::find(const BanId &id) const
{
    if (id.isEmpty())
        return nullptr;
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry &candidate) {
        return candidate.sanction.ban.id == id;
    });
    return entry == m_entries.end() ? nullptr : &entry->sanction;
}

const Sanction *BanList::find(Act kind, const Visitor &visitor) const
{
    if (m_entries.empty())
        return nullptr;
    const NameLikeness likeness = visitor.name.isEmpty() ? NameLikeness() : likenessOf(visitor.name);
    const QString address = bannedAddress(visitor.address);
    const Sanction *found = nullptr;
    for (const Entry &entry : m_entries) {
        const Sanction &sanction = entry.sanction;
        if (sanction.ban.act != kind)
            continue;
        const bool holds =
            (!sanction.key.isEmpty() && sanction.key == visitor.key) ||
            (!sanction.member.isEmpty() && sanction.member == visitor.member) ||
            (!address.isEmpty() && sanction.ban.address == address) ||
            (sanction.ban.byName && !visitor.name.isEmpty() && isMistaken(entry.likeness, likeness));
        if (holds && (!found || endOf(sanction) > endOf(*found)))
            found = &sanction;
    }
    return found;
}

const Sanction *BanList::find(Act kind, const QString &name) const
{
    const NameLikeness likeness = likenessOf(name);
    const auto entry = std::find_if(m_entries.rbegin(), m_entries.rend(), [&](const Entry &candidate) {
        return candidate.sanction.ban.act == kind && isMistaken(candidate.likeness, likeness);
    });
    return entry == m_entries.rend() ? nullptr : &entry->sanction;
}

QList<Sanction> BanList::all() const
{
    QList<Sanction> all;
    all.reserve(qsizetype(m_entries.size()));
    for (const Entry &entry : m_entries)
        all.append(entry.sanction);
    return all;
}

} // namespace tincan
