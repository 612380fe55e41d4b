#include "app/daemonoptions.h"

#include "protocol/textsanitizer.h"

#include <QCommandLineParser>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int mostServerNameCharacters = 64;

struct Switches
{
    QCommandLineOption listen{u"listen"_s,
                              DaemonOptions::tr("Where to listen, e.g. 127.0.0.1:4040 or [::1]:4040; can be "
                                                "given again. Port 0 picks a free one. "
                                                "Every address, port 4040, where none is given."),
                              u"ADDRESS:PORT"_s};
    QCommandLineOption name{u"name"_s, DaemonOptions::tr("The server's name, shown in greetings."), u"NAME"_s,
                            u"Tincan"_s};
    QCommandLineOption data{
        u"data"_s,
        DaemonOptions::tr(
            "The directory that keeps what is said (log.db), the server's identity (id, key and "
            "certificate), the names that belong to people's keys, moderators, bans and the log of acts."),
        u"DIR"_s};
    QCommandLineOption memory{u"memory"_s, DaemonOptions::tr("Keep nothing; the default.")};
    QCommandLineOption sync{
        u"sync"_s,
        DaemonOptions::tr(
            "With --data: full, the default, acknowledges what would survive a power cut; normal "
            "is faster, and a power cut may take the last messages."),
        u"full|normal"_s, u"full"_s};
    QCommandLineOption keepDays{
        u"keep-days"_s,
        DaemonOptions::tr("With --data: forget what is older. All is kept where this is "
                          "not given."),
        u"N"_s};
    QCommandLineOption keepEvents{
        u"keep-events"_s,
        DaemonOptions::tr("With --data: forget all but a room's last N messages and "
                          "changes."),
        u"N"_s};
    QCommandLineOption backup{
        u"backup"_s,
        DaemonOptions::tr("Copy what is kept in --data into a new file, and end. A server "
                          "may be running."),
        u"FILE"_s};
    QCommandLineOption restore{
        u"restore"_s,
        DaemonOptions::tr("Put a backup in the place of what is kept in --data, and end. "
                          "What was there stays beside it."),
        u"FILE"_s};
    QCommandLineOption passwordFile{
        u"password-file"_s,
        DaemonOptions::tr("A file whose first line is the password that people need to join, or its hash."),
        u"FILE"_s};
    QCommandLineOption hashPassword{
        u"hash-password"_s,
        DaemonOptions::tr("Read a password from standard input and print its hash, for --password-file.")};
    QCommandLineOption owner{
        u"owner"_s,
        DaemonOptions::tr(
            "Whose key is the owner's, who may kick, ban and make moderators; tincan-cli --my-key "
            "prints one's own. Can be given again."),
        u"FINGERPRINT"_s};
    QCommandLineOption requireTls{
        u"require-tls"_s,
        DaemonOptions::tr("Refuse who is not encrypted. TLS is offered in any case, on the same ports.")};
    QCommandLineOption certificate{
        u"cert"_s,
        DaemonOptions::tr(
            "The certificate to show (PEM, with those that lead to its issuer), in place of one "
            "that is made and kept in the data directory, or made for this run."),
        u"FILE"_s};
    QCommandLineOption key{u"key"_s, DaemonOptions::tr("The key of --cert (PEM, EC or RSA)."), u"FILE"_s};
    QCommandLineOption maxConnections{u"max-connections"_s, DaemonOptions::tr("Most connections in all."),
                                      u"N"_s};
    QCommandLineOption maxPerAddress{
        u"max-per-address"_s,
        DaemonOptions::tr("Most connections from one address; this computer's own do not count."), u"N"_s};
    QCommandLineOption largeRoom{
        u"large-room"_s,
        DaemonOptions::tr("In rooms of more members nobody is told who comes and goes (200 unless told)."),
        u"N"_s};
    QCommandLineOption floodLimit{
        u"flood-limit"_s, DaemonOptions::tr("Messages a second from one connection (twice as many at once)."),
        u"N/s|off"_s};
    QCommandLineOption language{u"language"_s, DaemonOptions::tr("What the server says its sentences in."),
                                u"en|zh_CN"_s, u"en"_s};
    QCommandLineOption logLevel{u"log-level"_s, DaemonOptions::tr("What is logged to standard error."),
                                u"debug|info|warning|error"_s};
    QCommandLineOption echo{u"echo"_s,
                            DaemonOptions::tr("Send everybody's messages back, and nothing else.")};
    QCommandLineOption help{{u"h"_s, u"help"_s}, DaemonOptions::tr("Print this help.")};
    QCommandLineOption version{{u"v"_s, u"version"_s}, DaemonOptions::tr("Print the version.")};

