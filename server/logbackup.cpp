#include "server/logbackup.h"

#include "server/directorylock.h"
#include "server/logdatabase.h"
#include "server/powercut.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr auto walSuffix = "-wal"_L1;
constexpr auto sharedMemorySuffix = "-shm"_L1;

QString logOf(const QString &directory)
{
    return QDir(directory).filePath(u"log.db"_s);
}

void removeDatabase(const QString &path)
{
    for (const auto suffix : {""_L1, walSuffix, sharedMemorySuffix})
        QFile::remove(path + suffix);
}

bool makeEmpty(const QString &path)
{
    removeDatabase(path);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

/// A failure that names the file that people know.
std::optional<StoreFailure> named(std::optional<StoreFailure> failure, const QString &path)
{
    if (failure)
        failure->path = path;
    return failure;
}

std::optional<StoreFailure> copyInto(const QString &path, const QString &directory)
{
    LogDatabase log(logOf(directory));
    if (auto failure = log.open({}))
        return failure;
    log.run(u"VACUUM INTO ?"_s, {path}).finish();
    auto failure = log.takeFailure();
    const bool isOfCopy = failure && (failure->problem == StoreProblem::DiskFull ||
                                      failure->problem == StoreProblem::NotWritable);
    return isOfCopy ? named(failure, path) : failure;
}

/// What a copy must not have, and what it need not be in two files for.
std::optional<StoreFailure> makeCopy(const QString &path, bool isRestored)
{
    LogDatabase copy(path);
    if (auto failure = copy.open({}))
        return failure;
    if (isRestored && copy.text(u"PRAGMA integrity_check(1)"_s) != u"ok"_s)
        return copy.failure(StoreProblem::Damaged);
    copy.begin();
    copy.run(u"DELETE FROM session"_s).finish();
    if (isRestored)
        renewEpochs(copy);
    copy.commit();
    copy.run(u"PRAGMA journal_mode = DELETE"_s).finish();
    return copy.takeFailure();
}

/// The first name of its kind that is free.
QString nameBeside(const QString &path)
{
    for (int number = 1;; ++number) {
        const QString name = path + u".before-restore-%1"_s.arg(number);
        if (!QFile::exists(name) && !QFile::exists(name + walSuffix))
            return name;
    }
}

bool moveAside(const QString &path)
{
    if (!QFile::exists(path))
        return true;
    const QString name = nameBeside(path);
    QFile::remove(path + sharedMemorySuffix);
    const bool hasWal = QFile::exists(path + walSuffix);
    return QFile::rename(path, name) && (!hasWal || QFile::rename(path + walSuffix, name + walSuffix));
}

} // namespace

std::optional<StoreFailure> backUpLog(const QString &directory, const QString &file)
{
    if (!QFile::exists(logOf(directory)))
        return StoreFailure{StoreProblem::Missing, directory, {}};
    if (QFile::exists(file))
        return StoreFailure{StoreProblem::Exists, file, {}};
    const QString part = file + u".part"_s;
    if (!makeEmpty(part))
        return StoreFailure{StoreProblem::NotWritable, file, {}};
    auto failure = copyInto(part, directory);
    if (!failure)
        failure = makeCopy(part, false);
    if (failure && failure->path == part)
        failure->path = file;
    if (!failure && !QFile::rename(part, file))
        failure = StoreFailure{StoreProblem::NotWritable, file, {}};
    if (failure)
        removeDatabase(part);
    return failure;
}

std::optional<StoreFailure> restoreLog(const QString &directory, const QString &file)
{
    if (!QFile::exists(file))
        return StoreFailure{StoreProblem::Other, file, QFile(file).errorString()};
    if (!QDir(directory).exists()) {
        if (!QDir().mkpath(directory))
            return StoreFailure{StoreProblem::NotWritable, directory, {}};
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    DirectoryLock lock;
    if (auto failure = lock.take(directory))
        return failure;
    const QString part = logOf(directory) + u".restored"_s;
    removeDatabase(part);
    if (!QFile::copy(file, part) || !QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner)) {
        removeDatabase(part);
        return StoreFailure{StoreProblem::NotWritable, directory, {}};
    }
    auto failure = named(makeCopy(part, true), file);
    if (!failure && (!moveAside(logOf(directory)) || !QFile::rename(part, logOf(directory))))
        failure = StoreFailure{StoreProblem::NotWritable, directory, {}};
    if (failure)
        removeDatabase(part);
    return failure;
}

} // namespace tincan
