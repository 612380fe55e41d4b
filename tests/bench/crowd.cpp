#include "tests/bench/crowd.h"

#include "tests/bench/table.h"
#include "tests/bench/usage.h"
#include "ui/models/memberlistmodel.h"
#include "ui/widgets/memberlistview.h"
#include "ui/widgets/memberspane.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tincan::bench {

namespace {

constexpr int page = 1'000; ///< members that a server sends at a time
constexpr int comings = 200;
constexpr double frame = 16; ///< ms

Member person(int number)
{
    static const QStringList first = {u"Ada"_s, u"Li Mei"_s, u"Wojtek"_s, u"Bora"_s, u"张三"_s, u"Zoë"_s};
    Member member;
    member.id = MemberId(u"m%1"_s.arg(number));
    member.name = u"%1 %2"_s.arg(first.at(number % first.size())).arg(number * 7'919 % 100'003);
    member.state = number % 5 == 0 ? MemberState::Away : MemberState::Here;
    return member;
}

class Crowd
{
public:
    explicit Crowd(int members) : m_members(members)
    {
        m_pane.setModel(&m_model);
        m_pane.resize(200, 600);
        m_pane.show();
        QObject::connect(&m_model, &QAbstractItemModel::modelReset, &m_pane, [this] { m_right = false; });
        QCoreApplication::processEvents();
    }

    bool measure()
    {
        printRow({"filling it", millisecondsOf([this] { fill(); }), 0, {}, "ms"});
        expect("everybody is listed", m_model.rowCount() == m_members);
        comeAndGo();
        type(u"zoë 1"_s);
        return m_right;
    }

private:
    void fill()
    {
        for (int first = 0; first < m_members; first += page) {
            QList<Member> members;
            for (int number = first; number < std::min(first + page, m_members); ++number)
                members.append(person(number));
            m_model.addMembers(members);
        }
        serverevent::Presence all;
        all.total = m_members;
        m_model.apply(all);
        show();
    }

    void comeAndGo()
    {
        QList<double> costs;
        for (int number = m_members; number < m_members + comings; ++number) {
            const Member one = person(number);
            costs.append(millisecondsOf([this, &one] {
                serverevent::Presence came;
                came.joined = {one};
                came.total = m_members + 1;
                m_model.apply(came);
                show();
            }));
            expect("who comes is listed", m_model.rowOf(one.id) >= 0);
            serverevent::Presence left;
            left.left = {one.id};
            left.total = m_members;
            m_model.apply(left);
        }
        const Spread spread = spreadOf(costs);
        printRow({"somebody comes, and is shown", spread.median, 0, atMost(frame), withMost("ms", spread)});
    }

    void type(const QString &name)
    {
        for (const QChar letter : name)
            press(Qt::Key_unknown, letter);
        for (qsizetype left = name.size(); left > 0; --left)
            press(Qt::Key_Backspace);
        for (const QChar letter : name)
            press(Qt::Key_unknown, letter);
        press(Qt::Key_Escape);
        expect("everybody is listed again", m_model.rowCount() == m_members);
    }

    void press(Qt::Key key, const QString &text = {})
    {
        auto *field = m_pane.findChild<QLineEdit *>();
        const double cost = millisecondsOf([this, field, key, &text] {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
            QApplication::sendEvent(field, &event);
            show();
        });
        const QString what = u"filter \"%1\", %2 names"_s.arg(field->text()).arg(m_model.rowCount());
        printRow({what.toStdString(), cost, 0, atMost(frame), "ms"});
        int matches = 0;
        for (int number = 0; number < m_members; ++number)
            matches += person(number).name.contains(field->text().trimmed(), Qt::CaseInsensitive) ? 1 : 0;
        expect("the filter is right", m_model.rowCount() == matches);
    }

    void show()
    {
        QCoreApplication::processEvents(); // the view lays out later
        m_pane.list()->viewport()->repaint();
    }

    void expect(const char *what, bool holds)
    {
        if (!holds)
            std::fprintf(stderr, "wrong: %s (%d rows)\n", what, m_model.rowCount());
        m_right &= holds;
    }

    int m_members;
    bool m_right = true;
    MemberListModel m_model;
    MembersPane m_pane;
};

} // namespace

bool measureCrowd(int members)
{
    printHead("a list of " + std::to_string(members) + " members", "tincan");
    return Crowd(members).measure();
}

} // namespace tincan::bench
