#include "tests/models/fixedclock.h"
#include "ui/models/alertqueue.h"
#include "ui/models/alertsettings.h"
#include "ui/models/preferences.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

class TestAlertSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mentionsAndDirectTalksCountUnlessToldOtherwise();
    void aRoomHasAChoiceOfItsOwn();
    void aRoomsOwnWordsStandForThoseOfThePreferences();
    void aRoomMayHaveNoWordsAtAll();
    void aMutedRoomIsSilentUntilItsTime();
    void tomorrowBeginsAtEight();
    void doNotDisturbSilencesAlertsAndKeepsTheCount();
    void quietHoursSilenceAlertsAcrossMidnight();
    void whatIsSetComesBack();
    void rubbishInTheFileIsPassedOver();
    void theBadgeIsTrueOverRandomSteps();
    void severalMessagesBecomeOneAlert();
    void alertsHoldNoMarkup();

private:
    const QString m_room = u"host:4040/lounge"_s;
};

void TestAlertSettings::mentionsAndDirectTalksCountUnlessToldOtherwise()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    const FixedClock clock;
    const AlertSettings alerts(preferences, clock);
    QCOMPARE(alerts.counted(m_room, 7, 2), 2);
    QVERIFY(alerts.alerts(m_room, true));
    QVERIFY(!alerts.alerts(m_room, false));
    preferences.setAlertLevel(AlertLevel::All);
    QCOMPARE(alerts.counted(m_room, 7, 2), 7);
    preferences.setAlertLevel(AlertLevel::None);
    QCOMPARE(alerts.counted(m_room, 7, 2), 0);
}

void TestAlertSettings::aRoomHasAChoiceOfItsOwn()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    const FixedClock clock;
    AlertSettings alerts(preferences, clock);
    QSignalSpy changed(&alerts, &AlertSettings::changed);
    alerts.setLevel(m_room, AlertLevel::All);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(alerts.counted(m_room, 7, 2), 7);
    QCOMPARE(alerts.counted(u"host:4040/attic"_s, 7, 2), 2);
}

void TestAlertSettings::aRoomsOwnWordsStandForThoseOfThePreferences()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    preferences.setKeywords({u"release"_s});
    const FixedClock clock;
    const QString other = u"host:4040/a|b=c,d"_s;
    {
        AlertSettings alerts(preferences, clock);
        QCOMPARE(alerts.keywordsOf(m_room), QStringList{u"release"_s});
        QSignalSpy changed(&alerts, &AlertSettings::changed);
        alerts.setKeywords(m_room, {u"kitchen"_s, u"上海"_s});
        alerts.setKeywords(other, {u"a=b"_s});
        alerts.setLevel(other, AlertLevel::None);
        QCOMPARE(changed.size(), 3);
    }
    AlertSettings again(preferences, clock);
    QCOMPARE(again.keywordsOf(m_room), QStringList({u"kitchen"_s, u"上海"_s}));
    QCOMPARE(again.levelOf(m_room), AlertLevel::Addressed);
    QCOMPARE(again.keywordsOf(other), QStringList{u"a=b"_s});
    QCOMPARE(again.levelOf(other), AlertLevel::None);
    QCOMPARE(again.keywordsOf(u"host:4040/garden"_s), QStringList{u"release"_s});
    again.setKeywords(m_room, {});
    QCOMPARE(again.keywordsOf(m_room), QStringList{u"release"_s});
    QCOMPARE(AlertSettings(preferences, clock).ownKeywordsOf(m_room), QStringList());
}

/// Its own are kept for when they count again.
void TestAlertSettings::aRoomMayHaveNoWordsAtAll()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    preferences.setKeywords({u"release"_s});
    const FixedClock clock;
    const QString other = u"host:4040/garden"_s;
    {
        AlertSettings alerts(preferences, clock);
        alerts.setWordSource(m_room, WordSource::None);
        alerts.setLevel(other, AlertLevel::All);
        alerts.setKeywords(other, {u"kitchen"_s});
        alerts.setWordSource(other, WordSource::Preferences);
    }
    AlertSettings again(preferences, clock);
    QCOMPARE(again.wordSourceOf(m_room), WordSource::None);
    QCOMPARE(again.keywordsOf(m_room), QStringList());
    QCOMPARE(again.levelOf(m_room), AlertLevel::Addressed);
    QCOMPARE(again.keywordsOf(other), QStringList{u"release"_s});
    QCOMPARE(again.ownKeywordsOf(other), QStringList{u"kitchen"_s});
    QCOMPARE(again.levelOf(other), AlertLevel::All);
    again.setWordSource(other, WordSource::None);
    QCOMPARE(AlertSettings(preferences, clock).ownKeywordsOf(other), QStringList{u"kitchen"_s});
    again.setWordSource(other, WordSource::Room);
    QCOMPARE(AlertSettings(preferences, clock).keywordsOf(other), QStringList{u"kitchen"_s});
}

