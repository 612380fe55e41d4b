#include "ui/models/recordtable.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

struct Parcel
{
    QString id;
    int weight = 0;
    friend bool operator==(const Parcel &, const Parcel &) = default;
};

RecordTable<Parcel>::Columns columns()
{
    return {{u"Parcel"_s, [](const Parcel &one) { return one.id; }},
            {u"Weight"_s, [](const Parcel &one) { return u"%1 g"_s.arg(one.weight); },
             [](const Parcel &one) { return QVariant(one.weight); }, Qt::AlignRight | Qt::AlignVCenter}};
}

} // namespace

class TestRecordTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsSayWhatTheirColumnsSay();
    void numbersSortAsNumbers();
    void aRefreshKeepsTheRowsThatStay();
    void whatStaysTheSameIsNotAnnounced();
    void toolTipsAreNoMarkup();

private:
    RecordTable<Parcel> m_table{columns(), [](const Parcel &one) { return one.id; }};
    QAbstractItemModelTester m_tester{&m_table, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

void TestRecordTable::cellsSayWhatTheirColumnsSay()
{
    m_table.setRecords({{u"a"_s, 5}});
    QCOMPARE(m_table.index(0, 0).data().toString(), u"a"_s);
    QCOMPARE(m_table.index(0, 1).data().toString(), u"5 g"_s);
    QCOMPARE(m_table.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Weight"_s);
    QVERIFY(!m_table.headerData(2, Qt::Horizontal, Qt::DisplayRole).isValid());
    QCOMPARE(m_table.record(0).weight, 5);
}

void TestRecordTable::numbersSortAsNumbers()
{
    m_table.setRecords({{u"a"_s, 10}, {u"b"_s, 9}, {u"c"_s, 100}});
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&m_table);
    sorted.setSortRole(RecordTable<Parcel>::sortRole);
    sorted.sort(1, Qt::AscendingOrder);
    QCOMPARE(sorted.index(0, 0).data().toString(), u"b"_s);
    QCOMPARE(sorted.index(2, 0).data().toString(), u"c"_s);
}

void TestRecordTable::aRefreshKeepsTheRowsThatStay()
{
    m_table.setRecords({{u"a"_s, 1}, {u"b"_s, 2}, {u"c"_s, 3}});
    const QPersistentModelIndex b(m_table.index(1, 0));
    const QPersistentModelIndex c(m_table.index(2, 0));
    QSignalSpy reset(&m_table, &QAbstractItemModel::modelReset);
    m_table.setRecords({{u"d"_s, 4}, {u"c"_s, 7}, {u"a"_s, 1}});
    QVERIFY(!b.isValid());
    QCOMPARE(c.data().toString(), u"c"_s);
    QCOMPARE(c.sibling(c.row(), 1).data().toString(), u"7 g"_s);
    QCOMPARE(m_table.rowCount(), 3);
    QCOMPARE(reset.count(), 0);
}

void TestRecordTable::whatStaysTheSameIsNotAnnounced()
{
    m_table.setRecords({{u"a"_s, 1}, {u"b"_s, 2}});
    QSignalSpy changed(&m_table, &QAbstractItemModel::dataChanged);
    m_table.setRecords({{u"a"_s, 1}, {u"b"_s, 3}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
}

void TestRecordTable::toolTipsAreNoMarkup()
{
    m_table.setRecords({{u"<b>"_s, 1}});
    QCOMPARE(m_table.index(0, 0).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;"_s);
}

QTEST_GUILESS_MAIN(TestRecordTable)
#include "tst_recordtable.moc"
