#include "protocol/clock.h"
#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/hostpanel.h"
#include "ui/widgets/memberlistview.h"
#include "ui/widgets/penaltydialog.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace tincan;

/// Who may stay, from the window of who hosts and of whom it concerns.
class TestModerating : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHostsIsTheOwner();
    void whoIsRemovedReadsWhyAndComesBack();
    void whoIsBannedStaysOut();
    void whoIsMutedKeepsTheTextAndReadsWhy();
    void aSlowRoomCountsDown();
    void aRoomForModeratorsSaysSo();
    void theOwnerRemovesARoom();
    void aRoomForgetsOnlyWhenThatIsConfirmed();
    void aMessageOfSomebodyElseIsDeleted();
    void aModeratorIsMadeAndActs();
    void thePanelListsAndBansAndLifts();
    void whoHasNoRoleIsOfferedNothing();

private:
    static void together(Host &ada, Guest &bo);
    static QStringList menuOf(const WindowDriver &window, const QString &member);
    static void chooseFor(const WindowDriver &window, const QString &member, const QString &entry);
    static QPushButton *send(const WindowDriver &window)
    {
        return window.composer()->findChild<QPushButton *>();
    }
};

void TestModerating::together(Host &ada, Guest &bo)
{
    ada.openRoom();
    bo.join(ada.port());
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().members().size(), 2, 15'000);
}

/// By the keyboard.
QStringList TestModerating::menuOf(const WindowDriver &window, const QString &member)
{
    auto *list = window.window().findChild<MemberListView *>();
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data().toString() == member)
            list->setCurrentIndex(index);
    }
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(list->viewport(), &event);
    QStringList words;
    const auto menus = list->findChildren<QMenu *>();
    if (!menus.isEmpty()) {
        for (const QAction *action : menus.last()->actions())
            words.append(action->text().remove(u'&'));
        words.removeAll(QString());
    }
    return words;
}

void TestModerating::chooseFor(const WindowDriver &window, const QString &member, const QString &entry)
{
    QVERIFY2(menuOf(window, member).contains(entry), qPrintable(entry));
    const auto menus = window.window().findChild<MemberListView *>()->findChildren<QMenu *>();
    for (QAction *action : menus.last()->actions()) {
        if (action->text().remove(u'&') == entry)
            action->trigger();
    }
    menus.last()->close();
}

void TestModerating::whoHostsIsTheOwner()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    QCOMPARE(ada.driver().members(), QStringList({u"Ada, verified, owner"_s, u"Bo, not verified"_s}));
    QTRY_COMPARE(bo.driver().members(), ada.driver().members());
}

