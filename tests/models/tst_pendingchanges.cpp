#include "tests/models/roomevents.h"
#include "ui/models/conversationmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;
using conversation::Delivery;
using conversation::Pending;
using conversation::Reaction;

namespace {

const PostId id(u"k1"_s);
const PostId other(u"k2"_s);

RoomEvent change(Seq seq, EventKind kind, Seq target, const QString &text, const QString &author)
{
    RoomEvent event = message(seq, author, text);
    event.kind = kind;
    event.target = target;
    return event;
}

} // namespace

/// What I change is shown before the server has stored it, and that it is not stored.
class TestPendingChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void anEditIsShownAsBeingSaved();
    void aStoredEditIsShownLikeAnyOther();
    void aRefusedEditShowsWhatStandsThereAndWhy();
    void aRefusedEditCanBeTriedAgainOrDiscarded();
    void aDeletionIsShownAsUnderWay();
    void aReactionIsCountedAtOnce();
    void takingAReactionBackIsShownAtOnce();
    void aFailureIsToldBeforeWhatIsUnderWay();
    void whatIsDeletedMeanwhileKeepsTheFailure();
    void aChangeToWhatIsNotLoadedIsShownWhenItIs();
    void aLostLogTakesChangesWithIt();

private:
    QVariant data(int role, int row = 0) const { return m_model->index(row).data(role); }
    QString text() const { return data(conversation::TextRole).toString(); }
    QString spoken() const { return data(Qt::AccessibleTextRole).toString(); }
    Delivery delivery() const { return Delivery(data(conversation::DeliveryRole).toInt()); }
    Pending pending() const { return Pending(data(conversation::PendingRole).toInt()); }
    QList<Reaction> reactions() const { return data(conversation::ReactionsRole).value<QList<Reaction>>(); }

    std::unique_ptr<ConversationModel> m_model;
};

void TestPendingChanges::init()
{
    m_model = std::make_unique<ConversationModel>(QTimeZone::utc());
    m_model->setMe(message(1, u"Ada"_s, {}).from.id, u"Ada"_s);
    m_model->appendEvents({message(1, u"Ada"_s, u"helo"_s), message(2, u"Bo"_s, u"hi"_s)});
    QCOMPARE(pending(), Pending::Nothing);
    QCOMPARE(delivery(), Delivery::Stored);
}

