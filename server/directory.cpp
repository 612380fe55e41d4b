#include "server/directory.h"

#include "server/randomword.h"

#include <QCryptographicHash>

#include <algorithm>

namespace tincan {

namespace {

constexpr qsizetype tokenCharacters = 22; // 16 bytes as base64

/// Says nothing about the token.
MemberId memberOf(const SessionToken &token)
{
    constexpr qsizetype idCharacters = 24;
    const QByteArray digest = QCryptographicHash::hash(token.value().toUtf8(), QCryptographicHash::Sha256);
    return MemberId(QString::fromLatin1(digest.toHex().first(idCharacters)));
}

} // namespace

MemberRecord &Directory::add(const QString &name, Via via)
{
    return insert(MemberId(randomWord(8)), name, via);
}

MemberRecord &Directory::addNative(const QString &name, const SessionToken &brought)
{
    const bool usable = brought.value().size() >= tokenCharacters && !findByToken(brought) &&
                        !m_records.contains(memberOf(brought));
    const SessionToken token = usable ? brought : SessionToken(randomWord(24));
    MemberRecord &record = insert(memberOf(token), name, Via::Native);
    record.token = token;
    m_byToken.insert(token, record.member.id);
    return record;
}

MemberRecord &Directory::insert(const MemberId &id, const QString &name, Via via)
{
    Q_ASSERT(isFree(name));
    MemberRecord &record = m_records[id];
    record.member.id = id;
    record.member.name = name;
    record.member.via = via;
    m_names.insert(name, id);
    return record;
}

MemberRecord *Directory::restore(const KeptSession &session)
{
    if (m_records.contains(session.member) || session.token.isEmpty() || !isFree(session.name))
        return nullptr;
    MemberRecord &record = m_records[session.member];
    record.member.id = session.member;
    record.member.name = session.name;
    record.named = session.named;
    record.token = session.token;
    record.rooms = session.rooms;
    record.listed = true;
    record.restored = true;
    m_names.insert(session.name, session.member);
    m_byToken.insert(session.token, session.member);
    return &record;
}

void Directory::remove(const MemberId &id)
{
    const auto record = m_records.find(id);
    if (record == m_records.end())
        return;
    m_names.remove(record->second.member.name);
    m_byToken.remove(record->second.token);
    m_records.erase(record);
}

MemberRecord *Directory::find(const MemberId &id)
{
    const auto record = m_records.find(id);
    return record == m_records.end() ? nullptr : &record->second;
}

const MemberRecord *Directory::find(const MemberId &id) const
{
    const auto record = m_records.find(id);
    return record == m_records.end() ? nullptr : &record->second;
}

QList<MemberRecord *> Directory::all()
{
    QList<MemberRecord *> all;
    all.reserve(qsizetype(m_records.size()));
    for (auto &[id, record] : m_records)
        all.append(&record);
    return all;
}

MemberRecord *Directory::findNamed(const QString &name)
{
    const MemberId *owner = m_names.find(name);
    return owner ? find(*owner) : nullptr;
}

MemberRecord *Directory::findByToken(const SessionToken &token)
{
    return token.isEmpty() ? nullptr : find(m_byToken.value(token));
}

void Directory::rename(MemberRecord &record, const QString &name)
{
    m_names.remove(record.member.name);
    record.member.name = name;
    m_names.insert(name, record.member.id);
}

QSet<RoomId> Directory::roomsInUse() const
{
    QSet<RoomId> rooms;
    for (const auto &[id, record] : m_records)
        rooms.unite(QSet<RoomId>(record.rooms.begin(), record.rooms.end()));
    return rooms;
}

bool Directory::isFree(const QString &name, const MemberId &except) const
{
    return m_names.areAll(name, [&except](const MemberId &owner) { return owner == except; });
}

std::optional<Directory::Addressed> Directory::splitAddress(const QString &nameAndText)
{
    // A code point takes two units at most.
    const qsizetype longest = qsizetype(m_limits.nameCharacters) * 2;
    for (qsizetype end = qMin(longest, nameAndText.size() - 1); end > 0; --end) {
        if (!nameAndText.at(end).isSpace())
            continue;
        if (const MemberId *owner = m_names.find(nameAndText.first(end)))
            return Addressed{find(*owner), nameAndText.sliced(end).trimmed()};
    }
    return {};
}

} // namespace tincan
