#include "app/soleinstance.h"

#include "protocol/textsanitizer.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qsizetype longestSocketPath = 90; ///< bytes; systems take about 100, and Qt needs a few

QString canonical(const QString &profile)
{
    QDir().mkpath(profile);
    const QString path = QDir(profile).canonicalPath();
    return path.isEmpty() ? QDir(profile).absolutePath() : path;
}

} // namespace

QString callSocketFor(const QString &profile)
{
    const QString folder = canonical(profile);
    const QByteArray whose = (QDir::homePath() + u'\n' + folder).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(whose, QCryptographicHash::Sha256).toHex().first(24);
    const QString name = u"tincan-"_s + QString::fromLatin1(hash);
#ifdef Q_OS_WIN
    return name; // pipes have no folders
#else
    const QString inProfile = folder + u"/tincan.socket"_s;
    const bool fits = inProfile.toUtf8().size() <= longestSocketPath;
    return fits ? inProfile : QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u'/' + name;
#endif
}

SoleInstance::SoleInstance(const QString &profile, QObject *parent)
    : QObject(parent), m_socket(callSocketFor(profile)), m_lock(QDir(profile).filePath(u"tincan.lock"_s))
{
    m_lock.setStaleLockTime(0); // however long the program runs
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(callersAtOnce);
    connect(&m_server, &QLocalServer::newConnection, this, &SoleInstance::answer);
}

bool SoleInstance::claim()
{
    if (!m_lock.tryLock(0) && m_lock.error() == QLockFile::LockFailedError) {
        // The file may name nobody, or a number that is another program's now. Whether somebody holds it, the
        // system knows: only then it cannot be removed.
        if (!m_lock.removeStaleLockFile() || !m_lock.tryLock(0))
            return false;
    }
    QLocalServer::removeServer(m_socket);
    m_server.listen(m_socket);
    return true;
}

void SoleInstance::answer()
{
    while (QLocalSocket *caller = m_server.nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        connect(caller, &QObject::destroyed, this, [this] { --m_callers; });
        if (++m_callers > callersAtOnce) {
            caller->abort();
            continue;
        }
        caller->setReadBufferSize(longestCall);
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] { hear(caller); });
        QTimer::singleShot(callDeadline, caller, [caller] { caller->abort(); });
        hear(caller);
    }
}

void SoleInstance::hear(QLocalSocket *caller)
{
    if (!caller->canReadLine()) {
        if (caller->bytesAvailable() >= longestCall)
            caller->abort();
        return;
    }
    const auto text = decodeUtf8(caller->readLine(longestCall).chopped(1));
    caller->write(text ? "ok\n" : "no\n");
    caller->disconnectFromServer(); // once that is written
    if (text)
        Q_EMIT called(sanitizeLine(*text));
}

} // namespace tincan
