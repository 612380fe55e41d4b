#include "server/presencesummary.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;
using What = PresenceSummary::What;

namespace {

Member member(const QString &id, const QString &name = {})
{
    Member result;
    result.id = MemberId(id);
    result.name = name.isEmpty() ? id : name;
    return result;
}

/// What somebody is told who has been there since `reader`.
QList<std::pair<What, QString>> told(const QList<PresenceSummary::Change> &changes,
                                     PresenceSummary::Moment reader = 0)
{
    QList<std::pair<What, QString>> result;
    for (const auto &change : changes) {
        if (change.concerns(reader))
            result.append({change.what, change.member.name});
    }
    return result;
}

using Told = QList<std::pair<What, QString>>;

} // namespace

class TestPresenceSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoComesAndGoesInOneTurnWasNeverThere();
    void whoGoesAndComesBackHasAtMostChanged();
    void aRenameBeforeTheAnnouncementNeedsNoNotice();
    void twoRenamesAreOne();
    void whoLeavesAfterARenameLeavesUnderTheNameThatIsKnown();
    void whoEntersIsNotToldWhatItsListHolds();
    void whoEntersIsToldOfThoseWhomItsListHoldsAndWhoLeft();
    void takingEmptiesIt();
};

void TestPresenceSummary::whoComesAndGoesInOneTurnWasNeverThere()
{
    PresenceSummary summary;
    summary.joined(member(u"ada"_s));
    summary.left(member(u"ada"_s));
    QCOMPARE(told(summary.take()), Told());
}

void TestPresenceSummary::whoGoesAndComesBackHasAtMostChanged()
{
    PresenceSummary summary;
    summary.left(member(u"ada"_s));
    summary.joined(member(u"ada"_s));
    const auto changes = summary.take();
    QCOMPARE(told(changes), Told({{What::Changed, u"ada"_s}}));
    QCOMPARE(changes.first().nameBefore, u"ada"_s);
}

void TestPresenceSummary::aRenameBeforeTheAnnouncementNeedsNoNotice()
{
    PresenceSummary summary;
    summary.joined(member(u"1"_s, u"guest-1"_s));
    summary.changed(member(u"1"_s, u"Ada"_s), u"guest-1"_s);
    QCOMPARE(told(summary.take()), Told({{What::Joined, u"Ada"_s}}));
}

void TestPresenceSummary::twoRenamesAreOne()
{
    PresenceSummary summary;
    summary.changed(member(u"1"_s, u"B"_s), u"A"_s);
    summary.changed(member(u"1"_s, u"C"_s), u"B"_s);
    const auto changes = summary.take();
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().nameBefore, u"A"_s);
    QCOMPARE(changes.first().member.name, u"C"_s);
}

void TestPresenceSummary::whoLeavesAfterARenameLeavesUnderTheNameThatIsKnown()
{
    PresenceSummary summary;
    summary.changed(member(u"1"_s, u"B"_s), u"A"_s);
    summary.left(member(u"1"_s, u"B"_s));
    QCOMPARE(told(summary.take()), Told({{What::Left, u"A"_s}}));
}

void TestPresenceSummary::whoEntersIsNotToldWhatItsListHolds()
{
    PresenceSummary summary;
    summary.joined(member(u"ada"_s));
    summary.joined(member(u"bo"_s));
    summary.joined(member(u"cy"_s));
    const auto changes = summary.take();
    QCOMPARE(told(changes).size(), 3);
    QCOMPARE(told(changes, changes[1].entered), Told({{What::Joined, u"cy"_s}}));
}

void TestPresenceSummary::whoEntersIsToldOfThoseWhomItsListHoldsAndWhoLeft()
{
    PresenceSummary summary;
    summary.joined(member(u"ada"_s));
    summary.joined(member(u"bo"_s));
    summary.left(member(u"ada"_s));
    const auto changes = summary.take();
    QCOMPARE(told(changes), Told({{What::Joined, u"bo"_s}}));
    QCOMPARE(told(changes, changes[0].entered), Told({{What::Left, u"ada"_s}}));
}

void TestPresenceSummary::takingEmptiesIt()
{
    PresenceSummary summary;
    summary.left(member(u"ada"_s));
    QVERIFY(summary.mentions(MemberId(u"ada"_s)));
    QCOMPARE(summary.take().size(), 1);
    QVERIFY(summary.isEmpty());
    QVERIFY(summary.take().isEmpty());
}

QTEST_GUILESS_MAIN(TestPresenceSummary)
#include "tst_presencesummary.moc"
