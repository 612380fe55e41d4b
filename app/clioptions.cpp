#include "app/clioptions.h"
#include "protocol/nickname.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int usageStatus = 2;

struct Switches
{
    QCommandLineOption name{u"name"_s, CliOptions::tr("Who to be; the user's name where none is given."),
                            u"NAME"_s};
    QCommandLineOption room{u"room"_s, CliOptions::tr("The room to talk in; made if there is none."),
                            u"ROOM"_s};
    QCommandLineOption json{u"json"_s, CliOptions::tr("Print every event as one line of JSON.")};
    QCommandLineOption tls{u"tls"_s,
                           CliOptions::tr("Insist on encryption. Without this option and --plain it is used "
                                          "where the server offers it, or did so before.")};
    QCommandLineOption plain{
        u"plain"_s, CliOptions::tr("Speak the plain dialect, without encryption, whatever the server offers. "
                                   "Refused where it was encrypted before.")};
    QCommandLineOption echo{u"echo"_s,
                            CliOptions::tr("Send each line to an echo server and time its way back.")};
    QCommandLineOption myKey{
        u"my-key"_s,
        CliOptions::tr("Print the fingerprint of your own key, by which servers know you: tincand --owner "
                       "takes it.")};
    QCommandLineOption help{{u"h"_s, u"help"_s}, CliOptions::tr("Print this help.")};
    QCommandLineOption version{{u"v"_s, u"version"_s}, CliOptions::tr("Print the version.")};
};

QString description()
{
    return CliOptions::tr(
        "Tincan in a terminal or a script.\n\n"
        "From a pipe or a file, each line of standard input is posted as it is (blank lines are passed "
        "over), and\n"
        "what is said after joining is printed, one's own messages included. At the end of input the "
        "program\n"
        "waits until every message is acknowledged, and leaves with status 0.\n"
        "In a terminal the last messages are shown first, and lines that start with a slash are commands: "
        "/help\n"
        "lists them, //text says /text.\n"
        "With --json, standard output has one event a line, those before joining included.\n\n"
        "Status 1: not reachable, refused, or a message was not taken. Status 2: wrong options.");
}

CliOptions complaint(const QString &text)
{
    CliOptions options;
    options.action = CliOptions::Action::Complain;
    options.text = text;
    options.status = usageStatus;
    return options;
}

CliOptions answer(const QString &text)
{
    CliOptions options;
    options.action = CliOptions::Action::PrintAndExit;
    options.text = text;
    return options;
}

QString explain(AddressProblem problem, const QString &text)
{
    switch (problem) {
    case AddressProblem::Empty:
        return CliOptions::tr("the address is empty");
    case AddressProblem::BadHost:
        return CliOptions::tr("not a host: %1").arg(text);
    case AddressProblem::BadPort:
        return CliOptions::tr("the port has to be a number from 1 to 65535: %1").arg(text);
    case AddressProblem::BadFingerprint:
        return CliOptions::tr("the link's fingerprint is damaged: %1").arg(text);
    case AddressProblem::OtherScheme:
        return CliOptions::tr("not a tincan:// link: %1").arg(text);
    }
    Q_UNREACHABLE();
}

/// The name to use, or why it will not do. A user name that will not do is as good as none.
Result<QString> chosenName(const QString &wish, const QString &userName)
{
    if (!wish.isEmpty()) {
        return checkedName(wish, Limits());
    }
    const auto checked = checkedName(userName, Limits());
    const QString *const name = std::get_if<QString>(&checked);
    return name ? *name : QString();
}

/// What the values of the options mean, once their form is known to be right.
CliOptions evaluate(const QCommandLineParser &parser, const Switches &switches, const QString &userName)
{
    CliOptions options;
    const QString target = parser.positionalArguments().constFirst();
    const auto address = RoomAddress::parse(target);
    if (const auto *problem = std::get_if<AddressProblem>(&address)) {
        return complaint(explain(*problem, target));
    }
    options.address = std::get<RoomAddress>(address);
    const auto name = chosenName(parser.value(switches.name), userName);
    if (const auto *error = std::get_if<Error>(&name)) {
        return complaint(CliOptions::tr("the name will not do: %1").arg(error->message));
    }
    options.name = std::get<QString>(name);
    options.ownName = parser.isSet(switches.name);
    if (parser.isSet(switches.room)) {
        const auto room = checkedRoomName(parser.value(switches.room), Limits());
        if (const auto *error = std::get_if<Error>(&room)) {
            return complaint(CliOptions::tr("the room's name will not do: %1").arg(error->message));
        }
        options.address.room = RoomId(std::get<QString>(room));
    }
    options.ownRoom = !options.address.room.isEmpty();
    options.json = parser.isSet(switches.json);
    options.plain = parser.isSet(switches.plain);
    options.tls = parser.isSet(switches.tls);
    options.action = parser.isSet(switches.echo) ? CliOptions::Action::Echo : CliOptions::Action::Chat;
    return options;
}

} // namespace

CliOptions CliOptions::parse(const QStringList &arguments, const QString &userName)
{
    const Switches switches;
    QCommandLineParser parser;
    parser.setApplicationDescription(description());
    parser.addOptions({switches.name, switches.room, switches.json, switches.tls, switches.plain,
                       switches.echo, switches.myKey, switches.help, switches.version});
    parser.addPositionalArgument(u"HOST[:PORT]"_s, tr("Where the room is: an address or a tincan:// link."));
    if (!parser.parse(arguments)) {
        return complaint(parser.errorText());
    }
    if (parser.isSet(switches.help)) {
        return answer(parser.helpText());
    }
    if (parser.isSet(switches.version)) {
        return answer(u"tincan-cli " TINCAN_VERSION "\n"_s);
    }
    if (parser.isSet(switches.tls) && parser.isSet(switches.plain)) {
        return complaint(tr("--tls and --plain exclude each other"));
    }
    if (parser.isSet(switches.myKey)) {
        CliOptions options;
        options.action = Action::PrintKey;
        return options;
    }
    if (parser.positionalArguments().size() != 1) {
        return complaint(tr("one address is needed; --help says more"));
    }
    return evaluate(parser, switches, userName);
}

} // namespace tincan
