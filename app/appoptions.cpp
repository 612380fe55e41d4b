#include "app/appoptions.h"

#include <QCommandLineParser>
#include <QHostAddress>

#include <algorithm>
#include <list>
#include <string>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

struct Options
{
    QCommandLineOption name{u"name"_s, u"Your name."_s, u"NAME"_s};
    QCommandLineOption profile{u"profile"_s, u"Keep everything of yours in DIR."_s, u"DIR"_s};
    QCommandLineOption host{u"host"_s, u"Host a room at once."_s, u"[ADDRESS:]PORT"_s};
    QCommandLineOption nearby{
        u"nearby"_s, u"Find and show rooms nearby on INTERFACE alone, or not at all with \"none\"."_s,
        u"INTERFACE"_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, u"Print this help."_s};
    QCommandLineOption version{{u"v"_s, u"version"_s}, u"Print the version."_s};
};

AppOptions complain(const QString &text)
{
    AppOptions options;
    options.action = AppOptions::Action::Complain;
    options.text = text;
    return options;
}

AppOptions print(const QString &text)
{
    AppOptions options;
    options.action = AppOptions::Action::PrintAndExit;
    options.text = text;
    return options;
}

std::optional<HostRequest> parseHost(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    HostRequest request;
    bool ok = false;
    request.port = QStringView(text).mid(colon + 1).toUShort(&ok);
    if (!ok)
        return {};
    if (colon < 0)
        return request;
    QString address = text.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    const QHostAddress parsed(address);
    if (parsed.isNull())
        return {};
    request.address = address;
    request.reach = parsed.isLoopback() ? Reach::ThisComputer : Reach::Network;
    return request;
}

} // namespace

AppOptions AppOptions::parse(const QStringList &arguments)
{
    const Options known;
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Chat that hosts its own rooms."_s);
    parser.addPositionalArgument(u"ADDRESS"_s, u"A room to join: HOST, HOST:PORT or a tincan:// link."_s,
                                 u"[ADDRESS]"_s);
    parser.addOptions({known.name, known.profile, known.host, known.nearby, known.help, known.version});
    if (!parser.parse(arguments))
        return complain(parser.errorText());
    if (parser.isSet(known.help))
        return print(parser.helpText());
    if (parser.isSet(known.version))
        return print(u"tincan " TINCAN_VERSION "\n"_s);

    AppOptions options;
    options.name = parser.value(known.name);
    options.profile = parser.value(known.profile);
    options.nearby = parser.value(known.nearby);
    if (parser.isSet(known.host)) {
        options.host = parseHost(parser.value(known.host));
        if (!options.host)
            return complain(u"--host takes PORT or ADDRESS:PORT, not \"%1\""_s.arg(parser.value(known.host)));
    }
    const QStringList positional = parser.positionalArguments();
    if (positional.size() > 1)
        return complain(u"one address at a time, please"_s);
    if (!positional.isEmpty()) {
        const auto address = RoomAddress::parse(positional.first());
        if (!std::holds_alternative<RoomAddress>(address))
            return complain(u"\"%1\" is no address of a room"_s.arg(positional.first()));
        options.join = std::get<RoomAddress>(address);
        options.joinByLink = positional.first().contains(u"://"_s);
    }
    return options;
}

void keepNameFromQt(int &argc, char **argv)
{
    static std::list<std::string> joined;
    int kept = std::min(argc, 1);
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--name") == 0 && i + 1 < argc) {
            joined.push_back("--name=" + std::string(argv[++i]));
            argv[kept++] = joined.back().data();
        } else {
            argv[kept++] = argv[i];
        }
    }
    argc = kept;
    argv[argc] = nullptr;
}

} // namespace tincan
