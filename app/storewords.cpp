#include "app/storewords.h"

#include <QDir>

namespace tincan {

QString StoreWords::explain(const StoreFailure &failure)
{
    const QString path = QDir::toNativeSeparators(failure.path);
    switch (failure.problem) {
    case StoreProblem::DiskFull:
        return tr("%1 cannot be written: the disk is full").arg(path);
    case StoreProblem::NotWritable:
        return tr("%1 cannot be written; check who owns it, and its permissions").arg(path);
    case StoreProblem::InUse:
        return tr("%1 is in use by another server; stop that one, or take another directory").arg(path);
    case StoreProblem::NoDatabase:
        return tr("%1 is not a history of this program; move it away to begin a new one").arg(path);
    case StoreProblem::Newer:
        return tr("%1 was written by a newer version of this program, which can read it").arg(path);
    case StoreProblem::Damaged:
        return tr("%1 is damaged; restore a backup, or move it away to begin a new one").arg(path);
    case StoreProblem::Missing:
        return tr("there is no history in %1").arg(path);
    case StoreProblem::Exists:
        return tr("%1 is there already; choose another name").arg(path);
    case StoreProblem::Other:
        return tr("%1 cannot be used: %2").arg(path, failure.detail.simplified());
    }
    Q_UNREACHABLE();
}

} // namespace tincan
