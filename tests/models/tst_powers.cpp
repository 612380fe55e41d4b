#include "tests/models/roomevents.h"
#include "ui/models/powers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestPowers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHasNoRoleMayDoNothing();
    void aModeratorMayDoItToThoseWithoutARole();
    void theOwnerMayDoItToAllOthers();
    void onlyWhoShowedAKeyCanBecomeAModerator();
    void nobodyDoesAnythingToThemselves();

private:
    static Member person(const QString &name, Role role, bool verified = true)
    {
        Member member = sample::member(name);
        member.role = role;
        member.verified = verified;
        return member;
    }

    const Member m_owner = person(u"Ada"_s, Role::Owner);
    const Member m_moderator = person(u"Mo"_s, Role::Moderator);
    const Member m_other = person(u"Bo"_s, Role::None);
};

void TestPowers::whoHasNoRoleMayDoNothing()
{
    for (const Member &one : {m_owner, m_moderator, person(u"Cy"_s, Role::None)}) {
        QCOMPARE(powersOver(m_other, one), Powers());
    }
}

void TestPowers::aModeratorMayDoItToThoseWithoutARole()
{
    QCOMPARE(powersOver(m_moderator, m_other), (Powers{true, false, false}));
    QCOMPARE(powersOver(m_moderator, m_owner), Powers());
    QCOMPARE(powersOver(m_moderator, person(u"Di"_s, Role::Moderator)), Powers());
}

void TestPowers::theOwnerMayDoItToAllOthers()
{
    QCOMPARE(powersOver(m_owner, m_other), (Powers{true, true, false}));
    QCOMPARE(powersOver(m_owner, m_moderator), (Powers{true, false, true}));
}

void TestPowers::onlyWhoShowedAKeyCanBecomeAModerator()
{
    QCOMPARE(powersOver(m_owner, person(u"guest"_s, Role::None, false)), (Powers{true, false, false}));
}

void TestPowers::nobodyDoesAnythingToThemselves()
{
    QCOMPARE(powersOver(m_owner, m_owner), Powers());
    Member self = m_moderator;
    self.role = Role::None;
    QCOMPARE(powersOver(m_moderator, self), Powers());
}

QTEST_GUILESS_MAIN(TestPowers)
#include "tst_powers.moc"
