#pragma once

#include "protocol/command.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace tincan {

/// Recognises one's own posts when a plain server sends them back: by their text, in the order in which they
/// went out. Pure; times in milliseconds.
class EchoWatch
{
public:
    struct Echo
    {
        command::Post post;
        QString name; ///< how the server calls this client
    };

    /// `wire` is the text as it went out, sanitised.
    void sent(const command::Post &post, const QString &wire, std::int64_t deadline);

    /// Whether what was heard, as a whole, is the echo of a post.
    std::optional<Echo> match(const QString &heard);

    std::optional<command::Post> overdue(std::int64_t now); ///< call until it says nothing
    std::int64_t nextDeadline() const;                      ///< -1: none
    QList<command::Post> takeAll();

    bool echoes() const { return m_echoes; } ///< at least one came back
    bool silent() const { return m_silent; } ///< none ever came back though it should have

private:
    struct Pending
    {
        command::Post post;
        QString wire;
        std::int64_t deadline = 0;
    };

    QList<Pending> m_pending;
    QString m_name;
    bool m_echoes = false;
    bool m_silent = false;
};

} // namespace tincan
