#include "app/namefile.h"

#include "protocol/nickname.h"
#include "server/logging.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <optional>

namespace tincan {

namespace {

constexpr char fileName[] = "names";
constexpr char heading[] = "tincan-names 1";
constexpr qint64 longestFile = 8 * 1024 * 1024;
constexpr qsizetype keyDigits = 64;

bool isKey(QByteArrayView word)
{
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return word.size() == keyDigits && std::all_of(word.begin(), word.end(), isHex);
}

/// KEY TIME NAME
std::optional<RegisteredName> readLine(const QByteArray &line)
{
    const qsizetype afterKey = line.indexOf(' ');
    const qsizetype afterTime = line.indexOf(' ', afterKey + 1);
    if (afterKey != keyDigits || afterTime < 0 || !isKey(line.first(afterKey)))
        return std::nullopt;
    bool isTime = false;
    const qint64 time = line.sliced(afterKey + 1, afterTime - afterKey - 1).toLongLong(&isTime);
    const QString name = QString::fromUtf8(line.sliced(afterTime + 1));
    const auto checked = checkedName(name, Limits());
    const auto *sound = std::get_if<QString>(&checked);
    if (!isTime || time < 0 || !sound || *sound != name)
        return std::nullopt;
    return RegisteredName{name, line.first(afterKey), time};
}

QByteArray written(const QList<RegisteredName> &names)
{
    QByteArray bytes = QByteArray(heading) + '\n';
    for (const RegisteredName &name : names)
        bytes += name.key + ' ' + QByteArray::number(qint64(name.lastUsed)) + ' ' + name.name.toUtf8() + '\n';
    return bytes;
}

void write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) < 0 || !file.commit())
        qCWarning(lcHub).noquote() << "cannot keep names in" << path << file.errorString();
}

} // namespace

NameFile::NameFile(const QString &directory) : m_path(QDir(directory).filePath(QLatin1String(fileName)))
{
    m_writer.setMaxThreadCount(1);
}

QList<RegisteredName> NameFile::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_foreign = file.exists();
        return {};
    }
    QList<QByteArray> lines = file.read(longestFile).split('\n');
    m_foreign = lines.takeFirst() != heading;
    if (m_foreign) {
        qCWarning(lcHub).noquote() << m_path << "is of another version, and is left alone";
        return {};
    }
    QList<RegisteredName> names;
    for (const QByteArray &line : std::as_const(lines)) {
        if (const auto name = readLine(line))
            names.append(*name);
    }
    return names;
}

void NameFile::save(const QList<RegisteredName> &names)
{
    if (!m_foreign)
        m_writer.start([path = m_path, names] { write(path, written(names)); });
}

} // namespace tincan
