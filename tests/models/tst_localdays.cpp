#include "ui/models/localdays.h"

#include <QDateTime>
#include <QTest>

using namespace tincan;

class TestLocalDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMomentBelongsToItsLocalDate_data();
    void everyMomentBelongsToItsLocalDate();
};

void TestLocalDays::everyMomentBelongsToItsLocalDate_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("start");
    QTest::newRow("UTC") << QByteArray("UTC") << QDate(2026, 2, 27);
    QTest::newRow("ahead") << QByteArray("Asia/Shanghai") << QDate(2026, 11, 23);
    QTest::newRow("behind") << QByteArray("America/Los_Angeles") << QDate(2025, 12, 30);
    QTest::newRow("a short day") << QByteArray("Europe/Berlin") << QDate(2026, 3, 28);
    QTest::newRow("a long day") << QByteArray("Europe/Berlin") << QDate(2026, 10, 24);
    QTest::newRow("midnight left out") << QByteArray("America/Havana") << QDate(2026, 3, 7);
}

void TestLocalDays::everyMomentBelongsToItsLocalDate()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, start);
    const QTimeZone local(zone);
    QVERIFY(local.isValid());
    LocalDays days(local);
    const qint64 from = start.startOfDay(local).toMSecsSinceEpoch();
    constexpr qint64 quarter = 15 * 60 * 1000;
    for (qint64 at = from; at < from + 3 * 96 * quarter; at += quarter) {
        for (const qint64 moment : {at - 1, at}) {
            const QDate date = QDateTime::fromMSecsSinceEpoch(moment, local).date();
            QCOMPARE(days.dayOf(moment), qint32(date.toJulianDay()));
        }
    }
}

QTEST_GUILESS_MAIN(TestLocalDays)
#include "tst_localdays.moc"
