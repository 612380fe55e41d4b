#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/models/conversationroles.h"
#include "ui/widgets/composebar.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationview.h"

#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

constexpr int patience = 15'000; // ms

QWidget *box(const WindowDriver &driver)
{
    return driver.composer()->findChild<QPlainTextEdit *>();
}

/// The first row with this text; -1 where there is none.
int rowWith(const WindowDriver &driver, const QString &text)
{
    const QAbstractItemModel *model = driver.view()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(conversation::TextRole).toString() == text)
            return row;
    }
    return -1;
}

void pressAt(const WindowDriver &driver, const QString &text, Qt::Key key)
{
    driver.view()->setFocus();
    driver.view()->setCurrentIndex(driver.view()->model()->index(rowWith(driver, text), 0));
    QTest::keyClick(driver.view(), key);
}

QVariant dataOf(const WindowDriver &driver, const QString &text, int role)
{
    const int row = rowWith(driver, text);
    return row < 0 ? QVariant() : driver.view()->model()->index(row, 0).data(role);
}

} // namespace

/// Two people change what was said, by keys.
class TestChanging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void upEditsMyLastMessage();
    void escapeGivesUpAnEditAndBringsBackTheDraft();
    void anEditThatIsGivenUpIsAmongWhatOneWrote();
    void aReplyQuotesWhatItAnswers();
    void aReactionIsGivenAndTakenBack();
    void aMessageIsDeletedForEverybodyOnceConfirmed();
    void whoIsIgnoredIsHidden();

private:
    std::unique_ptr<Host> m_ada;
    std::unique_ptr<Guest> m_bo;
};

void TestChanging::init()
{
    m_ada = std::make_unique<Host>();
    m_ada->openRoom();
    m_bo = std::make_unique<Guest>();
    m_bo->join(m_ada->port());
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->driver().members().size(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().members().size(), 2, patience);
    m_ada->driver().say(u"helo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().messages(), QStringList{u"helo"_s}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(dataOf(m_ada->driver(), u"helo"_s, conversation::SeqRole).toLongLong() > 0,
                             patience);
}

void TestChanging::cleanup()
{
    m_bo.reset();
    m_ada.reset();
}

void TestChanging::upEditsMyLastMessage()
{
    const WindowDriver ada = m_ada->driver();
    QTest::keyClick(box(ada), Qt::Key_Up);
    QCOMPARE(ada.composer()->text(), u"helo"_s);
    QVERIFY(ada.find<ComposeBar>());
    ada.composer()->setText(u"hello"_s);
    QTest::keyClick(box(ada), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().messages(), QStringList{u"hello"_s}, patience);
    QVERIFY(dataOf(m_bo->driver(), u"hello"_s, conversation::EditedRole).toBool());
    QVERIFY(!ada.find<ComposeBar>());
    QVERIFY(ada.composer()->text().isEmpty());
}

void TestChanging::escapeGivesUpAnEditAndBringsBackTheDraft()
{
    const WindowDriver ada = m_ada->driver();
    ada.type(u"a draft"_s);
    pressAt(ada, u"helo"_s, Qt::Key_E);
    QCOMPARE(ada.composer()->text(), u"helo"_s);
    QTest::keyClick(box(ada), Qt::Key_Escape);
    QCOMPARE(ada.composer()->text(), u"a draft"_s);
    QVERIFY(!ada.find<ComposeBar>());
    QCOMPARE(ada.messages(), QStringList{u"helo"_s});
}

void TestChanging::anEditThatIsGivenUpIsAmongWhatOneWrote()
{
    const WindowDriver ada = m_ada->driver();
    QTest::keyClick(box(ada), Qt::Key_Up);
    ada.type(u" and much more"_s);
    QCOMPARE(ada.composer()->text(), u"helo and much more"_s);
    QTest::keyClick(box(ada), Qt::Key_Escape);
    QVERIFY(ada.composer()->text().isEmpty());
    QTest::keyClick(box(ada), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(ada.composer()->text(), u"helo and much more"_s);
    QTest::keyClick(box(ada), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(ada.composer()->text(), u"helo"_s);
}

void TestChanging::aReplyQuotesWhatItAnswers()
{
    const WindowDriver bo = m_bo->driver();
    pressAt(bo, u"helo"_s, Qt::Key_R);
    QVERIFY(bo.find<ComposeBar>());
    bo.say(u"hi yourself"_s);
    QVERIFY(!bo.find<ComposeBar>());
    const QStringList both{u"helo"_s, u"hi yourself"_s};
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->driver().messages(), both, patience);
    const QVariant quoted = dataOf(m_ada->driver(), u"hi yourself"_s, conversation::AnsweredTextRole);
    QCOMPARE(quoted.toString(), u"helo"_s);
}

void TestChanging::aReactionIsGivenAndTakenBack()
{
    const auto reactions = [](const WindowDriver &driver) {
        return dataOf(driver, u"helo"_s, conversation::ReactionsRole).value<QList<conversation::Reaction>>();
    };
    const WindowDriver bo = m_bo->driver();
    for (const qsizetype expected : {1, 0}) {
        pressAt(bo, u"helo"_s, Qt::Key_Plus);
        QTRY_VERIFY(bo.find<QMenu>(u"React"_s));
        QTest::keyClick(bo.find<QMenu>(u"React"_s), Qt::Key_T); // thumbs up
        QTRY_COMPARE_WITH_TIMEOUT(reactions(m_ada->driver()).size(), expected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(reactions(bo).size(), expected, patience);
    }
}

void TestChanging::aMessageIsDeletedForEverybodyOnceConfirmed()
{
    const WindowDriver ada = m_ada->driver();
    pressAt(ada, u"helo"_s, Qt::Key_Delete);
    QTRY_VERIFY(ada.find<QMessageBox>());
    QTest::keyClick(ada.find<QMessageBox>(), Qt::Key_Escape);
    QTRY_VERIFY(!ada.find<QMessageBox>());
    QCOMPARE(ada.messages(), QStringList{u"helo"_s});
    pressAt(ada, u"helo"_s, Qt::Key_Delete);
    QTRY_VERIFY(ada.find<QMessageBox>());
    ada.press(u"Delete Message"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().messages(), QStringList{QString()}, patience);
    QVERIFY(dataOf(m_bo->driver(), QString(), conversation::DeletedRole).toBool());
    QTRY_VERIFY(dataOf(ada, QString(), conversation::DeletedRole).toBool());
    QCOMPARE(ada.window().focusWidget(), ada.view()); // and at what is left of it
    QCOMPARE(ada.view()->currentIndex().row(), rowWith(ada, QString()));
}

void TestChanging::whoIsIgnoredIsHidden()
{
    const WindowDriver bo = m_bo->driver();
    bo.view()->perform(MessageAction::Ignore, rowWith(bo, u"helo"_s));
    QVERIFY(dataOf(bo, u"helo"_s, conversation::HiddenRole).toBool());
    m_ada->driver().say(u"still there?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bo.messages().size(), 2, patience);
    QVERIFY(dataOf(bo, u"still there?"_s, conversation::HiddenRole).toBool());
    bo.view()->perform(MessageAction::StopIgnoring, rowWith(bo, u"helo"_s));
    QVERIFY(!dataOf(bo, u"still there?"_s, conversation::HiddenRole).toBool());
}

QTEST_MAIN(TestChanging)
#include "tst_changing.moc"
