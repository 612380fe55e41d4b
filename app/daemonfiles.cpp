#include "app/daemonfiles.h"

#include "protocol/clock.h"
#include "protocol/identityfiles.h"
#include "server/passwordhash.h"
#include "server/randomword.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qint64 longestLine = 4096;
constexpr int idBytes = 16;

bool isId(const QString &word)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return word.size() == 2 * idBytes && std::all_of(word.begin(), word.end(), isHex);
}

QString firstLine(QFile &file)
{
    return QString::fromUtf8(file.readLine(longestLine)).remove(u'\n').remove(u'\r');
}

IdentityResult identityFor(const DaemonOptions &options)
{
    const std::int64_t now = SystemClock().utc();
    if (!options.keyFile.isEmpty()) {
        return readIdentity(options.keyFile, options.certificateFile);
    }
    return options.dataDirectory.isEmpty() ? makeIdentity(now, Lifetime::OneRun)
                                           : keptIdentity(options.dataDirectory, now);
}

} // namespace

std::variant<Identity, DaemonFiles::Problem> DaemonFiles::identity(const DaemonOptions &options)
{
    const IdentityResult result = identityFor(options);
    if (const auto *failure = std::get_if<IdentityFailure>(&result)) {
        return Problem{explain(*failure)};
    }
    return std::get<Identity>(result);
}

QString DaemonFiles::explain(const IdentityFailure &failure)
{
    switch (failure.problem) {
    case IdentityProblem::CannotMake:
        return tr("cannot make a key");
    case IdentityProblem::CannotRead:
        return tr("cannot read %1: %2").arg(failure.path, failure.detail);
    case IdentityProblem::CannotWrite:
        return tr("cannot write %1: %2").arg(failure.path, failure.detail);
    case IdentityProblem::BadKey:
        return tr("%1 holds no EC or RSA key in PEM without a pass phrase").arg(failure.path);
    case IdentityProblem::BadCertificate:
        return tr("%1 holds no certificate in PEM").arg(failure.path);
    case IdentityProblem::NoPair:
        return tr("the certificate in %1 was not made for this key").arg(failure.path);
    }
    Q_UNREACHABLE();
}

std::variant<QByteArray, DaemonFiles::Problem> DaemonFiles::passwordHash(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Problem{tr("cannot read %1: %2").arg(path, file.errorString())};
    }
    const QString word = firstLine(file);
    if (word.isEmpty()) {
        return Problem{tr("%1 holds no password in its first line").arg(path)};
    }
    const QByteArray hash = isPasswordHash(word.toUtf8()) ? word.toUtf8() : hashPassword(word);
    if (hash.isEmpty()) {
        return Problem{tr("the password cannot be hashed")};
    }
    return hash;
}

std::variant<QString, DaemonFiles::Problem> DaemonFiles::serverId(const QString &directory)
{
    const bool isNew = !QDir(directory).exists();
    if (isNew && !QDir().mkpath(directory)) {
        return Problem{tr("cannot make the directory %1").arg(directory)};
    }
    if (isNew) {
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString path = QDir(directory).filePath(u"server-id"_s);
    QFile kept(path);
    if (kept.open(QIODevice::ReadOnly)) {
        const QString id = firstLine(kept);
        return isId(id) ? std::variant<QString, Problem>(id)
                        : Problem{tr("%1 holds no server id; remove it to get a new one").arg(path)};
    }
    const QString id = randomWord(idBytes);
    QSaveFile file(path);
    if (kept.exists() || !file.open(QIODevice::WriteOnly) || file.write(id.toLatin1() + '\n') < 0 ||
        !file.commit()) {
        return Problem{tr("cannot keep the server's id in %1").arg(path)};
    }
    return id;
}

} // namespace tincan
