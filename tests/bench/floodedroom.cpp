#include "tests/bench/floodedroom.h"

#include "app/application.h"
#include "tests/bench/serverprocess.h"
#include "tests/bench/table.h"
#include "tests/bench/usage.h"
#include "ui/client/roomclient.h"
#include "ui/models/conversationmodel.h"
#include "ui/models/roomlistmodel.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/messageedit.h"
#include "ui/widgets/roomlistview.h"

#include <QApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace tincan::bench {

namespace {

constexpr auto portionTime = 10ms;
constexpr auto keyTime = 97ms; ///< between two keys
constexpr auto patience = 20s;

/// Says numbered messages in the plain dialect, evenly over the time, from a thread of its own.
class Flooder : public QThread
{
public:
    Flooder(int port, int perSecond, int seconds)
        : m_port(port), m_portion(perSecond / int(1s / portionTime)), m_left(perSecond * seconds)
    {
    }

    void run() override
    {
        QTcpSocket socket;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        connect(&timer, &QTimer::timeout, &timer, [this, &socket] { say(socket); });
        connect(&socket, &QTcpSocket::connected, &timer, [&timer] { timer.start(portionTime); });
        connect(&socket, &QTcpSocket::readyRead, &socket, [&socket] { socket.readAll(); });
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_port));
        exec();
        socket.disconnectFromHost();
        cpu = threadCpuMicroseconds();
    }

    qint64 cpu = 0; ///< microseconds; to be read when the thread has ended

private:
    void say(QTcpSocket &socket)
    {
        QByteArray out;
        for (int i = 0; i < m_portion && m_left > 0; ++i, --m_left)
            out += "message " + QByteArray::number(m_said++) + " of the flood" + '\0';
        socket.write(out);
    }

    int m_port;
    int m_portion;
    int m_left;
    int m_said = 0;
};

std::chrono::microseconds now()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

/// Presses keys from a thread of its own, and notes when each was.
class Typist : public QThread
{
public:
    explicit Typist(QObject *receiver) : m_receiver(receiver) {}

    void run() override
    {
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [this] {
            const int key = pressed++ % 2 == 0 ? Qt::Key_A : Qt::Key_Backspace;
            auto *press =
                new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, key == Qt::Key_A ? u"a"_s : QString());
            press->setTimestamp(quint64(now().count()));
            QCoreApplication::postEvent(m_receiver, press);
        });
        timer.start(keyTime);
        exec();
        cpu = threadCpuMicroseconds();
    }

    int pressed = 0; ///< to be read when the thread has ended, as the next
    qint64 cpu = 0;  ///< microseconds

private:
    QObject *m_receiver;
};

/// Notes the frames of the conversation, and how long after a key the frame was out in which the message box
/// showed it.
class Watch : public QObject
{
public:
    Watch(QWidget *conversation, QPlainTextEdit *box) : m_conversation(conversation), m_box(box)
    {
        conversation->installEventFilter(this);
        box->installEventFilter(this);
        box->viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress && watched == m_box)
            m_pressed.append(std::chrono::microseconds(static_cast<QKeyEvent *>(event)->timestamp()));
        if (event->type() != QEvent::Paint)
            return false;
        if (watched == m_box->viewport() && !m_pressed.isEmpty()) {
            const auto shown = std::exchange(m_pressed, {});
            QTimer::singleShot(0, this, [this, shown] { note(shown); }); // when the frame is out
        }
        if (watched == m_conversation) {
            if (m_painted > 0us)
                gaps.append(double((now() - m_painted).count()) / 1e3);
            m_painted = now();
        }
        return false;
    }

    QList<double> gaps, delays; ///< ms

private:
    void note(const QList<std::chrono::microseconds> &pressed)
    {
        for (const auto &moment : pressed)
            delays.append(double((now() - moment).count()) / 1e3);
    }

    QWidget *m_conversation;
    QPlainTextEdit *m_box;
    QList<std::chrono::microseconds> m_pressed; ///< when, of keys that are not painted yet
    std::chrono::microseconds m_painted{0};
};

/// Runs the event loop until something holds; false where it did not in that time.
template <typename Holds>
bool waitUntil(Holds holds, std::chrono::milliseconds most)
{
    QEventLoop loop;
    QTimer look, end;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (holds())
            loop.quit();
    });
    QObject::connect(&end, &QTimer::timeout, &loop, &QEventLoop::quit);
    look.start(20ms);
    end.start(most);
    loop.exec();
    return holds();
}

