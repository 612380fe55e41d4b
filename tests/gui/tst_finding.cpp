#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/widgets/promptdialog.h"
#include "ui/widgets/roomlistview.h"
#include "ui/widgets/switcherdialog.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {
constexpr int patience = 15'000; // ms
}

/// Getting from room to room without a mouse.
class TestFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theSwitcherLeadsToARoom();
    void theSwitcherFindsPeopleByPinyin();
    void theSwitcherTakesActions();
    void escapeLeavesEverythingAsItWas();
    void backAndForwardLeadThroughTheRooms();
    void theControlKeyHeldLeadsToTheLastRooms();
    void whatWasPutAwayStaysSoInTheNextWindow();
    void whatWasSaidIsFoundAndEscapeLeadsBack();
    void aResultOfAllRoomsIsShownInItsRoom();
    void whatIsWrongWithASearchIsSaid();

private:
    void makeRoom(const QString &name);
    void switchTo(const QString &query);
    QString title() { return m_ada->driver().window().windowTitle(); }

    std::unique_ptr<Host> m_ada;
};

void TestFinding::init()
{
    m_ada = std::make_unique<Host>();
    m_ada->openRoom();
}

void TestFinding::cleanup()
{
    m_ada.reset();
}

void TestFinding::makeRoom(const QString &name)
{
    const WindowDriver ada = m_ada->driver();
    ada.choose(u"New Room…"_s);
    QTRY_VERIFY(ada.find<PromptDialog>());
    QTest::keyClicks(ada.find<PromptDialog>()->findChild<QLineEdit *>(), name);
    QTest::keyClick(ada.find<PromptDialog>(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(name), patience);
}

void TestFinding::switchTo(const QString &query)
{
    const WindowDriver ada = m_ada->driver();
    ada.choose(u"Go To…"_s);
    QTRY_VERIFY(ada.find<SwitcherDialog>());
    auto *field = ada.find<QLineEdit>(u"Go to"_s);
    QTest::keyClicks(field, query);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!ada.find<SwitcherDialog>());
}

void TestFinding::theSwitcherLeadsToARoom()
{
    makeRoom(u"garden"_s);
    switchTo(u"lou"_s);
    QTRY_VERIFY(title().startsWith(u"Lounge"_s));
    switchTo(u"gar"_s);
    QTRY_VERIFY(title().startsWith(u"garden"_s));
}

void TestFinding::theSwitcherFindsPeopleByPinyin()
{
    Guest zhang(u"张三"_s);
    zhang.join(m_ada->port());
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->driver().members().size(), 2, patience);
    switchTo(u"zhangs"_s);
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(u"张三"_s), patience);
}

void TestFinding::theSwitcherTakesActions()
{
    const int before = m_ada->program().preferences().textScale();
    switchTo(u"larger"_s);
    QTRY_COMPARE(m_ada->program().preferences().textScale(), before + 10);
}

void TestFinding::escapeLeavesEverythingAsItWas()
{
    const WindowDriver ada = m_ada->driver();
    const QString before = title();
    ada.choose(u"Go To…"_s);
    QTRY_VERIFY(ada.find<SwitcherDialog>());
    QTest::keyClick(ada.find<QLineEdit>(u"Go to"_s), Qt::Key_Escape);
    QTRY_VERIFY(!ada.find<SwitcherDialog>());
    QCOMPARE(title(), before);
}

void TestFinding::backAndForwardLeadThroughTheRooms()
{
    makeRoom(u"garden"_s);
    makeRoom(u"kitchen"_s);
    m_ada->driver().choose(u"Back"_s);
    QTRY_VERIFY(title().startsWith(u"garden"_s));
    m_ada->driver().choose(u"Back"_s);
    QTRY_VERIFY(title().startsWith(u"Lounge"_s));
    m_ada->driver().choose(u"Forward"_s);
    QTRY_VERIFY(title().startsWith(u"garden"_s));
}

