#include "protocol/clock.h"
#include "ui/models/serversession.h"
#include "ui/widgets/hostpanel.h"
#include "ui/widgets/language.h"
#include "ui/widgets/penaltydialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestHostPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLanguage(*qApp, LanguageChoice::English); }
    void init();
    void cleanup();
    void connectionsAreListedByName();
    void aRefreshKeepsWhoIsChosen();
    void theTableIsSortedByKeyboard();
    void thereIsNothingToDoToTheOwner();
    void aBanIsAskedForOverThePanel();
    void theRowsMenuOffersWhatTheButtonsDo();
    void emptyTablesSaySo();
    void aMuteIsLiftedByItsName();
    void ownersDemoteModeratorsThatAreNotHere();
    void theLogIsCopiedAsText();
    void aRefusalIsSaidInThePanel();
    void everythingHasAName();

private:
    static ConnectionInfo connection(const QString &name, const QString &address, Role role = Role::None);
    QTableView *table(const QString &name) const;
    QPushButton *button(const QString &text) const;
    void turnTo(int page) const { m_panel->findChild<QTabWidget *>()->setCurrentIndex(page); }
    QStringList column(QTableView *view, int column) const;
    bool shows(const QString &part) const;
    RoomClient *client() const { return m_session->client(); }

    SystemClock m_clock;
    std::unique_ptr<ServerSession> m_session;
    std::unique_ptr<HostPanel> m_panel;
};

void TestHostPanel::init()
{
    ClientOptions options;
    options.address.host = u"127.0.0.1"_s;
    m_session = std::make_unique<ServerSession>(1, options, true, m_clock);
    serverevent::Welcome welcome;
    welcome.serverName = u"Kitchen"_s;
    welcome.self.id = MemberId(u"Ada"_s);
    welcome.self.role = Role::Owner;
    Q_EMIT client()->welcomed(welcome);
    m_panel = std::make_unique<HostPanel>(*m_session);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestHostPanel::cleanup()
{
    m_panel.reset();
    m_session.reset();
}

ConnectionInfo TestHostPanel::connection(const QString &name, const QString &address, Role role)
{
    ConnectionInfo one;
    one.member = MemberId(name);
    one.name = name;
    one.address = address;
    one.role = role;
    one.roundTrip = int(name.size());
    return one;
}

QTableView *TestHostPanel::table(const QString &name) const
{
    const auto tables = m_panel->findChildren<QTableView *>();
    for (QTableView *one : tables) {
        if (one->accessibleName() == name) {
            return one;
        }
    }
    return nullptr;
}

QPushButton *TestHostPanel::button(const QString &text) const
{
    const auto buttons = m_panel->findChildren<QPushButton *>();
    for (QPushButton *one : buttons) {
        if (one->text().remove(u'&') == text) {
            return one;
        }
    }
    return nullptr;
}

QStringList TestHostPanel::column(QTableView *view, int column) const
{
    QStringList cells;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        cells.append(view->model()->index(row, column).data().toString());
    }
    return cells;
}

bool TestHostPanel::shows(const QString &part) const
{
    const auto labels = m_panel->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
        return label->isVisible() && label->text().contains(part);
    });
}

void TestHostPanel::connectionsAreListedByName()
{
    QVERIFY(shows(u"Asking who is connected…"_s));
    Q_EMIT client()->connectionsListed({connection(u"Zoe"_s, u"192.0.2.1"_s),
                                        connection(u"ada"_s, u"192.0.2.2"_s, Role::Owner),
                                        connection(u"Bo"_s, u"192.0.2.3"_s)});
    QVERIFY(shows(u"Kitchen: 3 connections"_s));
    QTableView *view = table(u"Connections"_s);
    QVERIFY(view->isVisible());
    QCOMPARE(column(view, 0), QStringList({u"ada"_s, u"Bo"_s, u"Zoe"_s}));
    QCOMPARE(column(view, 2), QStringList({u"192.0.2.2"_s, u"192.0.2.3"_s, u"192.0.2.1"_s}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(view->hasFocus());
}

void TestHostPanel::aRefreshKeepsWhoIsChosen()
{
    Q_EMIT client()->connectionsListed(
        {connection(u"Bo"_s, u"192.0.2.1"_s), connection(u"Cy"_s, u"192.0.2.2"_s)});
    QTableView *view = table(u"Connections"_s);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(view->currentIndex().siblingAtColumn(0).data().toString(), u"Cy"_s);
    ConnectionInfo cy = connection(u"Cy"_s, u"192.0.2.2"_s);
    cy.queued = 5000;
    Q_EMIT client()->connectionsListed({connection(u"Al"_s, u"192.0.2.3"_s), cy});
    QCOMPARE(column(view, 0), QStringList({u"Al"_s, u"Cy"_s}));
    QCOMPARE(view->currentIndex().siblingAtColumn(0).data().toString(), u"Cy"_s);
}

void TestHostPanel::theTableIsSortedByKeyboard()
{
    Q_EMIT client()->connectionsListed(
        {connection(u"Bo"_s, u"192.0.2.1"_s), connection(u"Alexandra"_s, u"192.0.2.2"_s)});
    QWidget *page = table(u"Connections"_s)->parentWidget();
    auto *columns = page->findChild<QComboBox *>();
    for (int key = 0; key < 6; ++key) {
        QTest::keyClick(columns, Qt::Key_Down);
    }
    QCOMPARE(columns->currentText(), u"Round trip"_s);
    QCOMPARE(column(table(u"Connections"_s), 0), QStringList({u"Bo"_s, u"Alexandra"_s}));
    QTest::keyClick(page->findChild<QCheckBox *>(), Qt::Key_Space);
    QCOMPARE(column(table(u"Connections"_s), 0), QStringList({u"Alexandra"_s, u"Bo"_s}));
}

void TestHostPanel::thereIsNothingToDoToTheOwner()
{
    ConnectionInfo stranger = connection({}, u"192.0.2.9"_s);
    Q_EMIT client()->connectionsListed({connection(u"Ada"_s, u"192.0.2.1"_s, Role::Owner), stranger});
    QTableView *view = table(u"Connections"_s);
    for (int row = 0; row < 2; ++row) {
        view->setCurrentIndex(view->model()->index(row, 0));
        QVERIFY(!button(u"Remove…"_s)->isEnabled());
        QVERIFY(!button(u"Ban…"_s)->isEnabled());
    }
}

void TestHostPanel::aBanIsAskedForOverThePanel()
{
    Q_EMIT client()->connectionsListed({connection(u"Bo"_s, u"192.0.2.1"_s)});
    QVERIFY(button(u"Ban…"_s)->isEnabled());
    QTest::keyClick(button(u"Ban…"_s), Qt::Key_Space);
    auto *dialog = m_panel->findChild<PenaltyDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), u"Ban Bo?"_s);
}

