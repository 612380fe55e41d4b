#include "tests/chaos/chaosoptions.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace tincan::chaos {

QString ChaosOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto number = [&parser, &arguments](const QString &name, const QString &what, auto &target) {
        parser.addOption({name, what, u"N"_s, QString::number(target)});
        parser.parse(arguments);
        bool isNumber = true;
        if (const QString given = parser.value(name); !given.isEmpty()) {
            target = given.toInt(&isNumber);
        }
        return isNumber;
    };
    const bool wellFormed =
        number(u"seed"_s, u"Which run."_s, seed) &&
        number(u"messages"_s, u"How many are said."_s, messages) &&
        number(u"natives"_s, u"Native clients."_s, natives) &&
        number(u"plains"_s, u"Plain clients."_s, plains) &&
        number(u"cut-every"_s, u"Messages between two cuts."_s, cutEvery) &&
        number(u"death-every"_s, u"Messages between two deaths of clients."_s, deathEvery) &&
        number(u"kill-every"_s, u"Messages between two deaths of the server; 0: none."_s, killEvery);
    parser.addPositionalArgument(u"TINCAND"_s, u"The server's program."_s);
    parser.addHelpOption();
    if (!parser.parse(arguments) || !wellFormed || parser.isSet(u"help"_s) ||
        parser.positionalArguments().size() != 1) {
        return parser.errorText() + u'\n' + parser.helpText();
    }
    server = parser.positionalArguments().constFirst();
    return {};
}

QString ChaosOptions::toString() const
{
    return u"--seed %1 --messages %2 --natives %3 --plains %4 --cut-every %5 --death-every %6 --kill-every %7"_s
        .arg(seed)
        .arg(messages)
        .arg(natives)
        .arg(plains)
        .arg(cutEvery)
        .arg(deathEvery)
        .arg(killEvery);
}

} // namespace tincan::chaos