    QList<QCommandLineOption> all() const
    {
        return {listen,     name,        data,     memory,         sync,          keepDays,
                keepEvents, backup,      restore,  passwordFile,   hashPassword,  owner,
                requireTls, certificate, key,      maxConnections, maxPerAddress, largeRoom,
                floodLimit, language,    logLevel, echo,           help,          version};
    }
};

DaemonOptions saying(DaemonOptions::Action action, const QString &text)
{
    DaemonOptions options;
    options.action = action;
    options.text = text;
    return options;
}

DaemonOptions complaint(const QString &text)
{
    return saying(DaemonOptions::Action::Complain, text);
}

/// ADDRESS:PORT, with brackets round an IPv6 address.
std::optional<Endpoint> readEndpoint(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 1) {
        return std::nullopt;
    }
    bool isPort = false;
    const quint16 port = text.sliced(colon + 1).toUShort(&isPort);
    QString address = text.first(colon);
    const bool bracketed = address.startsWith(u'[') && address.endsWith(u']');
    if (bracketed) {
        address = address.sliced(1, address.size() - 2);
    } else if (address.contains(u':')) {
        return std::nullopt;
    }
    if (address == "localhost"_L1) {
        address = u"127.0.0.1"_s;
    }
    const QHostAddress parsed(address);
    return isPort && !parsed.isNull() ? std::optional(Endpoint{parsed, port}) : std::nullopt;
}

/// Puts a whole number from 1 on into `target`, where the option is given.
bool readCount(const QCommandLineParser &parser, const QCommandLineOption &option, int &target)
{
    if (!parser.isSet(option)) {
        return true;
    }
    bool isNumber = false;
    target = parser.value(option).toInt(&isNumber);
    return isNumber && target > 0;
}

bool readFloodLimit(const QString &text, Limits &limits)
{
    if (text == "off"_L1) {
        limits.floodBurst = 0;
        return true;
    }
    bool isNumber = false;
    const QString number = text.endsWith("/s"_L1) ? text.chopped(2) : text;
    limits.floodPerSecond = number.toInt(&isNumber);
    limits.floodBurst = 2 * limits.floodPerSecond;
    return isNumber && limits.floodPerSecond > 0 && limits.floodPerSecond <= 100'000;
}

std::optional<DaemonOptions::LogLevel> readLogLevel(const QString &word)
{
    using Level = DaemonOptions::LogLevel;
    static constexpr std::array<std::pair<QLatin1StringView, Level>, 4> levels{
        {{"debug"_L1, Level::Debug},
         {"info"_L1, Level::Info},
         {"warning"_L1, Level::Warning},
         {"error"_L1, Level::Error}}};
    for (const auto &[name, level] : levels) {
        if (word == name) {
            return level;
        }
    }
    return std::nullopt;
}

/// What is wrong with the limits, or nothing.
QString readLimits(const QCommandLineParser &parser, const Switches &switches, Limits &limits)
{
    if (!readCount(parser, switches.maxConnections, limits.maxConnections)) {
        return DaemonOptions::tr("--max-connections needs a number from 1 on");
    }
    if (!readCount(parser, switches.maxPerAddress, limits.maxPerAddress)) {
        return DaemonOptions::tr("--max-per-address needs a number from 1 on");
    }
    if (!readCount(parser, switches.largeRoom, limits.memberListMaximum)) {
        return DaemonOptions::tr("--large-room needs a number from 1 on");
    }
    if (parser.isSet(switches.floodLimit) && !readFloodLimit(parser.value(switches.floodLimit), limits)) {
        return DaemonOptions::tr("--flood-limit needs a number, as in 10/s, or off");
    }
    return {};
}

bool readOwners(const QStringList &words, QList<QByteArray> &keys)
{
    constexpr qsizetype digits = 64;
    for (const QString &word : words) {
        const QByteArray key = word.toLatin1().toLower();
        if (key.size() != digits || QByteArray::fromHex(key).toHex() != key) {
            return false;
        }
        keys.append(key);
    }
    return true;
}

