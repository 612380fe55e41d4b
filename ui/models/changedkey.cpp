#include "ui/models/changedkey.h"

#include "ui/models/connectionwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

ChangedKey::ChangedKey(const RoomAddress &address, const ConnectionState &state)
    : m_address(address), m_known(state.expectedKey), m_shown(state.foundKey)
{
}

bool ChangedKey::isIn(const ConnectionState &state)
{
    return state.phase == Phase::Stopped && state.failure == ConnectFailure::WrongKey;
}

QString ChangedKey::heading() const
{
    return tr("%1 shows another key").arg(m_address.toString());
}

QString ChangedKey::explanation() const
{
    return tr("Who answers there is not known to be your host. Perhaps the host has a new computer; perhaps "
              "somebody is in between and wants to read along. Nothing was sent: neither your name, nor a "
              "password, nor anything that you wrote.");
}

QString ChangedKey::knownTitle() const
{
    return m_address.fingerprint.isEmpty() ? tr("The key that is known")
                                           : tr("The key that the invite names");
}

QString ChangedKey::known() const
{
    return ConnectionWords::inGroups(m_known);
}

QString ChangedKey::shown() const
{
    return ConnectionWords::inGroups(m_shown);
}

std::variant<RoomAddress, QString> ChangedKey::judge(const QString &answer) const
{
    const QString text = answer.trimmed();
    const bool isLink = text.contains(u':') || text.contains(u'/');
    const QString problem = isLink ? problemOfLink(text) : problemOfDigits(text);
    const bool whole = isLink || QString(text).remove(u' ').size() >= digitsAsked;
    if (!whole || !problem.isEmpty()) {
        return problem;
    }
    RoomAddress address = m_address;
    address.room = {};
    address.fingerprint = QByteArray::fromHex(m_shown);
    return address;
}

QString ChangedKey::problemOfLink(const QString &link) const
{
    const auto parsed = RoomAddress::parse(link);
    if (const auto *problem = std::get_if<AddressProblem>(&parsed)) {
        return ConnectionWords::forAddress(*problem);
    }
    const QByteArray named = std::get<RoomAddress>(parsed).fingerprint.toHex();
    if (named.isEmpty()) {
        return tr("This link names no key. Ask for the invite that the host's own program shows.");
    }
    return named == m_shown ? QString()
                            : tr("This link names another key than the one that is shown: who answers is not "
                                 "the host who made it.");
}

QString ChangedKey::problemOfDigits(const QString &digits) const
{
    const QString together = QString(digits).remove(u' ').toLower();
    const bool hexadecimal = std::all_of(together.begin(), together.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
    if (!hexadecimal) {
        return tr("This is neither an invite link nor digits of a key.");
    }
    const bool right = !m_shown.isEmpty() && QString::fromLatin1(m_shown).endsWith(together);
    return right || together.size() < digitsAsked
               ? QString()
               : tr("The key that is shown does not end like this: who answers is not your host.");
}

} // namespace tincan
