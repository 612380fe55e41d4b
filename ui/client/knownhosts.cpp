#include "ui/client/knownhosts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

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
    const auto found = m_keys.constFind({host, port});
    return found == m_keys.constEnd() ? std::nullopt : std::optional(*found);
}

void HostsInMemory::remember(const QString &host, quint16 port, const ServerKey &key)
{
    m_keys.insert({host, port}, key);
}

std::optional<ServerKey> HostsInFile::find(const QString &host, quint16 port) const
{
    QFile file(m_path);
    std::optional<ServerKey> found = m_added.find(host, port);
    if (found || !file.open(QIODevice::ReadOnly)) {
        return found;
    }
    const QByteArray start = lineStart(host, port);
    const QList<QByteArray> lines = file.read(longestFile).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(start)) {
            const auto key = readKey(line.sliced(start.size()));
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
        QByteArray line = lineStart(host, port) + key.fingerprint;
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
