#include "tests/models/roomevents.h"
#include "ui/models/conversationmodel.h"
#include "ui/models/messagechanges.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;
using conversation::Reaction;

namespace {

RoomEvent change(Seq seq, EventKind kind, Seq target, const QString &text, const QString &author = u"Bo"_s)
{
    RoomEvent event = message(seq, author, text);
    event.kind = kind;
    event.target = target;
    return event;
}

} // namespace

class TestMessageChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastEditCounts();
    void theSameReactionOfOnePersonCountsOnce();
    void aReactionIsTakenBackByDeletingIt();
    void theOrderInWhichEventsComeDoesNotMatter();
    void whatPointsNowhereChangesNothing();
    void anEditedMessageShowsItsNewText();
    void aDeletedMessageShowsNothingOfItsText();
    void aQuoteFollowsItsMessage();
    void aQuoteIsFilledWhenHistoryBringsItsMessage();
    void reactionsAreReadAloud();
    void whoIsIgnoredIsHiddenAndNotCounted();
    void whatIsRevealedIsShown();
    void myLastMessageIsFound();

private:
    const MemberId m_ada = MemberId(u"id-Ada"_s);
};

void TestMessageChanges::theLastEditCounts()
{
    MessageChanges changes;
    QCOMPARE(changes.editOf(1), nullptr);
    QCOMPARE(changes.take(change(5, EventKind::Edit, 1, u"later"_s)), 1);
    QCOMPARE(changes.take(change(3, EventKind::Edit, 1, u"earlier"_s)), 0);
    QCOMPARE(*changes.editOf(1), u"later"_s);
}

void TestMessageChanges::theSameReactionOfOnePersonCountsOnce()
{
    MessageChanges changes;
    changes.take(change(2, EventKind::React, 1, u"👍"_s, u"Bo"_s));
    changes.take(change(3, EventKind::React, 1, u"👍"_s, u"Bo"_s));
    changes.take(change(4, EventKind::React, 1, u"👍"_s, u"Ada"_s));
    changes.take(change(5, EventKind::React, 1, u"🎉"_s, u"Bo"_s));
    const QList<Reaction> expected = {{u"👍"_s, 2, true, {u"Bo"_s, u"Ada"_s}}, {u"🎉"_s, 1, false, {u"Bo"_s}}};
    QCOMPARE(changes.reactionsTo(1, m_ada), expected);
    QCOMPARE(changes.reactionBy(m_ada, 1, u"👍"_s), 4);
    QCOMPARE(changes.reactionBy(m_ada, 1, u"🎉"_s), 0);
}

void TestMessageChanges::aReactionIsTakenBackByDeletingIt()
{
    MessageChanges changes;
    changes.take(change(2, EventKind::React, 1, u"👍"_s));
    QCOMPARE(changes.take(change(3, EventKind::Delete, 2, {})), 1);
    QVERIFY(changes.reactionsTo(1, m_ada).isEmpty());
    QVERIFY(!changes.isDeleted(1));
}

void TestMessageChanges::theOrderInWhichEventsComeDoesNotMatter()
{
    QList<RoomEvent> events = {
        change(5, EventKind::Edit, 1, u"a"_s),
        change(6, EventKind::React, 1, u"👍"_s),
        change(7, EventKind::Edit, 1, u"b"_s),
        change(8, EventKind::Delete, 6, {}),
        change(9, EventKind::React, 1, u"🎉"_s, u"Cy"_s),
        change(10, EventKind::React, 1, u"🎉"_s),
        change(11, EventKind::Delete, 2, {}),
        change(12, EventKind::Edit, 2, u"ghost"_s),
    };
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        std::shuffle(events.begin(), events.end(), random);
        MessageChanges changes;
        for (const RoomEvent &event : std::as_const(events)) {
            changes.take(event);
        }
        QCOMPARE(*changes.editOf(1), u"b"_s);
        const QList<Reaction> expected = {{u"🎉"_s, 2, false, {u"Cy"_s, u"Bo"_s}}};
        QCOMPARE(changes.reactionsTo(1, m_ada), expected);
        QVERIFY(changes.isDeleted(2));
        QVERIFY(!changes.isDeleted(1));
    }
}

void TestMessageChanges::whatPointsNowhereChangesNothing()
{
    MessageChanges changes;
    QCOMPARE(changes.take(change(5, EventKind::Edit, 0, u"x"_s)), 0);
    QCOMPARE(changes.take(change(5, EventKind::Edit, -3, u"x"_s)), 0);
    QCOMPARE(changes.take(change(5, EventKind::Delete, 5, u"x"_s)), 0);
    QCOMPARE(changes.take(change(5, EventKind::React, 9, u"x"_s)), 0);
    QCOMPARE(changes.take(change(5, EventKind::Message, 1, u"x"_s)), 0);
}

void TestMessageChanges::anEditedMessageShowsItsNewText()
{
    ConversationModel model;
    model.appendEvents({message(1, u"Bo"_s, u"helo"_s)});
    QSignalSpy changed(&model, &ConversationModel::dataChanged);
    model.appendEvents({change(2, EventKind::Edit, 1, u"hello"_s)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(changed.size(), 1);
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data(conversation::TextRole).toString(), u"hello"_s);
    QVERIFY(row.data(conversation::EditedRole).toBool());
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().endsWith(u", edited"_s));
}

