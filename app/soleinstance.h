#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

class QLocalSocket;

namespace tincan {

/// The longest call: a link, and the line's end.
inline constexpr qsizetype longestCall = 4096; // bytes

/// Where the first program of this user and profile listens for the calls of later ones.
QString callSocketFor(const QString &profile);

/// One program per user and profile. The first one holds a lock in the profile's directory, which the
/// system and QLockFile free when it dies, and listens for calls; what an earlier one left is cleared away.
class SoleInstance : public QObject
{
    Q_OBJECT

public:
    static constexpr int callersAtOnce = 8;
    static constexpr int callDeadline = 2'000; ///< ms for a caller to say all

    explicit SoleInstance(const QString &profile, QObject *parent = nullptr);

    /// Whether this is the first program; then called() may follow. Where no lock can be made, it is.
    bool claim();

Q_SIGNALS:
    /// Another program was started with this text: an address or link, or nothing. It may be anybody's who
    /// runs as this user, and is to be judged like anything typed.
    void called(const QString &text);

private:
    void answer();
    void hear(QLocalSocket *caller);

    QString m_socket;
    QLockFile m_lock;
    int m_callers = 0;
    QLocalServer m_server;
};

} // namespace tincan