void TestAlertSettings::aMutedRoomIsSilentUntilItsTime()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    FixedClock clock;
    AlertSettings alerts(preferences, clock);
    alerts.muteForAnHour(m_room);
    QVERIFY(alerts.isMuted(m_room));
    QCOMPARE(alerts.counted(m_room, 7, 2), 0);
    QVERIFY(!alerts.alerts(m_room, true));
    clock.now += 59 * minute;
    QVERIFY(alerts.isMuted(m_room));
    clock.now += minute;
    QVERIFY(!alerts.isMuted(m_room));
    alerts.mute(m_room, AlertSettings::forever);
    clock.now += 365LL * 24 * 60 * minute;
    QVERIFY(alerts.isMuted(m_room));
    alerts.unmute(m_room);
    QVERIFY(!alerts.isMuted(m_room));
}

void TestAlertSettings::tomorrowBeginsAtEight()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    FixedClock clock;
    AlertSettings alerts(preferences, clock);
    alerts.muteUntilTomorrow(m_room);
    const QDateTime eight(QDateTime::fromMSecsSinceEpoch(morning).date().addDays(1), QTime(8, 0));
    clock.now = eight.toMSecsSinceEpoch() - 1;
    QVERIFY(alerts.isMuted(m_room));
    clock.now += 1;
    QVERIFY(!alerts.isMuted(m_room));
}

void TestAlertSettings::doNotDisturbSilencesAlertsAndKeepsTheCount()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    const FixedClock clock;
    const AlertSettings alerts(preferences, clock);
    preferences.setDoNotDisturb(true);
    QVERIFY(!alerts.alerts(m_room, true));
    QCOMPARE(alerts.counted(m_room, 7, 2), 2);
}

void TestAlertSettings::quietHoursSilenceAlertsAcrossMidnight()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    FixedClock clock;
    const AlertSettings alerts(preferences, clock);
    const auto at = [&clock](int hour, int minutes) {
        clock.now = QDateTime(QDate(2026, 11, 24), QTime(hour, minutes)).toMSecsSinceEpoch();
    };
    at(23, 0);
    QVERIFY(alerts.alerts(m_room, true));
    preferences.setQuietHours({true, QTime(22, 0), QTime(7, 0)});
    QVERIFY(!alerts.alerts(m_room, true));
    QCOMPARE(alerts.counted(m_room, 7, 2), 2);
    at(6, 59);
    QVERIFY(!alerts.alerts(m_room, true));
    at(7, 0);
    QVERIFY(alerts.alerts(m_room, true));
    preferences.setQuietHours({true, QTime(9, 0), QTime(10, 0)});
    QVERIFY(alerts.alerts(m_room, true));
    at(9, 30);
    QVERIFY(!alerts.alerts(m_room, true));
    QCOMPARE(Preferences(profile.path()).quietHours(), (QuietHours{true, QTime(9, 0), QTime(10, 0)}));
}

void TestAlertSettings::whatIsSetComesBack()
{
    const QTemporaryDir profile;
    const FixedClock clock;
    {
        Preferences preferences(profile.path());
        AlertSettings alerts(preferences, clock);
        alerts.setLevel(m_room, AlertLevel::None);
        alerts.mute(u"a|b|c"_s, AlertSettings::forever);
    }
    Preferences preferences(profile.path());
    const AlertSettings alerts(preferences, clock);
    QCOMPARE(alerts.levelOf(m_room), AlertLevel::None);
    QVERIFY(!alerts.isMuted(m_room));
    QVERIFY(alerts.isMuted(u"a|b|c"_s));
}

void TestAlertSettings::rubbishInTheFileIsPassedOver()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    preferences.setRoomAlerts({u""_s, u"|||"_s, u"9|x|room"_s, u"-|-5|room2"_s, u"2"_s});
    const FixedClock clock;
    const AlertSettings alerts(preferences, clock);
    QCOMPARE(alerts.levelOf(u"room"_s), AlertLevel::Addressed);
    QVERIFY(!alerts.isMuted(u"room2"_s));
}

