#include "ui/models/memberlistmodel.h"
#include "ui/models/nameorder.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

Member person(const QString &name, Via via = Via::Native, MemberState state = MemberState::Here)
{
    return {MemberId(u"id-"_s + name), name, via, true, state};
}

} // namespace

class TestMemberListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsHereComesFirstThenByName();
    void headingsStandOnTheFirstOfEachSection();
    void tagsSayHowSomebodyIsHere();
    void rolesAndMutesAreSaidInWords();
    void presenceInsertsAndRemovesOneByOne();
    void whoGoesAwayMovesAndStaysSelected();
    void aRenamedMemberMovesToItsPlace();
    void theListAfterARejoinKeepsWhoIsStillThere();
    void theFilterHidesAndShows();
    void whoIsSelectedStaysSoWhileManyComeAndGo();
    void aPageThatNamesAMemberTwiceTakesTheLast();
    void whoIsHiddenCanChangeAndLeave();
    void randomChangesKeepTheOrder();
    void aScreenReaderHearsTagsAndState();
    void whoIsNotEncryptedIsMarkedInWords();

private:
    static QStringList names(const MemberListModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row) {
            names.append(model.index(row).data().toString());
        }
        return names;
    }
};

void TestMemberListModel::whoIsHereComesFirstThenByName()
{
    MemberListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMembers({person(u"wojtek"_s), person(u"Bora"_s, Via::Native, MemberState::Away),
                      person(u"Li Mei"_s), person(u"Ada"_s)},
                     4);
    QCOMPARE(names(model), QStringList({u"Ada"_s, u"Li Mei"_s, u"wojtek"_s, u"Bora"_s}));
    QCOMPARE(model.total(), 4);
    QVERIFY(model.index(3).data(MemberListModel::AwayRole).toBool());
}

void TestMemberListModel::headingsStandOnTheFirstOfEachSection()
{
    MemberListModel model;
    model.setMembers({person(u"Ada"_s), person(u"Bo"_s), person(u"Cy"_s, Via::Native, MemberState::Away)}, 3);
    QCOMPARE(model.index(0).data(MemberListModel::SectionTitleRole).toString(), u"Here — 2"_s);
    QCOMPARE(model.index(1).data(MemberListModel::SectionTitleRole).toString(), QString());
    QCOMPARE(model.index(2).data(MemberListModel::SectionTitleRole).toString(), u"Away — 1"_s);
    model.apply({{}, {}, {MemberId(u"id-Ada"_s), MemberId(u"id-Bo"_s)}, {}, 1});
    QCOMPARE(model.index(0).data(MemberListModel::SectionTitleRole).toString(), u"Away — 1"_s);
}

void TestMemberListModel::tagsSayHowSomebodyIsHere()
{
    MemberListModel model;
    model.setMembers({person(u"1"_s), person(u"2"_s, Via::Plain), person(u"3"_s, Via::Line),
                      person(u"4"_s, Via::Irc), person(u"5"_s, Via::Web)},
                     5);
    model.setHost(MemberId(u"id-1"_s));
    QList<QStringList> tags;
    for (int row = 0; row < model.rowCount(); ++row) {
        tags.append(model.index(row).data(MemberListModel::TagsRole).toStringList());
    }
    QCOMPARE(tags, QList<QStringList>({{u"host"_s}, {u"cli"_s}, {u"cli"_s}, {u"irc"_s}, {u"web"_s}}));
}

void TestMemberListModel::rolesAndMutesAreSaidInWords()
{
    MemberListModel model;
    Member owner = person(u"Ada"_s);
    owner.role = Role::Owner;
    Member moderator = person(u"Bo"_s);
    moderator.role = Role::Moderator;
    Member muted = person(u"Cy"_s, Via::Line);
    muted.muted = true;
    model.setMembers({owner, moderator, muted}, 3);
    model.setHost(owner.id);
    QCOMPARE(model.index(0).data(MemberListModel::TagsRole).toStringList(), QStringList{u"owner"_s});
    QCOMPARE(model.index(1).data(MemberListModel::TagsRole).toStringList(), QStringList{u"moderator"_s});
    QCOMPARE(model.index(2).data(MemberListModel::TagsRole).toStringList(),
             QStringList({u"muted"_s, u"cli"_s}));
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"Bo, not verified, moderator"_s);
}