/// What is wrong with how things are kept, or nothing.
QString readStore(const QCommandLineParser &parser, const Switches &switches, StoreOptions &store)
{
    store.directory = parser.value(switches.data);
    const QString sync = parser.value(switches.sync);
    if (sync != "full"_L1 && sync != "normal"_L1) {
        return DaemonOptions::tr("--sync is full or normal");
    }
    store.sync = sync == "full"_L1 ? StoreSync::Full : StoreSync::Normal;
    if (!readCount(parser, switches.keepDays, store.keep.days)) {
        return DaemonOptions::tr("--keep-days needs a number from 1 on");
    }
    if (!readCount(parser, switches.keepEvents, store.keep.events)) {
        return DaemonOptions::tr("--keep-events needs a number from 1 on");
    }
    for (const auto *option :
         {&switches.sync, &switches.keepDays, &switches.keepEvents, &switches.backup, &switches.restore}) {
        if (parser.isSet(*option) && !store.isDurable()) {
            return DaemonOptions::tr("--%1 needs --data").arg(option->names().constFirst());
        }
    }
    return {};
}

/// What the values of the options mean, once their form is known to be right.
DaemonOptions evaluate(const QCommandLineParser &parser, const Switches &switches)
{
    DaemonOptions options;
    for (const QString &text : parser.values(switches.listen)) {
        const auto endpoint = readEndpoint(text);
        if (!endpoint) {
            return complaint(DaemonOptions::tr("not an ADDRESS:PORT: %1").arg(text));
        }
        options.host.endpoints.append(*endpoint);
    }
    options.host.name = truncated(sanitizeLine(parser.value(switches.name)), mostServerNameCharacters);
    if (isBlank(options.host.name)) {
        return complaint(DaemonOptions::tr("--name needs a name"));
    }
    if (const QString problem = readLimits(parser, switches, options.host.limits); !problem.isEmpty()) {
        return complaint(problem);
    }
    if (const QString problem = readStore(parser, switches, options.host.store); !problem.isEmpty()) {
        return complaint(problem);
    }
    if (parser.isSet(switches.logLevel)) {
        const auto level = readLogLevel(parser.value(switches.logLevel));
        if (!level) {
            return complaint(DaemonOptions::tr("--log-level is debug, info, warning or error"));
        }
        options.logLevel = *level;
    }
    if (!readOwners(parser.values(switches.owner), options.host.ownerKeys)) {
        return complaint(DaemonOptions::tr("--owner needs the fingerprint of a key, 64 hexadecimal digits"));
    }
    options.language = parser.value(switches.language);
    if (options.language != "en"_L1 && options.language != "zh_CN"_L1) {
        return complaint(DaemonOptions::tr("--language is en or zh_CN"));
    }
    options.host.requireTls = parser.isSet(switches.requireTls);
    options.certificateFile = parser.value(switches.certificate);
    options.keyFile = parser.value(switches.key);
    options.host.echo = parser.isSet(switches.echo);
    options.dataDirectory = parser.value(switches.data);
    options.passwordFile = parser.value(switches.passwordFile);
    if (parser.isSet(switches.backup) || parser.isSet(switches.restore)) {
        options.action =
            parser.isSet(switches.backup) ? DaemonOptions::Action::BackUp : DaemonOptions::Action::Restore;
        options.backupFile = parser.value(parser.isSet(switches.backup) ? switches.backup : switches.restore);
    }
    return options;
}

} // namespace

DaemonOptions DaemonOptions::parse(const QStringList &arguments)
{
    const Switches switches;
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("A Tincan server without windows. Prints \"listening on "
                                        "ADDRESS:PORT\" once it is ready; SIGTERM and SIGINT end it."));
    parser.addOptions(switches.all());
    if (!parser.parse(arguments)) {
        return complaint(parser.errorText());
    }
    if (parser.isSet(switches.help)) {
        return saying(Action::PrintAndExit, parser.helpText());
    }
    if (parser.isSet(switches.version)) {
        return saying(Action::PrintAndExit, u"tincand " TINCAN_VERSION "\n"_s);
    }
    if (parser.isSet(switches.hashPassword)) {
        return saying(Action::HashPassword, {});
    }
    if (!parser.positionalArguments().isEmpty()) {
        return complaint(tr("unexpected: %1").arg(parser.positionalArguments().constFirst()));
    }
    if (parser.isSet(switches.certificate) != parser.isSet(switches.key)) {
        return complaint(tr("--cert and --key need one another"));
    }
    if (parser.isSet(switches.data) && parser.isSet(switches.memory)) {
        return complaint(tr("--data and --memory exclude each other"));
    }
    if (parser.isSet(switches.backup) && parser.isSet(switches.restore)) {
        return complaint(tr("--backup and --restore exclude each other"));
    }
    return evaluate(parser, switches);
}

} // namespace tincan
