#include "protocol/clock.h"
#include "tests/models/roomevents.h"
#include "tests/widgets/fakehost.h"
#include "ui/models/chatsessions.h"
#include "ui/models/preferences.h"
#include "ui/widgets/chatpage.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/hostdialog.h"
#include "ui/widgets/joindialog.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/problembar.h"
#include "ui/widgets/shortcutsdialog.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/welcomepage.h"
#include "ui/widgets/windowdialogs.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QSystemTrayIcon>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void menusAreRoomEditViewGoHelp();
    void noTwoActionsShareAKey();
    void everyControlHasAName();
    void ctrlHOpensTheHostDialog();
    void ctrlJOpensTheJoinDialog();
    void aLinkFillsTheDialogAndJoinsNothing();
    void aJoinShowsTheChatPage();
    void disconnectingTheLastServerShowsTheWelcomePage();
    void quittingAsksWhileGuestsAreHere();
    void cancelIsTheDefaultWhenAsked();
    void theRoomCanStayOpenInTheTray();
    void withoutATrayClosingQuits();
    void quittingWithoutGuestsDoesNotAsk();
    void ctrlWClosesTheWindow();
    void aDialogOpensAsLargeAsItWasLeft();
    void aWindowLeftOnAMissingScreenComesBack();
    void stopHostingClosesTheRoom();
    void narrowWindowsHideMembersThenRooms();
    void membersCanBeBroughtBackInANarrowWindow();
    void textSizeFollowsTheMenu();
    void editActionsActOnTheFieldWithTheFocus();
    void pastingWithoutFormattingHasAKey();
    void aRefusedCommandIsComplainedOfUntilItIsChanged();
    void aRefusedCommandIsComplainedOfInItsRoom();
    void anAnswerIsShownUntilSomethingIsSent();
    void whatIsLostIsSaidUntilItIsDismissed();

private:
    QAction *action(const QString &text) const;
    void joinNowhere();
    ServerSession *joinTwoRooms();
    void type(const QString &text); ///< into the message box
    void send(const QString &text); ///< typed behind what is there
    QString problem() const;        ///< that is shown above all; empty where there is none
    template <typename Dialog>
    Dialog *dialog() const
    {
        for (Dialog *found : m_window->findChildren<Dialog *>()) {
            if (found->isVisible()) {
                return found;
            }
        }
        return nullptr;
    }

    QTemporaryDir m_directory;
    SystemClock m_clock;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<ChatSessions> m_sessions;
    std::unique_ptr<FakeHost> m_host;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_preferences = std::make_unique<Preferences>(m_directory.filePath(u"profile"_s));
    m_preferences->setUserName(u"Ada"_s);
    m_sessions = std::make_unique<ChatSessions>(m_clock);
    m_host = std::make_unique<FakeHost>();
    m_window = std::make_unique<MainWindow>(*m_sessions, *m_host, *m_preferences);
    m_window->resize(1180, 760);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_sessions.reset();
    m_host.reset();
    m_preferences.reset();
}

QAction *TestMainWindow::action(const QString &text) const
{
    for (QAction *candidate : m_window->findChildren<QAction *>()) {
        if (candidate->text().remove(u'&') == text) {
            return candidate;
        }
    }
    return nullptr;
}

void TestMainWindow::joinNowhere()
{
    ClientOptions options;
    options.address = {u"127.0.0.1"_s, 1, {}, {}}; // nobody listens there
    options.name = u"Ada"_s;
    m_sessions->join(options);
}

ServerSession *TestMainWindow::joinTwoRooms()
{
    joinNowhere();
    ServerSession *session = m_sessions->currentSession();
    Q_EMIT session->client()->roomsJoined({sample::room(u"Lounge"_s), sample::room(u"Attic"_s)});
    return session;
}

void TestMainWindow::type(const QString &text)
{
    QTest::keyClicks(m_window->findChild<Composer *>()->findChild<QPlainTextEdit *>(), text);
}