QString textOf(int number)
{
    return u"message %1 of the flood"_s.arg(number);
}

/// Whether that one is among the last rows, where notices may stand, too.
bool hasMessage(const QAbstractItemModel &model, int number)
{
    bool found = false;
    for (int row = std::max(0, model.rowCount() - 10); row < model.rowCount(); ++row)
        found |= model.index(row, 0).data(conversation::TextRole).toString() == textOf(number);
    return found;
}

/// How many of the flood's messages stand in the conversation, in order; -1: one is in the wrong place.
int messagesInOrder(const QAbstractItemModel &model)
{
    int next = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString text = model.index(row, 0).data(conversation::TextRole).toString();
        if (text.startsWith("message "_L1) && text != textOf(next++))
            return -1;
    }
    return next;
}

void stop(QThread &thread)
{
    thread.quit();
    thread.wait();
}

void print(const Watch &watch, int seconds)
{
    const Spread gaps = spreadOf(watch.gaps);
    const Spread delays = spreadOf(watch.delays);
    const std::string unit = withMost("ms", delays) + ", " + std::to_string(watch.delays.size()) + " keys";
    printRow({"frames", double(watch.gaps.size() + 1) / seconds, 0, atLeast(30), "a second"});
    printRow({"between two frames", gaps.median, 0, atMost(33), withMost("ms", gaps)});
    printRow({"until a key shows", delays.median, 0, atMost(32), unit});
}

/// Whether the whole flood is in the conversation, and its end on the screen.
bool isRight(const ConversationView &view, int messages)
{
    const int inOrder = messagesInOrder(*view.model());
    const bool atEnd = view.isAtBottom() && view.lastVisibleRow() == view.rowCount() - 1;
    if (inOrder != messages)
        std::fprintf(stderr, "wrong: %d of %d messages are there in order\n", inOrder, messages);
    if (!atEnd)
        std::fputs("wrong: the last message is not shown\n", stderr);
    return inOrder == messages && atEnd;
}

bool isTyped(const Watch &watch, int keys)
{
    waitUntil([&] { return watch.delays.size() == keys; }, patience);
    if (watch.delays.size() != keys)
        std::fprintf(stderr, "wrong: %d of %d keys were shown\n", int(watch.delays.size()), keys);
    return watch.delays.size() == keys;
}

std::vector<std::string> commandOf(const QString &server)
{
    return {server.toStdString(), "--memory", "--listen", "127.0.0.1:0", "--flood-limit", "off"};
}

AppOptions optionsFor(const QTemporaryDir &profile, int port)
{
    AppOptions options;
    options.profile = profile.path();
    options.nearby = u"none"_s;
    options.name = u"Ada"_s;
    options.join = RoomAddress{u"127.0.0.1"_s, quint16(port)};
    return options;
}

bool isJoined(const ConversationView &view)
{
    const bool joined = waitUntil([&view] { return view.model() != nullptr; }, patience);
    if (!joined)
        std::fputs("wrong: the room cannot be joined\n", stderr);
    return joined;
}

void type(QWidget *box, const QString &line)
{
    for (const QChar letter : line)
        QCoreApplication::postEvent(box,
                                    new QKeyEvent(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, letter));
    for (const int key : {Qt::Key_Escape, Qt::Key_Return}) // what completes is closed first
        QCoreApplication::postEvent(box, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier));
}

/// Of all rooms in the list.
int unreadIn(const QAbstractItemModel &rooms)
{
    int unread = 0;
    for (int row = 0; row < rooms.rowCount(); ++row) {
        const QModelIndex index = rooms.index(row, 0);
        if (!index.data(RoomListModel::RoomIdRole).toString().isEmpty())
            unread += index.data(RoomListModel::UnreadRole).toInt();
    }
    return unread;
}

/// A flood, until everything is there or the patience ends: what each message cost this program, in
/// microseconds of CPU.
template <typename Condition>
double costOfFlood(int port, int perSecond, int seconds, Condition isAllThere)
{
    Flooder flooder(port, perSecond, seconds);
    const qint64 before = cpuMicroseconds();
    flooder.start();
    waitUntil(isAllThere, std::chrono::seconds(seconds) + patience);
    stop(flooder);
    return double(cpuMicroseconds() - before - flooder.cpu) / (perSecond * seconds);
}

