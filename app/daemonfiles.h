#pragma once

#include "app/daemonoptions.h"
#include "protocol/identity.h"

#include <QCoreApplication>
#include <QString>

#include <variant>

namespace tincan {

/// What the headless server reads and keeps on disk.
class DaemonFiles
{
    Q_DECLARE_TR_FUNCTIONS(tincan::DaemonFiles)

public:
    struct Problem
    {
        QString text; ///< one line
    };

    /// The hash of the password in the first line of the file, which must not be empty; it may be a hash
    /// already, as hashPassword() makes it.
    static std::variant<QByteArray, Problem> passwordHash(const QString &path);

    /// What the options say about key and certificate: those of the files, else those that the directory
    /// keeps, made where they are missing, else new ones for this run.
    static std::variant<Identity, Problem> identity(const DaemonOptions &options);

    /// The id that the directory keeps; directory (for its owner alone) and id are made where they are
    /// missing.
    static std::variant<QString, Problem> serverId(const QString &directory);

private:
    static QString explain(const IdentityFailure &failure);
};

} // namespace tincan