void TestMainWindow::send(const QString &text)
{
    type(text);
    QTest::keyClick(m_window->findChild<Composer *>()->findChild<QPlainTextEdit *>(), Qt::Key_Return);
}

QString TestMainWindow::problem() const
{
    const auto *bar = m_window->findChild<ProblemBar *>();
    return bar->isVisible() ? bar->findChild<QLabel *>()->text() : QString();
}

void TestMainWindow::menusAreRoomEditViewGoHelp()
{
    QStringList titles;
    for (const QAction *menu : m_window->menuBar()->actions()) {
        titles.append(menu->text().remove(u'&'));
    }
    QCOMPARE(titles, QStringList({u"Room"_s, u"Edit"_s, u"View"_s, u"Go"_s, u"Help"_s}));
}

void TestMainWindow::noTwoActionsShareAKey()
{
    QHash<QKeySequence, QString> owners;
    for (const QAction *candidate : m_window->findChildren<QAction *>()) {
        if (qobject_cast<QLineEdit *>(candidate->parent())) {
            continue;
        }
        for (const QKeySequence &key : candidate->shortcuts()) {
            QVERIFY2(!owners.contains(key), qPrintable(key.toString() + owners.value(key)));
            owners.insert(key, candidate->text());
        }
    }
    QVERIFY(owners.contains(QKeySequence(Qt::CTRL | Qt::Key_H)));
}

void TestMainWindow::everyControlHasAName()
{
    joinNowhere();
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isEnabled() || widget->focusProxy()) {
            continue;
        }
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        const bool hiddenButton = button && !button->isVisible();
        QVERIFY2(named || hiddenButton || !widget->isVisible(), widget->metaObject()->className());
    }
}

void TestMainWindow::ctrlHOpensTheHostDialog()
{
    QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier);
    QVERIFY(dialog<HostDialog>());
}

void TestMainWindow::ctrlJOpensTheJoinDialog()
{
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(dialog<JoinDialog>());
}

void TestMainWindow::aLinkFillsTheDialogAndJoinsNothing()
{
    m_window->offerToJoin({u"192.168.1.20"_s, 4041, RoomId(u"lounge"_s), {}});
    QVERIFY(dialog<JoinDialog>());
    QCOMPARE(dialog<JoinDialog>()->findChild<QLineEdit *>()->text(), u"tincan://192.168.1.20:4041/lounge"_s);
    QVERIFY(m_sessions->sessions().isEmpty());
}

void TestMainWindow::aJoinShowsTheChatPage()
{
    QVERIFY(m_window->findChild<WelcomePage *>()->isVisible());
    joinNowhere();
    QTRY_VERIFY(m_window->findChild<ChatPage *>()->isVisible());
    QCOMPARE(m_window->windowTitle(), u"127.0.0.1 — Tincan"_s);
}

void TestMainWindow::disconnectingTheLastServerShowsTheWelcomePage()
{
    joinNowhere();
    QTRY_VERIFY(m_window->findChild<ChatPage *>()->isVisible());
    action(u"Disconnect"_s)->trigger();
    QTRY_VERIFY(m_window->findChild<WelcomePage *>()->isVisible());
    QCOMPARE(m_window->windowTitle(), u"Tincan"_s);
}

void TestMainWindow::quittingAsksWhileGuestsAreHere()
{
    m_host->answer(HostedRoom());
    m_host->setGuests(2);
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    m_window->close();
    QCOMPARE(quit.size(), 0);
    QVERIFY(m_window->isVisible());
    auto *box = dialog<QMessageBox>();
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (button->text() == u"Close the Room for All"_s) {
            button->click();
        }
    }
    QCOMPARE(quit.size(), 1);
}

void TestMainWindow::cancelIsTheDefaultWhenAsked()
{
    m_host->answer(HostedRoom());
    m_host->setGuests(1);
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    action(u"Quit"_s)->trigger();
    QVERIFY(dialog<QMessageBox>());
    QTest::keyClick(dialog<QMessageBox>(), Qt::Key_Return);
    QVERIFY(!dialog<QMessageBox>());
    QCOMPARE(quit.size(), 0);
}

