#pragma once

#include "protocol/command.h"

#include <QList>

#include <cstdint>
#include <optional>

namespace tincan {

/// What was asked of the server and is not answered yet, each under a tag of its own. Outlives connections:
/// the next one asks again. Bounded: the oldest request gives way. Pure; times in milliseconds.
class Requests
{
public:
    static constexpr qsizetype most = 64;

    /// Tags the request, notes it and answers with it; nothing for commands that have no answer.
    std::optional<Command> add(Command request);
    std::optional<Command> take(const QString &re); ///< it was answered
    std::optional<Command> find(const QString &re) const;
    bool holds(const QString &re) const { return find(re).has_value(); }

    QList<Command> all() const; ///< in the order in which they were made
    void sent(const QString &re, std::int64_t deadline);
    void interrupted();                               ///< the connection is gone: no deadline runs
    std::optional<Command> expired(std::int64_t now); ///< call until it says nothing
    std::int64_t nextDeadline() const;                ///< -1: none
    void clear() { m_open.clear(); }

private:
    struct Entry
    {
        QString re;
        Command request;
        std::int64_t deadline = -1;
    };

    QList<Entry> m_open;
    int m_count = 0;
};

/// The tag of a request or of an answer; empty where it has none.
QString tagOf(const Command &command);

} // namespace tincan
