#include "server/directory.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

class TestDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreUniqueWhateverTheirCase();
    void aMemberMayChangeTheCaseOfItsName();
    void aTokenFindsItsMemberUntilItIsRemoved();
    void aSecretThatTheClientBringsIsItsToken();
    void whoComesBackAfterItWasForgottenHasTheSameId();
    void theLongestNameIsAddressed();
    void nobodyIsAddressedWithoutAText();
};

void TestDirectory::namesAreUniqueWhateverTheirCase()
{
    Directory people{Limits()};
    MemberRecord &ada = people.add(u"Ada"_s, Via::Plain);
    QVERIFY(!people.isFree(u"ADA"_s));
    QCOMPARE(people.find(ada.member.id), &ada);
    people.remove(MemberId(ada.member.id));
    QVERIFY(people.isFree(u"ada"_s));
}

void TestDirectory::aMemberMayChangeTheCaseOfItsName()
{
    Directory people{Limits()};
    MemberRecord &ada = people.add(u"ada"_s, Via::Plain);
    QVERIFY(people.isFree(u"Ada"_s, ada.member.id));
    people.rename(ada, u"Ada"_s);
    QVERIFY(!people.isFree(u"ada"_s));
    people.rename(ada, u"Bo"_s);
    QVERIFY(people.isFree(u"ada"_s));
}

void TestDirectory::aTokenFindsItsMemberUntilItIsRemoved()
{
    Directory people{Limits()};
    MemberRecord &ada = people.addNative(u"Ada"_s);
    QCOMPARE(people.findByToken(SessionToken()), nullptr);
    const SessionToken token = ada.token;
    QVERIFY(token.value().size() >= 32);
    QCOMPARE(people.findByToken(token), &ada);
    people.remove(MemberId(ada.member.id));
    QCOMPARE(people.findByToken(token), nullptr);
}

void TestDirectory::aSecretThatTheClientBringsIsItsToken()
{
    Directory people{Limits()};
    const SessionToken secret(QString(22, u'x'));
    MemberRecord &ada = people.addNative(u"Ada"_s, secret);
    QCOMPARE(people.findByToken(secret), &ada);
    MemberRecord &bo = people.addNative(u"Bo"_s, secret); // somebody else's
    QVERIFY(bo.token != secret);
    QCOMPARE(people.findByToken(secret), &ada);
    MemberRecord &cy = people.addNative(u"Cy"_s, SessionToken(QString(21, u'x'))); // too easy to guess
    QVERIFY(cy.token.value().size() >= 32);
}

void TestDirectory::whoComesBackAfterItWasForgottenHasTheSameId()
{
    Directory people{Limits()};
    const SessionToken secret(QString(22, u'x'));
    const MemberId ada = people.addNative(u"Ada"_s, secret).member.id;
    QVERIFY(!secret.value().contains(ada.value()));
    people.remove(MemberId(ada));
    QCOMPARE(people.addNative(u"Ada L."_s, secret).member.id, ada);
}

void TestDirectory::theLongestNameIsAddressed()
{
    Directory people{Limits()};
    MemberRecord &ada = people.add(u"Ada"_s, Via::Plain);
    MemberRecord &lovelace = people.add(u"Ada Lovelace"_s, Via::Plain);
    auto addressed = people.splitAddress(u"ada lovelace is here"_s);
    QVERIFY(addressed);
    QCOMPARE(addressed->to, &lovelace);
    QCOMPARE(addressed->text, u"is here"_s);
    addressed = people.splitAddress(u"Ada Love is here"_s);
    QVERIFY(addressed);
    QCOMPARE(addressed->to, &ada);
    QCOMPARE(addressed->text, u"Love is here"_s);
}

void TestDirectory::nobodyIsAddressedWithoutAText()
{
    Directory people{Limits()};
    people.add(u"Ada"_s, Via::Plain);
    QVERIFY(!people.splitAddress(u"Ada"_s));
    QVERIFY(!people.splitAddress(u"Bo hello"_s));
    QVERIFY(!people.splitAddress(QString(100'000, u' ')));
}

QTEST_GUILESS_MAIN(TestDirectory)
#include "tst_directory.moc"