void TestFinding::theControlKeyHeldLeadsToTheLastRooms()
{
    makeRoom(u"garden"_s);
    makeRoom(u"kitchen"_s);
    MainWindow &window = m_ada->driver().window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QWindow *keys = window.windowHandle();
    const auto tab = [keys] { QTest::keyPress(keys, Qt::Key_Tab, Qt::ControlModifier); };
    const auto letGo = [keys] { QTest::keyRelease(keys, Qt::Key_Control); };
    tab();
    QTRY_VERIFY(title().startsWith(u"garden"_s));
    letGo();
    tab();
    QTRY_VERIFY(title().startsWith(u"kitchen"_s));
    tab();
    QTRY_VERIFY(title().startsWith(u"Lounge"_s));
    tab();
    QTRY_VERIFY(title().startsWith(u"garden"_s)); // once round
    tab();
    tab();
    QTRY_VERIFY(title().startsWith(u"Lounge"_s));
    letGo();
    tab();
    QTRY_VERIFY(title().startsWith(u"garden"_s));
    letGo();
}

void TestFinding::whatWasPutAwayStaysSoInTheNextWindow()
{
    makeRoom(u"garden"_s);
    auto *list = m_ada->driver().find<RoomListView>();
    QTest::keyClick(list, Qt::Key_Left);
    QVERIFY(list->isRowHidden(1));
    m_ada->program().preferences().setLanguage(LanguageChoice::Chinese); // the window is made anew
    QTRY_VERIFY(m_ada->driver().action(u"切换到…"_s) || !m_ada->driver().action(u"Go To…"_s));
    list = m_ada->driver().find<RoomListView>();
    QVERIFY(list);
    QVERIFY(list->isRowHidden(1));
    m_ada->program().preferences().setLanguage(LanguageChoice::English);
    QTRY_VERIFY(m_ada->driver().action(u"Go To…"_s));
}

void TestFinding::whatWasSaidIsFoundAndEscapeLeadsBack()
{
    const WindowDriver ada = m_ada->driver();
    for (const QString &text : {u"the old cat"_s, u"a dog"_s, u"Ｃât again"_s})
        ada.say(text);
    QTRY_COMPARE_WITH_TIMEOUT(ada.messages().size(), 3, patience);
    ada.choose(u"Find in Conversation…"_s);
    auto *field = ada.find<QLineEdit>(u"Find in this conversation"_s);
    QVERIFY(field);
    QTest::keyClicks(field, u"cat"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ada.shows(u"1 of 2"_s), patience);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(ada.shows(u"2 of 2"_s));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(ada.shows(u"1 of 2"_s));
    ada.choose(u"Find Next"_s);
    QTRY_VERIFY(ada.shows(u"2 of 2"_s));
    QTest::keyClicks(field, u"fish"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ada.shows(u"Not found"_s), patience);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!ada.find<QLineEdit>(u"Find in this conversation"_s));
}

void TestFinding::aResultOfAllRoomsIsShownInItsRoom()
{
    const WindowDriver ada = m_ada->driver();
    ada.say(u"a cat in the lounge"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.messages().size(), 1, patience);
    makeRoom(u"garden"_s);
    ada.choose(u"Search All Rooms…"_s);
    auto *field = ada.find<QLineEdit>(u"Search all rooms for"_s);
    QVERIFY(field);
    QTest::keyClicks(field, u"CAT from:a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ada.shows(u"1 found."_s), patience);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(title().startsWith(u"Lounge"_s));
    QVERIFY(!ada.find<QLineEdit>(u"Search all rooms for"_s));
}

void TestFinding::whatIsWrongWithASearchIsSaid()
{
    const WindowDriver ada = m_ada->driver();
    ada.choose(u"Search All Rooms…"_s);
    auto *field = ada.find<QLineEdit>(u"Search all rooms for"_s);
    QVERIFY(field);
    QTest::keyClicks(field, u"x after:monday"_s);
    QTRY_VERIFY(ada.shows(u"“monday” is no day."_s));
    field->clear();
    QTest::keyClicks(field, u"fish in:cellar"_s);
    QTRY_VERIFY(ada.shows(u"You are in no room that is called “cellar”."_s));
    field->clear();
    QTest::keyClicks(field, u"fish"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ada.shows(u"Nothing found in 1 room"_s), patience);
}

QTEST_MAIN(TestFinding)
#include "tst_finding.moc"
