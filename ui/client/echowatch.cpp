#include "ui/client/echowatch.h"

namespace tincan {

namespace {

/// "NAME: wire" or "* NAME wire": the name; nothing where the text is neither.
std::optional<QString> speakerOf(const QString &heard, const QString &wire, EventKind kind)
{
    const bool action = kind == EventKind::Action;
    const QString start = action ? QStringLiteral("* ") : QString();
    const QString end = (action ? QStringLiteral(" ") : QStringLiteral(": ")) + wire;
    if (!heard.startsWith(start) || !heard.endsWith(end) || heard.size() <= start.size() + end.size()) {
        return std::nullopt;
    }
    return heard.mid(start.size(), heard.size() - start.size() - end.size());
}

} // namespace

void EchoWatch::sent(const command::Post &post, const QString &wire, std::int64_t deadline)
{
    m_pending.append({post, wire, deadline});
}

std::optional<EchoWatch::Echo> EchoWatch::match(const QString &heard)
{
    for (auto pending = m_pending.begin(); pending != m_pending.end(); ++pending) {
        const auto name = speakerOf(heard, pending->wire, pending->post.kind);
        if (!name || (!m_name.isEmpty() && *name != m_name)) {
            continue;
        }
        const Echo echo{pending->post, *name};
        m_pending.erase(pending);
        m_name = *name;
        m_echoes = true;
        m_silent = false;
        return echo;
    }
    return std::nullopt;
}

std::optional<command::Post> EchoWatch::overdue(std::int64_t now)
{
    if (m_pending.isEmpty() || m_pending.constFirst().deadline > now) {
        return std::nullopt;
    }
    m_name.clear(); // perhaps somebody else's words were taken for ours
    m_silent = !m_echoes;
    return m_pending.takeFirst().post;
}

std::int64_t EchoWatch::nextDeadline() const
{
    return m_pending.isEmpty() ? -1 : m_pending.constFirst().deadline;
}

QList<command::Post> EchoWatch::takeAll()
{
    QList<command::Post> posts;
    for (const Pending &pending : m_pending) {
        posts.append(pending.post);
    }
    m_pending.clear();
    return posts;
}

} // namespace tincan
