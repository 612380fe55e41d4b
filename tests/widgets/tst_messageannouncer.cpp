#include "ui/widgets/messageannouncer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestMessageAnnouncer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsSaidOnce();
    void fiftyAreSaidAsANumber();
    void textOfOthersIsNoMarkup();
};

void TestMessageAnnouncer::aMessageIsSaidOnce()
{
    MessageAnnouncer announcer(nullptr, 1);
    QSignalSpy announced(&announcer, &MessageAnnouncer::announced);
    announcer.say(u"Bo, tea?, 09:00"_s);
    QTRY_COMPARE(announced.size(), 1);
    QVERIFY(!announced.wait(50));
    QCOMPARE(announcer.accessibleName(), u"Bo, tea?, 09:00"_s);
}

void TestMessageAnnouncer::fiftyAreSaidAsANumber()
{
    MessageAnnouncer announcer(nullptr, 1);
    QSignalSpy announced(&announcer, &MessageAnnouncer::announced);
    for (int i = 0; i < 50; ++i) {
        announcer.say(QString::number(i));
    }
    QTRY_COMPARE(announced.size(), 1);
    const QString said = announcer.accessibleName();
    QVERIFY2(said.endsWith(u"new messages"_s), qPrintable(said));
    QVERIFY2(!said.contains(u"49"_s), qPrintable(said));
}

void TestMessageAnnouncer::textOfOthersIsNoMarkup()
{
    MessageAnnouncer announcer(nullptr, 1);
    QCOMPARE(announcer.textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestMessageAnnouncer)
#include "tst_messageannouncer.moc"
