#include "ui/client/knownhosts.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const ServerKey one{QByteArray(64, '1'), false};
const ServerKey two{QByteArray(64, '2'), true};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_KnownHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryKeepsThemByHostAndPort();
    void aFileKeepsThem();
    void aHostIsTheSameHoweverItIsWritten_data();
    void aHostIsTheSameHoweverItIsWritten();
    void whatWasWrittenOtherwiseIsFound();
    void programsAddToOneFile();
    void whatIsKnownIsNotWrittenAgain();
    void whatAuthoritiesSaidIsKept();
    void linesThatAreNoneArePassedOver();
    void aFileThatCannotBeWrittenIsNoLoss();
};

void tst_KnownHosts::memoryKeepsThemByHostAndPort()
{
    HostsInMemory hosts;
    QCOMPARE(hosts.find(u"a"_s, 1), std::nullopt);
    hosts.remember(u"a"_s, 1, one);
    hosts.remember(u"a"_s, 2, two);
    QCOMPARE(hosts.find(u"a"_s, 1), std::optional(one));
    QCOMPARE(hosts.find(u"a"_s, 2), std::optional(two));
    QCOMPARE(hosts.find(u"b"_s, 1), std::nullopt);
}

void tst_KnownHosts::aFileKeepsThem()
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"new/known-hosts"_s);
    QCOMPARE(HostsInFile(path).find(u"::1"_s, 4040), std::nullopt);
    QVERIFY(!QFile::exists(path));
    HostsInFile(path).remember(u"::1"_s, 4040, one);
    HostsInFile(path).remember(u"müller.example"_s, 4040, two);
    QCOMPARE(HostsInFile(path).find(u"::1"_s, 4040), std::optional(one));
    QCOMPARE(HostsInFile(path).find(u"müller.example"_s, 4040), std::optional(two));
    QCOMPARE(HostsInFile(path).find(u"::1"_s, 404), std::nullopt);
#ifndef Q_OS_WIN
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
}

void tst_KnownHosts::aHostIsTheSameHoweverItIsWritten_data()
{
    QTest::addColumn<QString>("met");
    QTest::addColumn<QString>("written");
    QTest::newRow("a dot at the end") << u"example.org"_s << u"example.org."_s;
    QTest::newRow("without it") << u"example.org."_s << u"example.org"_s;
    QTest::newRow("capitals") << u"example.org"_s << u"Example.ORG"_s;
    QTest::newRow("its encoded name") << u"müller.example"_s << u"xn--mller-kva.example"_s;
    QTest::newRow("wide letters") << u"example.org"_s << u"ｅxample.org"_s;
    QTest::newRow("zeros") << u"::1"_s << u"0:0:0:0:0:0:0:1"_s;
    QTest::newRow("digits in capitals") << u"fe80::a"_s << u"FE80::000A"_s;
    QTest::newRow("IPv4 in IPv6") << u"192.0.2.1"_s << u"::ffff:192.0.2.1"_s;
}

void tst_KnownHosts::aHostIsTheSameHoweverItIsWritten()
{
    QFETCH(QString, met);
    QFETCH(QString, written);
    const QTemporaryDir home;
    const QString path = home.filePath(u"known-hosts"_s);
    HostsInMemory memory;
    memory.remember(met, 4040, one);
    HostsInFile(path).remember(met, 4040, one);
    QCOMPARE(memory.find(written, 4040), std::optional(one));
    QCOMPARE(HostsInFile(path).find(written, 4040), std::optional(one));
}

void tst_KnownHosts::whatWasWrittenOtherwiseIsFound()
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"known-hosts"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("0:0::1 4040 " + one.fingerprint + '\n');
    file.close();
    QCOMPARE(HostsInFile(path).find(u"0:0::1"_s, 4040), std::optional(one));
}

void tst_KnownHosts::programsAddToOneFile()
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"known-hosts"_s);
    HostsInFile first(path);
    HostsInFile second(path);
    first.remember(u"a"_s, 1, one);
    second.remember(u"b"_s, 1, two);
    QCOMPARE(second.find(u"a"_s, 1), std::optional(one));
    QCOMPARE(first.find(u"b"_s, 1), std::optional(two));
    second.remember(u"a"_s, 1, two);
    QCOMPARE(HostsInFile(path).find(u"a"_s, 1), std::optional(two)); // the last word counts
}

void tst_KnownHosts::whatIsKnownIsNotWrittenAgain()
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"known-hosts"_s);
    for (int i = 0; i < 3; ++i) {
        HostsInFile(path).remember(u"a"_s, 1, two);
    }
    QCOMPARE(contentOf(path), "a 1 " + QByteArray(64, '2') + " one-run\n");
}

void tst_KnownHosts::whatAuthoritiesSaidIsKept()
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"known-hosts"_s);
    const ServerKey vouched{QByteArray(64, '3'), false, true};
    HostsInFile(path).remember(u"a"_s, 1, vouched);
    QCOMPARE(contentOf(path), "a 1 " + QByteArray(64, '3') + " authority\n");
    QCOMPARE(HostsInFile(path).find(u"a"_s, 1), std::optional(vouched));
}

void tst_KnownHosts::linesThatAreNoneArePassedOver()
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"known-hosts"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a 1 " + one.fingerprint + "\n# a 1\n\na 1\na 1 \na 1 123\nb\n");
    file.close();
    QCOMPARE(HostsInFile(path).find(u"a"_s, 1), std::optional(one));
}

void tst_KnownHosts::aFileThatCannotBeWrittenIsNoLoss()
{
    const QTemporaryDir home;
    HostsInFile hosts(home.path()); // a directory
    hosts.remember(u"a"_s, 1, one);
    QCOMPARE(hosts.find(u"a"_s, 1), std::optional(one));
}

QTEST_GUILESS_MAIN(tst_KnownHosts)
#include "tst_knownhosts.moc"
