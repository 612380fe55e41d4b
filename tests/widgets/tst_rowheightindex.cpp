#include "ui/widgets/rowheightindex.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace tincan;

class TestRowHeightIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyIndexHasNoRow();
    void aPositionFindsItsRow();
    void aMeasuredHeightMovesTheRowsBelow();
    void doubtKeepsTheHeight();
    void randomChangesAgreeWithAPlainList();
};

void TestRowHeightIndex::anEmptyIndexHasNoRow()
{
    const RowHeightIndex index;
    QCOMPARE(index.count(), 0);
    QCOMPARE(index.total(), 0);
    QCOMPARE(index.rowAt(0), -1);
}

void TestRowHeightIndex::aPositionFindsItsRow()
{
    RowHeightIndex index;
    index.insert(0, 5, 10);
    QCOMPARE(index.total(), 50);
    QCOMPARE(index.rowAt(-7), 0);
    QCOMPARE(index.rowAt(9), 0);
    QCOMPARE(index.rowAt(10), 1);
    QCOMPARE(index.rowAt(49), 4);
    QCOMPARE(index.rowAt(500), 4);
}

void TestRowHeightIndex::aMeasuredHeightMovesTheRowsBelow()
{
    RowHeightIndex index;
    index.insert(0, 3, 10);
    QVERIFY(!index.isExact(1));
    index.setHeight(1, 25);
    QVERIFY(index.isExact(1));
    QCOMPARE(index.top(1), 10);
    QCOMPARE(index.top(2), 35);
    QCOMPARE(index.total(), 45);
}

void TestRowHeightIndex::doubtKeepsTheHeight()
{
    RowHeightIndex index;
    index.insert(0, 2, 10);
    index.setHeight(0, 30);
    index.setHeight(1, 40);
    index.doubt(0);
    QVERIFY(!index.isExact(0));
    QVERIFY(index.isExact(1));
    index.doubtAll();
    QVERIFY(!index.isExact(1));
    QCOMPARE(index.total(), 70);
}

void TestRowHeightIndex::randomChangesAgreeWithAPlainList()
{
    std::mt19937 random(20261123);
    const auto below = [&random](int limit) { return int(random() % unsigned(limit)); };
    RowHeightIndex index;
    std::vector<int> plain;
    for (int step = 0; step < 4000; ++step) {
        const int size = int(plain.size());
        const int choice = below(6);
        if (choice == 0 || plain.empty()) {
            const int row = below(2) == 0 ? size : below(size + 1);
            const int count = 1 + below(9);
            index.insert(row, count, 20);
            plain.insert(plain.begin() + row, size_t(count), 20);
        } else if (choice == 1) {
            const int row = below(size);
            const int count = 1 + below(std::min(9, size - row));
            index.remove(row, count);
            plain.erase(plain.begin() + row, plain.begin() + row + count);
        } else {
            const int row = below(size);
            const int height = below(90);
            index.setHeight(row, height);
            plain[size_t(row)] = height;
        }
        QCOMPARE(index.count(), int(plain.size()));
        QCOMPARE(index.total(), std::accumulate(plain.begin(), plain.end(), qint64(0)));
        const int probe = below(int(plain.size()) + 1);
        QCOMPARE(index.top(probe), std::accumulate(plain.begin(), plain.begin() + probe, qint64(0)));
        if (index.total() > 0) {
            const qint64 y = below(int(index.total()));
            const int row = index.rowAt(y);
            QVERIFY(index.top(row) <= y && y < index.top(row) + index.height(row));
        }
    }
}

QTEST_GUILESS_MAIN(TestRowHeightIndex)
#include "tst_rowheightindex.moc"
