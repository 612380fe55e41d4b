#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

/// Conversations written down as text, to be replayed against a server. tests/transcripts/FORMAT.md describes
/// the format.
namespace tincan::transcript {

/// A stretch of a step's bytes: as they are, or a placeholder's name.
struct Piece
{
    bool isPlaceholder = false;
    QByteArray text;
    friend bool operator==(const Piece &, const Piece &) = default;
};

struct Step
{
    enum class Kind
    {
        Connects, ///< the client opens its connection
        Sends,
        Receives, ///< the next message that the client gets, delimiter included
        Leaves,   ///< the client closes its connection
        IsClosed, ///< the server closes it
    };
    Kind kind = Kind::Connects;
    QByteArray client;
    QList<Piece> pieces; ///< of Sends and Receives
    int line = 0;        ///< in the transcript, from 1
    QByteArray key =
        {}; ///< of Connects: the name of the key that the client shows; empty: it speaks in clear
    friend bool operator==(const Step &, const Step &) = default;
};

struct Transcript
{
    QString serverName;
    QString password; ///< empty: none
    QByteArray owner; ///< the name of the owner's key; empty: nobody owns the server, which has no TLS either
    QList<Step> steps;
};

/// What is wrong with a text that is no transcript, and in which line.
struct Mistake
{
    int line = 0;
    QString message;
};

std::variant<Transcript, Mistake> parse(const QByteArray &text);

} // namespace tincan::transcript
