#include "ui/models/hosttables.h"
#include "ui/models/moderationwords.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

constexpr std::int64_t morning = 1'795'424'400'000; // 2026-11-23 09:00 UTC

ConnectionInfo connection()
{
    ConnectionInfo one;
    one.member = MemberId(u"1"_s);
    one.name = u"Bo"_s;
    one.address = u"192.0.2.7"_s;
    one.port = 50'000;
    one.via = Via::Line;
    one.verified = true;
    one.roundTrip = 1234;
    one.queued = 2'500'000;
    one.messages = 12'345;
    one.lately = 3;
    one.since = morning;
    return one;
}

ActRecord act(Act kind)
{
    ActRecord record;
    record.at = morning;
    record.act = kind;
    record.by = u"Ada"_s;
    record.whom = u"Bo"_s;
    return record;
}

template <typename Record>
QStringList row(const typename RecordTable<Record>::Columns &columns, const Record &record)
{
    QStringList cells;
    for (const auto &column : columns) {
        cells.append(column.text(record));
    }
    return cells;
}

} // namespace

class TestHostTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanup() { QLocale::setDefault(QLocale::system()); }
    void aConnectionIsToldInTheReadersNumbers();
    void whoIsNotInYetHasNoName();
    void numbersSortByTheirSize();
    void aBanSaysWhatItGoesBy();
    void whatLastsForEverSortsLast();
    void everyActHasItsWords();
    void anActAsTextIsOneLine();
    void keysTellRecordsApart();
};

void TestHostTables::aConnectionIsToldInTheReadersNumbers()
{
    const QString since = ModerationWords::moment(morning);
    QCOMPARE(row<ConnectionInfo>(HostTables::connectionColumns(), connection()), QStringList({u"Bo"_s,
                                                                                              {},
                                                                                              u"192.0.2.7"_s,
                                                                                              u"terminal"_s,
                                                                                              u"no"_s,
                                                                                              u"yes"_s,
                                                                                              u"1,234 ms"_s,
                                                                                              u"2.38 MiB"_s,
                                                                                              u"0.3/s"_s,
                                                                                              u"12,345"_s,
                                                                                              since}));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QStringList german = row<ConnectionInfo>(HostTables::connectionColumns(), connection());
    QCOMPARE(german.at(8), u"0,3/s"_s);
    QCOMPARE(german.at(9), u"12.345"_s);
}

void TestHostTables::whoIsNotInYetHasNoName()
{
    ConnectionInfo one = connection();
    one.name.clear();
    one.roundTrip = -1;
    const QStringList cells = row<ConnectionInfo>(HostTables::connectionColumns(), one);
    QCOMPARE(cells.at(0), u"not in yet"_s);
    QCOMPARE(cells.at(6), QString());
}

void TestHostTables::numbersSortByTheirSize()
{
    ConnectionInfo more = connection();
    more.queued = 10'000'000;
    const auto queue = HostTables::connectionColumns().at(7);
    QVERIFY(queue.sortKey(more).toLongLong() > queue.sortKey(connection()).toLongLong());
}

void TestHostTables::aBanSaysWhatItGoesBy()
{
    Ban ban;
    ban.name = u"Bo"_s;
    ban.byName = ban.byKey = true;
    ban.address = u"192.0.2.7"_s;
    ban.by = u"Ada"_s;
    ban.at = morning;
    ban.reason = u"spam"_s;
    const QString since = ModerationWords::moment(morning);
    QCOMPARE(row<Ban>(HostTables::banColumns(), ban),
             QStringList({u"Bo"_s, u"banned"_s, u"for ever"_s, u"name, key, 192.0.2.7"_s, u"Ada"_s, since,
                          u"spam"_s}));
    ban.act = Act::Mute;
    ban.until = morning;
    QCOMPARE(row<Ban>(HostTables::banColumns(), ban).mid(1, 2), QStringList({u"muted"_s, since}));
}

void TestHostTables::whatLastsForEverSortsLast()
{
    Ban ends;
    ends.until = morning;
    const auto until = HostTables::banColumns().at(2);
    QVERIFY(until.sortKey(Ban()).toLongLong() > until.sortKey(ends).toLongLong());
}

void TestHostTables::everyActHasItsWords()
{
    QSet<QString> words;
    for (const Act kind : {Act::Kick, Act::Ban, Act::Unban, Act::Mute, Act::Unmute, Act::Promote, Act::Demote,
                           Act::Slow, Act::Writers, Act::Keep, Act::Drop, Act::Delete}) {
        words.insert(ModerationWords::act(act(kind)));
    }
    QCOMPARE(words.size(), 12);
    QVERIFY(!words.contains(QString()));
    ActRecord slow = act(Act::Slow);
    slow.room = RoomId(u"lounge"_s);
    slow.seconds = 300;
    QCOMPARE(ModerationWords::act(slow), u"#lounge: 5 minutes between two messages"_s);
    ActRecord ban = act(Act::Ban);
    QCOMPARE(ModerationWords::act(ban), u"Banned for ever"_s);
    ban.until = morning;
    QCOMPARE(ModerationWords::act(ban), u"Banned until "_s + ModerationWords::moment(morning));
}

void TestHostTables::anActAsTextIsOneLine()
{
    ActRecord kick = act(Act::Kick);
    kick.reason = u"spam"_s;
    QCOMPARE(ModerationWords::line(kick), u"2026-11-23T09:00:00Z\tAda\tRemoved\tBo\tspam"_s);
}

void TestHostTables::keysTellRecordsApart()
{
    ConnectionInfo other = connection();
    other.port = 50'001;
    QVERIFY(HostTables::keyOf(other) != HostTables::keyOf(connection()));
    QVERIFY(HostTables::keyOf(act(Act::Kick)) != HostTables::keyOf(act(Act::Ban)));
}

QTEST_GUILESS_MAIN(TestHostTables)
#include "tst_hosttables.moc"
