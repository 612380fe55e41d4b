#include "tests/gui/accessibletree.h"
#include "tests/gui/everywindow.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/memberlistview.h"
#include "ui/widgets/roomlistview.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QRadioButton>
#include <QSet>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

constexpr int patience = 15'000; // ms

using namespace accessibletree;

QString describe(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return QLatin1StringView(widget->metaObject()->className()) + u' ' +
           (widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName());
}

} // namespace

/// What a screen reader finds in every window of the program.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void cleanup();
    void cleanupTestCase() { m_home.reset(); }
    void theWelcomePageIsNamed();
    void theMainWindowIsNamed();
    void everyWindowIsNamed_data();
    void everyWindowIsNamed();
    void whatIsOpenedInTheWindowIsNamed();
    void aBannerIsNamed();
    void theListsRowsSayWhatTheyShow();
    void tabReachesEveryControl();
    void tabLeavesTheMessageBox();
    void tabGoesRoundEveryWindow_data() { everyWindowIsNamed_data(); }
    void tabGoesRoundEveryWindow();
    void theOrderOfTabIsTheOrderOnTheScreen_data() { everyWindowIsNamed_data(); }
    void theOrderOfTabIsTheOrderOnTheScreen();
    void everythingToClickIsLargeEnough_data();
    void everythingToClickIsLargeEnough();
    void longerWordsAreNotCutOff_data() { everyWindowIsNamed_data(); }
    void longerWordsAreNotCutOff();
    void theOtherDirectionMirrorsTheWindow();

private:
    EveryWindow &home();

    std::unique_ptr<EveryWindow> m_home;
};

/// One for all tests, which leave it as they found it: to host and to join takes longer than what they look
/// at.
EveryWindow &TestAccessibility::home()
{
    if (!m_home)
        m_home = std::make_unique<EveryWindow>();
    return *m_home;
}

void TestAccessibility::cleanup()
{
    if (m_home)
        m_home->close();
}

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
    QFETCH(QString, name);
    EveryWindow &every = home();
    LongWords words;
    QCoreApplication::installTranslator(&words);
    QWidget *dialog = every.open(name);
    QVERIFY(dialog);
    const QString title = dialog->windowTitle() + dialog->accessibleName();
    QVERIFY2(title.startsWith(u'Å'), qPrintable(title));
    const auto cutOff = [](const QWidget &widget) {
        const QSize least = widget.minimumSizeHint();
        const int high = widget.hasHeightForWidth() ? widget.heightForWidth(widget.width()) : least.height();
        return widget.isVisible() && (widget.width() < least.width() || widget.height() < high);
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
    QCOMPARE(unnamed(window).join(u", "_s), QString());
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
    QCOMPARE(unnamed(window).join(u", "_s), QString());
    QCOMPARE(withoutRole(window).join(u", "_s), QString());
    QVERIFY(namesOf(window, QAccessible::EditableText).contains(u"Message"_s));
    const QStringList lists = namesOf(window, QAccessible::List);
    for (const QString &name : {u"Conversation"_s, u"Members"_s, u"Rooms"_s})
        QVERIFY2(lists.contains(name), qPrintable(name + u" in "_s + lists.join(u", "_s)));
}

void TestAccessibility::everyWindowIsNamed_data()
{
    QTest::addColumn<QString>("name");
    const QStringList all = EveryWindow::names();
    for (const QString &name : all)
        QTest::newRow(qPrintable(name)) << name;
}

void TestAccessibility::everyWindowIsNamed()
{
    QFETCH(QString, name);
    EveryWindow &every = home();
    QPointer<QWidget> window = every.open(name);
    QVERIFY(window);
    QCOMPARE(unnamed(*window).join(u", "_s), QString());
    QCOMPARE(withoutRole(*window).join(u", "_s), QString());
    QVERIFY(!window->windowTitle().isEmpty() || !window->accessibleName().isEmpty());
    QVERIFY(!tabOrder(*window).isEmpty());
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!window || !window->isVisible());
}

/// The line to find with, and what is replied to.
void TestAccessibility::whatIsOpenedInTheWindowIsNamed()
{
    EveryWindow &every = home();
    every.driver().choose(u"Find in Conversation…"_s);
    ConversationView *view = every.driver().view();
    view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
    QTest::keyClick(view, Qt::Key_R);
    MainWindow &window = every.driver().window();
    QCOMPARE(unnamed(window).join(u", "_s), QString());
    QCOMPARE(withoutRole(window).join(u", "_s), QString());
    QVERIFY(namesOf(window, QAccessible::EditableText).contains(u"Find in this conversation"_s));
    QVERIFY(namesOf(window, QAccessible::PushButton).contains(u"Cancel"_s));
}

