#include "server/namedesk.h"

#include "protocol/nickname.h"

namespace tincan {

NameDesk::NameDesk(const Parts &parts)
    : m_parts(parts),
      m_register({parts.keeper, parts.clock, parts.deadlines,
                  [&people = parts.people](const QString &name) { return !people.isFree(name); }})
{
}

bool NameDesk::isFree(const QString &name, const QByteArray &key, const MemberId &except) const
{
    return m_parts.people.isFree(name, except) && m_register.allows(name, key);
}

bool NameDesk::belongsTo(const QString &name, const QByteArray &key) const
{
    return !key.isEmpty() && m_register.allows(name, key) && !m_register.allows(name, {});
}

QString NameDesk::freeVariant(const QString &name, const QByteArray &key) const
{
    QString candidate = name;
    for (int attempt = 2; !isFree(candidate, key); ++attempt)
        candidate = nameVariant(name, attempt, m_parts.limits);
    return candidate;
}

void NameDesk::verify(MemberRecord &record)
{
    Member &member = record.member;
    member.verified = record.named && !record.key.isEmpty() && m_register.allows(member.name, record.key);
    if (member.verified)
        m_register.claim(member.name, record.key);
}

} // namespace tincan
