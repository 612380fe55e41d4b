#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace tincan {

/// What a connection's first unit says about it.
enum class Verdict
{
    NeedMore, ///< no whole unit yet
    AwaitNul, ///< a line; it is text of a NUL client if a NUL follows within Timing::awaitNul
    Tls,
    Native,
    Plain,
    Line,
    Irc,
    Http,
};

struct Sniff
{
    Verdict verdict = Verdict::NeedMore;
    qsizetype scanned = 0; ///< so many bytes hold no delimiter; hand it in again with the longer prefix
};

/// A pure function of the bytes that came so far. `scanned` is what the last call on a shorter prefix
/// answered; `waitOver` says that the time for a NUL after a first LF has passed. Settled on a whole unit (a
/// TLS record header, a frame, a line), never on a prefix of one.
Sniff sniff(QByteArrayView prefix, qsizetype scanned = 0, bool waitOver = false);

/// Collects the first unit around sniff(), within bounds: `textCap` bytes, or `frameCap` where it starts as
/// JSON, and two more for CR LF. An overlong first unit is dropped up to its delimiter, which still decides
/// between plain and line; so are a browser's requests known. A first line with so much behind it that no NUL
/// can follow within bounds is settled as line.
class DialectSniffer
{
public:
    DialectSniffer(qsizetype textCap, qsizetype frameCap);

    /// Not to be called again once it has answered anything but NeedMore and AwaitNul.
    Verdict feed(QByteArrayView chunk);
    Verdict waitOver(); ///< after AwaitNul: the time has passed

    /// Once settled: what was read, to be fed to the dialect's framer. Starts behind the dropped unit if it
    /// was overlong.
    QByteArray takeHeld();
    bool overlong() const { return m_overlong; }
    qsizetype heldBytes() const { return m_held.size(); }

private:
    enum class Stage
    {
        Collecting,
        Dropping,
        Awaiting
    };

    Verdict collect(QByteArrayView chunk);
    Verdict drop(QByteArrayView chunk);
    Verdict await(QByteArrayView chunk);
    void keepShape(QByteArrayView dropped);
    qsizetype cap() const;

    qsizetype m_textCap;
    qsizetype m_frameCap;
    QByteArray m_held;
    QByteArray m_shape; ///< of the dropped unit: the beginnings of its first words
    qsizetype m_wordBytes = 0;
    qsizetype m_scanned = 0;
    Stage m_stage = Stage::Collecting;
    bool m_overlong = false;
};

} // namespace tincan
