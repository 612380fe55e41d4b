#include "tests/widgets/composerfixture.h"

#include "ui/widgets/completionpopup.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestCompletionPopup : public ComposerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void typingASignOpensIt();
    void enterAndTabAccept_data();
    void enterAndTabAccept();
    void theArrowsGoRound();
    void escapeClosesItAlone();
    void withoutItTabMovesOn();
    void aClickAccepts();
    void aDraftDoesNotOpenIt();
    void noKeyAcceptsWhileTextIsComposed();
    void committedTextOpensIt();
    void theBoxSaysWhatIsChosen();
    void eightRowsAreShown();
    void acceptingIsUndone();

private:
    CompletionPopup *popup() const { return m_window->findChild<CompletionPopup *>(); }
    void knowing(const QStringList &names);
};

void TestCompletionPopup::knowing(const QStringList &names)
{
    m_composer->setCompletions([names](CompletionKind) {
        QList<CompletionEntry> entries;
        for (const QString &name : names) {
            entries.append({name, {}, u'@' + name});
        }
        return entries;
    });
}

void TestCompletionPopup::typingASignOpensIt()
{
    knowing({u"Ada"_s, u"Noor"_s});
    type(u"hi @"_s);
    QVERIFY(popup()->isVisible());
    QVERIFY(edit()->hasFocus());
    QVERIFY(m_window->rect().contains(popup()->geometry()));
    type(u"no"_s);
    QCOMPARE(popup()->model()->rowCount(), 1);
    type(u"x"_s);
    QVERIFY(!popup()->isVisible());
}

void TestCompletionPopup::enterAndTabAccept_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("keypad") << Qt::Key_Enter;
    QTest::newRow("Tab") << Qt::Key_Tab;
}

void TestCompletionPopup::enterAndTabAccept()
{
    QFETCH(Qt::Key, key);
    knowing({u"Ada"_s, u"Li Mei"_s});
    QSignalSpy submitted(m_composer, &Composer::submitted);
    type(u"hi @me"_s);
    QTest::keyClick(edit(), key);
    QCOMPARE(m_composer->text(), u"hi @Li Mei "_s);
    QCOMPARE(submitted.count(), 0);
    QVERIFY(edit()->hasFocus());
    QVERIFY(!popup()->isVisible());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
}

void TestCompletionPopup::theArrowsGoRound()
{
    knowing({u"Ada"_s, u"Bo"_s, u"Noor"_s});
    type(u"@"_s);
    QTest::keyClick(edit(), Qt::Key_Up);
    QCOMPARE(popup()->currentIndex().row(), 2);
    QTest::keyClick(edit(), Qt::Key_Down);
    QTest::keyClick(edit(), Qt::Key_Down);
    QCOMPARE(popup()->currentIndex().row(), 1);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_composer->text(), u"@Bo "_s);
}

void TestCompletionPopup::escapeClosesItAlone()
{
    knowing({u"Ada"_s});
    type(u"@a"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
    QVERIFY(m_window->keys.isEmpty());
    QCOMPARE(m_composer->text(), u"@a"_s);
    type(u"d"_s);
    QVERIFY(!popup()->isVisible());
    type(u" @"_s);
    QVERIFY(popup()->isVisible());
}

void TestCompletionPopup::withoutItTabMovesOn()
{
    knowing({u"Ada"_s});
    type(u"@a"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QTest::keyClick(edit(), Qt::Key_Tab);
    QVERIFY(!edit()->hasFocus());
    QCOMPARE(m_composer->text(), u"@a"_s);
}

void TestCompletionPopup::aClickAccepts()
{
    knowing({u"Ada"_s, u"Noor"_s});
    type(u"@"_s);
    const QRect row = popup()->visualRect(popup()->model()->index(1, 0));
    QTest::mouseClick(popup()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(m_composer->text(), u"@Noor "_s);
    QVERIFY(edit()->hasFocus());
}

void TestCompletionPopup::aDraftDoesNotOpenIt()
{
    knowing({u"Ada"_s});
    type(u"@"_s);
    m_composer->setText(u"@a"_s);
    QVERIFY(!popup()->isVisible());
}

void TestCompletionPopup::noKeyAcceptsWhileTextIsComposed()
{
    knowing({u"Ada"_s});
    QSignalSpy submitted(m_composer, &Composer::submitted);
    type(u"@"_s);
    compose(u"a"_s);
    QVERIFY(!popup()->isVisible());
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Tab, Qt::Key_Escape, Qt::Key_Down}) {
        QTest::keyClick(edit(), key);
    }
    QCOMPARE(m_composer->text(), u"@"_s);
    QCOMPARE(submitted.count(), 0);
    QVERIFY(edit()->hasFocus());
}

void TestCompletionPopup::committedTextOpensIt()
{
    knowing({u"张三"_s});
    compose(u"zhang"_s);
    compose({}, u"你好＠张"_s);
    QVERIFY(popup()->isVisible());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_composer->text(), u"你好@张三 "_s);
}

void TestCompletionPopup::theBoxSaysWhatIsChosen()
{
    knowing({u"Ada"_s, u"Noor"_s});
    m_composer->setNote(u"Not connected."_s);
    type(u"@"_s);
    QCOMPARE(edit()->accessibleDescription(), u"@Ada"_s);
    QTest::keyClick(edit(), Qt::Key_Down);
    QCOMPARE(edit()->accessibleDescription(), u"@Noor"_s);
    QCOMPARE(popup()->accessibleName(), u"Suggestions"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QCOMPARE(edit()->accessibleDescription(), u"Not connected."_s);
}

void TestCompletionPopup::eightRowsAreShown()
{
    knowing(QStringList(30, u"Ada"_s));
    type(u"@"_s);
    const int row = popup()->visualRect(popup()->currentIndex()).height();
    QCOMPARE(popup()->viewport()->height(), CompletionPopup::mostRows * row);
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(edit(), Qt::Key_Down);
    }
    QVERIFY(popup()->viewport()->rect().contains(popup()->visualRect(popup()->currentIndex())));
}

void TestCompletionPopup::acceptingIsUndone()
{
    knowing({u"Ada"_s});
    type(u"@a"_s);
    QTest::keyClick(edit(), Qt::Key_Tab);
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_composer->text().contains(u"Ada"_s));
}

QTEST_MAIN(TestCompletionPopup)
#include "tst_completionpopup.moc"
