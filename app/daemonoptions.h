#pragma once

#include "server/hostoptions.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace tincan {

/// How the headless server was called.
struct DaemonOptions
{
    Q_DECLARE_TR_FUNCTIONS(tincan::DaemonOptions)

public:
    enum class Action
    {
        Serve,
        HashPassword, ///< of one line of standard input
        BackUp,       ///< the log of dataDirectory into backupFile
        Restore,      ///< the other way round
        PrintAndExit,
        Complain
    };
    enum class LogLevel
    {
        Debug,
        Info,
        Warning,
        Error
    };

    Action action = Action::Serve;
    QString text; ///< with PrintAndExit the help or version, with Complain one line that says what is wrong
    HostOptions host;
    QString dataDirectory; ///< empty: nothing is kept
    QString backupFile;
    QString passwordFile;    ///< empty: anybody may join
    QString certificateFile; ///< empty, as is keyFile: they are made
    QString keyFile;
    QString language = QStringLiteral("en"); ///< or "zh_CN": of what the server says
    LogLevel logLevel = LogLevel::Warning;

    /// `arguments` begin with the program's name.
    static DaemonOptions parse(const QStringList &arguments);
};

} // namespace tincan
