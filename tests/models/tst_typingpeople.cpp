#include "ui/models/typingpeople.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestTypingPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTwoAndManyAreTold();
    void whoSpeaksStops();
    void whoIsNotHeardOfAgainIsForgotten();
    void moreThanTwentyAreNotCounted();
};

void TestTypingPeople::oneTwoAndManyAreTold()
{
    TypingPeople people;
    QSignalSpy changed(&people, &TypingPeople::changed);
    QCOMPARE(people.text(), QString());
    people.hear(MemberId(u"a"_s), u"Ada"_s);
    QCOMPARE(people.text(), u"Ada is typing…"_s);
    people.hear(MemberId(u"a"_s), u"Ada"_s);
    QCOMPARE(changed.size(), 1);
    people.hear(MemberId(u"b"_s), u"Bo"_s);
    QCOMPARE(people.text(), u"Ada and Bo are typing…"_s);
    people.hear(MemberId(u"c"_s), u"Cy"_s);
    QVERIFY(people.text().contains(u"3"_s) || people.text().contains(u"people"_s));
}

void TestTypingPeople::whoSpeaksStops()
{
    TypingPeople people;
    people.hear(MemberId(u"a"_s), u"Ada"_s);
    QSignalSpy changed(&people, &TypingPeople::changed);
    people.stop(MemberId(u"a"_s));
    people.stop(MemberId(u"a"_s));
    QCOMPARE(changed.size(), 1);
    QVERIFY(people.isEmpty());
}

void TestTypingPeople::whoIsNotHeardOfAgainIsForgotten()
{
    TypingPeople people(nullptr, 20);
    people.hear(MemberId(u"a"_s), u"Ada"_s);
    QTRY_VERIFY(people.isEmpty());
}

void TestTypingPeople::moreThanTwentyAreNotCounted()
{
    TypingPeople people;
    QSignalSpy changed(&people, &TypingPeople::changed);
    for (int i = 0; i < 100; ++i) {
        people.hear(MemberId(QString::number(i)), u"Guest"_s);
    }
    QCOMPARE(changed.size(), TypingPeople::most);
}

QTEST_GUILESS_MAIN(TestTypingPeople)
#include "tst_typingpeople.moc"
