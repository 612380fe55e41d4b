#include "app/appoptions.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestAppOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutArgumentsTheProgramRuns();
    void theNameAndTheProfileAreTaken();
    void aHostIsAPortOrAnAddressAndAPort_data();
    void aHostIsAPortOrAnAddressAndAPort();
    void aWrongHostIsExplained();
    void anAddressIsToBeJoined();
    void aLinkIsKnownAsALink();
    void whatIsNoAddressIsExplained();
    void oneAddressIsEnough();
    void anUnknownOptionIsExplained();
    void helpAndVersionArePrinted();
    void qtNeverSeesTheName();
};

static AppOptions parsed(const QStringList &arguments)
{
    return AppOptions::parse(QStringList{u"tincan"_s} + arguments);
}

void TestAppOptions::withoutArgumentsTheProgramRuns()
{
    const AppOptions options = parsed({});
    QCOMPARE(options.action, AppOptions::Action::Run);
    QVERIFY(!options.host);
    QVERIFY(!options.join);
    QVERIFY(options.name.isEmpty());
}

void TestAppOptions::theNameAndTheProfileAreTaken()
{
    const AppOptions options = parsed({u"--name"_s, u"Li Mei"_s, u"--profile=/tmp/x"_s});
    QCOMPARE(options.name, u"Li Mei"_s);
    QCOMPARE(options.profile, u"/tmp/x"_s);
    QCOMPARE(options.nearby, QString());
    QCOMPARE(parsed({u"--nearby"_s, u"none"_s}).nearby, u"none"_s);
}

void TestAppOptions::aHostIsAPortOrAnAddressAndAPort_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::addColumn<Reach>("reach");
    QTest::newRow("port") << u"4041"_s << QString() << 4041 << HostRequest().reach;
    QTest::newRow("any free port") << u"0"_s << QString() << 0 << HostRequest().reach;
    QTest::newRow("loopback") << u"127.0.0.1:4041"_s << u"127.0.0.1"_s << 4041 << Reach::ThisComputer;
    QTest::newRow("IPv6 loopback") << u"[::1]:4041"_s << u"::1"_s << 4041 << Reach::ThisComputer;
    QTest::newRow("network") << u"192.0.2.1:4041"_s << u"192.0.2.1"_s << 4041 << Reach::Network;
}

void TestAppOptions::aHostIsAPortOrAnAddressAndAPort()
{
    QFETCH(QString, text);
    const AppOptions options = parsed({u"--host"_s, text});
    QCOMPARE(options.action, AppOptions::Action::Run);
    QVERIFY(options.host);
    QTEST(options.host->address, "address");
    QTEST(int(options.host->port), "port");
    QTEST(options.host->reach, "reach");
}

void TestAppOptions::aWrongHostIsExplained()
{
    for (const QString &text : {u"port"_s, u"70000"_s, u"nowhere:4040"_s, u"127.0.0.1:"_s}) {
        const AppOptions options = parsed({u"--host"_s, text});
        QCOMPARE(options.action, AppOptions::Action::Complain);
        QVERIFY(options.text.contains(text));
    }
}

void TestAppOptions::anAddressIsToBeJoined()
{
    const AppOptions options = parsed({u"chat.example.org:4041"_s});
    QVERIFY(options.join);
    QCOMPARE(options.join->host, u"chat.example.org"_s);
    QCOMPARE(int(options.join->port), 4041);
    QVERIFY(!options.joinByLink);
}

void TestAppOptions::aLinkIsKnownAsALink()
{
    const AppOptions options = parsed({u"tincan://192.0.2.1/lounge"_s});
    QVERIFY(options.join);
    QVERIFY(options.joinByLink);
}

void TestAppOptions::whatIsNoAddressIsExplained()
{
    const AppOptions options = parsed({u"http://example.org"_s});
    QCOMPARE(options.action, AppOptions::Action::Complain);
    QVERIFY(options.text.contains(u"http://example.org"_s));
}

void TestAppOptions::oneAddressIsEnough()
{
    QCOMPARE(parsed({u"a.example"_s, u"b.example"_s}).action, AppOptions::Action::Complain);
}

void TestAppOptions::anUnknownOptionIsExplained()
{
    const AppOptions options = parsed({u"--shout"_s});
    QCOMPARE(options.action, AppOptions::Action::Complain);
    QVERIFY(options.text.contains(u"shout"_s));
}

void TestAppOptions::helpAndVersionArePrinted()
{
    QCOMPARE(parsed({u"--help"_s}).action, AppOptions::Action::PrintAndExit);
    QVERIFY(parsed({u"--help"_s}).text.contains(u"--profile"_s));
    QCOMPARE(parsed({u"--version"_s}).text, u"tincan " TINCAN_VERSION "\n"_s);
}

void TestAppOptions::qtNeverSeesTheName()
{
    std::vector<QByteArray> words{"tincan", "--name", "Li Mei", "-platform", "xcb", "--name=Bo", "--name"};
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    int argc = int(words.size());
    keepNameFromQt(argc, argv.data());
    QCOMPARE(argc, 6);
    QCOMPARE(QByteArray(argv[1]), QByteArray("--name=Li Mei"));
    QCOMPARE(QByteArray(argv[2]), QByteArray("-platform"));
    QCOMPARE(QByteArray(argv[4]), QByteArray("--name=Bo"));
    QCOMPARE(QByteArray(argv[5]), QByteArray("--name"));
    QVERIFY(!argv[6]);
}

QTEST_GUILESS_MAIN(TestAppOptions)
#include "tst_appoptions.moc"