void TestHostPanel::theRowsMenuOffersWhatTheButtonsDo()
{
    Q_EMIT client()->connectionsListed({connection(u"Bo"_s, u"192.0.2.1"_s)});
    QTableView *view = table(u"Connections"_s);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), view->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(view->viewport(), &event);
    const auto *menu = m_panel->findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().first()->trigger();
    QVERIFY(m_panel->findChild<PenaltyDialog *>());
}

void TestHostPanel::emptyTablesSaySo()
{
    turnTo(1);
    Q_EMIT client()->bansListed({});
    QVERIFY(shows(u"Nobody is banned or muted."_s));
    QVERIFY(!table(u"Bans and mutes"_s)->isVisible());
    turnTo(2);
    Q_EMIT client()->actsListed({});
    QVERIFY(shows(u"Nothing was done yet."_s));
    QVERIFY(!button(u"Copy as Text"_s)->isEnabled());
}

void TestHostPanel::aMuteIsLiftedByItsName()
{
    turnTo(1);
    Ban mute;
    mute.id = BanId(u"1"_s);
    mute.act = Act::Mute;
    mute.name = u"Bo"_s;
    Q_EMIT client()->bansListed({mute});
    QVERIFY(button(u"Lift the Mute"_s)->isEnabled());
    mute.act = Act::Ban;
    Q_EMIT client()->bansListed({mute});
    QVERIFY(button(u"Lift the Ban"_s));
}

void TestHostPanel::ownersDemoteModeratorsThatAreNotHere()
{
    turnTo(3);
    Q_EMIT client()->moderatorsListed({});
    QVERIFY(shows(u"Nobody is a moderator."_s));
    Member bo;
    bo.id = MemberId(u"away"_s);
    bo.name = u"Bo"_s;
    bo.role = Role::Moderator;
    Q_EMIT client()->moderatorsListed({bo});
    QCOMPARE(column(table(u"Moderators"_s), 0), QStringList{u"Bo"_s});
    QVERIFY(button(u"No Longer Moderator"_s)->isEnabled());
    Member self;
    self.id = MemberId(u"Ada"_s);
    self.role = Role::Moderator;
    Q_EMIT client()->selfChanged(self);
    QVERIFY(!button(u"No Longer Moderator"_s)->isEnabled()); // that is for the owner alone
}

void TestHostPanel::theLogIsCopiedAsText()
{
    turnTo(2);
    ActRecord kick;
    kick.at = 1'795'424'400'000;
    kick.by = u"Ada"_s;
    kick.whom = u"Bo"_s;
    Q_EMIT client()->actsListed({kick});
    QTest::mouseClick(button(u"Copy as Text"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"2026-11-23T09:00:00Z\tAda\tRemoved\tBo\t\n"_s);
}

void TestHostPanel::aRefusalIsSaidInThePanel()
{
    Q_EMIT client()->failed({{ErrorCode::NotAllowed, {}}, {}, {}});
    QVERIFY(shows(u"You may not do that here."_s));
    Q_EMIT client()->moderated({});
    QVERIFY(!shows(u"You may not do that here."_s));
}

void TestHostPanel::everythingHasAName()
{
    Q_EMIT client()->connectionsListed({connection(u"Bo"_s, u"192.0.2.1"_s)});
    const auto widgets = m_panel->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const auto *named = qobject_cast<const QAbstractButton *>(widget);
        const bool stop = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus);
        if (stop && !qobject_cast<const QTabBar *>(widget)) {
            QVERIFY2(!widget->accessibleName().isEmpty() || (named && !named->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }
}

QTEST_MAIN(TestHostPanel)
#include "tst_hostpanel.moc"
