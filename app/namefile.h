#pragma once

#include "server/namekeeper.h"

#include <QString>
#include <QThreadPool>

namespace tincan {

/// A file that keeps whose names are whose: a line with its version, then one for each name, KEY TIME NAME.
/// It is for its owner alone, and is there as a whole or not at all. Written on a thread of its own.
class NameFile final : public NameKeeper
{
public:
    /// The directory must be there when something is saved.
    explicit NameFile(const QString &directory);
    ~NameFile() override = default; ///< what was to be saved is

    /// Lines that are none are left out. A file of another version is read as empty, and left as it is.
    QList<RegisteredName> load() override;
    void save(const QList<RegisteredName> &names) override;

private:
    QString m_path;
    bool m_foreign = false;
    QThreadPool m_writer; ///< one thread, so that the last to be saved stays
};

} // namespace tincan
