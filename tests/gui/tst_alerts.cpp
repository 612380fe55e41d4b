#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/models/alertqueue.h"
#include "ui/models/conversationroles.h"
#include "ui/widgets/alertmenu.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/promptdialog.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {
constexpr int patience = 15'000; // ms

class FakeNotifier : public DesktopNotifier
{
public:
    void show(const QString &title, const QString &text) override
    {
        titles.append(title);
        texts.append(text);
    }

    QStringList titles, texts;
};

} // namespace

/// What comes while one looks elsewhere.
class TestAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsInFrontOfOneIsNotTold();
    void aClickOpensThatMessage();
    void severalBecomeOne();
    void whatCameWhileTheWindowWasHiddenIsReadWhenItIsBack();
    void aHiddenTextIsNotShown();
    void aRoomHasWordsOfItsOwn();
    void anotherLanguageKeepsTheAlerts();

private:
    QString title() { return m_ada->driver().window().windowTitle(); }
    void lookElsewhere();

    std::unique_ptr<Host> m_ada;
    std::unique_ptr<Guest> m_bo;
    FakeNotifier *m_alerts = nullptr;
};

void TestAlerts::init()
{
    m_ada = std::make_unique<Host>();
    auto alerts = std::make_unique<FakeNotifier>();
    m_alerts = alerts.get();
    m_ada->program().setNotifier(std::move(alerts));
    m_ada->openRoom();
    m_bo = std::make_unique<Guest>();
    m_bo->join(m_ada->port());
}

void TestAlerts::cleanup()
{
    m_bo.reset();
    m_ada.reset();
}

/// Ada is in another room, and in another window.
void TestAlerts::lookElsewhere()
{
    const WindowDriver ada = m_ada->driver();
    ada.choose(u"New Room…"_s);
    QTRY_VERIFY(ada.find<PromptDialog>());
    QTest::keyClicks(ada.find<PromptDialog>()->findChild<QLineEdit *>(), u"garden"_s);
    QTest::keyClick(ada.find<PromptDialog>(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(u"garden"_s), patience);
    m_bo->driver().window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_bo->driver().window()));
}

void TestAlerts::whatIsInFrontOfOneIsNotTold()
{
    m_ada->driver().window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_ada->driver().window()));
    m_bo->driver().say(u"hello Ada"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->driver().messages().size(), 1, patience);
    QTest::qWait(2 * AlertQueue::gatherMs);
    QVERIFY(m_alerts->texts.isEmpty());
}

void TestAlerts::aClickOpensThatMessage()
{
    m_bo->driver().say(u"first"_s);
    lookElsewhere();
    m_bo->driver().say(u"Ada, come and see"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_alerts->texts.size(), 1, patience);
    QVERIFY(m_alerts->texts.first().contains(u"come and see"_s));
    QVERIFY(title().contains(u"garden"_s));

    Q_EMIT m_alerts->clicked();
    QTRY_VERIFY(m_ada->driver().window().isActiveWindow());
    QTRY_VERIFY(title().contains(u"Lounge"_s));
    ConversationView *view = m_ada->driver().view();
    const QModelIndex shown = view->currentIndex();
    QVERIFY(shown.data(Qt::AccessibleTextRole).toString().contains(u"come and see"_s));
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(shown)));
}

void TestAlerts::severalBecomeOne()
{
    lookElsewhere();
    for (int i = 1; i <= 3; ++i) {
        m_bo->driver().say(u"Ada, number %1"_s.arg(i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_alerts->titles.size(), 1, patience);
    QTest::qWait(2 * AlertQueue::gatherMs);
    QVERIFY2(m_alerts->titles.size() <= 2, "three messages at once are no three alerts");
}

/// As in the tray.
void TestAlerts::whatCameWhileTheWindowWasHiddenIsReadWhenItIsBack()
{
    MainWindow &window = m_ada->driver().window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    m_bo->driver().say(u"hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->driver().messages().size(), 1, patience);
    window.hide();
    m_bo->driver().window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_bo->driver().window()));
    m_bo->driver().say(u"Ada, come back"_s);
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(u"(1) "_s), patience);
    window.bringToFront();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY_WITH_TIMEOUT(!title().startsWith(u"(1) "_s), patience);
    const QAbstractItemModel *messages = m_ada->driver().view()->model();
    const QModelIndex last = messages->index(messages->rowCount() - 1, 0);
    QVERIFY2(last.data(conversation::StartsUnreadRole).toBool(), "the line stays while one looks");
}

void TestAlerts::aHiddenTextIsNotShown()
{
    m_ada->program().preferences().setShowsAlertText(false);
    lookElsewhere();
    m_bo->driver().say(u"Ada, a secret"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_alerts->texts, QStringList{u"New messages"_s}, patience);
}

void TestAlerts::aRoomHasWordsOfItsOwn()
{
    const WindowDriver ada = m_ada->driver();
    m_ada->program().preferences().setKeywords({u"release"_s});
    Q_EMIT ada.window().findChild<AlertMenu *>()->aboutToShow(); // which fills it
    ada.choose(u"Words of This Room…"_s);
    QTRY_VERIFY(ada.find<PromptDialog>());
    ada.fill(u"Words that count as a mention in this room"_s, u"kitchen, garden"_s);
    ada.press(u"Use These Words"_s);
    QTRY_VERIFY(!ada.find<PromptDialog>());
    lookElsewhere();
    m_bo->driver().say(u"a release"_s);
    m_bo->driver().say(u"the kitchen is warm"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_alerts->texts.size(), 1, patience);
    QVERIFY2(m_alerts->texts.first().contains(u"kitchen"_s), qPrintable(m_alerts->texts.first()));
    QTRY_VERIFY(title().startsWith(u"(1) garden"_s));
}

void TestAlerts::anotherLanguageKeepsTheAlerts()
{
    m_ada->program().preferences().setLanguage(LanguageChoice::Chinese);
    QTRY_VERIFY(m_ada->driver().action(u"偏好设置(P)…"_s));
    m_ada->program().preferences().setLanguage(LanguageChoice::English);
    QTRY_VERIFY(m_ada->driver().action(u"New Room…"_s));
    lookElsewhere();
    m_bo->driver().say(u"Ada, still there?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_alerts->texts.size(), 1, patience);
}

QTEST_MAIN(TestAlerts)
#include "tst_alerts.moc"
