#include "tests/gui/everywindow.h"

#include "ui/widgets/composer.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/penaltydialog.h"
#include "ui/widgets/windowdialogs.h"

#include <QDialog>
#include <QMenu>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int patience = 15'000; // ms

QString page(const QString &name, int number)
{
    return u"%1 %2"_s.arg(name, QString::number(number));
}

} // namespace

QStringList EveryWindow::names()
{
    QStringList all{u"Host a Room…"_s,
                    u"Join…"_s,
                    u"New Room…"_s,
                    u"Browse Rooms…"_s,
                    u"Invite…"_s,
                    u"Room Info"_s,
                    u"Go To…"_s,
                    u"Your Name"_s,
                    u"Password"_s,
                    u"Remove Bo"_s,
                    u"Ban Bo"_s,
                    u"Mute Bo"_s,
                    u"Emoji"_s,
                    u"Quit"_s,
                    u"Delete Message"_s,
                    u"About Tincan"_s,
                    u"Keyboard Shortcuts"_s,
                    u"Search All Rooms…"_s};
    for (int number = 1; number <= 4; ++number)
        all.append(page(u"Preferences…"_s, number));
    for (int number = 1; number <= 3; ++number)
        all.append(page(u"Who Is Connected…"_s, number));
    return all;
}

EveryWindow::EveryWindow()
{
    m_ada.openRoom();
    m_bo.join(m_ada.port());
    QTRY_COMPARE_WITH_TIMEOUT(driver().members().size(), 2, patience);
    driver().say(u"hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo.driver().messages().size(), 1, patience);
}

/// Who hosts already is shown the invite instead.
WindowDriver EveryWindow::driverOf(const QString &name)
{
    return name == u"Host a Room…"_s ? m_bo.driver() : m_ada.driver();
}

/// What cannot be had from the menu is made as the program makes it.
void EveryWindow::bring(const QString &name)
{
    MainWindow &window = driver().window();
    auto *dialogs = window.findChild<WindowDialogs *>();
    const auto punish = [&window](Penalty penalty) {
        auto *dialog = new PenaltyDialog(penalty, u"Bo"_s, &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    if (name == u"Your Name"_s) {
        dialogs->takeStep(NextStep::ChangeName, {});
    } else if (name == u"Password"_s) {
        dialogs->takeStep(NextStep::EnterPassword, {});
    } else if (name == u"Remove Bo"_s) {
        punish(Penalty::Kick);
    } else if (name == u"Ban Bo"_s) {
        punish(Penalty::Ban);
    } else if (name == u"Mute Bo"_s) {
        punish(Penalty::Mute);
    } else if (name == u"Emoji"_s) {
        driver().composer()->findChild<QToolButton *>()->click();
    } else if (name == u"Delete Message"_s) {
        ConversationView *view = driver().view();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
        QTest::keyClick(view, Qt::Key_Delete);
    } else {
        driverOf(name).choose(name);
    }
}

QWidget *EveryWindow::opened()
{
    for (const WindowDriver &each : {m_ada.driver(), m_bo.driver()}) {
        const auto all = each.window().findChildren<QWidget *>();
        for (QWidget *widget : all) {
            if (widget->isVisible() && widget->isWindow() && !qobject_cast<QMenu *>(widget))
                return widget;
        }
    }
    return nullptr;
}

void EveryWindow::close()
{
    if (QWidget *window = opened())
        window->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QWidget *EveryWindow::open(const QString &name)
{
    const qsizetype space = name.lastIndexOf(u' ');
    const int number = name.mid(space + 1).toInt();
    bring(number > 0 ? name.first(space) : name);
    if (!QTest::qWaitFor([this] { return opened() != nullptr; }, patience)) {
        QTest::qFail(qPrintable(name + u" does not open"_s), __FILE__, __LINE__);
        return nullptr;
    }
    QWidget *window = opened();
    if (number > 0)
        window->findChild<QTabWidget *>()->setCurrentIndex(number - 1);
    return window;
}

} // namespace tincan
