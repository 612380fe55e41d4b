#include "ui/client/requests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

QString tagOf(const Command &command)
{
    return std::visit(
        [](const auto &c) {
            if constexpr (requires { c.re; }) {
                return c.re;
            } else {
                return QString();
            }
        },
        command);
}

std::optional<Command> Requests::add(Command request)
{
    const QString re = u"q-%1"_s.arg(++m_count);
    const bool tagged = std::visit(
        [&re](auto &c) {
            if constexpr (requires { c.re; }) {
                c.re = re;
                return true;
            } else {
                return false;
            }
        },
        request);
    if (!tagged) {
        return std::nullopt;
    }
    if (m_open.size() >= most) {
        m_open.removeFirst();
    }
    m_open.append({re, request, -1});
    return request;
}

std::optional<Command> Requests::take(const QString &re)
{
    const std::optional<Command> request = find(re);
    m_open.removeIf([&re](const Entry &entry) { return entry.re == re; });
    return request;
}

std::optional<Command> Requests::find(const QString &re) const
{
    const auto found =
        std::find_if(m_open.cbegin(), m_open.cend(), [&re](const Entry &e) { return e.re == re; });
    return found == m_open.cend() ? std::nullopt : std::optional<Command>(found->request);
}

QList<Command> Requests::all() const
{
    QList<Command> requests;
    for (const Entry &entry : m_open) {
        requests.append(entry.request);
    }
    return requests;
}

void Requests::sent(const QString &re, std::int64_t deadline)
{
    for (Entry &entry : m_open) {
        if (entry.re == re) {
            entry.deadline = deadline;
        }
    }
}

void Requests::interrupted()
{
    for (Entry &entry : m_open) {
        entry.deadline = -1;
    }
}

std::optional<Command> Requests::expired(std::int64_t now)
{
    const auto found = std::find_if(m_open.begin(), m_open.end(), [now](const Entry &entry) {
        return entry.deadline >= 0 && entry.deadline <= now;
    });
    if (found == m_open.end()) {
        return std::nullopt;
    }
    const Command request = found->request;
    m_open.erase(found);
    return request;
}

std::int64_t Requests::nextDeadline() const
{
    std::int64_t next = -1;
    for (const Entry &entry : m_open) {
        if (entry.deadline >= 0 && (next < 0 || entry.deadline < next)) {
            next = entry.deadline;
        }
    }
    return next;
}

} // namespace tincan
