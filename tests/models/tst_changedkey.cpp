#include "ui/models/changedkey.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const QByteArray oldKey(64, 'a');
const QByteArray newKey = QByteArray(56, 'b') + "0123cdef";

ConnectionState wrongKey()
{
    ConnectionState state;
    state.phase = Phase::Stopped;
    state.failure = ConnectFailure::WrongKey;
    state.expectedKey = oldKey;
    state.foundKey = newKey;
    return state;
}

ChangedKey changed()
{
    return ChangedKey({.host = u"192.168.1.20"_s, .room = RoomId(u"lounge"_s)}, wrongKey());
}

QString linkTo(const QByteArray &key)
{
    return u"tincan://192.168.1.20/lounge?fp="_s + QString::fromLatin1(key);
}

QString problem(const QString &answer)
{
    const auto judged = changed().judge(answer);
    const auto *sentence = std::get_if<QString>(&judged);
    return sentence ? *sentence : u"accepted"_s;
}

} // namespace

/// What is asked of somebody before a server with another key is spoken to.
class TestChangedKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAnotherKeyIsOne();
    void bothKeysAreNamed();
    void anAnswerThatIsNotWholeIsNoneAndNotWrong_data();
    void anAnswerThatIsNotWholeIsNoneAndNotWrong();
    void aWrongAnswerIsExplained_data();
    void aWrongAnswerIsExplained();
    void aRightAnswerNamesTheKey_data();
    void aRightAnswerNamesTheKey();
    void noKeyIsTrustedThatIsNotShown();
};

void TestChangedKey::onlyAnotherKeyIsOne()
{
    QVERIFY(ChangedKey::isIn(wrongKey()));
    ConnectionState again = wrongKey();
    again.phase = Phase::Connecting;
    QVERIFY(!ChangedKey::isIn(again));
    ConnectionState full = wrongKey();
    full.failure = ConnectFailure::Full;
    QVERIFY(!ChangedKey::isIn(full));
}

void TestChangedKey::bothKeysAreNamed()
{
    QVERIFY(changed().heading().contains(u"192.168.1.20"_s));
    QVERIFY(changed().known().startsWith(u"aaaa aaaa "_s));
    QVERIFY(changed().shown().endsWith(u" 0123 cdef"_s));
    const ChangedKey invited({.host = u"h"_s, .fingerprint = QByteArray::fromHex(oldKey)}, wrongKey());
    QVERIFY(invited.knownTitle() != changed().knownTitle());
}

void TestChangedKey::anAnswerThatIsNotWholeIsNoneAndNotWrong_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << u"   "_s;
    QTest::newRow("a digit") << u"0"_s;
    QTest::newRow("seven digits") << u"123 cdef"_s;
}

void TestChangedKey::anAnswerThatIsNotWholeIsNoneAndNotWrong()
{
    QFETCH(QString, answer);
    QCOMPARE(problem(answer), QString());
}

void TestChangedKey::aWrongAnswerIsExplained_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("part");
    QTest::newRow("other digits") << u"0123cdee"_s << u"does not end like this"_s;
    QTest::newRow("the old key's digits") << u"aaaa aaaa"_s << u"does not end like this"_s;
    QTest::newRow("words") << u"yes, please"_s << u"neither an invite link nor digits"_s;
    QTest::newRow("a link with the old key") << linkTo(oldKey) << u"names another key"_s;
    QTest::newRow("a link without a key") << u"tincan://192.168.1.20/"_s << u"names no key"_s;
    QTest::newRow("a damaged link") << linkTo(newKey).chopped(3) << u"damaged"_s;
    QTest::newRow("another scheme") << u"https://192.168.1.20"_s << u"Invite links begin with"_s;
}

void TestChangedKey::aWrongAnswerIsExplained()
{
    QFETCH(QString, answer);
    QFETCH(QString, part);
    QVERIFY2(problem(answer).contains(part), qPrintable(problem(answer)));
}

void TestChangedKey::aRightAnswerNamesTheKey_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("digits") << u"0123cdef"_s;
    QTest::newRow("as they are read") << u" 0123 CDEF "_s;
    QTest::newRow("more of them") << u"bbbb 0123 cdef"_s;
    QTest::newRow("the whole key") << QString::fromLatin1(newKey);
    QTest::newRow("a link") << linkTo(newKey);
}

void TestChangedKey::aRightAnswerNamesTheKey()
{
    QFETCH(QString, answer);
    const auto judged = changed().judge(answer);
    const auto *address = std::get_if<RoomAddress>(&judged);
    QVERIFY(address);
    QCOMPARE(address->host, u"192.168.1.20"_s);
    QCOMPARE(address->fingerprint.toHex(), newKey);
}

void TestChangedKey::noKeyIsTrustedThatIsNotShown()
{
    ConnectionState none = wrongKey();
    none.foundKey.clear();
    const ChangedKey key({.host = u"h"_s}, none);
    for (const QString &answer : {QString(), u"0123cdef"_s, linkTo(newKey)})
        QVERIFY(std::holds_alternative<QString>(key.judge(answer)));
}

QTEST_GUILESS_MAIN(TestChangedKey)
#include "tst_changedkey.moc"
