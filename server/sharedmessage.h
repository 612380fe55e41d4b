#pragma once

#include "protocol/plainvocabulary.h"

#include <QByteArray>

#include <array>

namespace tincan {

/// What is said to text clients, for all who keep it: encoded at most once for each framing.
class SharedMessage
{
public:
    explicit SharedMessage(plain::Message message) : m_message(std::move(message)) {}

    const QByteArray &bytes(plain::Framing framing); ///< a frame with its delimiters
    /// Of the text in memory.
    qsizetype size() const
    {
        return (m_message.prefix.size() + m_message.body.size()) * qsizetype(sizeof(QChar));
    }

private:
    static constexpr std::size_t framings = std::size_t(plain::Framing::Both) + 1;

    plain::Message m_message;
    std::array<QByteArray, framings> m_bytes;
};

} // namespace tincan
