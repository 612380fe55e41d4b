#include "server/fanout.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);

RoomEvent said(const QString &text)
{
    RoomEvent event;
    event.room = lounge;
    event.from.name = u"Ada"_s;
    event.text = text;
    return event;
}

} // namespace

class TestFanout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyHearsItInItsOwnBytes();
    void whoeverKeepsItSharesIt();
    void aNoticeIsForTextClientsAlone();
    void anEventForNativeClientsIsForNobodyElse();
};

void TestFanout::everybodyHearsItInItsOwnBytes()
{
    Fanout fanout(said(u"hello"_s));
    QCOMPARE(fanout.bytes(Hearing::Nul, Stance::Here), QByteArray("Ada: hello\0", 11));
    QCOMPARE(fanout.bytes(Hearing::Line, Stance::Here), "Ada: hello\n");
    QCOMPARE(fanout.bytes(Hearing::Line, Stance::Aside), "#lounge Ada: hello\n");
    QVERIFY(fanout.bytes(Hearing::Native, Stance::Here).contains("\"hello\""));
    QVERIFY(fanout.bytes(Hearing::Native, Stance::Aside).isEmpty());
}

void TestFanout::whoeverKeepsItSharesIt()
{
    Fanout fanout(said(u"hello"_s));
    const auto kept = fanout.message(Stance::Here);
    QCOMPARE(fanout.message(Stance::Here), kept);
    QVERIFY(fanout.message(Stance::Aside) != kept);
    QCOMPARE(kept->bytes(plain::Framing::Line).constData(),
             fanout.bytes(Hearing::Line, Stance::Here).constData());
}

void TestFanout::aNoticeIsForTextClientsAlone()
{
    Fanout fanout = Fanout::notice(u"Ada joined"_s, lounge);
    QCOMPARE(fanout.bytes(Hearing::Line, Stance::Here), "* Ada joined\n");
    QVERIFY(fanout.bytes(Hearing::Native, Stance::Here).isEmpty());
}

void TestFanout::anEventForNativeClientsIsForNobodyElse()
{
    Fanout fanout{ServerEvent(serverevent::Ping{})};
    QVERIFY(!fanout.message(Stance::Here));
    QVERIFY(fanout.bytes(Hearing::Both, Stance::Here).isEmpty());
    QVERIFY(fanout.bytes(Hearing::Native, Stance::Aside).endsWith('\0'));
}

QTEST_GUILESS_MAIN(TestFanout)
#include "tst_fanout.moc"