void TestModerating::whoIsRemovedReadsWhyAndComesBack()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    chooseFor(ada.driver(), u"Bo"_s, u"Remove…"_s);
    QTRY_VERIFY(ada.driver().find<PenaltyDialog>());
    ada.driver().fill(u"Reason (optional, everybody can read it)"_s, u"spam"_s);
    ada.driver().press(u"Remove Bo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().shows(u"You were sent away"_s), 15'000);
    QVERIFY(bo.driver().shows(u"spam"_s));
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().members().size(), 1, 15'000);
    QTRY_COMPARE(ada.driver().notices(), QStringList({u"Bo joined"_s, u"Ada removed Bo: spam"_s}));
    QCOMPARE(bo.sessions().currentSession()->state().phase, Phase::Stopped);
    bo.driver().press(u"Come Back"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().members().size(), 2, 15'000);
    QTRY_VERIFY(!bo.driver().shows(u"You were sent away"_s));
}

void TestModerating::whoIsBannedStaysOut()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    chooseFor(ada.driver(), u"Bo"_s, u"Ban…"_s);
    QTRY_VERIFY(ada.driver().find<PenaltyDialog>());
    ada.driver().find<QComboBox>(u"For how long"_s)->setCurrentIndex(1);
    ada.driver().press(u"Ban Bo for 1 hour"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().shows(u"This ends on"_s), 15'000);
    QVERIFY(!bo.driver().find<QAbstractButton>(u"Come Back"_s));
    ServerSession *session = bo.sessions().currentSession();
    session->tryNow();
    QTRY_COMPARE_WITH_TIMEOUT(session->state().phase, Phase::Stopped, 15'000);
    QCOMPARE(session->state().failure, ConnectFailure::Banned);
    QTRY_VERIFY(bo.driver().shows(u"You may not come in"_s));
    QCOMPARE(ada.driver().members().size(), 1);
}

void TestModerating::whoIsMutedKeepsTheTextAndReadsWhy()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    bo.driver().type(u"BUY"_s);
    chooseFor(ada.driver(), u"Bo"_s, u"Mute…"_s);
    QTRY_VERIFY(ada.driver().find<PenaltyDialog>());
    ada.driver().fill(u"Reason (optional, they and the moderators read it)"_s, u"shouting"_s);
    ada.driver().press(u"Mute Bo for 10 minutes"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().shows(u"Ada muted you"_s), 15'000);
    QVERIFY(bo.driver().shows(u"shouting"_s));
    QVERIFY(!send(bo.driver())->isEnabled());
    QCOMPARE(bo.driver().composer()->text(), u"BUY"_s);
    QTRY_VERIFY(ada.driver().members().contains(u"Bo, not verified, muted"_s));
    chooseFor(ada.driver(), u"Bo"_s, u"Unmute"_s);
    QTRY_VERIFY_WITH_TIMEOUT(send(bo.driver())->isEnabled(), 15'000);
    QVERIFY(!bo.driver().shows(u"muted you"_s));
}

void TestModerating::aSlowRoomCountsDown()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    ada.driver().choose(u"Slow Mode: 30 seconds"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().notices().contains(
                                 u"This room is slow now: 30 seconds between two messages of one person"_s),
                             15'000);
    bo.driver().say(u"one"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().shows(u"You can send again in "_s), 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().messages(), QStringList{u"one"_s}, 15'000);
    bo.driver().say(u"two"_s);
    QCOMPARE(bo.driver().composer()->text(), u"two"_s);
    QVERIFY(!send(bo.driver())->isEnabled());
    ada.driver().say(u"mine"_s);
    ada.driver().say(u"mine again"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bo.driver().messages(), QStringList({u"one"_s, u"mine"_s, u"mine again"_s}),
                              15'000);
    ada.driver().choose(u"Slow Mode: Off"_s);
    QTRY_VERIFY_WITH_TIMEOUT(send(bo.driver())->isEnabled(), 15'000);
}

void TestModerating::aRoomForgetsOnlyWhenThatIsConfirmed()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    ada.driver().choose(u"Messages are kept for 30 days here"_s);
    ada.driver().press(u"Cancel"_s);
    ada.driver().choose(u"Messages are kept for 7 days here"_s);
    ada.driver().press(u"Forget It"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ada.driver().shows(u"Nothing is kept here once the server ends"_s), 15'000);
    QVERIFY(bo.driver().notices().filter(u"kept"_s).isEmpty());
}

void TestModerating::aRoomForModeratorsSaysSo()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    ada.driver().choose(u"Only Moderators May Write"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().shows(u"Only moderators write in this room."_s), 15'000);
    QVERIFY(!send(bo.driver())->isEnabled());
    ada.driver().choose(u"Everybody May Write"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!bo.driver().shows(u"Only moderators write in this room."_s), 15'000);
}

void TestModerating::theOwnerRemovesARoom()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    const QStringList before = bo.driver().rooms();
    ada.driver().say(u"/join attic"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().rooms().size(), before.size() + 1, 15'000);
    bo.driver().say(u"/join attic"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().members().size(), 2, 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(bo.driver().rooms().size(), before.size() + 1, 15'000);
    ada.driver().choose(u"Remove This Room…"_s);
    QTRY_VERIFY(ada.driver().shows(u"Remove attic for everybody?"_s));
    ada.driver().press(u"Remove Room"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bo.driver().rooms().size(), before.size(), 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().rooms().size(), before.size(), 15'000);
}

void TestModerating::aMessageOfSomebodyElseIsDeleted()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    bo.driver().say(u"something bad"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().messages(), QStringList{u"something bad"_s}, 15'000);
    ConversationView *view = ada.driver().view();
    const int row = view->model()->rowCount() - 1;
    QVERIFY(view->actionsOf(row).testFlag(MessageAction::Ban));
    view->perform(MessageAction::Delete, row);
    ada.driver().press(u"Delete Message"_s);
    const auto gone = [&bo] {
        const QAbstractItemModel *model = bo.driver().view()->model();
        return model->index(model->rowCount() - 1, 0).data(conversation::DeletedRole).toBool();
    };
    QTRY_VERIFY_WITH_TIMEOUT(gone(), 15'000);
}

void TestModerating::aModeratorIsMadeAndActs()
{
    Host ada;
    Guest bo;
    const IdentityResult key = makeIdentity(SystemClock().utc(), Lifetime::OneRun);
    QVERIFY(std::holds_alternative<Identity>(key));
    bo.sessions().setIdentity([own = std::get<Identity>(key)] { return own; });
    together(ada, bo);
    Guest cy(u"Cy"_s);
    cy.join(ada.port());
    QTRY_COMPARE_WITH_TIMEOUT(bo.driver().members().size(), 3, 15'000);
    QCOMPARE(menuOf(bo.driver(), u"Cy"_s), QStringList({u"Message"_s, u"Ignore This Person"_s}));
    chooseFor(ada.driver(), u"Bo"_s, u"Make Moderator"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().members().contains(u"Bo, verified, moderator"_s), 15'000);
    QTRY_VERIFY(bo.driver().action(u"Who Is Connected…"_s)->isVisible());
    chooseFor(bo.driver(), u"Cy"_s, u"Remove…"_s);
    bo.driver().press(u"Remove Cy"_s);
    QTRY_VERIFY_WITH_TIMEOUT(cy.driver().shows(u"You were sent away"_s), 15'000);
    QCOMPARE(menuOf(bo.driver(), u"Ada"_s), QStringList({u"Message"_s, u"Ignore This Person"_s}));
}

void TestModerating::thePanelListsAndBansAndLifts()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    const WindowDriver window = ada.driver();
    window.choose(u"Who Is Connected…"_s);
    QTRY_VERIFY(window.find<HostPanel>());
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(u"2 connections"_s), 15'000);
    auto *table = window.find<QTableView>(u"Connections"_s);
    const QModelIndex bosAddress = table->model()->index(1, 2);
    QCOMPARE(bosAddress.siblingAtColumn(0).data().toString(), u"Bo"_s);
    QCOMPARE(bosAddress.data().toString(), u"127.0.0.1"_s);
    table->setCurrentIndex(bosAddress);
    window.press(u"Ban…"_s);
    window.press(u"Ban Bo for 10 minutes"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().shows(u"You were sent away"_s), 15'000);
    window.find<HostPanel>()->findChild<QTabWidget *>()->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(window.find<QTableView>(u"Bans and mutes"_s), 15'000);
    window.press(u"Lift the Ban"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(u"Nobody is banned or muted."_s), 15'000);
    bo.sessions().currentSession()->tryNow();
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().members().size(), 2, 15'000);
    window.find<HostPanel>()->findChild<QTabWidget *>()->setCurrentIndex(2);
    QTRY_VERIFY_WITH_TIMEOUT(window.find<QTableView>(u"Log of acts"_s), 15'000);
    QCOMPARE(window.find<QTableView>(u"Log of acts"_s)->model()->rowCount(), 2);
}

void TestModerating::whoHasNoRoleIsOfferedNothing()
{
    Host ada;
    Guest bo;
    together(ada, bo);
    QCOMPARE(menuOf(bo.driver(), u"Ada"_s), QStringList({u"Message"_s, u"Ignore This Person"_s}));
    QVERIFY(!bo.driver().action(u"Who Is Connected…"_s)->isVisible());
    QVERIFY(!bo.driver().action(u"Room Settings"_s)->isVisible());
    ada.driver().say(u"hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bo.driver().messages(), QStringList{u"hello"_s}, 15'000);
    const int row = bo.driver().view()->model()->rowCount() - 1;
    const MessageActions beyond{MessageAction::Delete, MessageAction::Kick, MessageAction::Ban};
    QVERIFY(!(bo.driver().view()->actionsOf(row) & beyond));
}

QTEST_MAIN(TestModerating)
#include "tst_moderating.moc"
