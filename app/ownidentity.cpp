#include "app/ownidentity.h"

#include "protocol/clock.h"
#include "protocol/identityfiles.h"

#include <QDir>
#include <QFile>

namespace tincan {

namespace {

constexpr char folder[] = "own-key"; // a profile that hosts has a key of the server's, too

} // namespace

Identity ownIdentity(const QString &profile)
{
    const QString directory = QDir(profile).filePath(QLatin1String(folder));
    const std::int64_t now = SystemClock().utc();
    IdentityResult kept = keptIdentity(directory, now);
    const auto *failure = std::get_if<IdentityFailure>(&kept);
    // Two programs may have made it at the same time. The key counts, a certificate is soon made.
    if (failure && failure->problem == IdentityProblem::NoPair &&
        QFile::remove(QDir(directory).filePath(QLatin1String(identityCertificateFile))))
        kept = keptIdentity(directory, now);
    const auto *identity = std::get_if<Identity>(&kept);
    return identity ? *identity : Identity();
}

} // namespace tincan
