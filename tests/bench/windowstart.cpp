#include "tests/bench/windowstart.h"

#include "app/application.h"
#include "app/desktopalerts.h"
#include "app/desktoptray.h"
#include "tests/bench/preparedprofile.h"
#include "tests/bench/table.h"
#include "tests/bench/telling.h"
#include "tests/bench/usage.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace tincan::bench {

namespace {

constexpr auto settling = 2s;

/// Calls once a widget that counts has been painted.
class FrameWatch : public QObject
{
public:
    FrameWatch(std::function<bool(const QObject *)> counts, std::function<void()> painted)
        : m_counts(std::move(counts)), m_painted(std::move(painted))
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_counts(watched)) {
            qApp->removeEventFilter(this);
            QTimer::singleShot(0, this, m_painted); // when the frame is out
        }
        return false;
    }

private:
    std::function<bool(const QObject *)> m_counts;
    std::function<void()> m_painted;
};

void tellWhenSettled()
{
    QTimer::singleShot(settling, qApp, [] {
        tell("settled");
        QCoreApplication::quit();
    });
}

std::unique_ptr<FrameWatch> watchConversation(const MainWindow &window)
{
    const auto *view = window.findChild<ConversationView *>();
    return std::make_unique<FrameWatch>(
        [view](const QObject *painted) { return painted == view->viewport() && view->rowCount() > 0; },
        [view] { tell("conversation", view->rowCount()); });
}

} // namespace

int showWindow(int argc, char **argv, const QString &profile)
{
    const QApplication application(argc, argv);
    FrameWatch first([](const QObject *painted) { return painted->isWidgetType(); }, [] { tell("frame"); });
    QTimer::singleShot(0, qApp, tellWhenSettled);
    if (profile.isEmpty()) {
        QMainWindow bare;
        bare.resize(1180, 760);
        bare.show();
        return QApplication::exec();
    }
    AppOptions options;
    options.profile = profile;
    options.nearby = u"lo"_s;
    Application program(options);
    QObject::connect(&program, &Application::appeared, &program, [&program] {
        program.setNotifier(desktopNotifier());
        program.setTray(desktopTray());
    });
    const auto conversation = watchConversation(*program.window());
    program.start();
    return QApplication::exec();
}

bool measureStart(const QString &program, int messages, int runs)
{
    const QTemporaryDir profile;
    if (!prepareProfile(profile.path(), messages)) {
        std::fputs("the profile could not be written\n", stderr);
        return false;
    }
    QList<double> ours, bares, shown;
    Telling our, bare;
    bool right = true;
    for (int i = 0; i < runs; ++i) {
        bare = run(program, {u"--bare"_s});
        our = run(program, {u"--profile"_s, profile.path()});
        right &= bare.has("frame") && bare.has("settled") && our.has("frame") && our.has("settled") &&
                 our["conversation"].rows >= 1;
        bares.append(bare["frame"].cpu);
        ours.append(our["frame"].cpu);
        shown.append(our["conversation"].cpu);
    }
    printHead("the start, 20 rooms, " + std::to_string(messages) + " kept messages", "tincan");
    printRow(
        {"CPU until the first frame", spreadOf(ours).median, spreadOf(bares).median, ratioAtMost(4), "ms"});
    printRow(
        {"CPU until the conversation is there", spreadOf(shown).median, spreadOf(bares).median, {}, "ms"});
    printRow({"memory then", our["conversation"].memory, bare["frame"].memory, ratioAtMost(2), "MiB"});
    printRow({"memory when settled", our["settled"].memory, bare["settled"].memory, ratioAtMost(2), "MiB"});
    if (!right)
        std::fputs("wrong: the program does not show what was kept\n", stderr);
    return right;
}

} // namespace tincan::bench
