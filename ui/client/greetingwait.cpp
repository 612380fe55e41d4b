#include "ui/client/greetingwait.h"
#include "protocol/textsanitizer.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr QByteArrayView greetingMark = "tincan/1 ";
constexpr QByteArrayView greetingOfTls = "tincan/1 tls ";
constexpr QByteArrayView errorMark = "! ";

} // namespace

GreetingWait::Verdict GreetingWait::feed(QByteArrayView chunk)
{
    m_held.append(chunk);
    const qsizetype end = m_held.indexOf('\0', m_scanned);
    m_scanned = m_held.size();
    if (m_held.startsWith(greetingMark)) {
        return end < 0 && m_held.size() < most ? Verdict::Undecided : Verdict::Native;
    }
    const bool finished = end >= 0 || m_held.size() >= most;
    return finished && !m_held.startsWith(errorMark) ? Verdict::Plain : Verdict::Undecided;
}

GreetingWait::Verdict GreetingWait::ended() const
{
    return m_held.startsWith(errorMark) ? Verdict::Refused : Verdict::Undecided;
}

bool GreetingWait::offersTls() const
{
    return m_held.startsWith(greetingOfTls);
}

QByteArray GreetingWait::takeHeld()
{
    m_scanned = 0;
    return std::exchange(m_held, {});
}

QString GreetingWait::refusal() const
{
    const QByteArrayView held(m_held);
    const qsizetype end = held.indexOf('\0');
    const QByteArrayView message = end < 0 ? held : held.first(end);
    return sanitizeLine(QString::fromUtf8(message.sliced(std::min(message.size(), errorMark.size()))));
}

} // namespace tincan
