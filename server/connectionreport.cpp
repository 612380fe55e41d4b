#include "server/connectionreport.h"

namespace tincan {

namespace {

/// An IPv4 address is the same whether it came over an IPv6 socket or not.
QString shown(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4).toString() : address.toString();
}

ConnectionInfo infoOf(const Session &session, const MemberRecord *record, const Traffic &traffic)
{
    ConnectionInfo info;
    info.address = shown(session.address);
    info.port = session.port;
    info.via = session.native ? Via::Native : session.via;
    info.tls = session.encrypted;
    info.roundTrip = traffic.roundTrip;
    info.queued = traffic.queued;
    info.messages = traffic.messages;
    info.lately = traffic.lately;
    info.since = session.since;
    if (record) {
        info.member = record->member.id;
        info.name = record->member.name;
        info.verified = record->member.verified;
        info.role = record->member.role;
    }
    return info;
}

} // namespace

QList<ConnectionInfo> ConnectionReport::make() const
{
    QList<ConnectionInfo> list;
    list.reserve(qsizetype(m_sessions.size()));
    for (const auto &[id, session] : m_sessions) {
        const Traffic traffic = m_courier.traffic(id);
        if (!traffic.isEnding)
            list.append(infoOf(session, m_people.find(session.member), traffic));
    }
    return list;
}

} // namespace tincan