void TestMemberListModel::presenceInsertsAndRemovesOneByOne()
{
    MemberListModel model;
    model.setMembers({person(u"Ada"_s), person(u"Cy"_s)}, 2);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy total(&model, &MemberListModel::totalChanged);
    model.apply({{}, {person(u"Bo"_s)}, {MemberId(u"id-Cy"_s), MemberId(u"unknown"_s)}, {}, 2});
    model.apply({{}, {person(u"Di"_s)}, {}, {}, 3});
    QCOMPARE(names(model), QStringList({u"Ada"_s, u"Bo"_s, u"Di"_s}));
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(total.count(), 1);
}

void TestMemberListModel::whoGoesAwayMovesAndStaysSelected()
{
    MemberListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMembers({person(u"Ada"_s), person(u"Bo"_s), person(u"Cy"_s)}, 3);
    const QPersistentModelIndex ada(model.index(0));
    model.apply({{}, {}, {}, {person(u"Ada"_s, Via::Native, MemberState::Away)}, 3});
    QCOMPARE(ada.row(), 2);
    QCOMPARE(ada.data().toString(), u"Ada"_s);
    model.apply({{}, {}, {}, {person(u"Ada"_s)}, 3});
    QCOMPARE(ada.row(), 0);
}

void TestMemberListModel::aRenamedMemberMovesToItsPlace()
{
    MemberListModel model;
    model.setMembers({person(u"Ada"_s), person(u"Bo"_s), person(u"Cy"_s)}, 3);
    Member renamed = person(u"Ada"_s);
    renamed.name = u"Zoe"_s;
    model.apply({{}, {}, {}, {renamed}, 3});
    QCOMPARE(names(model), QStringList({u"Bo"_s, u"Cy"_s, u"Zoe"_s}));
    QCOMPARE(model.rowOf(MemberId(u"id-Ada"_s)), 2);
    QCOMPARE(model.names(), names(model));
}

void TestMemberListModel::theListAfterARejoinKeepsWhoIsStillThere()
{
    MemberListModel model;
    model.setMembers({person(u"Ada"_s), person(u"Bo"_s), person(u"Cy"_s)}, 3);
    const QPersistentModelIndex bo(model.index(1));
    const QPersistentModelIndex cy(model.index(2));
    model.setMembers({person(u"Bo"_s), person(u"Al"_s)}, 2);
    QCOMPARE(names(model), QStringList({u"Al"_s, u"Bo"_s}));
    QVERIFY(bo.isValid());
    QVERIFY(!cy.isValid());
}

void TestMemberListModel::theFilterHidesAndShows()
{
    MemberListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMembers({person(u"Ada"_s), person(u"Adam"_s), person(u"Bo"_s)}, 3);
    model.setFilter(u" aDA "_s);
    QCOMPARE(names(model), QStringList({u"Ada"_s, u"Adam"_s}));
    QCOMPARE(model.total(), 3);
    model.setFilter({});
    QCOMPARE(names(model), QStringList({u"Ada"_s, u"Adam"_s, u"Bo"_s}));
}

void TestMemberListModel::whoIsSelectedStaysSoWhileManyComeAndGo()
{
    MemberListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QList<Member> people;
    for (int number = 0; number < 300; ++number)
        people.append(person(u"N%1"_s.arg(number)));
    model.addMembers(people.mid(100));
    const QPersistentModelIndex chosen = model.index(model.rowOf(MemberId(u"id-N150"_s)));
    const auto isChosen = [&] {
        return chosen.isValid() && chosen.data(MemberListModel::NameRole).toString() == u"N150"_s;
    };
    model.addMembers(people.first(200)); // half of them are known
    QCOMPARE(model.rowCount(), 300);
    QVERIFY(isChosen());
    model.setFilter(u"15"_s);
    QCOMPARE(model.rowCount(), 13); // 15, 115, 150 to 159, 215
    QVERIFY(isChosen());
    model.setFilter({});
    QCOMPARE(model.rowCount(), 300);
    QVERIFY(isChosen());
    const QStringList all = names(model);
    QVERIFY(std::is_sorted(all.begin(), all.end(), nameOrder()));
    QCOMPARE(resets.count(), 0);
    model.setFilter(u"N2"_s);
    QVERIFY(!chosen.isValid());
}

