#pragma once

#include "protocol/roomaddress.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace tincan {

/// How the terminal client was called.
struct CliOptions
{
    Q_DECLARE_TR_FUNCTIONS(tincan::CliOptions)

public:
    enum class Action
    {
        Chat,
        Echo,
        PrintKey, ///< one's own key's fingerprint
        PrintAndExit,
        Complain
    };

    Action action = Action::Chat;
    QString text;   ///< with PrintAndExit the help or version, with Complain one line that says what is wrong
    int status = 0; ///< with PrintAndExit and Complain: the exit status
    RoomAddress address;
    QString name;
    bool ownName = false; ///< the name was asked for; another will not do
    bool ownRoom = false; ///< the room was asked for, by --room or in the link
    bool json = false;
    bool plain = false;
    bool tls = false;

    /// `arguments` begin with the program's name; `userName` is who to be where no name is given.
    static CliOptions parse(const QStringList &arguments, const QString &userName);
};

} // namespace tincan
