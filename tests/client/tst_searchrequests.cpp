#include "memorycopy.h"
#include "nativefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

/// Asking a server for messages.
class tst_SearchRequests : public NativeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aSearchIsAnsweredUnderItsTag();
    void aSearchThatIsRefusedFails();
    void withoutAConnectionNothingIsSearched();
    void theCopyAnswersUnderATagOfItsOwn();
};

void tst_SearchRequests::aSearchIsAnsweredUnderItsTag()
{
    online();
    QSignalSpy found(client.get(), &RoomClient::found);
    command::Search question;
    question.text = u"soup"_s;
    const QString given = client->search(question);
    const QString wanted = client->search(question);
    client->abandonSearch(given);
    QCOMPARE(next<command::Search>().re, given);
    QCOMPARE(next<command::Search>().re, wanted);
    for (const QString &re : {given, wanted, wanted, u"other"_s})
        server->say(native::frame(serverevent::Found{{native::event(u"lounge"_s, 1, u"soup"_s)}, {}, re}));
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.first().first().value<serverevent::Found>().re, wanted);
}

void tst_SearchRequests::aSearchThatIsRefusedFails()
{
    online();
    QSignalSpy refused(client.get(), &RoomClient::searchFailed);
    QSignalSpy failed(client.get(), &RoomClient::failed);
    command::Search question;
    question.text = u"soup"_s;
    const QString tag = client->search(question);
    next<command::Search>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::UnknownKind, u"no"_s}, tag, {}}));
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().toString(), tag);
    QVERIFY(failed.isEmpty());
}

void tst_SearchRequests::withoutAConnectionNothingIsSearched()
{
    start();
    QVERIFY(client->search({}).isEmpty());
    QVERIFY(client->searchCopy({}).isEmpty()); // there is none
}

void tst_SearchRequests::theCopyAnswersUnderATagOfItsOwn()
{
    const auto copy = std::make_shared<MemoryCopy>();
    copy->held.identity = {ServerId(u"kitchen"_s), {}};
    copy->events = {native::event(u"lounge"_s, 1, u"soup"_s), native::event(u"lounge"_s, 2, u"bread"_s)};
    ClientOptions options = optionsFor(server->port());
    options.copy = copy;
    start(fastParts(), &options);
    QSignalSpy found(client.get(), &RoomClient::found);
    command::Search question;
    question.text = u"soup"_s;
    const QString given = client->searchCopy(question);
    const QString wanted = client->searchCopy(question);
    QVERIFY(!wanted.isEmpty() && given != wanted);
    client->abandonSearch(given);
    QVERIFY(found.isEmpty());
    QTRY_COMPARE(found.size(), 1);
    const auto answer = found.first().first().value<serverevent::Found>();
    QCOMPARE(answer.re, wanted);
    QCOMPARE(answer.events, QList<RoomEvent>({native::event(u"lounge"_s, 1, u"soup"_s)}));
    QCOMPARE(copy->questions.size(), 2);
}

QTEST_GUILESS_MAIN(tst_SearchRequests)
#include "tst_searchrequests.moc"
