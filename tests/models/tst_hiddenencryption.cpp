#include "ui/models/hiddenencryption.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

/// What is said of a server that was encrypted and is not.
class TestHiddenEncryption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatStoppedForItIsOne();
    void itIsSaidHowOneKnowsThatItWasEncrypted();
};

void TestHiddenEncryption::onlyWhatStoppedForItIsOne()
{
    ConnectionState state;
    state.phase = Phase::Stopped;
    state.failure = ConnectFailure::HidesTls;
    QVERIFY(HiddenEncryption::isIn(state));
    state.phase = Phase::Connecting;
    QVERIFY(!HiddenEncryption::isIn(state));
    state.phase = Phase::Stopped;
    state.failure = ConnectFailure::NeedsTls;
    QVERIFY(!HiddenEncryption::isIn(state));
}

void TestHiddenEncryption::itIsSaidHowOneKnowsThatItWasEncrypted()
{
    const HiddenEncryption met({.host = u"192.168.1.20"_s});
    const HiddenEncryption invited({.host = u"192.168.1.20"_s, .fingerprint = QByteArray(32, 'a')});
    for (const HiddenEncryption &hidden : {met, invited}) {
        QVERIFY(hidden.heading().contains(u"192.168.1.20"_s));
        QVERIFY(hidden.explanation().contains(u"Nothing was sent"_s));
    }
    QVERIFY(met.explanation().contains(u"was encrypted before"_s));
    QVERIFY(invited.explanation().contains(u"The invite names the key"_s));
    QVERIFY(met.heading() != invited.heading());
}

QTEST_GUILESS_MAIN(TestHiddenEncryption)
#include "tst_hiddenencryption.moc"
