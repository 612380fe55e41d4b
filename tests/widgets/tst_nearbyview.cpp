#include "tests/widgets/fakehost.h"
#include "ui/models/chatsessions.h"
#include "ui/models/nearbyrooms.h"
#include "ui/models/preferences.h"
#include "ui/widgets/joindialog.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/nearbylistview.h"
#include "ui/widgets/nearbyroomslist.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

class FakeBrowser final : public NearbyBrowser
{
public:
    NearbyMeans means() const override { return NearbyMeans::Beacon; }
    bool isLooking() const override { return true; }
    void start() override {}

    void say(const QString &address, const QString &name, int people)
    {
        Q_EMIT found({address, {name, u"Wojtek"_s, 4040, people, false}, 0});
    }
};

} // namespace

class TestNearbyView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWelcomePageSaysWhatWasTried();
    void theWelcomePageOffersTheAddressField();
    void aRoomOnTheWelcomePageIsJoinedByItsButton();
    void theFocusStaysWhereARoomChanges();
    void aRoomThatGoesLeavesThePage();
    void theSidebarListsRoomsWhileThereAreAny();
    void aRoomInTheSidebarFillsTheJoinDialog();
    void namesAreNoMarkup();

private:
    QPushButton *button(const QString &name) const;
    NearbyListView *sideList() const { return m_window->findChild<NearbyListView *>(); }
    void joinSomewhere();

    QTemporaryDir m_directory;
    SystemClock m_clock;
    std::unique_ptr<FakeBrowser> m_browser;
    std::unique_ptr<NearbyRooms> m_rooms;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<ChatSessions> m_sessions;
    std::unique_ptr<FakeHost> m_host;
    std::unique_ptr<MainWindow> m_window;
};

void TestNearbyView::init()
{
    m_browser = std::make_unique<FakeBrowser>();
    m_rooms = std::make_unique<NearbyRooms>(m_clock);
    m_rooms->addBrowser(*m_browser);
    m_preferences = std::make_unique<Preferences>(m_directory.filePath(u"profile"_s));
    m_preferences->setUserName(u"Ada"_s);
    m_sessions = std::make_unique<ChatSessions>(m_clock);
    m_host = std::make_unique<FakeHost>();
    m_window = std::make_unique<MainWindow>(*m_sessions, *m_host, *m_preferences);
    m_window->setNearbyRooms(*m_rooms);
    m_window->resize(1180, 760);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestNearbyView::cleanup()
{
    m_window.reset();
    m_sessions.reset();
    m_host.reset();
    m_preferences.reset();
    m_rooms.reset();
    m_browser.reset();
}

QPushButton *TestNearbyView::button(const QString &name) const
{
    for (QPushButton *candidate : m_window->findChildren<QPushButton *>()) {
        if (candidate->isVisible() && (candidate->accessibleName() == name || candidate->text() == name)) {
            return candidate;
        }
    }
    return nullptr;
}

void TestNearbyView::joinSomewhere()
{
    ClientOptions options;
    options.address = {u"127.0.0.1"_s, 1, {}, {}}; // nobody listens there
    options.name = u"Ada"_s;
    m_sessions->join(options);
}

void TestNearbyView::theWelcomePageSaysWhatWasTried()
{
    const auto says = [this](const QString &text) {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QVERIFY(says(u"Looking for rooms nearby"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"No rooms found nearby: looked on this network by"_s), 5000);
}

void TestNearbyView::theWelcomePageOffersTheAddressField()
{
    QVERIFY(button(u"Enter an Address"_s));
    button(u"Enter an Address"_s)->click();
    const auto *focus = qobject_cast<const QLineEdit *>(m_window->focusWidget());
    QVERIFY(focus);
    QCOMPARE(focus->accessibleName(), u"Address or invite link"_s);
}

void TestNearbyView::aRoomOnTheWelcomePageIsJoinedByItsButton()
{
    m_browser->say(u"127.0.0.1"_s, u"Robotics lab"_s, 6);
    QTRY_VERIFY(button(u"Join Robotics lab"_s));
    QVERIFY(!button(u"Enter an Address"_s));
    button(u"Join Robotics lab"_s)->click();
    QCOMPARE(m_sessions->sessions().size(), 1);
    QCOMPARE(m_sessions->sessions().first()->address(), (RoomAddress{u"127.0.0.1"_s, 4040, {}, {}}));
}

void TestNearbyView::theFocusStaysWhereARoomChanges()
{
    m_browser->say(u"192.0.2.5"_s, u"Robotics lab"_s, 6);
    QTRY_VERIFY(button(u"Join Robotics lab"_s));
    QPushButton *join = button(u"Join Robotics lab"_s);
    join->setFocus();
    QSignalSpy changed(m_rooms.get(), &QAbstractItemModel::dataChanged);
    m_browser->say(u"192.0.2.5"_s, u"Robotics lab"_s, 7);
    m_browser->say(u"192.0.2.6"_s, u"Office"_s, 1);
    QTRY_VERIFY(button(u"Join Office"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_window->focusWidget(), join);
}

void TestNearbyView::aRoomThatGoesLeavesThePage()
{
    m_browser->say(u"192.0.2.5"_s, u"Robotics lab"_s, 6);
    m_browser->say(u"192.0.2.6"_s, u"Office"_s, 1);
    QTRY_VERIFY(button(u"Join Office"_s));
    Q_EMIT m_browser->gone(u"192.0.2.5"_s, 4040);
    QTRY_VERIFY(!button(u"Join Robotics lab"_s));
    QVERIFY(button(u"Join Office"_s));
    Q_EMIT m_browser->gone(u"192.0.2.6"_s, 4040);
    QTRY_VERIFY(button(u"Enter an Address"_s));
}

void TestNearbyView::theSidebarListsRoomsWhileThereAreAny()
{
    joinSomewhere();
    QTRY_VERIFY(sideList()->parentWidget()->isVisible());
    QVERIFY(!sideList()->isVisible());
    m_browser->say(u"192.0.2.5"_s, u"Robotics lab"_s, 6);
    QTRY_VERIFY(sideList()->isVisible());
    QCOMPARE(sideList()->accessibleName(), u"Nearby"_s);
    QTRY_VERIFY(sideList()->viewport()->height() >= sideList()->visualRect(m_rooms->index(0)).bottom());
    Q_EMIT m_browser->gone(u"192.0.2.5"_s, 4040);
    QTRY_VERIFY(!sideList()->isVisible());
}

void TestNearbyView::aRoomInTheSidebarFillsTheJoinDialog()
{
    joinSomewhere();
    m_browser->say(u"192.0.2.5"_s, u"Robotics lab"_s, 6);
    QTRY_VERIFY(sideList()->isVisible());
    sideList()->setFocus();
    QTest::keyClick(sideList(), Qt::Key_Down);
    QTest::keyClick(sideList(), Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<JoinDialog *>());
    const auto fields = m_window->findChild<JoinDialog *>()->findChildren<QLineEdit *>();
    QVERIFY(std::any_of(fields.begin(), fields.end(),
                        [](const QLineEdit *field) { return field->text() == u"192.0.2.5"_s; }));
    QCOMPARE(m_sessions->sessions().size(), 1);
}

void TestNearbyView::namesAreNoMarkup()
{
    m_browser->say(u"192.0.2.5"_s, u"<b>bold</b>"_s, 6);
    QTRY_VERIFY(button(u"Join <b>bold</b>"_s));
    const auto *list = m_window->findChild<NearbyRoomsList *>();
    for (const QLabel *label : list->findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

QTEST_MAIN(TestNearbyView)
#include "tst_nearbyview.moc"
