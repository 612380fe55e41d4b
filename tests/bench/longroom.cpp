#include "tests/bench/longroom.h"

#include "tests/bench/table.h"
#include "tests/bench/usage.h"
#include "ui/models/conversationmodel.h"
#include "ui/widgets/conversationview.h"

#include <QApplication>
#include <QWheelEvent>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace tincan::bench {

namespace {

constexpr int steps = 200;
constexpr double atOnce = 50; ///< ms
constexpr int cpuSteps = 40;  ///< of a change that lays everything on screen out anew
constexpr int portion = 10'000;

QString textOf(int number)
{
    static const QStringList texts = {
        u"the soup is on the table"_s,
        u"服务器今晚升级吗？我可以帮忙测试。这一句话要长得多，长到在窄的窗口里必须折成好几行才放得下。"_s,
        u"Yes, at **21:00**. The checklist is in `docs/upgrade.md`, section 3, and everybody who has a "
        u"minute "
        "left is welcome to read it once more before we begin: https://example.org/upgrade?step=3"_s,
        u"👍🎉 done 👩‍👩‍👧 already"_s,
        u"```\ngit pull --ff-only\ncmake --workflow --preset release\n```"_s,
        u"two\nlines"_s,
        u"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"_s.repeated(3),
    };
    return u"%1 %2"_s.arg(texts.at(number % texts.size())).arg(number);
}

QList<RoomEvent> eventsFrom(int first, int count)
{
    static const QStringList names = {u"Ada"_s, u"Li Mei"_s, u"Wojtek"_s, u"Bo"_s, u"张三"_s};
    QList<RoomEvent> events;
    events.reserve(count);
    for (int number = first; number < first + count; ++number) {
        RoomEvent event;
        event.room = RoomId(u"lounge"_s);
        event.seq = number;
        event.at = 1'700'000'000'000 + qint64(number) * 40'000;
        const QString name = names.at(number / 3 % names.size());
        event.from = {MemberId(u"m-"_s + name), name};
        event.text = textOf(number);
        events.append(event);
    }
    return events;
}

void fill(ConversationModel &model, int messages)
{
    model.setMe(MemberId(u"me"_s), u"Me"_s);
    for (int first = 1; first <= messages; first += portion)
        model.appendEvents(eventsFrom(first, std::min(portion, messages + 1 - first)));
}

class LongRoom
{
public:
    explicit LongRoom(int messages) : m_messages(messages) { fill(m_model, messages); }

    bool measure();

private:
    void open();
    void weigh(const char *when) const;
    void jump();
    void scroll();
    void reshape();
    void key(Qt::Key key);
    void wheel(int direction);
    template <typename Change>
    void shape(const char *what, Change change);
    template <typename Step>
    void repeat(const char *what, Step step);
    void measureJump(const char *what, const std::function<void()> &jump);
    int shown() const { return m_view.firstVisibleRow(); }
    void expect(const char *what, bool holds);

