#include "ui/models/presencerun.h"

namespace tincan {

namespace {

constexpr int namesShown = 3;
constexpr int leaversRemembered = 500;
constexpr qint64 briefly = 60'000;

} // namespace

void PresenceRun::clear()
{
    *this = PresenceRun();
}

void PresenceRun::join(const Member &member, qint64 at)
{
    const auto left = m_leftAt.constFind(member.id);
    if (left != m_leftAt.cend() && at - *left < briefly) {
        m_leftAt.erase(left);
        remove(m_left, member.name);
        return;
    }
    m_terminal = isEmpty() && !member.tls && (member.via == Via::Plain || member.via == Via::Line);
    add(m_joined, member.name);
}

void PresenceRun::leave(const Member &member, qint64 at)
{
    if (m_leftAt.size() < leaversRemembered) {
        m_leftAt.insert(member.id, at);
    }
    add(m_left, member.name);
}

QString PresenceRun::text() const
{
    if (m_left.count == 0) {
        return m_terminal && m_joined.count == 1
                   ? tr("%1 joined from a terminal (plain text, not encrypted)").arg(m_joined.names.value(0))
                   : joinedText(m_joined);
    }
    if (m_joined.count == 0) {
        return leftText(m_left);
    }
    //: %1: who joined ("5 joined"), %2: who left ("3 left")
    return tr("%1, %2").arg(joinedText(m_joined), leftText(m_left));
}

void PresenceRun::add(Side &side, const QString &name)
{
    ++side.count;
    if (side.names.size() < namesShown) {
        side.names.append(name);
    }
}

void PresenceRun::remove(Side &side, const QString &name)
{
    --side.count;
    side.names.removeOne(name);
}

QString PresenceRun::joinedText(const Side &side)
{
    return side.count == side.names.size() ? tr("%1 joined").arg(listed(side.names))
                                           : tr("%n joined", nullptr, side.count);
}

QString PresenceRun::leftText(const Side &side)
{
    return side.count == side.names.size() ? tr("%1 left").arg(listed(side.names))
                                           : tr("%n left", nullptr, side.count);
}

QString PresenceRun::listed(const QStringList &names)
{
    switch (names.size()) {
    case 1:
        return names.first();
    case 2:
        return tr("%1 and %2").arg(names.at(0), names.at(1));
    default:
        return tr("%1, %2 and %3").arg(names.value(0), names.value(1), names.value(2));
    }
}

} // namespace tincan