void TestPendingChanges::anEditIsShownAsBeingSaved()
{
    QSignalSpy changed(m_model.get(), &ConversationModel::dataChanged);
    m_model->addChange(id, EventKind::Edit, 1, u"hello"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(text(), u"hello"_s);
    QCOMPARE(pending(), Pending::Edit);
    QCOMPARE(delivery(), Delivery::Sending);
    QVERIFY(spoken().endsWith(u", saving"_s));
    QCOMPARE(m_model->postAt(0), id);
    QCOMPARE(m_model->rowOfPost(id), 0);
    QCOMPARE(m_model->data(m_model->index(1), conversation::DeliveryRole).toInt(), int(Delivery::Stored));
}

void TestPendingChanges::aStoredEditIsShownLikeAnyOther()
{
    m_model->addChange(id, EventKind::Edit, 1, u"hello"_s);
    m_model->setPostState(id, PostState::Stored, {});
    m_model->appendEvents({change(3, EventKind::Edit, 1, u"hello"_s, u"Ada"_s)});
    QCOMPARE(text(), u"hello"_s);
    QCOMPARE(delivery(), Delivery::Stored);
    QCOMPARE(pending(), Pending::Nothing);
    QVERIFY(data(conversation::EditedRole).toBool());
    QVERIFY(m_model->postAt(0).isEmpty());
}

void TestPendingChanges::aRefusedEditShowsWhatStandsThereAndWhy()
{
    m_model->addChange(id, EventKind::Edit, 1, u"hello"_s);
    m_model->setPostState(id, PostState::Failed, u"Nobody may."_s);
    QCOMPARE(text(), u"helo"_s);
    QCOMPARE(delivery(), Delivery::Failed);
    QCOMPARE(pending(), Pending::Edit);
    QCOMPARE(data(conversation::FailureRole).toString(), u"Nobody may."_s);
    QVERIFY(spoken().endsWith(u", not saved: Nobody may."_s));
    QCOMPARE(m_model->changeText(id), u"hello"_s);
}

void TestPendingChanges::aRefusedEditCanBeTriedAgainOrDiscarded()
{
    m_model->addChange(id, EventKind::Edit, 1, u"hello"_s);
    m_model->setPostState(id, PostState::Failed, u"Nobody may."_s);
    m_model->setPostState(id, PostState::Sending, {});
    QCOMPARE(text(), u"hello"_s);
    QCOMPARE(delivery(), Delivery::Sending);
    m_model->removePost(id);
    QCOMPARE(text(), u"helo"_s);
    QCOMPARE(delivery(), Delivery::Stored);
    QVERIFY(!m_model->holdsPost(id));
}

void TestPendingChanges::aDeletionIsShownAsUnderWay()
{
    m_model->addChange(id, EventKind::Delete, 1, {});
    QCOMPARE(text(), u"helo"_s);
    QCOMPARE(pending(), Pending::Deletion);
    QVERIFY(spoken().endsWith(u", deleting"_s));
    QVERIFY(m_model->changeText(id).isEmpty());
}

void TestPendingChanges::aReactionIsCountedAtOnce()
{
    m_model->appendEvents({change(3, EventKind::React, 1, u"👍"_s, u"Bo"_s)});
    m_model->addChange(id, EventKind::React, 1, u"👍"_s);
    m_model->addChange(other, EventKind::React, 1, u"❤"_s);
    QCOMPARE(reactions().size(), 2);
    QCOMPARE(reactions().at(0).count, 2);
    QVERIFY(reactions().at(0).mine && reactions().at(0).pending);
    QCOMPARE(reactions().at(1).count, 1);
    QCOMPARE(pending(), Pending::Reaction);
    QVERIFY(m_model->isReacting(1, u"👍"_s));
    m_model->setPostState(other, PostState::Failed, u"No."_s);
    QCOMPARE(reactions().size(), 1);
    m_model->setPostState(id, PostState::Stored, {});
    m_model->appendEvents({change(4, EventKind::React, 1, u"👍"_s, u"Ada"_s)});
    QCOMPARE(reactions().at(0).count, 2);
    QVERIFY(!reactions().at(0).pending);
}

void TestPendingChanges::takingAReactionBackIsShownAtOnce()
{
    m_model->appendEvents({change(3, EventKind::React, 1, u"👍"_s, u"Ada"_s)});
    m_model->addChange(id, EventKind::Delete, 3, {});
    QCOMPARE(pending(), Pending::Reaction);
    QVERIFY(reactions().at(0).pending);
    QCOMPARE(reactions().at(0).count, 1); // until it is so
    QVERIFY(m_model->isReacting(1, u"👍"_s));
    m_model->setPostState(id, PostState::Stored, {});
    m_model->appendEvents({change(4, EventKind::Delete, 3, {}, u"Ada"_s)});
    QVERIFY(reactions().isEmpty());
}

void TestPendingChanges::aFailureIsToldBeforeWhatIsUnderWay()
{
    m_model->addChange(id, EventKind::Edit, 1, u"hello"_s);
    m_model->addChange(other, EventKind::React, 1, u"👍"_s);
    m_model->setPostState(id, PostState::Failed, u"No."_s);
    QCOMPARE(delivery(), Delivery::Failed);
    QCOMPARE(m_model->postAt(0), id);
    m_model->removePost(id);
    QCOMPARE(m_model->postAt(0), other);
}

void TestPendingChanges::whatIsDeletedMeanwhileKeepsTheFailure()
{
    m_model->addChange(id, EventKind::Edit, 1, u"hello"_s);
    m_model->appendEvents({change(3, EventKind::Delete, 1, {}, u"Ada"_s)});
    QCOMPARE(text(), QString());
    m_model->setPostState(id, PostState::Failed, u"It is gone."_s);
    QVERIFY(data(conversation::DeletedRole).toBool());
    QCOMPARE(data(conversation::FailureRole).toString(), u"It is gone."_s);
    QVERIFY(spoken().endsWith(u", not saved: It is gone."_s));
}

void TestPendingChanges::aChangeToWhatIsNotLoadedIsShownWhenItIs()
{
    ConversationModel model(QTimeZone::utc());
    model.appendEvents({message(9, u"Bo"_s, u"hi"_s)});
    model.addChange(id, EventKind::Edit, 8, u"hello"_s);
    QCOMPARE(model.rowOfPost(id), -1);
    QVERIFY(model.holdsPost(id));
    model.prependHistory({message(8, u"Ada"_s, u"helo"_s)}, true);
    QCOMPARE(model.rowOfPost(id), 0);
    QCOMPARE(model.index(0).data(conversation::TextRole).toString(), u"hello"_s);
}

void TestPendingChanges::aLostLogTakesChangesWithIt()
{
    m_model->addChange(id, EventKind::Edit, 1, u"hello"_s);
    m_model->clear();
    m_model->appendEvents({message(1, u"Bo"_s, u"something else"_s)});
    QCOMPARE(text(), u"something else"_s);
    QCOMPARE(delivery(), Delivery::Stored);
}

QTEST_APPLESS_MAIN(TestPendingChanges)
#include "tst_pendingchanges.moc"
