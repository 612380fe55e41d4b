#include "ui/models/preferences.h"
#include "ui/widgets/actiontext.h"
#include "ui/widgets/keybindings.h"
#include "ui/widgets/shortcutsdialog.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestKeyBindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aKeyIsChangedAndRemembered();
    void keysThatChangedPlacesAreRemembered();
    void aRememberedKeyThatIsTakenIsPassedOver();
    void aKeyThatIsTakenIsRefused();
    void whatWouldBeTypedIsRefused();
    void theMessageBoxKeepsItsKeys();
    void aResetBringsBackWhatItCameWith();
    void rubbishInTheFileIsPassedOver();
    void theDialogChangesAKeyAndSaysWhyNot();
    void onlyKeysOfTheMenusCanBeChanged();
    void keysOfNoMenuAreListedToo();
    void namesStandWithoutTheirMarks();

private:
    std::unique_ptr<KeyBindings> bindings();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<QObject> m_owner;
    QAction *m_host = nullptr, *m_larger = nullptr, *m_copy = nullptr;
};

void TestKeyBindings::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<Preferences>(m_directory->filePath(u"profile"_s));
}

void TestKeyBindings::cleanup()
{
    m_owner.reset();
    m_preferences.reset();
}

/// As in a run of the program: new actions, the same preferences.
std::unique_ptr<KeyBindings> TestKeyBindings::bindings()
{
    m_owner = std::make_unique<QObject>();
    m_host = new QAction(u"&Host a Room…"_s, m_owner.get());
    m_host->setObjectName(u"host"_s);
    m_host->setShortcut(Qt::CTRL | Qt::Key_H);
    m_larger = new QAction(u"&Larger Text"_s, m_owner.get());
    m_larger->setObjectName(u"larger"_s);
    m_larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    m_copy = new QAction(u"&Copy"_s, m_owner.get());
    m_copy->setShortcut(QKeySequence::Copy);
    return std::make_unique<KeyBindings>(QList<QAction *>{m_host, m_larger, m_copy}, *m_preferences);
}

void TestKeyBindings::aKeyIsChangedAndRemembered()
{
    const QKeySequence key(Qt::CTRL | Qt::ALT | Qt::Key_H);
    bindings()->change(m_host, key);
    QCOMPARE(m_host->shortcut(), key);
    const auto next = bindings();
    QCOMPARE(m_host->shortcut(), key);
    QVERIFY(next->isChanged(m_host));
    QVERIFY(!next->isChanged(m_larger));
}

void TestKeyBindings::keysThatChangedPlacesAreRemembered()
{
    const QKeySequence hosts(Qt::CTRL | Qt::Key_H);
    const QKeySequence largers(Qt::CTRL | Qt::Key_Plus);
    const auto keys = bindings();
    keys->change(m_larger, QKeySequence(Qt::Key_F7));
    keys->change(m_host, largers);
    keys->change(m_larger, hosts);
    const QStringList stored = m_preferences->keys();
    const auto next = bindings();
    QCOMPARE(m_host->shortcut(), largers);
    QCOMPARE(m_larger->shortcuts(), QList{hosts});
    QCOMPARE(m_preferences->keys(), stored);
}

void TestKeyBindings::aRememberedKeyThatIsTakenIsPassedOver()
{
    const QStringList lines{u"host=Ctrl+C"_s, u"larger=Ctrl+H"_s}; // the first is Copy's
    m_preferences->setKeys(lines);
    const auto keys = bindings();
    QCOMPARE(m_larger->shortcuts(), QList{QKeySequence(Qt::CTRL | Qt::Key_H)});
    QVERIFY(m_host->shortcuts().isEmpty()); // what it came with is another's now
    QCOMPARE(m_copy->shortcut(), QKeySequence(QKeySequence::Copy));
    m_preferences->setKeys({u"host=F7"_s, u"larger=F7"_s});
    const auto next = bindings();
    QCOMPARE(m_host->shortcut(), QKeySequence(Qt::Key_F7));
    QCOMPARE(m_larger->shortcuts().size(), 2);
    QVERIFY(!next->isChanged(m_larger));
}

void TestKeyBindings::aKeyThatIsTakenIsRefused()
{
    const auto keys = bindings();
    QVERIFY(keys->problem(m_host, QKeySequence(Qt::CTRL | Qt::Key_Equal)).contains(u"Larger Text"_s));
    keys->change(m_host, QKeySequence(Qt::CTRL | Qt::Key_Equal));
    QCOMPARE(m_host->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_H));
    QVERIFY(!keys->problem(m_host, QKeySequence(QKeySequence::Copy)).isEmpty());
    QVERIFY(keys->problem(m_host, QKeySequence(Qt::CTRL | Qt::Key_H)).isEmpty());
}