void TestMessageChanges::aDeletedMessageShowsNothingOfItsText()
{
    ConversationModel model;
    model.appendEvents({message(1, u"Bo"_s, u"secret"_s), change(2, EventKind::Edit, 1, u"big secret"_s),
                        change(3, EventKind::Delete, 1, {})});
    const QModelIndex row = model.index(0);
    QVERIFY(row.data(conversation::DeletedRole).toBool());
    QVERIFY(!row.data(conversation::EditedRole).toBool());
    QCOMPARE(row.data(conversation::TextRole).toString(), QString());
    QVERIFY(!row.data(Qt::AccessibleTextRole).toString().contains(u"secret"_s));
}

void TestMessageChanges::aQuoteFollowsItsMessage()
{
    ConversationModel model;
    RoomEvent reply = message(2, u"Ada"_s, u"yes"_s);
    reply.reply = 1;
    model.appendEvents({message(1, u"Bo"_s, u"tee?"_s), reply});
    const QModelIndex row = model.index(1);
    QCOMPARE(row.data(conversation::AnsweredSeqRole).toLongLong(), 1);
    QCOMPARE(row.data(conversation::AnsweredNameRole).toString(), u"Bo"_s);
    QCOMPARE(row.data(conversation::AnsweredTextRole).toString(), u"tee?"_s);
    QSignalSpy changed(&model, &ConversationModel::dataChanged);
    model.appendEvents({change(3, EventKind::Edit, 1, u"tea?"_s)});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(row.data(conversation::AnsweredTextRole).toString(), u"tea?"_s);
    model.appendEvents({change(4, EventKind::Delete, 1, {})});
    QCOMPARE(row.data(conversation::AnsweredTextRole).toString(), QString());
}

void TestMessageChanges::aQuoteIsFilledWhenHistoryBringsItsMessage()
{
    ConversationModel model;
    RoomEvent reply = message(5, u"Ada"_s, u"yes"_s);
    reply.reply = 4;
    model.appendEvents({reply, change(6, EventKind::Edit, 4, u"tea?"_s)});
    QCOMPARE(model.index(0).data(conversation::AnsweredNameRole).toString(), QString());
    model.prependHistory({message(4, u"Bo"_s, u"tee?"_s)}, true);
    QCOMPARE(model.index(1).data(conversation::AnsweredNameRole).toString(), u"Bo"_s);
    QCOMPARE(model.index(1).data(conversation::AnsweredTextRole).toString(), u"tea?"_s);
    QCOMPARE(model.index(0).data(conversation::TextRole).toString(), u"tea?"_s);
}

void TestMessageChanges::reactionsAreReadAloud()
{
    ConversationModel model;
    model.appendEvents({message(1, u"Bo"_s, u"cake"_s), change(2, EventKind::React, 1, u"🎉"_s)});
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().endsWith(u"reactions: 🎉 1"_s));
}

void TestMessageChanges::whoIsIgnoredIsHiddenAndNotCounted()
{
    ConversationModel model;
    model.appendEvents({message(1, u"Bo"_s, u"one"_s), message(2, u"Cy"_s, u"two"_s)});
    model.setIgnored({u"bo"_s});
    QVERIFY(model.index(0).data(conversation::HiddenRole).toBool());
    QVERIFY(model.index(0).data(conversation::IgnoredRole).toBool());
    QVERIFY(!model.index(1).data(conversation::HiddenRole).toBool());
    QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"one"_s));
    QCOMPARE(model.unreadBetween(0, 2).messages, 1);
    model.setIgnored({});
    QVERIFY(!model.index(0).data(conversation::HiddenRole).toBool());
}

void TestMessageChanges::whatIsRevealedIsShown()
{
    ConversationModel model;
    model.appendEvents({message(1, u"Bo"_s, u"one"_s), message(2, u"Bo"_s, u"two"_s)});
    model.setIgnored({u"bo"_s});
    model.reveal(0);
    QVERIFY(!model.index(0).data(conversation::HiddenRole).toBool());
    QVERIFY(model.index(0).data(conversation::IgnoredRole).toBool());
    QVERIFY(model.index(1).data(conversation::HiddenRole).toBool());
    model.reveal(99);
}

void TestMessageChanges::myLastMessageIsFound()
{
    ConversationModel model;
    model.setMe(m_ada, u"Ada"_s);
    QCOMPARE(model.lastOfMine(), 0);
    model.appendEvents(
        {message(1, u"Ada"_s, u"one"_s), message(2, u"Ada"_s, u"two"_s), message(3, u"Bo"_s, u"three"_s)});
    QCOMPARE(model.lastOfMine(), 2);
    model.appendEvents({change(4, EventKind::Delete, 2, {}, u"Ada"_s)});
    QCOMPARE(model.lastOfMine(), 1);
}

QTEST_GUILESS_MAIN(TestMessageChanges)
#include "tst_messagechanges.moc"
