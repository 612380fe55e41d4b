#include "ui/widgets/emojipicker.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestEmojiPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theLastOnesUsedComeFirst();
    void aSearchFindsEnglishAndChineseNames_data();
    void aSearchFindsEnglishAndChineseNames();
    void itWorksByKeysAlone();
    void escapeClosesItAndPicksNothing();
    void noKeyActsWhileTextIsComposed_data();
    void noKeyActsWhileTextIsComposed();
    void committedTextSearches();
    void everySignHasANameToBeRead();

private:
    QLineEdit *search() const { return m_picker->findChild<QLineEdit *>(); }
    QListView *grid() const { return m_picker->findChild<QListView *>(); }
    QString signAt(int row) const { return grid()->model()->index(row, 0).data().toString(); }
    void compose(const QString &preedit, const QString &commit = {}) const;

    std::unique_ptr<QWidget> m_window;
    QPointer<EmojiPicker> m_picker;
};

void TestEmojiPicker::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 600);
    m_window->show();
    m_picker = new EmojiPicker({u"🐙"_s, u"🍕"_s}, m_window.get());
    m_picker->popup(m_window->mapToGlobal(QPoint(10, 500)));
    QTRY_VERIFY(m_picker->isVisible());
}

void TestEmojiPicker::cleanup()
{
    m_window.reset();
}

void TestEmojiPicker::compose(const QString &preedit, const QString &commit) const
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(search(), &event);
}

void TestEmojiPicker::theLastOnesUsedComeFirst()
{
    QCOMPARE(signAt(0), u"🐙"_s);
    QCOMPARE(signAt(1), u"🍕"_s);
    QVERIFY(grid()->model()->rowCount() > 1000);
}

void TestEmojiPicker::aSearchFindsEnglishAndChineseNames_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("English") << u"octopus"_s;
    QTest::newRow("Chinese") << u"章鱼"_s;
}

void TestEmojiPicker::aSearchFindsEnglishAndChineseNames()
{
    QFETCH(QString, query);
    search()->setText(query);
    QCOMPARE(signAt(0), u"🐙"_s);
    QVERIFY(grid()->model()->rowCount() < 10);
}

void TestEmojiPicker::itWorksByKeysAlone()
{
    QSignalSpy picked(m_picker, &EmojiPicker::picked);
    QTest::keyClick(search(), Qt::Key_Down);
    QTest::keyClick(grid(), Qt::Key_Right);
    QTest::keyClick(grid(), Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.at(0).at(0).toString(), u"🍕"_s);
    QTRY_VERIFY(!m_picker);
}

void TestEmojiPicker::escapeClosesItAndPicksNothing()
{
    QSignalSpy picked(m_picker, &EmojiPicker::picked);
    QTest::keyClick(search(), Qt::Key_Escape);
    QTRY_VERIFY(!m_picker || !m_picker->isVisible());
    QCOMPARE(picked.size(), 0);
}

void TestEmojiPicker::noKeyActsWhileTextIsComposed_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Esc") << Qt::Key_Escape;
    QTest::newRow("Tab") << Qt::Key_Tab;
    QTest::newRow("Down") << Qt::Key_Down;
}

void TestEmojiPicker::noKeyActsWhileTextIsComposed()
{
    QFETCH(Qt::Key, key);
    QSignalSpy picked(m_picker, &EmojiPicker::picked);
    compose(u"zhangyu"_s);
    QTest::keyClick(search(), key);
    QCOMPARE(picked.size(), 0);
    QVERIFY(m_picker && m_picker->isVisible());
    QVERIFY(search()->hasFocus());
    compose({}, u"章鱼"_s);
    QCOMPARE(signAt(0), u"🐙"_s);
}

void TestEmojiPicker::committedTextSearches()
{
    QSignalSpy picked(m_picker, &EmojiPicker::picked);
    compose({}, u"章鱼"_s);
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.at(0).at(0).toString(), u"🐙"_s);
}

void TestEmojiPicker::everySignHasANameToBeRead()
{
    const QAbstractItemModel *model = grid()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(!model->index(row, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
}

QTEST_MAIN(TestEmojiPicker)
#include "tst_emojipicker.moc"
