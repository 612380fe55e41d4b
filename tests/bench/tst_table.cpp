#include "tests/bench/table.h"

#include <QTest>

#include <cstring>
#include <limits>

using namespace tincan::bench;

class TableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotHoldIsMarked_data()
    {
        QTest::addColumn<double>("measured");
        QTest::addColumn<double>("bare");
        QTest::addColumn<Wanted>("wanted");
        QTest::addColumn<bool>("missed");
        QTest::newRow("nothing is wanted") << 1.0 << 2.0 << Wanted() << false;
        QTest::newRow("as much as is wanted") << 8.0 << 10.0 << ratioAtLeast(0.8) << false;
        QTest::newRow("less") << 7.9 << 10.0 << ratioAtLeast(0.8) << true;
        QTest::newRow("as little as is wanted") << 12.0 << 10.0 << ratioAtMost(1.2) << false;
        QTest::newRow("more") << 12.1 << 10.0 << ratioAtMost(1.2) << true;
        QTest::newRow("a ratio to nothing") << 12.0 << 0.0 << ratioAtMost(1.2) << true;
        QTest::newRow("little enough by itself") << 2.0 << 0.1 << atMost(2) << false;
        QTest::newRow("too much by itself") << 2.1 << 0.1 << atMost(2) << true;
        QTest::newRow("enough by itself") << 30.0 << 0.0 << atLeast(30) << false;
        QTest::newRow("too little by itself") << 29.9 << 0.0 << atLeast(30) << true;
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << 0.0 << atMost(30) << true;
    }
    void whatDoesNotHoldIsMarked()
    {
        QFETCH(double, measured);
        QFETCH(double, bare);
        QFETCH(Wanted, wanted);
        const std::string line = lineOf({"a row", measured, bare, wanted, "KB"});
        QTEST(line.ends_with(" KB  missed"), "missed");
        QVERIFY(line.find("a row") == 0);
    }

    void aRowShowsRatioAndBoundBelowTheirNames()
    {
        std::string head = headOf("a part", "ours", "bare");
        QVERIFY(head.starts_with("a part\n"));
        head.erase(0, head.find('\n') + 1);
        const std::string line = lineOf({"a row", 14'300'000, 28'600'000, ratioAtLeast(0.5), "a second"});
        const auto endsBelow = [&](const char *title, const char *value) {
            const auto titleEnd = head.find(title) + std::strlen(title);
            return line.substr(0, titleEnd).ends_with(value);
        };
        QVERIFY(endsBelow("ours", " 14300000"));
        QVERIFY(endsBelow("bare", " 28600000"));
        QVERIFY(endsBelow("ratio", " 0.50"));
        QCOMPARE(line.find(">= 0.5 x"), head.find("wanted"));
        QVERIFY(line.ends_with(" a second"));
    }

    void whereNothingIsBesideItThereIsNoRatio()
    {
        const std::string line = lineOf({"frames", 97, 0, atLeast(30), "a second"});
        QVERIFY(line.find(" 97 ") != std::string::npos);
        QVERIFY(line.find("0.00") == std::string::npos);
        QVERIFY(line.find(">= 30 ") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TableTest)
#include "tst_table.moc"