void TestKeyBindings::whatWouldBeTypedIsRefused()
{
    const auto keys = bindings();
    QVERIFY(!keys->problem(m_host, QKeySequence(Qt::Key_H)).isEmpty());
    QVERIFY(!keys->problem(m_host, QKeySequence(Qt::SHIFT | Qt::Key_H)).isEmpty());
    QVERIFY(!keys->problem(m_host, QKeySequence()).isEmpty());
    QVERIFY(!keys->problem(m_host, QKeySequence(Qt::CTRL | Qt::Key_X, Qt::CTRL | Qt::Key_H)).isEmpty());
    QVERIFY(keys->problem(m_host, QKeySequence(Qt::Key_F7)).isEmpty());
}

void TestKeyBindings::theMessageBoxKeepsItsKeys()
{
    QVERIFY(!bindings()->problem(m_host, QKeySequence(Qt::CTRL | Qt::Key_B)).isEmpty());
}

void TestKeyBindings::aResetBringsBackWhatItCameWith()
{
    const auto keys = bindings();
    keys->change(m_larger, QKeySequence(Qt::Key_F7));
    keys->change(m_host, QKeySequence(Qt::CTRL | Qt::Key_Plus));
    keys->reset(m_larger);
    QCOMPARE(m_larger->shortcuts(), QList{QKeySequence(Qt::CTRL | Qt::Key_Equal)}); // the other is taken
    keys->reset(m_host);
    keys->reset(m_larger);
    QCOMPARE(m_larger->shortcuts().size(), 2);
    QVERIFY(m_preferences->keys().isEmpty());
}

void TestKeyBindings::rubbishInTheFileIsPassedOver()
{
    m_preferences->setKeys({u"host=Ctrl++"_s, u"host="_s, u"="_s, u"larger=x"_s, u"nothing=Ctrl+N"_s});
    const auto keys = bindings();
    QCOMPARE(m_host->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_H));
    QCOMPARE(m_larger->shortcuts().size(), 2);
}

void TestKeyBindings::theDialogChangesAKeyAndSaysWhyNot()
{
    const auto keys = bindings();
    ShortcutsDialog dialog({m_host, m_larger, m_copy}, *keys);
    dialog.show();
    auto *list = dialog.findChild<QTreeWidget *>();
    auto *field = dialog.findChild<QKeySequenceEdit *>();
    const auto button = [&dialog](const QString &text) {
        for (QPushButton *found : dialog.findChildren<QPushButton *>()) {
            if (found->text() == text) {
                return found;
            }
        }
        return static_cast<QPushButton *>(nullptr);
    };
    QCOMPARE(list->topLevelItem(0)->text(0), u"Host a Room"_s);
    QVERIFY(!button(u"Reset"_s)->isEnabled());
    field->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_Plus));
    button(u"Change"_s)->click();
    const auto labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"is used already: Larger Text"_s);
    }));
    QCOMPARE(m_host->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_H));
    field->setKeySequence(QKeySequence(Qt::Key_F7));
    button(u"Change"_s)->click();
    QCOMPARE(m_host->shortcut(), QKeySequence(Qt::Key_F7));
    QCOMPARE(list->topLevelItem(0)->text(1), u"F7"_s);
    button(u"Reset"_s)->click();
    QCOMPARE(m_host->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_H));
}

void TestKeyBindings::onlyKeysOfTheMenusCanBeChanged()
{
    const auto keys = bindings();
    ShortcutsDialog dialog({m_host, m_larger, m_copy}, *keys);
    dialog.show();
    auto *list = dialog.findChild<QTreeWidget *>();
    auto *field = dialog.findChild<QKeySequenceEdit *>();
    QVERIFY(field->isEnabled());
    list->setCurrentItem(list->topLevelItem(2)); // what Copy is called by belongs to the desktop
    QVERIFY(!field->isEnabled());
    list->setCurrentItem(list->topLevelItem(list->topLevelItemCount() - 1));
    QVERIFY(!field->isEnabled());
}

void TestKeyBindings::namesStandWithoutTheirMarks()
{
    QCOMPARE(actionText(u"&Go To…"_s), u"Go To…"_s);
    QCOMPARE(actionText(u"转到(&G)…"_s, true), u"转到"_s);
}

void TestKeyBindings::keysOfNoMenuAreListedToo()
{
    const auto keys = bindings();
    ShortcutsDialog dialog({m_host}, *keys);
    const auto *list = dialog.findChild<QTreeWidget *>();
    for (const QString &key : {u"Return"_s, u"Esc"_s, u"Menu"_s, u"PgUp, PgDown"_s, u"Ctrl+Home, Ctrl+End"_s,
                               u"Up, Down"_s, u"Ctrl+Up, Ctrl+Down"_s, u"R"_s})
        QVERIFY2(!list->findItems(key, Qt::MatchExactly, 1).isEmpty(), qPrintable(key));
}

QTEST_MAIN(TestKeyBindings)
#include "tst_keybindings.moc"
