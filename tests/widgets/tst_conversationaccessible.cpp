#include "tests/widgets/samplerows.h"
#include "ui/widgets/conversationview.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tincan;
using namespace tincan::conversation;
using namespace Qt::StringLiterals;

class TestConversationAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theViewIsAListOfAllRows();
    void anItemSaysAuthorTextAndTime();
    void anItemIsFoundWhereItIsPainted();
    void anItemKnowsItsPlaceAfterOlderRowsArrive();
    void theItemOfARemovedRowIsInvalid();
    void itemsFarAwayAreOffscreen();
    void theCurrentRowHasTheFocus();
    void thousandsOfItemsAreNotKept();
    void theTextOfAnItemCanBeReadAndSelected();
    void aFailedMessageOffersItsActions();
    void aRefusedDeletionOffersNoEditing();
    void theJumpButtonIsAChildWhileItIsVisible();
    void itemsOutliveNothing();

private:
    QAccessibleInterface *list() const { return QAccessible::queryAccessibleInterface(m_view.get()); }

    std::unique_ptr<SampleRows> m_model;
    std::unique_ptr<ConversationView> m_view;
};

void TestConversationAccessible::init()
{
    QAccessible::setActive(true);
    m_model = std::make_unique<SampleRows>();
    m_view = std::make_unique<ConversationView>();
    m_model->rows = sampleRows(0, 5000);
    m_view->resize(600, 500);
    m_view->setModel(m_model.get());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestConversationAccessible::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestConversationAccessible::theViewIsAListOfAllRows()
{
    QCOMPARE(list()->role(), QAccessible::List);
    QCOMPARE(list()->text(QAccessible::Name), u"Conversation"_s);
    QCOMPARE(list()->childCount(), 5000);
    QCOMPARE(list()->child(-1), nullptr);
    QCOMPARE(list()->child(5000), nullptr);
    m_model->append(sampleRows(5000, 3));
    QCOMPARE(list()->childCount(), 5003);
}

void TestConversationAccessible::anItemSaysAuthorTextAndTime()
{
    QAccessibleInterface *item = list()->child(4999);
    QCOMPARE(item->role(), QAccessible::ListItem);
    QCOMPARE(item->text(QAccessible::Name), m_model->index(4999).data(Qt::AccessibleTextRole).toString());
    QVERIFY(item->text(QAccessible::Name).contains(m_model->rows[4999].text));
    QCOMPARE(item->parent(), list());
    QCOMPARE(list()->indexOfChild(item), 4999);
    QCOMPARE(list()->child(4999), item);
}

void TestConversationAccessible::anItemIsFoundWhereItIsPainted()
{
    QAccessibleInterface *item = list()->child(4998);
    const QRect painted = m_view->visualRect(m_model->index(4998));
    QCOMPARE(item->rect(), QRect(m_view->viewport()->mapToGlobal(painted.topLeft()), painted.size()));
    QCOMPARE(list()->childAt(item->rect().center().x(), item->rect().center().y()), item);
}

void TestConversationAccessible::anItemKnowsItsPlaceAfterOlderRowsArrive()
{
    QAccessibleInterface *item = list()->child(4999);
    const QString name = item->text(QAccessible::Name);
    m_model->insert(0, sampleRows(10'000, 200));
    QCOMPARE(item->text(QAccessible::Name), name);
    QCOMPARE(list()->indexOfChild(item), 5199);
    QCOMPARE(list()->child(5199), item);
}

void TestConversationAccessible::theItemOfARemovedRowIsInvalid()
{
    QAccessibleInterface *item = list()->child(4999);
    m_model->remove(4999, 1);
    QVERIFY(!item->isValid());
    QVERIFY(item->state().invalid);
    QCOMPARE(list()->childCount(), 4999);
    QVERIFY(list()->child(4998)->isValid());
}

void TestConversationAccessible::itemsFarAwayAreOffscreen()
{
    QVERIFY(list()->child(10)->state().offscreen);
    QVERIFY(!list()->child(4999)->state().offscreen);
    m_view->scrollToRow(10, 0);
    QVERIFY(!list()->child(10)->state().offscreen);
    QVERIFY(list()->child(4999)->state().offscreen);
}

void TestConversationAccessible::theCurrentRowHasTheFocus()
{
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_view->hasFocus());
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    const int row = m_view->currentIndex().row();
    QAccessibleInterface *item = list()->child(row);
    QVERIFY(item->state().focused);
    QVERIFY(item->state().focusable);
    QCOMPARE(list()->focusChild(), item);
    QVERIFY(!list()->child(row - 1)->state().focused);
}

void TestConversationAccessible::thousandsOfItemsAreNotKept()
{
    QAccessibleInterface *first = list()->child(0);
    const QAccessible::Id id = QAccessible::uniqueId(first);
    QCOMPARE(QAccessible::accessibleInterface(id), first);
    for (int row = 1; row < 5000; ++row) {
        QVERIFY(list()->child(row) != nullptr);
    }
    QCOMPARE(QAccessible::accessibleInterface(id), nullptr);
    QVERIFY(list()->child(0)->isValid());
}

void TestConversationAccessible::theTextOfAnItemCanBeReadAndSelected()
{
    QAccessibleTextInterface *text = list()->child(4999)->textInterface();
    QVERIFY(text != nullptr);
    const QString &shown = m_model->rows[4999].text;
    QCOMPARE(text->characterCount(), int(shown.size()));
    QCOMPARE(text->text(0, -1), shown);
    QCOMPARE(text->text(1, 4), shown.mid(1, 3));
    text->addSelection(1, 4);
    QCOMPARE(m_view->selectedText(), shown.mid(1, 3));
    int start = 0;
    int end = 0;
    text->selection(0, &start, &end);
    QCOMPARE(start, 1);
    QCOMPARE(end, 4);
    QVERIFY(list()->child(4999)->state().selected);
    const QRect character = text->characterRect(2);
    QVERIFY(list()->child(4999)->rect().contains(character));
    QCOMPARE(text->offsetAtPoint(QPoint(character.left() + 1, character.center().y())), 2);
}

void TestConversationAccessible::aFailedMessageOffersItsActions()
{
    m_model->change(4999, [](SampleRow &row) {
        row.delivery = Delivery::Failed;
        row.text = u"hello"_s;
    });
    QSignalSpy retry(m_view.get(), &ConversationView::retryRequested);
    QAccessibleActionInterface *actions = list()->child(4999)->actionInterface();
    QVERIFY(actions != nullptr);
    QVERIFY(actions->actionNames().contains(u"Retry"_s));
    QVERIFY(actions->actionNames().contains(u"Discard"_s));
    QVERIFY(!actions->actionNames().contains(u"Open link"_s));
    actions->doAction(u"Retry"_s);
    QCOMPARE(retry.count(), 1);
    QCOMPARE(retry.first().first().toString(), m_model->rows[4999].key);
}

void TestConversationAccessible::aRefusedDeletionOffersNoEditing()
{
    const auto offered = [this](Pending pending) {
        m_model->change(4999, [pending](SampleRow &row) {
            row.delivery = Delivery::Failed;
            row.pending = pending;
            row.text = u"hello"_s;
        });
        QStringList names = list()->child(4999)->actionInterface()->actionNames();
        names.removeIf([](const QString &name) {
            return name != "Retry"_L1 && name != "Edit"_L1 && name != "Discard"_L1;
        });
        return names;
    };
    QCOMPARE(offered(Pending::Deletion), (QStringList{u"Retry"_s, u"Discard"_s}));
    QCOMPARE(offered(Pending::Edit), (QStringList{u"Retry"_s, u"Edit"_s, u"Discard"_s}));
}

void TestConversationAccessible::theJumpButtonIsAChildWhileItIsVisible()
{
    m_view->scrollToRow(100, 0);
    QCOMPARE(list()->childCount(), 5001);
    QAccessibleInterface *button = list()->child(5000);
    QVERIFY(button != nullptr);
    QCOMPARE(button->role(), QAccessible::Button);
    QCOMPARE(button->text(QAccessible::Name), u"Jump to latest"_s);
    m_view->jumpToLatest();
    QCOMPARE(list()->childCount(), 5000);
}

void TestConversationAccessible::itemsOutliveNothing()
{
    const QAccessible::Id id = QAccessible::uniqueId(list()->child(4999));
    m_view.reset();
    QCOMPARE(QAccessible::accessibleInterface(id), nullptr);
}

QTEST_MAIN(TestConversationAccessible)
#include "tst_conversationaccessible.moc"
