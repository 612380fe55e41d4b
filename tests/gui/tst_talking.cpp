#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/joindialog.h"
#include "ui/widgets/memberlistview.h"
#include "ui/widgets/promptdialog.h"
#include "ui/widgets/roomsdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {
constexpr int patience = 15'000; // ms
}

class TestTalking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatOneTypesTheOtherReads();
    void chineseAndEmojiArriveAsTheyAre();
    void aMessageOfManyLinesIsOneMessage();
    void aPasteOfManyLinesIsOneMessage();
    void aLinkFillsTheDialogAndJoinsOnceAsked();
    void aNewRoomIsMadeFoundAndLeft();
    void aMemberIsTalkedToDirectly();
    void whatIsMeantForMeIsCounted();
    void theTopicIsShown();
    void aDraftWaitsInItsRoom();
    void anotherLanguageKeepsTheTalk();

private:
    bool bothAreIn();

    std::unique_ptr<Host> m_ada;
    std::unique_ptr<Guest> m_bo;
};

void TestTalking::init()
{
    m_ada = std::make_unique<Host>();
    m_ada->openRoom();
    m_bo = std::make_unique<Guest>();
}

void TestTalking::cleanup()
{
    m_bo.reset();
    m_ada.reset();
}

bool TestTalking::bothAreIn()
{
    m_bo->join(m_ada->port());
    return QTest::qWaitFor(
        [this] { return m_ada->driver().members().size() == 2 && m_bo->driver().members().size() == 2; },
        patience);
}

void TestTalking::whatOneTypesTheOtherReads()
{
    QVERIFY(bothAreIn());
    m_ada->driver().say(u"hello, Bo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().messages(), QStringList{u"hello, Bo"_s}, patience);
    m_bo->driver().say(u"hello, Ada"_s);
    const QStringList both{u"hello, Bo"_s, u"hello, Ada"_s};
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->driver().messages(), both, patience);
    QVERIFY(m_ada->driver().composer()->text().isEmpty());
}

void TestTalking::chineseAndEmojiArriveAsTheyAre()
{
    QVERIFY(bothAreIn());
    m_ada->driver().say(u"你好🙂"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().messages(), QStringList{u"你好🙂"_s}, patience);
}

