#include "ui/models/joinform.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestJoinForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressOrALinkWillDo_data();
    void anAddressOrALinkWillDo();
    void aWrongAddressIsNamedBeforeConnecting_data();
    void aWrongAddressIsNamedBeforeConnecting();
    void anEmptyFieldIsNoProblemYet();
    void aNameIsNeeded();
    void theOptionsCarryEverything();
    void everyChangeIsTold();
};

void TestJoinForm::anAddressOrALinkWillDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("host") << u"chat.example.org"_s << u"chat.example.org"_s << 4040;
    QTest::newRow("host and port") << u" 192.168.1.20:5000 "_s << u"192.168.1.20"_s << 5000;
    QTest::newRow("IPv6") << u"[fe80::1]:4041"_s << u"fe80::1"_s << 4041;
    QTest::newRow("link") << u"tincan://192.168.1.7:4040/lounge"_s << u"192.168.1.7"_s << 4040;
}

void TestJoinForm::anAddressOrALinkWillDo()
{
    QFETCH(QString, text);
    JoinForm form(u"Ada"_s);
    form.setAddress(text);
    QCOMPARE(form.addressProblem(), QString());
    QVERIFY(form.options());
    QTEST(form.options()->address.host, "host");
    QTEST(int(form.options()->address.port), "port");
}

void TestJoinForm::aWrongAddressIsNamedBeforeConnecting_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("port") << u"host:99999"_s << u"65535"_s;
    QTest::newRow("blank inside") << u"my host"_s << u"not an address"_s;
    QTest::newRow("a web page") << u"https://example.org"_s << u"something else"_s;
    QTest::newRow("half a fingerprint") << u"tincan://host?fp=12ab"_s << u"damaged"_s;
}

void TestJoinForm::aWrongAddressIsNamedBeforeConnecting()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    JoinForm form(u"Ada"_s);
    form.setAddress(text);
    QVERIFY2(form.addressProblem().contains(word), qPrintable(form.addressProblem()));
    QVERIFY(!form.canSubmit());
}

void TestJoinForm::anEmptyFieldIsNoProblemYet()
{
    JoinForm form(u"Ada"_s);
    form.setAddress(u"  "_s);
    QCOMPARE(form.addressProblem(), QString());
    QVERIFY(!form.canSubmit());
    QVERIFY(!form.options());
}

void TestJoinForm::aNameIsNeeded()
{
    JoinForm form({});
    form.setAddress(u"host"_s);
    QVERIFY(!form.canSubmit());
    QVERIFY(!form.nameProblem().isEmpty());
    form.setName(u"# Ada"_s);
    QVERIFY(!form.nameProblem().isEmpty());
    form.setName(u"李梅"_s);
    QCOMPARE(form.nameProblem(), QString());
    QVERIFY(form.canSubmit());
}

void TestJoinForm::theOptionsCarryEverything()
{
    JoinForm form(u" Ada "_s);
    form.setAddress(u"tincan://host:4041/attic"_s);
    form.setPassword(u"soup"_s);
    const auto options = form.options();
    QVERIFY(options);
    QCOMPARE(options->name, u"Ada"_s);
    QCOMPARE(options->password, u"soup"_s);
    QCOMPARE(options->address.room, RoomId(u"attic"_s));
    QVERIFY(options->clientName.startsWith(u"tincan/"_s));
    QVERIFY(options->reconnect);
}

void TestJoinForm::everyChangeIsTold()
{
    JoinForm form(u"Ada"_s);
    QSignalSpy changed(&form, &JoinForm::changed);
    form.setAddress(u"host"_s);
    form.setName(u"Bo"_s);
    form.setPassword(u"x"_s);
    QCOMPARE(changed.count(), 3);
}

QTEST_GUILESS_MAIN(TestJoinForm)
#include "tst_joinform.moc"
