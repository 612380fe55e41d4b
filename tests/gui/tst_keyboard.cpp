#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/models/conversationroles.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/hostdialog.h"
#include "ui/widgets/invitedialog.h"
#include "ui/widgets/preferencesdialog.h"
#include "ui/widgets/promptdialog.h"
#include "ui/widgets/switcherdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

constexpr int patience = 15'000; // ms

/// Counts what a mouse would do.
class MouseWatch : public QObject
{
public:
    MouseWatch() { qApp->installEventFilter(this); }
    int events() const { return m_events; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        const auto type = event->type();
        if (type == QEvent::MouseButtonPress || type == QEvent::MouseButtonRelease ||
            type == QEvent::MouseButtonDblClick || type == QEvent::Wheel)
            ++m_events;
        return false;
    }

private:
    int m_events = 0;
};

QWidget *keyboard()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    QWidget *focus = QApplication::focusWidget();
    return focus ? focus : QApplication::activeWindow();
}

void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QVERIFY(keyboard());
    QTest::keyClick(keyboard(), Qt::Key(key), modifiers);
}

void write(const QString &text)
{
    QTest::keyClicks(keyboard(), text);
}

/// Tab, until the keyboard is at the thing of that name.
bool tabTo(const QString &name)
{
    for (int tries = 0; tries < 60; ++tries) {
        const QWidget *focus = QApplication::focusWidget();
        const auto *button = qobject_cast<const QAbstractButton *>(focus);
        if (focus && (focus->accessibleName() == name || (button && button->text().remove(u'&') == name)))
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

bool use(QWidget &window)
{
    window.activateWindow();
    return QTest::qWaitFor([&window] { return QApplication::activeWindow() == &window; }, patience);
}

QVariant lastMessage(const WindowDriver &driver, int role)
{
    const QAbstractItemModel *model = driver.view()->model();
    return model->index(model->rowCount() - 1, 0).data(role);
}

} // namespace

/// From the start to the end of the program by the keyboard alone.
class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayWithoutAMouse();

private:
    void host();
    void join();
    void talk();
    void react();
    void edit();
    void switchRooms();
    void setPreferences();
    void leave();
    void quit();

    std::unique_ptr<Host> m_ada;
    std::unique_ptr<Guest> m_bo;
    quint16 m_port = 0;
};

void TestKeyboard::aDayWithoutAMouse()
{
    const MouseWatch mouse;
    m_ada = std::make_unique<Host>();
    for (const auto step : {&TestKeyboard::host, &TestKeyboard::join, &TestKeyboard::talk,
                            &TestKeyboard::react, &TestKeyboard::edit, &TestKeyboard::switchRooms,
                            &TestKeyboard::setPreferences, &TestKeyboard::leave, &TestKeyboard::quit}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            break;
    }
    QCOMPARE(mouse.events(), 0);
    m_bo.reset();
    m_ada.reset();
}

void TestKeyboard::host()
{
    const WindowDriver ada = m_ada->driver();
    QVERIFY(use(ada.window()));
    m_port = Host::freePort();
    press(Qt::Key_H, Qt::ControlModifier);
    QTRY_VERIFY(ada.find<HostDialog>());
    QVERIFY(use(*ada.find<HostDialog>()));
    QVERIFY(tabTo(u"Who can reach it"_s));
    press(Qt::Key_Down);
    QVERIFY(tabTo(u"Port"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    write(QString::number(m_port));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(ada.find<InviteDialog>(), patience);
    QVERIFY(use(*ada.find<InviteDialog>()));
    press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(ada.rooms().size(), 2, patience);
}

void TestKeyboard::join()
{
    m_bo = std::make_unique<Guest>();
    QVERIFY(use(m_bo->driver().window()));
    QVERIFY(tabTo(u"Address or invite link"_s));
    write(u"127.0.0.1:%1"_s.arg(m_port));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->sessions().current(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->driver().members().size(), 2, patience);
}

void TestKeyboard::talk()
{
    write(u"helo"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->driver().messages(), QStringList{u"helo"_s}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(lastMessage(m_bo->driver(), conversation::SeqRole).toLongLong() > 0, patience);
}

void TestKeyboard::react()
{
    const WindowDriver ada = m_ada->driver();
    QVERIFY(use(ada.window()));
    press(Qt::Key_M, Qt::ControlModifier);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), ada.view());
    press(Qt::Key_End);
    press(Qt::Key_Plus);
    QTRY_VERIFY(QApplication::activePopupWidget());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(lastMessage(m_bo->driver(), conversation::ReactionsRole)
                                     .value<QList<conversation::Reaction>>()
                                     .size() == 1,
                             patience);
}

void TestKeyboard::edit()
{
    const WindowDriver bo = m_bo->driver();
    QVERIFY(use(bo.window()));
    press(Qt::Key_M, Qt::ControlModifier);
    press(Qt::Key_Up);
    QCOMPARE(bo.composer()->text(), u"helo"_s);
    press(Qt::Key_End);
    press(Qt::Key_Backspace);
    write(u"lo"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->driver().messages(), QStringList{u"hello"_s}, patience);
}

void TestKeyboard::switchRooms()
{
    const WindowDriver bo = m_bo->driver();
    const auto title = [&bo] { return bo.window().windowTitle(); };
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(bo.find<PromptDialog>());
    QVERIFY(use(*bo.find<PromptDialog>()));
    write(u"garden"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(u"garden"_s), patience);
    QVERIFY(use(bo.window()));
    press(Qt::Key_Up, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(u"Lounge"_s), patience);
}

void TestKeyboard::setPreferences()
{
    const WindowDriver ada = m_ada->driver();
    QVERIFY(use(ada.window()));
    press(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(ada.find<PreferencesDialog>());
    QVERIFY(use(*ada.find<PreferencesDialog>()));
    for (int tries = 0; tries < 60 && !qobject_cast<QTabBar *>(QApplication::focusWidget()); ++tries)
        press(Qt::Key_Tab);
    press(Qt::Key_Right);
    QVERIFY(tabTo(u"Appearance"_s));
    press(Qt::Key_End);
    QCOMPARE(m_ada->program().preferences().scheme(), SchemeChoice::Dark);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!ada.find<PreferencesDialog>());
}

void TestKeyboard::leave()
{
    const WindowDriver bo = m_bo->driver();
    QVERIFY(use(bo.window()));
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(bo.find<SwitcherDialog>());
    QVERIFY(use(*bo.find<SwitcherDialog>()));
    write(u"disconnect"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->sessions().sessions().isEmpty(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->driver().members().size(), 1, patience);
}

void TestKeyboard::quit()
{
    MainWindow &window = m_ada->driver().window();
    QVERIFY(use(window));
    QSignalSpy asked(&window, &MainWindow::quitRequested);
    press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, patience);
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