void TestAccessibility::aBannerIsNamed()
{
    Guest bo;
    bo.tryToJoin(u"127.0.0.1:%1"_s.arg(Host::freePort()));
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().find<QAbstractButton>(u"Try now"_s), patience);
    QCOMPARE(unnamed(bo.driver().window()).join(u", "_s), QString());
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
void TestAccessibility::tabGoesRoundEveryWindow()
{
    QFETCH(QString, name);
    EveryWindow &every = home();
    QWidget *dialog = every.open(name);
    QVERIFY(dialog);
    dialog->activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isActiveWindow(), patience);
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
        QVERIFY2(reached || qobject_cast<QRadioButton *>(widget) != nullptr, qPrintable(describe(widget)));
    }
}

/// Never back up by more than a row; within a row, in the direction of reading.
void TestAccessibility::theOrderOfTabIsTheOrderOnTheScreen()
{
    QFETCH(QString, name);
    EveryWindow &every = home();
    QWidget *dialog = every.open(name);
    QVERIFY(dialog);
    const QList<QWidget *> order = tabOrder(*dialog);
    const auto placeOf = [dialog](const QWidget *widget) {
        return QRect(widget->mapTo(dialog, QPoint()), widget->size());
    };
    const bool mirrored = QGuiApplication::isRightToLeft();
    QStringList backwards;
    for (qsizetype i = 1; i < order.size(); ++i) {
        const QRect before = placeOf(order.at(i - 1));
        const QRect here = placeOf(order.at(i));
        const bool sameRow = here.center().y() > before.top() && here.center().y() < before.bottom();
        const bool backInRow = mirrored ? here.right() > before.right() : here.left() < before.left();
        if (sameRow ? backInRow : here.center().y() < before.top())
            backwards.append(describe(order.at(i)));
    }
    QVERIFY2(backwards.size() <= 1, qPrintable(backwards.join(u", "_s))); // the chain is a ring
}

void TestAccessibility::everythingToClickIsLargeEnough_data()
{
    everyWindowIsNamed_data();
    QTest::newRow("main window") << QString();
}

void TestAccessibility::everythingToClickIsLargeEnough()
{
    QFETCH(QString, name);
    constexpr int smallest = 24; // px, as WCAG 2.2, 2.5.8 asks for
    EveryWindow &every = home();
    if (name.isEmpty())
        every.driver().choose(u"Find in Conversation…"_s);
    const QWidget *window = name.isEmpty() ? &every.driver().window() : every.open(name);
    QVERIFY(window);
    const auto all = window->findChildren<QWidget *>();
    int looked = 0;
    for (const QWidget *widget : all) {
        const bool target =
            qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
            qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
        const bool isPart = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
        if (!target || isPart || !widget->isVisible() || widget->window() != window)
            continue;
        ++looked;
        QVERIFY2(
            widget->width() >= smallest && widget->height() >= smallest,
            qPrintable(u"%1: %2 × %3"_s.arg(describe(widget)).arg(widget->width()).arg(widget->height())));
    }
    QVERIFY(looked > 0);
}

/// As -reverse does; with it, back.
void TestAccessibility::theOtherDirectionMirrorsTheWindow()
{
    Host ada;
    ada.openRoom();
    ada.driver().say(u"hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().messages().size(), 1, patience);
    MainWindow &window = ada.driver().window();
    const auto leftOf = [&window](QWidget *widget) { return widget->mapTo(&window, QPoint()).x(); };
    auto *rooms = window.findChild<RoomListView *>();
    auto *members = window.findChild<MemberListView *>();
    const auto roomsComeFirst = [&] {
        return leftOf(rooms) < leftOf(ada.driver().view()) && leftOf(ada.driver().view()) < leftOf(members);
    };
    const auto roomsComeLast = [&] {
        return leftOf(rooms) > leftOf(ada.driver().view()) && leftOf(ada.driver().view()) > leftOf(members);
    };
    const bool mirrored = QGuiApplication::isRightToLeft();
    QVERIFY(mirrored ? roomsComeLast() : roomsComeFirst());
    QGuiApplication::setLayoutDirection(mirrored ? Qt::LeftToRight : Qt::RightToLeft);
    QTRY_VERIFY(mirrored ? roomsComeFirst() : roomsComeLast());
    QVERIFY(!window.grab().isNull());
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    QTRY_VERIFY(mirrored ? roomsComeLast() : roomsComeFirst());
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