void TestMemberListModel::aPageThatNamesAMemberTwiceTakesTheLast()
{
    MemberListModel model;
    QList<Member> people;
    for (int number = 0; number < 100; ++number)
        people.append(person(u"N%1"_s.arg(number)));
    Member again = people.first();
    people.append(again);
    again.state = MemberState::Away;
    people.append(again);
    model.addMembers(people);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.rowOf(again.id), 99);
    again.state = MemberState::Here;
    people.append(again);
    model.addMembers(people);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.rowOf(again.id), 0);
}

void TestMemberListModel::whoIsHiddenCanChangeAndLeave()
{
    MemberListModel model;
    model.setMembers({person(u"Ada"_s), person(u"Bo"_s), person(u"Cy"_s)}, 3);
    model.setFilter(u"ada"_s);
    Member renamed = person(u"Bo"_s);
    renamed.name = u"Adabo"_s;
    model.apply({{}, {}, {MemberId(u"id-Cy"_s)}, {renamed}, 2});
    QCOMPARE(names(model), QStringList({u"Ada"_s, u"Adabo"_s}));
    renamed.name = u"Bo"_s;
    model.apply({{}, {}, {}, {renamed}, 2});
    QCOMPARE(names(model), QStringList({u"Ada"_s}));
    model.setFilter({});
    QCOMPARE(names(model), QStringList({u"Ada"_s, u"Bo"_s}));
}

void TestMemberListModel::randomChangesKeepTheOrder()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    MemberListModel model;
    QSet<QString> expected;
    for (int step = 0; step < 5000; ++step) {
        const QString id = QString::number(random.bounded(60));
        Member member{MemberId(id), u"N%1"_s.arg(random.bounded(30))};
        member.state = random.bounded(3) == 0 ? MemberState::Away : MemberState::Here;
        if (random.bounded(3) == 0) {
            expected.remove(id);
            model.apply({{}, {}, {member.id}, {}, int(expected.size())});
        } else {
            expected.insert(id);
            model.apply({{}, {member}, {}, {}, int(expected.size())});
        }
    }
    QCOMPARE(model.rowCount(), expected.size());
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        QCOMPARE(model.rowOf(MemberId(index.data(MemberListModel::IdRole).toString())), row);
        if (row > 0) {
            const QModelIndex above = model.index(row - 1);
            QVERIFY(above.data(MemberListModel::AwayRole).toBool() <=
                    index.data(MemberListModel::AwayRole).toBool());
        }
    }
}

void TestMemberListModel::aScreenReaderHearsTagsAndState()
{
    MemberListModel model;
    model.setMembers({person(u"Ada"_s), person(u"nc"_s, Via::Line, MemberState::Away)}, 2);
    model.setHost(MemberId(u"id-Ada"_s));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Ada, not verified, host"_s);
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"nc, not verified, cli, away"_s);
}

void TestMemberListModel::whoIsNotEncryptedIsMarkedInWords()
{
    MemberListModel model;
    Member clear = person(u"Bo"_s, Via::Line);
    clear.tls = false;
    model.setMembers({person(u"Ada"_s), clear}, 2);
    QVERIFY(model.index(0).data(MemberListModel::EncryptedRole).toBool());
    QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(u"encrypted"_s));
    QVERIFY(!model.index(1).data(MemberListModel::EncryptedRole).toBool());
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(),
             u"Bo, not verified, not encrypted, cli"_s);
    QVERIFY(model.index(1).data(Qt::ToolTipRole).toString().contains(u"not encrypted"_s));
    QCOMPARE(model.inClear(), 1);
}

QTEST_GUILESS_MAIN(TestMemberListModel)
#include "tst_memberlistmodel.moc"
