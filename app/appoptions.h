#pragma once

#include "protocol/roomaddress.h"
#include "ui/models/roomhost.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tincan {

/// How the desktop app was called: tincan [ADDRESS or link] [--name NAME] [--profile DIR] [--host
/// [ADDRESS:]PORT] [--nearby INTERFACE]
struct AppOptions
{
    enum class Action
    {
        Run,
        PrintAndExit,
        Complain
    };

    Action action = Action::Run;
    QString text; ///< with PrintAndExit the help or version, with Complain one line that says what is wrong
    std::optional<RoomAddress> join;
    bool joinByLink = false; ///< `join` came as a tincan:// link
    std::optional<HostRequest> host;
    QString name;
    QString profile; ///< a directory; empty: the user's own
    QString nearby;  ///< the one network interface for rooms nearby, or "none"; empty: all networks

    /// `arguments` begin with the program's name.
    static AppOptions parse(const QStringList &arguments);
};

/// Writes every `--name NAME` as one argument, `--name=NAME`. Qt takes `--name NAME` on X11 for the name of
/// the window's class, and it would never reach us. Call it before there is a QApplication, which keeps what
/// argv points to. The new strings live as long as the program.
void keepNameFromQt(int &argc, char **argv);

} // namespace tincan
