#include "ui/client/requests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class tst_Requests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestGetsATagOfItsOwn();
    void whatHasNoAnswerIsNoRequest();
    void anAnswerTakesItsRequest();
    void theOldestGivesWay();
    void whatIsNotAnsweredInTimeExpires();
};

void tst_Requests::everyRequestGetsATagOfItsOwn()
{
    Requests requests;
    const auto join = requests.add(command::Join{u"random"_s, true, {}});
    const auto rooms = requests.add(command::ListRooms{});
    QVERIFY(join && rooms);
    QVERIFY(!tagOf(*join).isEmpty());
    QVERIFY(tagOf(*join) != tagOf(*rooms));
    QCOMPARE(requests.all().size(), 2);
}

void tst_Requests::whatHasNoAnswerIsNoRequest()
{
    Requests requests;
    QVERIFY(!requests.add(command::Quit{}));
    QVERIFY(requests.all().isEmpty());
}

void tst_Requests::anAnswerTakesItsRequest()
{
    Requests requests;
    const QString re = tagOf(*requests.add(command::Nick{u"Bo"_s, {}}));
    QVERIFY(!requests.take(QString()));
    QVERIFY(requests.holds(re));
    QCOMPARE(std::get<command::Nick>(*requests.take(re)).name, u"Bo"_s);
    QVERIFY(!requests.take(re));
}

void tst_Requests::theOldestGivesWay()
{
    Requests requests;
    const QString first = tagOf(*requests.add(command::ListRooms{}));
    for (qsizetype i = 0; i < Requests::most; ++i) {
        requests.add(command::ListRooms{});
    }
    QCOMPARE(requests.all().size(), Requests::most);
    QVERIFY(!requests.holds(first));
}

void tst_Requests::whatIsNotAnsweredInTimeExpires()
{
    Requests requests;
    const QString sent = tagOf(*requests.add(command::ListRooms{}));
    const QString unsent = tagOf(*requests.add(command::ListRooms{}));
    QCOMPARE(requests.nextDeadline(), -1);
    requests.sent(sent, 100);
    QCOMPARE(requests.nextDeadline(), 100);
    QVERIFY(!requests.expired(99));
    QCOMPARE(tagOf(*requests.expired(100)), sent);
    QVERIFY(!requests.expired(1'000'000));
    requests.sent(unsent, 5);
    requests.interrupted();
    QVERIFY(!requests.expired(1'000'000));
    QVERIFY(requests.holds(unsent));
}

QTEST_APPLESS_MAIN(tst_Requests)
#include "tst_requests.moc"
