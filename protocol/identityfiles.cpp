#include "protocol/identityfiles.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <optional>

namespace tincan {

namespace {

constexpr qint64 longestFile = 1024 * 1024;
constexpr QFile::Permissions forOwner = QFile::ReadOwner | QFile::WriteOwner;

using Failed = std::optional<IdentityFailure>;

Failed read(const QString &path, QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return IdentityFailure{IdentityProblem::CannotRead, path, file.errorString()};
    }
    bytes = file.read(longestFile);
    return {};
}

Failed write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Before the first byte: what was written while others could read is known to them for good.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(forOwner) || file.write(bytes) < 0 ||
        !file.commit()) {
        return IdentityFailure{IdentityProblem::CannotWrite, path, file.errorString()};
    }
    return {};
}

Failed makeDirectory(const QString &directory)
{
    if (QDir(directory).exists()) {
        return {};
    }
    if (!QDir().mkpath(directory) || !QFile::setPermissions(directory, forOwner | QFile::ExeOwner)) {
        return IdentityFailure{IdentityProblem::CannotWrite, directory, {}};
    }
    return {};
}

/// Puts the path into a failure that does not know it.
IdentityResult at(IdentityResult result, const QString &keyPath, const QString &certificatePath)
{
    if (auto *failure = std::get_if<IdentityFailure>(&result)) {
        failure->path = failure->problem == IdentityProblem::BadKey ? keyPath : certificatePath;
    }
    return result;
}

IdentityResult save(const IdentityResult &made, const QString &keyPath, const QString &certificatePath,
                    bool withKey)
{
    const auto *identity = std::get_if<Identity>(&made);
    if (!identity) {
        return at(made, keyPath, certificatePath);
    }
    // The key first: a certificate can be made for it any time, but not the other way round.
    if (const Failed failed = withKey ? write(keyPath, identity->key) : Failed()) {
        return *failed;
    }
    if (const Failed failed = write(certificatePath, identity->certificate)) {
        return *failed;
    }
    return *identity;
}

} // namespace

IdentityResult keptIdentity(const QString &directory, std::int64_t now)
{
    if (const Failed failed = makeDirectory(directory)) {
        return *failed;
    }
    const QString keyPath = QDir(directory).filePath(QLatin1String(identityKeyFile));
    const QString certificatePath = QDir(directory).filePath(QLatin1String(identityCertificateFile));
    const bool hasCertificate = QFile::exists(certificatePath);
    if (!QFile::exists(keyPath)) {
        if (hasCertificate) {
            return IdentityFailure{IdentityProblem::CannotRead, keyPath, {}};
        }
        return save(makeIdentity(now), keyPath, certificatePath, true);
    }
    if (!hasCertificate) {
        QByteArray key;
        if (const Failed failed = read(keyPath, key)) {
            return *failed;
        }
        return save(renewedIdentity(key, now), keyPath, certificatePath, false);
    }
    IdentityResult kept = readIdentity(keyPath, certificatePath);
    const auto *identity = std::get_if<Identity>(&kept);
    if (identity && isDueForRenewal(*identity, now)) {
        return save(renewedIdentity(identity->key, now), keyPath, certificatePath, false);
    }
    return kept;
}

IdentityResult readIdentity(const QString &keyPath, const QString &certificatePath)
{
    QByteArray key;
    QByteArray certificate;
    if (const Failed failed = read(keyPath, key)) {
        return *failed;
    }
    if (const Failed failed = read(certificatePath, certificate)) {
        return *failed;
    }
    return at(checkedIdentity(key, certificate), keyPath, certificatePath);
}

} // namespace tincan
