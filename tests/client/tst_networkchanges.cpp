#include "tests/client/ownnetwork.h"
#include "ui/client/networkchanges.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestNetworkChanges : public QObject
{
    Q_OBJECT

public:
    explicit TestNetworkChanges(bool alone) : m_alone(alone) {}

private Q_SLOTS:
    void whatStaysIsNothing();
    void anotherOrderIsNothing();
    void anotherAddressIsAChange();
    void theSystemTellsOfANetworkThatComesAndGoes();

private:
    bool m_alone;
};

void TestNetworkChanges::whatStaysIsNothing()
{
    NetworkChanges changes;
    QSignalSpy changed(&changes, &NetworkChanges::changed);
    changes.look();
    QCOMPARE(changed.count(), 0);
}

void TestNetworkChanges::anotherOrderIsNothing()
{
    QStringList networks{u"eth0"_s, u"eth0 192.0.2.5"_s, u"lo"_s};
    NetworkChanges changes(nullptr, [&networks] { return networks; });
    QSignalSpy changed(&changes, &NetworkChanges::changed);
    networks.swapItemsAt(0, 2);
    changes.look();
    QCOMPARE(changed.count(), 0);
}

void TestNetworkChanges::anotherAddressIsAChange()
{
    QStringList networks{u"eth0"_s, u"eth0 192.0.2.5"_s};
    NetworkChanges changes(nullptr, [&networks] { return networks; });
    QSignalSpy changed(&changes, &NetworkChanges::changed);
    networks.last() = u"eth0 192.0.2.6"_s;
    changes.look();
    QCOMPARE(changed.count(), 1);
    changes.look();
    QCOMPARE(changed.count(), 1);
}

void TestNetworkChanges::theSystemTellsOfANetworkThatComesAndGoes()
{
    if (!m_alone)
        QSKIP("this system gives a test no network of its own");
    NetworkChanges changes;
    QVERIFY(changes.isTold());
    QSignalSpy changed(&changes, &NetworkChanges::changed);
    QVERIFY(setLoopbackUp(true));
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(setLoopbackUp(false));
    QTRY_COMPARE(changed.count(), 2);
}

int main(int argc, char **argv)
{
    const bool alone = enterOwnNetwork();
    const QCoreApplication application(argc, argv);
    TestNetworkChanges test(alone);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_networkchanges.moc"
