#include "tests/models/fixedclock.h"
#include "ui/widgets/composebar.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationactions.h"
#include "ui/widgets/conversationfind.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/moderationdesk.h"
#include "ui/widgets/seekbar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

/// A room of 40 messages, the newer half of which is loaded.
class TestConversationFind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aMatchThatIsLoadedLaterIsShown();
    void escapeGivesUpAMatchThatIsBeingLoaded();
    void typingGivesUpAMatchThatIsBeingLoaded();
    void aLongWayIsShownAndCanBeStopped();
    void aShortWayIsNotShown();
    void aLostConnectionEndsTheWay();

private:
    struct Pane
    {
        FixedClock clock;
        ChatSessions sessions{clock};
        QWidget window;
        FindBar bar;
        ConversationView view;
        Composer composer;
        ComposeBar composeBar;
        ModerationDesk desk{window};
        Conversation conversation{1, room(u"Lounge"_s, {}, 40)};
        ConversationActions actions{{sessions, view, composer, composeBar, desk}};
        ConversationFind find{{bar, view, actions}};
    };

    static QList<RoomEvent> events(Seq first, Seq last);
    void loadOlder(); ///< and what waits for it is done
    QLineEdit *field() const { return m_pane->bar.findChild<QLineEdit *>(); }

    std::unique_ptr<Pane> m_pane;
};

void TestConversationFind::init()
{
    m_pane = std::make_unique<Pane>();
    ConversationModel *messages = m_pane->conversation.messages();
    messages->setFirstAvailable(1);
    messages->appendEvents(events(21, 40));
    m_pane->view.resize(400, 300);
    m_pane->view.setModel(messages);
    m_pane->view.show();
    m_pane->actions.setConversation(&m_pane->conversation);
    m_pane->find.setConversation(&m_pane->conversation, nullptr);
    m_pane->find.begin();
    QSignalSpy wanted(messages, &ConversationModel::olderWanted);
    m_pane->actions.jumpTo(5); // as the search does for what only the server has
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!m_pane->view.currentIndex().isValid());
}

void TestConversationFind::cleanup()
{
    m_pane.reset();
}

QList<RoomEvent> TestConversationFind::events(Seq first, Seq last)
{
    QList<RoomEvent> list;
    for (Seq seq = first; seq <= last; ++seq) {
        list.append(message(seq, u"Bo"_s, u"message %1"_s.arg(seq)));
    }
    return list;
}

void TestConversationFind::loadOlder()
{
    m_pane->conversation.messages()->prependHistory(events(1, 20), false);
    QCoreApplication::sendPostedEvents();
}

void TestConversationFind::aMatchThatIsLoadedLaterIsShown()
{
    loadOlder();
    QCOMPARE(m_pane->view.currentIndex().row(), m_pane->conversation.messages()->rowOf(5));
}

void TestConversationFind::escapeGivesUpAMatchThatIsBeingLoaded()
{
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(m_pane->bar.isHidden());
    loadOlder();
    QVERIFY(!m_pane->view.currentIndex().isValid());
    QVERIFY(m_pane->view.isAtBottom());
}

void TestConversationFind::typingGivesUpAMatchThatIsBeingLoaded()
{
    field()->setText(u"nothing like that"_s);
    loadOlder();
    QVERIFY(!m_pane->view.currentIndex().isValid());
}

void TestConversationFind::aLongWayIsShownAndCanBeStopped()
{
    const auto *bar = m_pane->view.findChild<SeekBar *>();
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->findChild<QLabel *>()->text(), u"Loading earlier messages, 16 to go…"_s);
    auto *stop = bar->findChild<QPushButton *>();
    QCOMPARE(stop->accessibleName(), u"Stop loading earlier messages"_s);
    m_pane->conversation.messages()->prependHistory(events(11, 20), true);
    QCoreApplication::sendPostedEvents();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->findChild<QLabel *>()->text(), u"Loading earlier messages, 6 to go…"_s);
    stop->click();
    QVERIFY(!bar->isVisible());
    m_pane->conversation.messages()->prependHistory(events(1, 10), false);
    QCoreApplication::sendPostedEvents();
    QVERIFY(m_pane->view.currentIndex().row() != m_pane->conversation.messages()->rowOf(5));
    QVERIFY(m_pane->view.isAtBottom());
}

void TestConversationFind::aShortWayIsNotShown()
{
    const auto *bar = m_pane->view.findChild<SeekBar *>();
    QVERIFY(!bar->isVisible());
    loadOlder();
    QVERIFY(m_pane->view.currentIndex().isValid());
    QTest::qWait(2 * SeekBar::delayMs);
    QVERIFY(!bar->isVisible());
}

void TestConversationFind::aLostConnectionEndsTheWay()
{
    const auto *bar = m_pane->view.findChild<SeekBar *>();
    QTRY_VERIFY(bar->isVisible());
    m_pane->conversation.messages()->abandonOlder();
    QVERIFY(!bar->isVisible());
}

QTEST_MAIN(TestConversationFind)
#include "tst_conversationfind.moc"
