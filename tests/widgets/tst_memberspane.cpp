#include "ui/models/memberlistmodel.h"
#include "ui/widgets/memberlistview.h"
#include "ui/widgets/memberspane.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestMembersPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aShortListHasNoLine();
    void whatNobodySeesHasNoButton();
    void typingLeavesThoseWhoAreCalledThat();
    void nobodyIsSaidInWords();
    void downLeadsToTheFirst();
    void escapeShowsEverybodyAgain();
    void anotherRoomStartsUnfiltered();
    void theLineStaysWhileItFilters();

private:
    static void fill(MemberListModel &model, int count);
    QLineEdit *line() const { return m_pane->findChild<QLineEdit *>(); }

    std::unique_ptr<MemberListModel> m_model;
    std::unique_ptr<MembersPane> m_pane;
};

void TestMembersPane::fill(MemberListModel &model, int count)
{
    QList<Member> members;
    for (int number = 0; number < count; ++number)
        members.append({MemberId(u"id-%1"_s.arg(number)), u"Person %1"_s.arg(number)});
    model.setMembers(members, count);
}

void TestMembersPane::init()
{
    m_pane = std::make_unique<MembersPane>();
    m_model = std::make_unique<MemberListModel>();
    fill(*m_model, 30);
    m_pane->setModel(m_model.get());
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void TestMembersPane::aShortListHasNoLine()
{
    QVERIFY(line()->isVisible());
    fill(*m_model, MembersPane::longList);
    QVERIFY(!line()->isVisible());
}

void TestMembersPane::whatNobodySeesHasNoButton()
{
    QVERIFY(line()->isClearButtonEnabled());
    const MembersPane unused;
    QVERIFY2(!unused.findChild<QLineEdit *>()->isClearButtonEnabled(),
             "its picture takes a tenth of a start");
}

void TestMembersPane::typingLeavesThoseWhoAreCalledThat()
{
    QTest::keyClicks(line(), u"n 2"_s);
    QCOMPARE(m_model->rowCount(), 11); // 2, 20 to 29
    QTest::keyClick(line(), Qt::Key_Backspace);
    QTest::keyClick(line(), Qt::Key_Backspace);
    QCOMPARE(m_model->rowCount(), 30);
}

void TestMembersPane::nobodyIsSaidInWords()
{
    const auto *words = m_pane->findChild<QLabel *>();
    QVERIFY(!words->isVisible());
    QTest::keyClicks(line(), u"zz"_s);
    QVERIFY(words->isVisible());
    QTest::keyClick(line(), Qt::Key_Escape);
    QVERIFY(!words->isVisible());
}

void TestMembersPane::downLeadsToTheFirst()
{
    line()->setFocus();
    QTest::keyClicks(line(), u"29"_s);
    QTest::keyClick(line(), Qt::Key_Down);
    QVERIFY(m_pane->list()->hasFocus());
    QCOMPARE(m_pane->list()->currentIndex().data().toString(), u"Person 29"_s);
}

void TestMembersPane::escapeShowsEverybodyAgain()
{
    line()->setFocus();
    QTest::keyClicks(line(), u"29"_s);
    QTest::keyClick(line(), Qt::Key_Escape);
    QCOMPARE(m_model->rowCount(), 30);
    QVERIFY(m_pane->list()->hasFocus());
}

void TestMembersPane::anotherRoomStartsUnfiltered()
{
    MemberListModel other;
    fill(other, 40);
    QTest::keyClicks(line(), u"29"_s);
    m_pane->setModel(&other);
    QCOMPARE(m_model->rowCount(), 30);
    QCOMPARE(other.rowCount(), 40);
    QVERIFY(line()->text().isEmpty());
    m_pane->setModel(nullptr);
    QVERIFY(!line()->isVisible());
}

void TestMembersPane::theLineStaysWhileItFilters()
{
    QTest::keyClicks(line(), u"1"_s);
    fill(*m_model, 3);
    QVERIFY(line()->isVisible()); // or the rest could not be seen again
    line()->clear();
    QVERIFY(!line()->isVisible());
    QCOMPARE(m_model->rowCount(), 3);
}

QTEST_MAIN(TestMembersPane)
#include "tst_memberspane.moc"
