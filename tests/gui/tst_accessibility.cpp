#include "tests/gui/guest.h"
#include "tests/gui/host.h"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

constexpr int patience = 15'000; // ms

bool isControl(QAccessible::Role role)
{
    static const QSet<QAccessible::Role> controls{
        QAccessible::PushButton, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText,
        QAccessible::ComboBox,   QAccessible::List,     QAccessible::Tree,        QAccessible::Table,
        QAccessible::SpinBox,    QAccessible::Slider,   QAccessible::MenuItem,    QAccessible::ButtonMenu,
        QAccessible::PageTab,    QAccessible::Button};
    return controls.contains(role);
}

/// Every visible thing below `node`; rows of lists are the lists' own tests' matter.
void walk(QAccessibleInterface *node, const std::function<void(QAccessibleInterface *)> &visit)
{
    if (!node || !node->isValid() || node->state().invisible)
        return;
    visit(node);
    if (node->role() == QAccessible::List)
        return;
    for (int i = 0; i < node->childCount(); ++i)
        walk(node->child(i), visit);
}

QStringList unnamed(QWidget &window)
{
    QStringList found;
    walk(QAccessible::queryAccessibleInterface(&window), [&found](QAccessibleInterface *node) {
        if (!isControl(node->role()) || !node->text(QAccessible::Name).trimmed().isEmpty())
            return;
        if (node->role() == QAccessible::MenuItem && node->state().disabled)
            return; // separators
        const QObject *object = node->object();
        found.append(
            u"%1 (role %2)"_s
                .arg(object ? QLatin1StringView(object->metaObject()->className()) : QLatin1StringView("?"))
                .arg(int(node->role())));
    });
    return found;
}

QStringList namesOf(QWidget &window, QAccessible::Role role)
{
    QStringList names;
    walk(QAccessible::queryAccessibleInterface(&window), [&names, role](QAccessibleInterface *node) {
        if (node->role() == role)
            names.append(node->text(QAccessible::Name));
    });
    return names;
}

/// The widgets that Tab leads through, from the one with the focus until it comes back there.
QList<QWidget *> tabOrder(QWidget &window)
{
    QList<QWidget *> order;
    for (QWidget *next = window.nextInFocusChain(); next && next != &window;
         next = next->nextInFocusChain()) {
        if (next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus) &&
            next->window() == &window)
            order.append(next);
    }
    return order;
}

} // namespace

/// What a screen reader finds in every window of the program.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void theWelcomePageIsNamed();
    void theMainWindowIsNamed();
    void everyDialogIsNamed_data();
    void everyDialogIsNamed();
    void aBannerIsNamed();
    void theListsRowsSayWhatTheyShow();
    void tabReachesEveryControl();
    void tabLeavesTheMessageBox();
};

void TestAccessibility::theWelcomePageIsNamed()
{
    Host ada;
    MainWindow &window = *ada.program().window();
    QCOMPARE(unnamed(window), QStringList());
    const QStringList buttons = namesOf(window, QAccessible::PushButton);
    QVERIFY(buttons.contains(u"Host a Room…"_s));
    QVERIFY(buttons.contains(u"Join"_s));
    const QStringList fields = namesOf(window, QAccessible::EditableText);
    QVERIFY(fields.contains(u"Your name"_s));
    QVERIFY(fields.contains(u"Address or invite link"_s));
}

void TestAccessibility::theMainWindowIsNamed()
{
    Host ada;
    ada.openRoom();
    Guest bo;
    bo.join(ada.port());
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().members().size(), 2, patience);
    MainWindow &window = *ada.program().window();
    QCOMPARE(unnamed(window), QStringList());
    QVERIFY(namesOf(window, QAccessible::EditableText).contains(u"Message"_s));
    const QStringList lists = namesOf(window, QAccessible::List);
    for (const QString &name : {u"Conversation"_s, u"Members"_s, u"Rooms"_s})
        QVERIFY2(lists.contains(name), qPrintable(name + u" in "_s + lists.join(u", "_s)));
}

void TestAccessibility::everyDialogIsNamed_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"Host a Room…", "Join…", "New Room…", "Browse Rooms…", "Invite…",
                               "Preferences…", "Go To…", "Keyboard Shortcuts", "About Tincan"})
        QTest::newRow(action) << QString::fromUtf8(action);
}

void TestAccessibility::everyDialogIsNamed()
{
    QFETCH(QString, action);
    Host ada;
    ada.openRoom();
    ada.driver().choose(action);
    QTRY_VERIFY(ada.driver().find<QDialog>());
    auto *dialog = ada.driver().find<QDialog>();
    QCOMPARE(unnamed(*dialog), QStringList());
    QVERIFY(!dialog->windowTitle().isEmpty());
    QVERIFY(!tabOrder(*dialog).isEmpty());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!ada.driver().find<QDialog>());
}

void TestAccessibility::aBannerIsNamed()
{
    Guest bo;
    bo.tryToJoin(u"127.0.0.1:%1"_s.arg(Host::freePort()));
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().find<QAbstractButton>(u"Try now"_s), patience);
    QCOMPARE(unnamed(bo.driver().window()), QStringList());
}

void TestAccessibility::theListsRowsSayWhatTheyShow()
{
    Host ada;
    ada.openRoom();
    Guest bo;
    bo.join(ada.port());
    bo.driver().say(u"hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().messages().size(), 1, patience);
    QStringList rows;
    walk(QAccessible::queryAccessibleInterface(ada.program().window()), [&rows](QAccessibleInterface *node) {
        if (node->role() != QAccessible::List)
            return;
        for (int i = 0; i < node->childCount(); ++i) {
            QAccessibleInterface *row = node->child(i);
            QVERIFY(row && row->isValid());
            rows.append(row->text(QAccessible::Name));
        }
    });
    QVERIFY(!rows.contains(QString()));
    const auto said = [&rows](const QString &beginning) {
        return std::any_of(rows.begin(), rows.end(),
                           [&beginning](const QString &row) { return row.startsWith(beginning); });
    };
    QVERIFY2(said(u"Bo, hello, "_s), qPrintable(rows.join(u" | "_s)));
    QVERIFY(said(u"Lounge"_s));
    QVERIFY(said(u"Ada"_s));
}

void TestAccessibility::tabReachesEveryControl()
{
    Host ada;
    ada.openRoom();
    Guest bo;
    bo.join(ada.port());
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().members().size(), 2, patience);
    MainWindow &window = *ada.program().window();
    const QList<QWidget *> order = tabOrder(window);
    QStringList missed;
    walk(QAccessible::queryAccessibleInterface(&window), [&](QAccessibleInterface *node) {
        auto *widget = qobject_cast<QWidget *>(node->object());
        const bool works = widget && isControl(node->role()) && !node->state().disabled &&
                           node->role() != QAccessible::MenuItem;
        if (works && !order.contains(widget))
            missed.append(node->text(QAccessible::Name));
    });
    QCOMPARE(missed, QStringList());
}

void TestAccessibility::tabLeavesTheMessageBox()
{
    Host ada;
    ada.openRoom();
    MainWindow &window = *ada.program().window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    ada.driver().type(u"x"_s);
    QWidget *before = QApplication::focusWidget();
    QVERIFY(before);
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != before);
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
