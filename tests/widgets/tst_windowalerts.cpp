#include "tests/models/roomevents.h"
#include "ui/models/desktopnotifier.h"
#include "ui/models/preferences.h"
#include "ui/widgets/windowalerts.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class FakeNotifier : public DesktopNotifier
{
public:
    void show(const QString &, const QString &text) override { texts.append(text); }

    QStringList texts;
};

class TestWindowAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsHeardBeforeItBeginsIsToldThen();
    void whatIsHeardLaterIsToldAtOnce();

private:
    QTemporaryDir m_profile;
    SystemClock m_clock;
    Preferences m_preferences{m_profile.path()};
    ChatSessions m_sessions{m_clock};
    Conversation m_room{0, sample::room(u"Lounge"_s)};
    QWidget m_window;
};

void TestWindowAlerts::whatIsHeardBeforeItBeginsIsToldThen()
{
    FakeNotifier notifier;
    auto *alerts = new WindowAlerts(m_window, m_sessions, m_preferences);
    Q_EMIT m_sessions.heard(&m_room, sample::message(1, u"Bo"_s, u"good morning"_s), true);
    QTest::qWait(2 * AlertQueue::gatherMs);
    alerts->setNotifier(&notifier);
    QVERIFY(notifier.texts.isEmpty());
    alerts->begin();
    QCOMPARE(notifier.texts, QStringList{u"good morning"_s});
    delete alerts;
}

void TestWindowAlerts::whatIsHeardLaterIsToldAtOnce()
{
    FakeNotifier notifier;
    auto *alerts = new WindowAlerts(m_window, m_sessions, m_preferences);
    alerts->setNotifier(&notifier);
    alerts->begin();
    QVERIFY(notifier.texts.isEmpty());
    Q_EMIT m_sessions.heard(&m_room, sample::message(1, u"Bo"_s, u"hello"_s), true);
    QTRY_COMPARE(notifier.texts, QStringList{u"hello"_s});
    delete alerts;
}

QTEST_MAIN(TestWindowAlerts)
#include "tst_windowalerts.moc"
