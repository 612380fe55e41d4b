#include "tests/gui/everywindow.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/connectionbanner.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/invitepanel.h"
#include "ui/widgets/memberlistview.h"
#include "ui/widgets/roomlistview.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

constexpr int patience = 15'000; // ms

bool use(QWidget &window)
{
    window.activateWindow();
    return QTest::qWaitFor([&window] { return QApplication::activeWindow() == &window; }, patience);
}

} // namespace

/// The keyboard is never lost: after everything that opens and closes it is where it was.
class TestFocus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cleanupTestCase() { m_home.reset(); }
    void itComesBackFromEveryWindow_data();
    void itComesBackFromEveryWindow();
    void itComesBackFromFinding_data() { eachPane(); }
    void itComesBackFromFinding();
    void itComesBackFromAMenu_data() { eachPane(); }
    void itComesBackFromAMenu();
    void itGoesToTheMessageBoxWhenItsPaneIsHidden_data();
    void itGoesToTheMessageBoxWhenItsPaneIsHidden();
    void itGoesToTheMessageBoxWhenTheBannerGoes();
    void itGoesToTheMessageBoxWhenAProblemIsDismissed();
    void itGoesToTheMessageBoxWhenSomebodyComes();

private:
    EveryWindow &home();
    QWidget *pane(const QString &name) { return paneOf(home().driver(), name); }
    static QWidget *paneOf(const WindowDriver &who, const QString &name);
    static void eachPane();

    std::unique_ptr<EveryWindow> m_home;
};

EveryWindow &TestFocus::home()
{
    if (!m_home)
        m_home = std::make_unique<EveryWindow>();
    return *m_home;
}

void TestFocus::init()
{
    QVERIFY(use(home().driver().window()));
}

void TestFocus::cleanup()
{
    home().close();
}

QWidget *TestFocus::paneOf(const WindowDriver &who, const QString &name)
{
    if (name == "rooms"_L1)
        return who.window().findChild<RoomListView *>();
    if (name == "conversation"_L1)
        return who.view();
    if (name == "members"_L1)
        return who.window().findChild<MemberListView *>();
    return who.composer()->findChild<QPlainTextEdit *>();
}

void TestFocus::eachPane()
{
    QTest::addColumn<QString>("from");
    for (const char *name : {"rooms", "conversation", "message box", "members"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestFocus::itComesBackFromEveryWindow_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("from");
    const QStringList all = EveryWindow::names();
    for (const QString &name : all) {
        QTest::newRow(qPrintable(name + u", message box"_s)) << name << u"message box"_s;
        QTest::newRow(qPrintable(name + u", members"_s)) << name << u"members"_s;
    }
}

void TestFocus::itComesBackFromEveryWindow()
{
    QFETCH(QString, name);
    QFETCH(QString, from);
    const WindowDriver who = home().driverOf(name);
    QVERIFY(use(who.window()));
    QWidget *start = paneOf(who, from);
    start->setFocus();
    QVERIFY(start->hasFocus());
    QPointer<QWidget> window = home().open(name);
    QVERIFY(window);
    const bool movesItself = name == "Delete Message"_L1; // it is asked for from the conversation
    QTRY_VERIFY_WITH_TIMEOUT(window->isActiveWindow(), patience);
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!window || !window->isVisible());
    QVERIFY(use(who.window())); // as a window manager does
    QTRY_COMPARE(QApplication::focusWidget(), movesItself ? pane(u"conversation"_s) : start);
}

void TestFocus::itComesBackFromFinding()
{
    QFETCH(QString, from);
    QWidget *start = pane(from);
    start->setFocus();
    const WindowDriver ada = home().driver();
    ada.choose(u"Find in Conversation…"_s);
    auto *field = ada.find<QLineEdit>(u"Find in this conversation"_s);
    QVERIFY(field && field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), start);
}

void TestFocus::itComesBackFromAMenu()
{
    QFETCH(QString, from);
    QWidget *start = pane(from);
    start->setFocus();
    if (auto *list = qobject_cast<QAbstractItemView *>(start))
        list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, start->rect().center(),
                             start->mapToGlobal(start->rect().center()));
    QCoreApplication::sendEvent(start, &wanted);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QCOMPARE(QApplication::focusWidget(), start);
}

void TestFocus::itGoesToTheMessageBoxWhenItsPaneIsHidden_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("action");
    QTest::newRow("rooms") << u"rooms"_s << u"Rooms"_s;
    QTest::newRow("members") << u"members"_s << u"Members"_s;
}

void TestFocus::itGoesToTheMessageBoxWhenItsPaneIsHidden()
{
    QFETCH(QString, from);
    QFETCH(QString, action);
    pane(from)->setFocus();
    QVERIFY(pane(from)->hasFocus());
    home().driver().choose(action);
    QVERIFY(!pane(from)->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), pane(u"message box"_s));
    home().driver().choose(action);
    QVERIFY(pane(from)->isVisible());
}

/// As it does when the connection is back.
void TestFocus::itGoesToTheMessageBoxWhenTheBannerGoes()
{
    auto ada = std::make_unique<Host>();
    ada->openRoom();
    Guest bo;
    bo.join(ada->port());
    ada.reset();
    QVERIFY(use(bo.driver().window()));
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().find<QAbstractButton>(u"Try now"_s), patience);
    bo.driver().find<QAbstractButton>(u"Try now"_s)->setFocus();
    bo.driver().window().findChild<ConnectionBanner *>()->setSession(nullptr);
    QTRY_COMPARE(QApplication::focusWidget(), bo.driver().composer()->findChild<QPlainTextEdit *>());
}

void TestFocus::itGoesToTheMessageBoxWhenAProblemIsDismissed()
{
    const WindowDriver ada = home().driver();
    ada.window().showProblem(u"Something did not work."_s);
    auto *dismiss = ada.find<QAbstractButton>(u"Dismiss"_s);
    QVERIFY(dismiss);
    dismiss->setFocus();
    QTest::keyClick(dismiss, Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), pane(u"message box"_s));
}

/// The page with the invite gives way to the conversation.
void TestFocus::itGoesToTheMessageBoxWhenSomebodyComes()
{
    Host ada;
    ada.openRoom();
    QVERIFY(use(ada.driver().window()));
    auto *copy = ada.driver().window().findChild<InvitePanel *>()->findChild<QPushButton *>();
    QVERIFY(copy && copy->isVisible());
    copy->setFocus();
    Guest bo;
    bo.join(ada.port());
    QTRY_VERIFY_WITH_TIMEOUT(!copy->isVisible(), patience);
    QVERIFY(use(ada.driver().window()));
    QCOMPARE(QApplication::focusWidget(), ada.driver().composer()->findChild<QPlainTextEdit *>());
}

QTEST_MAIN(TestFocus)
#include "tst_focus.moc"