/// What a message costs a client that knows no window, no list of messages and no copy on the disk, in
/// microseconds of CPU; 0, and said on standard error, where it does not get all.
double measureReading(const QString &server, int perSecond, int seconds)
{
    const ServerProcess process(commandOf(server));
    ClientOptions options;
    options.address = RoomAddress{u"127.0.0.1"_s, quint16(process.port())};
    options.name = u"Ada"_s;
    RoomClient client;
    const int all = perSecond * seconds;
    int read = 0;
    QObject::connect(&client, &RoomClient::eventsArrived, &client,
                     [&read](const RoomId &, const QList<RoomEvent> &events) { read += int(events.size()); });
    client.open(options);
    waitUntil([&client] { return client.state().phase == Phase::Online; }, patience);
    const double cpu = costOfFlood(process.port(), perSecond, seconds, [&] { return read >= all; });
    if (read != all)
        std::fprintf(stderr, "wrong: %d of %d messages are read\n", read, all);
    return read == all ? cpu : 0;
}

} // namespace

std::optional<double> measureFlood(const QString &server, int perSecond, int seconds)
{
    const ServerProcess process(commandOf(server));
    const QTemporaryDir profile;
    Application program(optionsFor(profile, process.port()));
    program.start();
    const auto *view = program.window()->findChild<ConversationView *>();
    auto *box = program.window()->findChild<MessageEdit *>();
    if (!isJoined(*view))
        return {};
    box->setFocus();

    Watch watch(view->viewport(), box);
    Flooder flooder(process.port(), perSecond, seconds);
    Typist typist(box);
    const qint64 before = cpuMicroseconds();
    flooder.start();
    typist.start();
    const int all = perSecond * seconds;
    waitUntil([] { return false; }, std::chrono::seconds(seconds));
    stop(typist);
    const auto isThere = [view, all] { return hasMessage(*view->model(), all - 1); };
    const double rest = millisecondsOf([&isThere] { waitUntil(isThere, patience); });
    stop(flooder);
    const double cpu = double(cpuMicroseconds() - before - flooder.cpu - typist.cpu) / all;
    printHead("a flood of " + std::to_string(perSecond) + " messages a second for " +
                  std::to_string(seconds) + " s, into the room that is open",
              "tincan");
    print(watch, seconds);
    printRow({"CPU of a message", cpu, 0, {}, "us"});
    printRow({"until the last ones are there, too", rest, 0, {}, "ms"});
    return isRight(*view, all) & isTyped(watch, typist.pressed) ? cpu : std::optional<double>();
}

bool measureFloodAside(const QString &server, int perSecond, int seconds, double cpuInOpenRoom)
{
    const double reading = measureReading(server, perSecond, seconds);
    const ServerProcess process(commandOf(server));
    const QTemporaryDir profile;
    Application program(optionsFor(profile, process.port()));
    program.start();
    const auto *view = program.window()->findChild<ConversationView *>();
    const auto *rooms = program.window()->findChild<RoomListView *>();
    auto *box = program.window()->findChild<MessageEdit *>();
    if (!isJoined(*view))
        return false;
    const QAbstractItemModel *const flooded = view->model();
    type(box, u"/join elsewhere"_s);
    if (!waitUntil([&] { return view->model() && view->model() != flooded; }, patience)) {
        std::fputs("wrong: no other room is open\n", stderr);
        return false;
    }
    const int all = perSecond * seconds;
    const double cpu =
        costOfFlood(process.port(), perSecond, seconds, [&] { return unreadIn(*rooms->model()) == all; });
    printHead("the same into a room that is not open, beside a client that only reads", "tincan", "reading");
    printRow({"CPU of a message; a counter is wanted", cpu, reading, {}, "us"});
    printRow({"the same in the room that is open", cpuInOpenRoom, reading, {}, "us"});
    if (unreadIn(*rooms->model()) != all)
        std::fprintf(stderr, "wrong: %d of %d messages are counted\n", unreadIn(*rooms->model()), all);
    return reading > 0 && unreadIn(*rooms->model()) == all;
}

} // namespace tincan::bench