void TestTalking::aMessageOfManyLinesIsOneMessage()
{
    QVERIFY(bothAreIn());
    const WindowDriver ada = m_ada->driver();
    auto *edit = ada.composer()->findChild<QPlainTextEdit *>();
    ada.type(u"first"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    ada.type(u"second"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().messages(), QStringList{u"first\nsecond"_s}, patience);
}

void TestTalking::aLinkFillsTheDialogAndJoinsOnceAsked()
{
    const WindowDriver bo = m_bo->driver();
    bo.window().offerToJoin({u"127.0.0.1"_s, m_ada->port(), RoomId(u"lounge"_s), {}});
    QTRY_VERIFY(bo.find<JoinDialog>());
    QVERIFY(m_bo->sessions().sessions().isEmpty());
    QTest::keyClick(bo.find<JoinDialog>(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(bo.members().size(), 2, patience);
}

void TestTalking::aNewRoomIsMadeFoundAndLeft()
{
    QVERIFY(bothAreIn());
    const WindowDriver ada = m_ada->driver();
    ada.choose(u"New Room…"_s);
    QTRY_VERIFY(ada.find<PromptDialog>());
    QTest::keyClicks(ada.find<PromptDialog>()->findChild<QLineEdit *>(), u"garden"_s);
    QTest::keyClick(ada.find<PromptDialog>(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(ada.rooms().size(), 3, patience);
    QTRY_VERIFY(ada.shows(u"# garden"_s));

    const WindowDriver bo = m_bo->driver();
    bo.choose(u"Browse Rooms…"_s);
    QTRY_VERIFY(bo.find<RoomsDialog>());
    auto *list = bo.find<RoomsDialog>()->findChild<QAbstractItemView *>();
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, patience);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(bo.rooms().size(), 3, patience);
    bo.choose(u"Leave Room"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bo.rooms().size(), 2, patience);
}

void TestTalking::aMemberIsTalkedToDirectly()
{
    QVERIFY(bothAreIn());
    const WindowDriver ada = m_ada->driver();
    auto *people = ada.window().findChild<MemberListView *>();
    people->setFocus();
    people->setCurrentIndex(people->model()->index(1, 0));
    QTest::keyClick(people, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(ada.window().windowTitle().startsWith(u"Bo — "_s), patience);
    ada.say(u"psst"_s);
    const WindowDriver bo = m_bo->driver();
    QTRY_VERIFY_WITH_TIMEOUT(bo.rooms().last().contains(u"Ada"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(bo.rooms().last().contains(u"1 unread"_s), patience);
    QVERIFY(bo.messages().isEmpty()); // it is not said in the room
}

void TestTalking::whatIsMeantForMeIsCounted()
{
    QVERIFY(bothAreIn());
    const WindowDriver ada = m_ada->driver();
    ada.choose(u"New Room…"_s);
    QTRY_VERIFY(ada.find<PromptDialog>());
    QTest::keyClicks(ada.find<PromptDialog>()->findChild<QLineEdit *>(), u"garden"_s);
    QTest::keyClick(ada.find<PromptDialog>(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(ada.window().windowTitle().contains(u"garden"_s), patience);
    m_bo->driver().say(u"@Ada where are you?"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ada.rooms().join(u'|').contains(u"1 mentioning you"_s), patience);
    QTRY_VERIFY(ada.window().windowTitle().startsWith(u"(1) garden"_s));
}

void TestTalking::theTopicIsShown()
{
    QVERIFY(bothAreIn());
    m_ada->driver().say(u"/topic Soup"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->driver().shows(u"Soup"_s), patience);
    QVERIFY(m_bo->driver().messages().isEmpty());
}

void TestTalking::aDraftWaitsInItsRoom()
{
    QVERIFY(bothAreIn());
    const WindowDriver ada = m_ada->driver();
    ada.type(u"half a thought"_s);
    ada.choose(u"New Room…"_s);
    QTRY_VERIFY(ada.find<PromptDialog>());
    QTest::keyClicks(ada.find<PromptDialog>()->findChild<QLineEdit *>(), u"garden"_s);
    QTest::keyClick(ada.find<PromptDialog>(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(ada.window().windowTitle().contains(u"garden"_s), patience);
    QVERIFY(ada.composer()->text().isEmpty());
    ada.choose(u"Previous Room"_s);
    if (!ada.window().windowTitle().contains(u"Lounge"_s))
        ada.choose(u"Next Room"_s);
    QTRY_COMPARE(ada.composer()->text(), u"half a thought"_s);
}

void TestTalking::anotherLanguageKeepsTheTalk()
{
    QVERIFY(bothAreIn());
    m_ada->driver().say(u"hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().messages().size(), 1, patience);
    m_ada->driver().type(u"a draft"_s);
    m_ada->program().preferences().setLanguage(LanguageChoice::Chinese);
    QTRY_VERIFY(m_ada->driver().find<QAbstractButton>(u"邀请"_s));
    QCOMPARE(m_ada->driver().messages(), QStringList{u"hello"_s});
    QCOMPARE(m_ada->driver().composer()->text(), u"a draft"_s);
    QVERIFY(m_ada->driver().shows(u"正在端口"_s));
    m_ada->program().preferences().setLanguage(LanguageChoice::English);
    QTRY_VERIFY(m_ada->driver().find<QAbstractButton>(u"Invite"_s));
    QCOMPARE(m_bo->driver().members().size(), 2);
}

void TestTalking::aPasteOfManyLinesIsOneMessage()
{
    QVERIFY(bothAreIn());
    QStringList lines;
    for (int i = 0; i < 200; ++i)
        lines.append(u"line %1 of what was copied from somewhere else"_s.arg(i));
    const WindowDriver ada = m_ada->driver();
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    auto *edit = ada.composer()->findChild<QPlainTextEdit *>();
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().messages(), QStringList{lines.join(u'\n')}, patience);
    ada.say(u"and on"_s); // is not taken for a flood
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().messages().size(), 2, patience);
}

QTEST_MAIN(TestTalking)
#include "tst_talking.moc"
