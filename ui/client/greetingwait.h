#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace tincan {

/// What a server says first shows what it speaks. Pure: bytes and the passing of time go in.
class GreetingWait
{
public:
    enum class Verdict
    {
        Undecided,
        Native,  ///< "tincan/1 …": it knows the native dialect
        Plain,   ///< it greets nobody, or said something else first
        Refused, ///< an error, and then it closed
    };

    Verdict feed(QByteArrayView chunk);
    Verdict waitOver() const { return Verdict::Plain; }
    Verdict ended() const; ///< the server closed the connection: Refused or Undecided

    bool offersTls() const; ///< after Native: the greeting says so
    QByteArray takeHeld();  ///< every byte so far, for whoever goes on
    QString refusal() const;

private:
    static constexpr qsizetype most = 256 * 1024;

    QByteArray m_held;
    qsizetype m_scanned = 0;
};

} // namespace tincan
