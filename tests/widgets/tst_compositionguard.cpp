#include "ui/widgets/compositionguard.h"
#include "ui/widgets/promptdialog.h"
#include "ui/widgets/switcherdialog.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestCompositionGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noKeyAnswersADialogMeanwhile_data();
    void noKeyAnswersADialogMeanwhile();
    void theSwitcherSearchesForWhatIsCommitted();
    void lettersStillComeThrough();

private:
    static void compose(QLineEdit *field, const QString &preedit, const QString &commit = {})
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QCoreApplication::sendEvent(field, &event);
    }

    CompositionGuard m_guard{this};
};

void TestCompositionGuard::noKeyAnswersADialogMeanwhile_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Esc") << Qt::Key_Escape;
    QTest::newRow("Tab") << Qt::Key_Tab;
    QTest::newRow("Down") << Qt::Key_Down;
}

void TestCompositionGuard::noKeyAnswersADialogMeanwhile()
{
    QFETCH(Qt::Key, key);
    PromptDialog dialog(
        {.title = u"t"_s, .label = u"l"_s, .explanation = {}, .action = u"Go"_s, .value = {}});
    QSignalSpy answered(&dialog, &PromptDialog::answered);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *field = dialog.findChild<QLineEdit *>();
    field->setFocus();
    compose(field, u"zhang"_s, u"x"_s);
    QTest::keyClick(field, key);
    QVERIFY(dialog.isVisible());
    QVERIFY(field->hasFocus());
    QCOMPARE(answered.size(), 0);
    compose(field, {}, u"张"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered.first().first().toString(), u"x张"_s);
}

void TestCompositionGuard::theSwitcherSearchesForWhatIsCommitted()
{
    SwitcherEntry zhang;
    zhang.title = u"张三"_s;
    SwitcherEntry lounge;
    lounge.title = u"Lounge"_s;
    SwitcherDialog dialog({lounge, zhang});
    QSignalSpy chosen(&dialog, &SwitcherDialog::chosen);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *field = dialog.findChild<QLineEdit *>();
    auto *list = dialog.findChild<QListView *>();
    compose(field, u"zhang"_s);
    const QModelIndex before = list->currentIndex();
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return, Qt::Key_Escape}) {
        QTest::keyClick(field, key);
    }
    QVERIFY(dialog.isVisible());
    QCOMPARE(list->currentIndex(), before);
    QCOMPARE(chosen.size(), 0);
    compose(field, {}, u"张"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<SwitcherEntry>().title, u"张三"_s);
}

void TestCompositionGuard::lettersStillComeThrough()
{
    QLineEdit field;
    field.show();
    compose(&field, u"zh"_s);
    QTest::keyClick(&field, Qt::Key_A);
    compose(&field, {});
    QCOMPARE(field.text(), u"a"_s);
}

QTEST_MAIN(TestCompositionGuard)
#include "tst_compositionguard.moc"