void TestMainWindow::theRoomCanStayOpenInTheTray()
{
    m_host->answer(HostedRoom());
    m_host->setGuests(1);
    int closed = 0;
    int kept = 0;
    m_window->findChild<WindowDialogs *>()->confirmClosing([&closed] { ++closed; }, [&kept] { ++kept; });
    auto *box = dialog<QMessageBox>();
    QVERIFY(box);
    QStringList offers;
    for (QAbstractButton *button : box->buttons()) {
        offers.append(button->text());
        if (button->text() == u"Keep It Open in the Tray"_s) {
            button->click();
        }
    }
    QCOMPARE(offers.size(), 3);
    QVERIFY(offers.contains(u"Close the Room for All"_s) && offers.contains(u"Cancel"_s));
    QCOMPARE(kept, 1);
    QCOMPARE(closed, 0);
}

void TestMainWindow::withoutATrayClosingQuits()
{
    QVERIFY(!QSystemTrayIcon::isSystemTrayAvailable());
    m_preferences->setKeepsInTray(true);
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    m_window->close();
    QCOMPARE(quit.size(), 1);
    m_preferences->setKeepsInTray(false);
}

void TestMainWindow::ctrlWClosesTheWindow()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(quit.size(), 1);
}

void TestMainWindow::aDialogOpensAsLargeAsItWasLeft()
{
    action(u"Keyboard Shortcuts"_s)->trigger();
    QVERIFY(dialog<ShortcutsDialog>());
    dialog<ShortcutsDialog>()->resize(640, 500);
    dialog<ShortcutsDialog>()->accept();
    QTRY_VERIFY(!dialog<ShortcutsDialog>());
    action(u"Keyboard Shortcuts"_s)->trigger();
    QCOMPARE(dialog<ShortcutsDialog>()->size(), QSize(640, 500));
}

void TestMainWindow::aWindowLeftOnAMissingScreenComesBack()
{
    QWidget elsewhere;
    elsewhere.setGeometry(9000, 9000, 700, 500);
    m_preferences->setLayout(u"window"_s, elsewhere.saveGeometry());
    MainWindow next(*m_sessions, *m_host, *m_preferences);
    next.show();
    QVERIFY(next.screen()->availableGeometry().intersects(next.frameGeometry()));
    m_preferences->setLayout(u"window"_s, {});
}

void TestMainWindow::quittingWithoutGuestsDoesNotAsk()
{
    m_host->answer(HostedRoom());
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    m_window->close();
    QCOMPARE(quit.size(), 1);
}

void TestMainWindow::stopHostingClosesTheRoom()
{
    QVERIFY(!action(u"Stop Hosting"_s)->isEnabled());
    m_host->answer(HostedRoom());
    QVERIFY(action(u"Stop Hosting"_s)->isEnabled());
    action(u"Stop Hosting"_s)->trigger();
    QCOMPARE(m_host->closings, 1);
    QVERIFY(!action(u"Stop Hosting"_s)->isEnabled());
}

void TestMainWindow::narrowWindowsHideMembersThenRooms()
{
    joinNowhere();
    auto *chat = m_window->findChild<ChatPage *>();
    QTRY_VERIFY(chat->isVisible());
    QVERIFY(chat->areMembersShown() && chat->areRoomsShown());
    m_window->resize(680, 600);
    QTRY_VERIFY(!chat->areMembersShown());
    QVERIFY(chat->areRoomsShown());
    m_window->resize(480, 600);
    QTRY_VERIFY(!chat->areRoomsShown());
    QVERIFY(!action(u"Members"_s)->isChecked());
    m_window->resize(1000, 600);
    QTRY_VERIFY(chat->areMembersShown() && chat->areRoomsShown());
}

