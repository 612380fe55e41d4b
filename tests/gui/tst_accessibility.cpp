#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/memberlistview.h"
#include "ui/widgets/roomlistview.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSet>
#include <QTranslator>

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
    void tabGoesRoundEveryDialog_data() { everyDialogIsNamed_data(); }
    void tabGoesRoundEveryDialog();
    void theOrderOfTabIsTheOrderOnTheScreen_data() { everyDialogIsNamed_data(); }
    void theOrderOfTabIsTheOrderOnTheScreen();
    void everythingToClickIsLargeEnough_data();
    void everythingToClickIsLargeEnough();
    void longerWordsAreNotCutOff_data() { everyDialogIsNamed_data(); }
    void longerWordsAreNotCutOff();
    void rightToLeftMirrorsTheWindow();
};

/// Makes everything that is translated two fifths longer, and shows what is not.
class LongWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (!QByteArrayView(context).startsWith("tincan::"))
            return {};
        const QString text = QString::fromUtf8(source);
        return u"Å"_s + text + QString(text.size() * 2 / 5, u'ø');
    }
};

void TestAccessibility::longerWordsAreNotCutOff()
{
    QFETCH(QString, action);
    Host ada;
    ada.openRoom();
    LongWords words;
    QCoreApplication::installTranslator(&words);
    ada.driver().choose(action);
    QTRY_VERIFY(ada.driver().find<QDialog>());
    auto *dialog = ada.driver().find<QDialog>();
    QVERIFY2(dialog->windowTitle().startsWith(u'Å'), qPrintable(dialog->windowTitle()));
    const auto cutOff = [](const QWidget &widget) {
        return widget.isVisible() && (widget.width() < widget.minimumSizeHint().width() ||
                                      widget.height() < widget.minimumSizeHint().height());
    };
    for (const QAbstractButton *button : dialog->findChildren<QAbstractButton *>())
        QVERIFY2(!cutOff(*button), qPrintable(button->text()));
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        QVERIFY2(!cutOff(*label), qPrintable(label->text()));
    QCoreApplication::removeTranslator(&words);
}

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
    for (const char *action :
         {"Host a Room…", "Join…", "New Room…", "Browse Rooms…", "Invite…", "Who Is Connected…",
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

/// Tab comes back to where it began, having been everywhere.
void TestAccessibility::tabGoesRoundEveryDialog()
{
    QFETCH(QString, action);
    Host ada;
    ada.openRoom();
    ada.driver().choose(action);
    QTRY_VERIFY(ada.driver().find<QDialog>());
    auto *dialog = ada.driver().find<QDialog>();
    dialog->activateWindow();
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), dialog, patience);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() && QApplication::focusWidget()->window() == dialog,
                             patience);
    QWidget *start = QApplication::focusWidget();
    QSet<QWidget *> seen;
    for (int step = 0; step < 100; ++step) {
        seen.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget());
        if (QApplication::focusWidget() == start)
            break;
    }
    QCOMPARE(QApplication::focusWidget(), start);
    const auto order = tabOrder(*dialog);
    for (QWidget *widget : order) {
        const QWidget *proxy = widget->focusProxy();
        const bool reached = seen.contains(widget) || (proxy && seen.contains(const_cast<QWidget *>(proxy)));
        QVERIFY2(reached || qobject_cast<QRadioButton *>(widget) != nullptr,
                 qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' +
                            widget->accessibleName()));
    }
}

/// Never back up by more than a row; within a row, from left to right.
void TestAccessibility::theOrderOfTabIsTheOrderOnTheScreen()
{
    QFETCH(QString, action);
    Host ada;
    ada.openRoom();
    ada.driver().choose(action);
    QTRY_VERIFY(ada.driver().find<QDialog>());
    auto *dialog = ada.driver().find<QDialog>();
    const QList<QWidget *> order = tabOrder(*dialog);
    const auto placeOf = [dialog](const QWidget *widget) {
        return QRect(widget->mapTo(dialog, QPoint()), widget->size());
    };
    int backwards = 0;
    for (qsizetype i = 1; i < order.size(); ++i) {
        const QRect before = placeOf(order.at(i - 1));
        const QRect here = placeOf(order.at(i));
        const bool sameRow = here.center().y() > before.top() && here.center().y() < before.bottom();
        backwards += sameRow ? here.left() < before.left() : here.center().y() < before.top();
    }
    QVERIFY2(backwards <= 1, qPrintable(QString::number(backwards))); // the chain is a ring
}

void TestAccessibility::everythingToClickIsLargeEnough_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("main window") << QString();
    for (const char *action :
         {"Host a Room…", "Join…", "New Room…", "Browse Rooms…", "Invite…", "Who Is Connected…",
          "Preferences…", "Go To…", "Keyboard Shortcuts", "About Tincan"})
        QTest::newRow(action) << QString::fromUtf8(action);
}

void TestAccessibility::everythingToClickIsLargeEnough()
{
    QFETCH(QString, action);
    constexpr int smallest = 24; // px, as WCAG 2.2, 2.5.8 asks for
    Host ada;
    ada.openRoom();
    if (!action.isEmpty()) {
        ada.driver().choose(action);
        QTRY_VERIFY(ada.driver().find<QDialog>());
    }
    QWidget *window =
        action.isEmpty() ? static_cast<QWidget *>(&ada.driver().window()) : ada.driver().find<QDialog>();
    const auto all = window->findChildren<QWidget *>();
    int looked = 0;
    for (QWidget *widget : all) {
        const bool target = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                            qobject_cast<QComboBox *>(widget);
        if (!target || !widget->isVisible() || widget->window() != window)
            continue;
        ++looked;
        QVERIFY2(widget->width() >= smallest && widget->height() >= smallest,
                 qPrintable(
                     u"%1 %2: %3 × %4"_s
                         .arg(QLatin1StringView(widget->metaObject()->className()), widget->accessibleName())
                         .arg(widget->width())
                         .arg(widget->height())));
    }
    QVERIFY(looked > 0);
}

void TestAccessibility::rightToLeftMirrorsTheWindow()
{
    Host ada;
    ada.openRoom();
    ada.driver().say(u"hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().messages().size(), 1, patience);
    MainWindow &window = ada.driver().window();
    const auto leftOf = [&window](QWidget *widget) { return widget->mapTo(&window, QPoint()).x(); };
    auto *rooms = window.findChild<RoomListView *>();
    auto *members = window.findChild<MemberListView *>();
    QVERIFY(leftOf(rooms) < leftOf(members));
    QGuiApplication::setLayoutDirection(Qt::RightToLeft); // what -reverse does
    QTRY_VERIFY(leftOf(rooms) > leftOf(ada.driver().view()));
    QVERIFY(leftOf(members) < leftOf(ada.driver().view()));
    QVERIFY(!window.grab().isNull());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QTRY_VERIFY(leftOf(rooms) < leftOf(members));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
