#include "server/admission.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;
using Verdict = Admission::Verdict;

namespace {

Limits small()
{
    Limits limits;
    limits.maxConnections = 3;
    limits.maxPerAddress = 2;
    return limits;
}

const QHostAddress ada(u"192.0.2.1"_s);
const QHostAddress adaMapped(u"::ffff:192.0.2.1"_s);
const QHostAddress bo(u"192.0.2.2"_s);

} // namespace

class TestAdmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAddressGetsNoMoreThanItsShare();
    void anAddressIsTheSameOverBothFamilies();
    void aNetworkGetsNoMoreThanItsShare();
    void linkLocalAddressesAreNoNetwork();
    void anAddressOfAnotherLinkIsAnother();
    void thisComputerIsBoundByTheTotalOnly();
    void whoLeavesMakesRoom();
    void onlySoManyAreToldAtOnce();
};

void TestAdmission::oneAddressGetsNoMoreThanItsShare()
{
    Admission admission(small());
    QCOMPARE(admission.arrived(ada), Verdict::Admit);
    QCOMPARE(admission.arrived(ada), Verdict::Admit);
    QCOMPARE(admission.arrived(ada), Verdict::Refuse);
    QCOMPARE(admission.arrived(bo), Verdict::Admit);
    QCOMPARE(admission.arrived(bo), Verdict::Refuse);
}

void TestAdmission::anAddressIsTheSameOverBothFamilies()
{
    Admission admission(small());
    QCOMPARE(admission.arrived(ada), Verdict::Admit);
    QCOMPARE(admission.arrived(adaMapped), Verdict::Admit);
    QCOMPARE(admission.arrived(ada), Verdict::Refuse);
}

void TestAdmission::aNetworkGetsNoMoreThanItsShare()
{
    Limits limits;
    limits.maxConnections = 100;
    limits.maxPerAddress = 2;
    Admission admission(limits);
    const auto address = [](int host) { return QHostAddress(u"2001:db8::%1"_s.arg(host)); };
    for (int host = 1; host <= 2 * Admission::addressesOfNetwork; ++host)
        QCOMPARE(admission.arrived(address(host)), Verdict::Admit);
    QCOMPARE(admission.arrived(address(99)), Verdict::Refuse);
    QCOMPARE(admission.arrived(QHostAddress(u"2001:db8:0:1::1"_s)), Verdict::Admit);
    admission.left(address(1));
    QCOMPARE(admission.arrived(address(99)), Verdict::Admit);
    for (int host = 1; host < 250; host += 3)
        admission.arrived(QHostAddress(u"192.0.2.%1"_s.arg(host)));
    QCOMPARE(admission.arrived(ada), Verdict::Admit); // IPv4 has no such networks
}

/// Of these a person has one, and everybody on the link one beside it.
void TestAdmission::linkLocalAddressesAreNoNetwork()
{
    Limits limits;
    limits.maxPerAddress = 2;
    Admission admission(limits);
    for (int host = 1; host <= 3 * Admission::addressesOfNetwork; ++host) {
        const QHostAddress address(u"fe80::%1%eth0"_s.arg(host));
        QCOMPARE(admission.arrived(address), Verdict::Admit);
        QCOMPARE(admission.arrived(address), Verdict::Admit);
        QCOMPARE(admission.arrived(address), Verdict::Refuse);
    }
}

void TestAdmission::anAddressOfAnotherLinkIsAnother()
{
    Limits limits;
    limits.maxPerAddress = 1;
    Admission admission(limits);
    const QHostAddress here(u"fe80::1%1"_s);
    const QHostAddress there(u"fe80::1%2"_s);
    QCOMPARE(admission.arrived(here), Verdict::Admit);
    QCOMPARE(admission.arrived(here), Verdict::Refuse);
    QCOMPARE(admission.arrived(there), Verdict::Admit);
    admission.left(here);
    QCOMPARE(admission.arrived(there), Verdict::Refuse);
    QCOMPARE(admission.arrived(here), Verdict::Admit);
}

void TestAdmission::thisComputerIsBoundByTheTotalOnly()
{
    Admission admission(small());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(admission.arrived(QHostAddress(u"127.0.0.1"_s)), Verdict::Admit);
    QCOMPARE(admission.arrived(QHostAddress(u"127.0.0.1"_s)), Verdict::Refuse);
}

void TestAdmission::whoLeavesMakesRoom()
{
    Admission admission(small());
    QCOMPARE(admission.arrived(ada), Verdict::Admit);
    QCOMPARE(admission.arrived(ada), Verdict::Admit);
    admission.left(adaMapped);
    QCOMPARE(admission.arrived(ada), Verdict::Admit);
    QCOMPARE(admission.arrived(ada), Verdict::Refuse);
}

void TestAdmission::onlySoManyAreToldAtOnce()
{
    Admission admission(small());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(admission.arrived(QHostAddress::LocalHost), Verdict::Admit);
    for (int i = 0; i < Admission::maxRefusals; ++i)
        QCOMPARE(admission.arrived(bo), Verdict::Refuse);
    QCOMPARE(admission.arrived(bo), Verdict::RefuseAtOnce);
    admission.refusalEnded();
    QCOMPARE(admission.arrived(bo), Verdict::Refuse);
}

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