void TestMainWindow::membersCanBeBroughtBackInANarrowWindow()
{
    joinNowhere();
    auto *chat = m_window->findChild<ChatPage *>();
    QTRY_VERIFY(chat->isVisible());
    m_window->resize(640, 600);
    QTRY_VERIFY(!chat->areMembersShown());
    action(u"Members"_s)->trigger();
    QVERIFY(chat->areMembersShown());
    QVERIFY(action(u"Members"_s)->isChecked());
    action(u"Members"_s)->trigger();
    QVERIFY(!chat->areMembersShown());
}

void TestMainWindow::textSizeFollowsTheMenu()
{
    m_preferences->setTextScale(100);
    action(u"Larger Text"_s)->trigger();
    QCOMPARE(m_preferences->textScale(), 110);
    action(u"Smaller Text"_s)->trigger();
    action(u"Smaller Text"_s)->trigger();
    QCOMPARE(m_preferences->textScale(), 90);
    action(u"Normal Text"_s)->trigger();
    QCOMPARE(m_preferences->textScale(), 100);
}

void TestMainWindow::editActionsActOnTheFieldWithTheFocus()
{
    auto *name = m_window->findChild<WelcomePage *>()->findChild<QLineEdit *>();
    name->setFocus();
    QTRY_VERIFY(name->hasFocus());
    QVERIFY(action(u"Select All"_s)->isEnabled());
    action(u"Select All"_s)->trigger();
    QCOMPARE(name->selectedText(), name->text());
    action(u"Cut"_s)->trigger();
    QVERIFY(name->text().isEmpty());
    action(u"Undo"_s)->trigger();
    QCOMPARE(name->text(), u"Ada"_s);
}

void TestMainWindow::pastingWithoutFormattingHasAKey()
{
    auto *name = m_window->findChild<WelcomePage *>()->findChild<QLineEdit *>();
    name->setFocus();
    QTRY_VERIFY(name->hasFocus());
    name->clear();
    auto *rich = new QMimeData;
    rich->setHtml(u"<b>Ada</b>"_s);
    rich->setText(u"Ada"_s);
    QGuiApplication::clipboard()->setMimeData(rich);
    QTest::keyClick(name, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(name->text(), u"Ada"_s);
}

void TestMainWindow::aRefusedCommandIsComplainedOfUntilItIsChanged()
{
    joinTwoRooms();
    send(u"/dance"_s);
    QVERIFY(problem().startsWith(u"There is no such command"_s));
    QCOMPARE(m_window->findChild<Composer *>()->text(), u"/dance"_s);
    type(u"r"_s);
    QCOMPARE(problem(), QString());
    send({}); // the same again
    QVERIFY(problem().startsWith(u"There is no such command"_s));
}

void TestMainWindow::aRefusedCommandIsComplainedOfInItsRoom()
{
    const ServerSession *session = joinTwoRooms();
    send(u"/dance"_s);
    QVERIFY(!problem().isEmpty());
    m_sessions->select(session->conversation(RoomId(u"attic"_s)));
    QCOMPARE(problem(), QString());
}

void TestMainWindow::anAnswerIsShownUntilSomethingIsSent()
{
    ServerSession *session = joinTwoRooms();
    type(u"h"_s);
    Q_EMIT session->client()->failed({{ErrorCode::NoSuchRoom, u"no such room"_s}, {}, {}});
    QCOMPARE(problem(), u"There is no such room."_s);
    type(u"i"_s); // it may have come while one wrote about something else
    QCOMPARE(problem(), u"There is no such room."_s);
    send({});
    QCOMPARE(problem(), QString());
}

void TestMainWindow::whatIsLostIsSaidUntilItIsDismissed()
{
    ServerSession *session = joinTwoRooms();
    Q_EMIT session->client()->roomRemoved(RoomId(u"attic"_s));
    QVERIFY(problem().contains(u"was removed"_s));
    send(u"hello"_s);
    m_sessions->select(session->conversation(RoomId(u"attic"_s)));
    QVERIFY(problem().contains(u"was removed"_s));
    for (QPushButton *button : m_window->findChild<ProblemBar *>()->findChildren<QPushButton *>()) {
        button->click();
    }
    QCOMPARE(problem(), QString());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