/// The badge over sessions, against a count made anew at each step.
void TestAlertSettings::theBadgeIsTrueOverRandomSteps()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    FixedClock clock;
    AlertSettings alerts(preferences, clock);
    ChatSessions sessions(clock);
    sessions.setAlerts(&alerts);
    ClientOptions options;
    options.address.host = u"127.0.0.1"_s;
    options.address.port = 1;
    ServerSession *session = sessions.join(options);
    QList<RoomInfo> rooms;
    for (const QString &name : {u"Lounge"_s, u"Attic"_s, u"Cellar"_s}) {
        rooms.append(room(name, {member(u"Ada"_s), member(u"Bo"_s)}));
    }
    rooms.append(directRoom(u"Ada"_s, u"Bo"_s));
    Q_EMIT session->client()->roomsJoined(rooms);
    QCOMPARE(session->conversations().size(), 4);
    serverevent::Welcome welcome;
    welcome.self = member(u"Ada"_s);
    Q_EMIT session->client()->welcomed(welcome);
    constexpr quint32 seed = 20261124;
    QRandomGenerator random(seed);
    QHash<RoomId, Seq> heads;
    for (int step = 0; step < 10'000; ++step) {
        Conversation *one = session->conversations().at(int(random.bounded(4)));
        const QString key = sessions.roomKey(one);
        switch (random.bounded(8)) {
        case 0:
            one->markRead(random.bounded(int(one->messages()->newest()) + 1));
            break;
        case 1:
            alerts.setLevel(key, AlertLevel(random.bounded(3)));
            break;
        case 2:
            random.bounded(2) == 0 ? alerts.muteForAnHour(key) : alerts.unmute(key);
            break;
        case 3:
            preferences.setAlertLevel(AlertLevel(random.bounded(3)));
            break;
        case 4:
            preferences.setDoNotDisturb(random.bounded(2) == 0);
            break;
        default: {
            if (one->messages()->rowCount() > 60) {
                one->reset();
                heads[one->id()] = 0;
            }
            RoomEvent event = message(++heads[one->id()], random.bounded(4) == 0 ? u"Ada"_s : u"Bo"_s,
                                      random.bounded(3) == 0 ? u"@Ada look"_s : u"well"_s);
            event.room = one->id();
            Q_EMIT session->client()->eventsArrived(one->id(), {event});
        }
        }
        int expected = 0;
        const QList<Conversation *> conversations = session->conversations();
        for (const Conversation *each : conversations) {
            int unread = 0;
            int addressed = 0;
            auto *messages = const_cast<Conversation *>(each)->messages();
            for (int row = 0; row < messages->rowCount(); ++row) {
                const QModelIndex index = messages->index(row);
                const bool waiting = index.data(conversation::SeqRole).toLongLong() > each->readUpTo();
                if (!waiting || index.data(conversation::MineRole).toBool()) {
                    continue;
                }
                ++unread;
                addressed +=
                    each->isDirect() || index.data(conversation::TextRole).toString() == u"@Ada look"_s;
            }
            const QString name = sessions.roomKey(each);
            const AlertLevel level = alerts.levelOf(name);
            const bool silent = alerts.isMuted(name) || level == AlertLevel::None;
            expected += silent ? 0 : level == AlertLevel::All ? unread : addressed;
        }
        QVERIFY2(sessions.addressed() == expected,
                 qPrintable(u"seed %1, step %2: %3 instead of %4"_s.arg(seed)
                                .arg(step)
                                .arg(sessions.addressed())
                                .arg(expected)));
    }
}

void TestAlertSettings::severalMessagesBecomeOneAlert()
{
    Conversation lounge(1, room(u"Lounge"_s));
    Conversation attic(1, room(u"Attic"_s));
    AlertQueue queue(nullptr, 1);
    QSignalSpy alerts(&queue, &AlertQueue::alert);
    queue.hear(&lounge, message(1, u"Bo"_s, u"tea?"_s));
    QTRY_COMPARE(alerts.size(), 1);
    QCOMPARE(alerts.first().at(0).toString(), u"Bo in # Lounge"_s);
    QCOMPARE(alerts.takeFirst().at(1).toString(), u"tea?"_s);
    QCOMPARE(queue.conversation(), &lounge);
    QCOMPARE(queue.seq(), 1);
    queue.hear(&lounge, message(2, u"Bo"_s, u"now?"_s));
    queue.hear(&lounge, message(3, u"Bo"_s, u"well?"_s));
    QTRY_COMPARE(alerts.size(), 1);
    QCOMPARE(alerts.takeFirst().at(0).toString(), u"# Lounge"_s);
    queue.hear(&lounge, message(4, u"Bo"_s, u"a"_s));
    queue.hear(&attic, message(9, u"Bo"_s, u"b"_s));
    QTRY_COMPARE(alerts.size(), 1);
    QCOMPARE(queue.conversation(), &attic);
    QCOMPARE(queue.seq(), 9);
}

void TestAlertSettings::alertsHoldNoMarkup()
{
    Conversation lounge(1, room(u"<b>x</b>"_s));
    AlertQueue queue(nullptr, 1);
    QSignalSpy alerts(&queue, &AlertQueue::alert);
    queue.hear(&lounge, message(1, u"<i>Bo</i>"_s, u"<a href='x'>click</a>\n\nnow "_s + QString(5000, u'y')));
    QTRY_COMPARE(alerts.size(), 1);
    const QString all = alerts.first().at(0).toString() + alerts.first().at(1).toString();
    QVERIFY(!all.contains(u'<') && !all.contains(u'>') && !all.contains(u'\n'));
    QVERIFY(all.size() < 600);
}

QTEST_GUILESS_MAIN(TestAlertSettings)
#include "tst_alertsettings.moc"
