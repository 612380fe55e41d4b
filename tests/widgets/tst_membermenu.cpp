#include "protocol/clock.h"
#include "ui/models/chatsessions.h"
#include "ui/widgets/membermenu.h"
#include "ui/widgets/moderationdesk.h"
#include "ui/widgets/penaltydialog.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestMemberMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aMemberMayTalkAndIgnore();
    void whoIsIgnoredCanBeHeardAgain();
    void aModeratorMayRemoveBanAndMute();
    void whoIsMutedCanBeUnmuted();
    void onlyTheOwnerMakesModerators();
    void theOwnerIsSafeFromModerators();
    void aBanAsksFirst();
    void everyEntryHasAKeyOfItsOwn();

private:
    void welcome(Role role);
    Member person(const QString &name, Role role = Role::None) const;
    QStringList offered(const Member &member);
    QAction *entry(const Member &member, const QString &words);

    SystemClock m_clock;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ChatSessions> m_sessions;
    ServerSession *m_session = nullptr;
    std::unique_ptr<ModerationDesk> m_desk;
    std::unique_ptr<MemberMenu> m_menu;
};

void TestMemberMenu::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_sessions = std::make_unique<ChatSessions>(m_clock);
    ClientOptions options;
    options.address = {u"127.0.0.1"_s, 1, {}, {}}; // nobody listens there
    options.name = u"Ada"_s;
    m_session = m_sessions->join(options);
    m_desk = std::make_unique<ModerationDesk>(*m_window);
}

void TestMemberMenu::cleanup()
{
    m_menu.reset();
    m_desk.reset();
    m_window.reset();
    m_sessions.reset();
}

Member TestMemberMenu::person(const QString &name, Role role) const
{
    Member member;
    member.id = MemberId(name);
    member.name = name;
    member.verified = true;
    member.role = role;
    return member;
}

void TestMemberMenu::welcome(Role role)
{
    serverevent::Welcome welcome;
    welcome.self = person(u"Ada"_s, role);
    RoomInfo room;
    room.id = RoomId(u"lounge"_s);
    room.name = u"Lounge"_s;
    Q_EMIT m_session->client()->welcomed(welcome);
    Q_EMIT m_session->client()->roomsJoined({room});
}

QStringList TestMemberMenu::offered(const Member &member)
{
    m_menu = std::make_unique<MemberMenu>(
        MemberMenu::Place{*m_sessions, *m_session, *m_session->firstRoom(), *m_desk}, member);
    m_menu->setAttribute(Qt::WA_DeleteOnClose, false);
    QStringList words;
    for (const QAction *action : m_menu->actions()) {
        if (!action->isSeparator()) {
            words.append(action->text().remove(u'&'));
        }
    }
    return words;
}

QAction *TestMemberMenu::entry(const Member &member, const QString &words)
{
    offered(member);
    for (QAction *action : m_menu->actions()) {
        if (action->text().remove(u'&') == words) {
            return action;
        }
    }
    return nullptr;
}

void TestMemberMenu::aMemberMayTalkAndIgnore()
{
    welcome(Role::None);
    QCOMPARE(offered(person(u"Bo"_s)), QStringList({u"Message"_s, u"Ignore This Person"_s}));
}

void TestMemberMenu::whoIsIgnoredCanBeHeardAgain()
{
    welcome(Role::None);
    entry(person(u"Bo"_s), u"Ignore This Person"_s)->trigger();
    QVERIFY(m_session->firstRoom()->isIgnored(u"Bo"_s));
    entry(person(u"Bo"_s), u"Stop Ignoring This Person"_s)->trigger();
    QVERIFY(!m_session->firstRoom()->isIgnored(u"Bo"_s));
}

void TestMemberMenu::aModeratorMayRemoveBanAndMute()
{
    welcome(Role::Moderator);
    QCOMPARE(offered(person(u"Bo"_s)).mid(2), QStringList({u"Remove…"_s, u"Ban…"_s, u"Mute…"_s}));
}

void TestMemberMenu::whoIsMutedCanBeUnmuted()
{
    welcome(Role::Moderator);
    Member bo = person(u"Bo"_s);
    bo.muted = true;
    QCOMPARE(offered(bo).mid(2), QStringList({u"Remove…"_s, u"Ban…"_s, u"Unmute"_s}));
}

void TestMemberMenu::onlyTheOwnerMakesModerators()
{
    welcome(Role::Owner);
    QCOMPARE(offered(person(u"Bo"_s)).last(), u"Make Moderator"_s);
    QCOMPARE(offered(person(u"Mo"_s, Role::Moderator)).last(), u"No Longer Moderator"_s);
    Member guest = person(u"guest"_s);
    guest.verified = false;
    QCOMPARE(offered(guest).last(), u"Mute…"_s);
}

void TestMemberMenu::theOwnerIsSafeFromModerators()
{
    welcome(Role::Moderator);
    QCOMPARE(offered(person(u"Ow"_s, Role::Owner)).size(), 2);
    QCOMPARE(offered(person(u"Mo"_s, Role::Moderator)).size(), 2);
}

void TestMemberMenu::aBanAsksFirst()
{
    welcome(Role::Owner);
    entry(person(u"Bo"_s), u"Ban…"_s)->trigger();
    auto *dialog = m_window->findChild<PenaltyDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->windowTitle(), u"Ban Bo?"_s);
}

void TestMemberMenu::everyEntryHasAKeyOfItsOwn()
{
    welcome(Role::Owner);
    for (const Role role : {Role::None, Role::Moderator}) {
        Member bo = person(u"Bo"_s, role);
        bo.muted = role == Role::None;
        offered(bo);
        QSet<QChar> keys;
        for (const QAction *action : m_menu->actions()) {
            if (!action->isSeparator()) {
                const QChar key = action->text().at(action->text().indexOf(u'&') + 1).toLower();
                QVERIFY2(!keys.contains(key), qPrintable(action->text()));
                keys.insert(key);
            }
        }
    }
}

QTEST_MAIN(TestMemberMenu)
#include "tst_membermenu.moc"