    int m_messages;
    bool m_right = true;
    qint64 m_before = 0; ///< KiB, without the view
    ConversationModel m_model;
    ConversationView m_view;
};

void LongRoom::expect(const char *what, bool holds)
{
    if (!holds)
        std::fprintf(stderr, "wrong: %s (first row %d of %d)\n", what, shown(), m_view.rowCount());
    m_right &= holds;
}

void LongRoom::open()
{
    m_before = residentKilobytes();
    m_view.resize(700, 600);
    m_view.show();
    QCoreApplication::processEvents();
    ConversationModel other;
    fill(other, 100);
    QList<double> openings;
    for (int i = 0; i < 9; ++i) {
        m_view.setModel(&other);
        m_view.viewport()->repaint();
        openings.append(millisecondsOf([this] {
            m_view.setModel(&m_model);
            m_view.viewport()->repaint();
        }));
    }
    const Spread spread = spreadOf(openings);
    printRow({"opening it", spread.median, 0, atMost(atOnce), withMost("ms", spread)});
    expect("it opens at its end", m_view.isAtBottom() && m_view.rowCount() == m_messages);
    weigh("memory of the view after that");
}

void LongRoom::weigh(const char *when) const
{
    printRow({when, double(residentKilobytes() - m_before) / 1024, 0, {}, "MiB"});
}

void LongRoom::measureJump(const char *what, const std::function<void()> &jump)
{
    const double cost = millisecondsOf([this, &jump] {
        jump();
        m_view.viewport()->repaint();
    });
    printRow({what, cost, 0, atMost(atOnce), "ms"});
}

void LongRoom::jump()
{
    const int middle = m_messages / 2;
    m_model.setUnreadFrom(middle + 1);
    measureJump("a jump to its start", [this] { m_view.scrollToRow(0, 0); });
    expect("its start is shown", shown() == 0);
    measureJump("to its end", [this] { m_view.jumpToLatest(); });
    expect("its end is shown", m_view.isAtBottom());
    measureJump("to the unread line", [this] { m_view.jumpToUnread(); });
    expect("the unread line is shown", shown() <= middle && m_view.lastVisibleRow() >= middle);
    const int hit = m_messages / 3;
    measureJump("to what a search found", [this, hit] {
        m_view.setMarks({u"soup"_s}, hit + 1);
        m_view.showMessage(m_model.rowOf(hit + 1));
    });
    expect("what was found is shown", shown() <= hit && m_view.lastVisibleRow() >= hit);
    m_view.setMarks({}, 0);
}

template <typename Step>
void LongRoom::repeat(const char *what, Step step)
{
    QList<double> costs;
    const int before = shown();
    for (int i = 0; i < steps; ++i) {
        const qint64 start = cpuMicroseconds();
        step();
        m_view.viewport()->repaint();
        costs.append(double(cpuMicroseconds() - start) / 1e3);
    }
    expect(what, shown() < before);
    const Spread spread = spreadOf(costs);
    printRow({what, spread.median, 0, atMost(4), withMost("ms", spread)});
}

void LongRoom::wheel(int direction)
{
    const QPointF at = m_view.viewport()->rect().center();
    QWheelEvent event(at, m_view.viewport()->mapToGlobal(at), {}, {0, 120 * direction}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view.viewport(), &event);
}

void LongRoom::key(Qt::Key key)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_view, &event);
}

void LongRoom::scroll()
{
    m_view.jumpToLatest();
    repeat("a wheel step, CPU of a frame", [this] { wheel(1); });
    repeat("a page, CPU of a frame", [this] { key(Qt::Key_PageUp); });
}

template <typename Change>
void LongRoom::shape(const char *what, Change change)
{
    m_view.scrollToRow(m_messages / 2, 0);
    QList<double> costs;
    for (int i = 0; i < cpuSteps; ++i) {
        costs.append(millisecondsOf([&change, i] { change(i); }));
        expect(what, shown() == m_messages / 2);
        m_view.viewport()->repaint();
    }
    const Spread spread = spreadOf(costs);
    printRow({what, spread.median, 0, atMost(16), withMost("ms", spread)});
}

void LongRoom::reshape()
{
    shape("another width, before it paints", [this](int i) {
        const int width = m_view.viewport()->width();
        m_view.resize(695 - 5 * i, 600);
        expect("the text is narrower", i == 0 || m_view.viewport()->width() == width - 5);
    });
    shape("another text size, before it paints", [this](int i) { m_view.setTextScale(100 + 10 * (i % 5)); });
}

bool LongRoom::measure()
{
    open();
    jump();
    scroll();
    reshape();
    weigh("memory of the view after all that");
    return m_right;
}

} // namespace

bool measureLongRoom(int messages)
{
    printHead("a conversation of " + std::to_string(messages) + " messages", "tincan");
    return LongRoom(messages).measure();
}

} // namespace tincan::bench
