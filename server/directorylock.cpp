#include "server/directorylock.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tincan {

std::optional<StoreFailure> DirectoryLock::take(const QString &directory)
{
    m_lock = std::make_unique<LogDatabase>(QDir(directory).filePath(u"lock"_s));
    auto failure = m_lock->openFile(0);
    if (!failure) {
        m_lock->run(u"PRAGMA journal_mode = MEMORY"_s).finish(); // a full disk has no room for another
        m_lock->run(u"BEGIN EXCLUSIVE"_s).finish();
        failure = m_lock->takeFailure();
    }
    if (failure) {
        failure->path = directory;
        release();
    }
    return failure;
}

} // namespace tincan
