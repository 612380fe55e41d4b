#include "protocol/roomaddress.h"
#include "ui/models/invitetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestInviteText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHostedRoomIsInvitedToByItsBestAddress();
    void anIpv6AddressStandsInBrackets();
    void aRoomElsewhereIsInvitedToAsItWasJoined();
    void theLinkReadsBack();
    void theLinkProvesTheHostAndNamesItsOtherAddresses();
    void whereEncryptionIsDemandedNothingElseIsOffered();
    void noAddressNoInvite();
};

void TestInviteText::aHostedRoomIsInvitedToByItsBestAddress()
{
    HostedRoom room;
    room.port = 4040;
    room.addresses = {u"192.168.1.7"_s, u"fe80::1c2a"_s};
    const InviteText text = inviteFor(room, RoomId(u"lounge"_s));
    QCOMPARE(text.link, u"tincan://192.168.1.7:4040/lounge"_s);
    QCOMPARE(text.terminalCommand, u"nc 192.168.1.7 4040"_s);
    QCOMPARE(text.addresses, QStringList({u"192.168.1.7:4040"_s, u"[fe80::1c2a]:4040"_s}));
}

void TestInviteText::anIpv6AddressStandsInBrackets()
{
    HostedRoom room;
    room.port = 4041;
    room.addresses = {u"2001:db8::1"_s};
    const InviteText text = inviteFor(room, {});
    QCOMPARE(text.link, u"tincan://[2001:db8::1]:4041"_s);
    QCOMPARE(text.terminalCommand, u"nc 2001:db8::1 4041"_s);
}

void TestInviteText::aRoomElsewhereIsInvitedToAsItWasJoined()
{
    RoomAddress address;
    address.host = u"chat.example.org"_s;
    address.room = RoomId(u"attic"_s);
    const InviteText text = inviteFor(address, RoomId(u"lounge"_s));
    QCOMPARE(text.link, u"tincan://chat.example.org:4040/lounge"_s);
    QCOMPARE(text.addresses, QStringList({u"chat.example.org:4040"_s}));
}

void TestInviteText::theLinkReadsBack()
{
    RoomAddress address;
    address.host = u"192.168.1.7"_s;
    address.room = RoomId(u"我家-&-co"_s);
    address.fingerprint = QByteArray(32, 'x');
    for (const quint16 port : {quint16(5000), defaultPort}) {
        address.port = port;
        const auto parsed = RoomAddress::parse(inviteFor(address, address.room).link);
        QVERIFY(std::holds_alternative<RoomAddress>(parsed));
        QCOMPARE(std::get<RoomAddress>(parsed), address);
    }
}

void TestInviteText::theLinkProvesTheHostAndNamesItsOtherAddresses()
{
    HostedRoom room;
    room.port = 4040;
    room.fingerprint = QByteArray(32, '\x1f');
    room.addresses = {u"192.168.1.7"_s, u"10.8.0.3"_s, u"fe80::1c2a"_s, u"2001:db8::1"_s};
    const InviteText text = inviteFor(room, RoomId(u"lounge"_s));
    const QString fp = QString::fromLatin1(room.fingerprint.toHex());
    QCOMPARE(text.link, u"tincan://192.168.1.7:4040/lounge?fp=%1&at=10.8.0.3&at=[2001:db8::1]"_s.arg(fp));
    QCOMPARE(text.secureCommand, u"openssl s_client -quiet -connect 192.168.1.7:4040"_s);
    const auto parsed = RoomAddress::parse(text.link);
    QVERIFY(std::holds_alternative<RoomAddress>(parsed));
    const auto &address = std::get<RoomAddress>(parsed);
    QCOMPARE(address.fingerprint, room.fingerprint);
    QCOMPARE(address.others, (QList<HostPort>{{u"10.8.0.3"_s, 4040}, {u"2001:db8::1"_s, 4040}}));
    QCOMPARE(address.places().size(), 3);
}

void TestInviteText::whereEncryptionIsDemandedNothingElseIsOffered()
{
    HostedRoom room;
    room.port = 4040;
    room.fingerprint = QByteArray(32, '\x1f');
    room.addresses = {u"192.168.1.7"_s};
    room.clearAllowed = false;
    const InviteText text = inviteFor(room, RoomId(u"lounge"_s));
    QCOMPARE(text.terminalCommand, QString());
    QCOMPARE(text.secureCommand, u"openssl s_client -quiet -connect 192.168.1.7:4040"_s);
}

void TestInviteText::noAddressNoInvite()
{
    HostedRoom room;
    room.port = 4040;
    const InviteText text = inviteFor(room, RoomId(u"lounge"_s));
    QVERIFY(text.link.isEmpty());
    QVERIFY(text.terminalCommand.isEmpty());
    QVERIFY(text.addresses.isEmpty());
}

QTEST_GUILESS_MAIN(TestInviteText)
#include "tst_invitetext.moc"
