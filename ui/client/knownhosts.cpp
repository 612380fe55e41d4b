#include "ui/client/knownhosts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace tincan {

namespace {

constexpr qint64 longestFile = 4 * 1024 * 1024;
constexpr qsizetype fingerprintDigits = 64;
constexpr char oneRunMark[] = "one-run";
constexpr char vouchedMark[] = "authority";

bool isFingerprint(QByteArrayView word)
{
    return word.size() == fingerprintDigits && std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// As it is written by everybody in the end.
QString plainHost(const QString &host)
{
    const QHostAddress address(host);
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (!address.isNull()) {
        return isIpv4 ? QHostAddress(ipv4).toString() : address.toString();
    }
    const QString name = host.endsWith(u'.') ? host.chopped(1) : host;
    const QByteArray encoded = QUrl::toAce(name);
    return encoded.isEmpty() ? name : QString::fromLatin1(encoded);
}

QByteArray lineStart(const QString &host, quint16 port)
{
    return host.toUtf8() + ' ' + QByteArray::number(port) + ' ';
}

std::optional<ServerKey> readKey(const QByteArray &words)
{
    const QList<QByteArray> parts = words.simplified().split(' ');
    if (!isFingerprint(parts.constFirst())) {
        return std::nullopt;
    }
    return ServerKey{parts.constFirst(), parts.contains(oneRunMark), parts.contains(vouchedMark)};
}

} // namespace

std::optional<ServerKey> HostsInMemory::find(const QString &host, quint16 port) const
{
    const auto found = m_keys.constFind({plainHost(host), port});
    return found == m_keys.constEnd() ? std::nullopt : std::optional(*found);
}

void HostsInMemory::remember(const QString &host, quint16 port, const ServerKey &key)
{
    m_keys.insert({plainHost(host), port}, key);
}

std::optional<ServerKey> HostsInFile::find(const QString &host, quint16 port) const
{
    QFile file(m_path);
    std::optional<ServerKey> found = m_added.find(host, port);
    if (found || !file.open(QIODevice::ReadOnly)) {
        return found;
    }
    const QByteArray start = lineStart(plainHost(host), port);
    const QByteArray asGiven = lineStart(host, port); // earlier versions wrote it so
    const QList<QByteArray> lines = file.read(longestFile).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(start) || line.startsWith(asGiven)) {
            const auto key = readKey(line.sliced(line.startsWith(start) ? start.size() : asGiven.size()));
            found = key ? key : found;
        }
    }
    return found;
}

void HostsInFile::remember(const QString &host, quint16 port, const ServerKey &key)
{
    if (find(host, port) == key) {
        return;
    }
    m_added.remember(host, port, key);
    QDir().mkpath(QFileInfo(m_path).path());
    QFile file(m_path);
    if (file.open(QIODevice::Append | QIODevice::Unbuffered)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QByteArray line = lineStart(plainHost(host), port) + key.fingerprint;
        if (key.forOneRun) {
            line += QByteArray(" ") + oneRunMark;
        }
        if (key.vouchedFor) {
            line += QByteArray(" ") + vouchedMark;
        }
        file.write(line + '\n');
    }
}

} // namespace tincan
