#include "tests/bench/windowstart.h"

#include "app/application.h"
#include "tests/bench/preparedprofile.h"
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

void print(const char *what, double program, double bare, double wanted, const char *unit)
{
    std::printf("%-34s %10.1f %10.1f %8.2f %8.0f  %s\n", what, program, bare, bare > 0 ? program / bare : 0.0,
                wanted, unit);
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
    options.nearby = u"none"_s;
    Application program(options);
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
    std::printf(
        "the start, with 20 rooms and %d kept messages, beside a bare window\n%-34s %10s %10s %8s %8s\n",
        messages, "", "tincan", "bare", "ratio", "wanted");
    print("CPU until the first frame", spreadOf(ours).median, spreadOf(bares).median, 4, "ms");
    print("CPU until the conversation is there", spreadOf(shown).median, spreadOf(bares).median, 4, "ms");
    print("memory then", our["conversation"].memory, bare["frame"].memory, 2, "MiB");
    print("memory when settled", our["settled"].memory, bare["settled"].memory, 2, "MiB");
    std::printf("\n");
    if (!right)
        std::fputs("wrong: the program does not show what was kept\n", stderr);
    return right;
}

} // namespace tincan::bench
