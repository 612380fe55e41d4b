#pragma once

#include "server/moderationkeeper.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QThreadPool>

namespace tincan {

/// Files that keep who may do what: `bans` (mutes as well), `moderators`, `room-rules` and `acts`, in each
/// one JSON object a line, for their owner alone. Each is there as a whole or not at all. Written on a thread
/// of its own.
class ModerationFile final : public ModerationKeeper
{
public:
    /// The directory must be there when something is saved.
    explicit ModerationFile(const QString &directory);
    ~ModerationFile() override = default; ///< what was to be saved is

    /// Lines that are none are left out. A file that cannot be read is taken as empty, and left as it is.
    KeptModeration load() override;
    void save(const KeptModeration &kept) override;

private:
    QList<QByteArray> linesOf(const QString &name);
    void write(const QString &name, const QByteArray &bytes);

    QString m_directory;
    QHash<QString, QByteArray> m_last; ///< what is in each file, or will be
    QThreadPool m_writer;              ///< one thread, so that the last to be saved stays
};

} // namespace tincan
