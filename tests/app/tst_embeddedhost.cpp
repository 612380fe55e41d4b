#include "app/embeddedhost.h"
#include "app/ownidentity.h"
#include "ui/client/roomclient.h"

#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;
const RoomId lounge(u"lounge"_s);

/// A room that is open as long as this lives, and its owner in it.
class Evening
{
public:
    Evening(const QString &profile, bool keepHistory) : m_host(profile)
    {
        HostRequest request;
        request.name = u"Ada's kitchen"_s;
        request.reach = Reach::ThisComputer;
        request.port = 0;
        request.keepHistory = keepHistory;
        m_host.open(request);
        QVERIFY(QTest::qWaitFor([this] { return m_host.isOpen(); }, patience));
        ClientOptions options;
        options.address.host = m_host.room().loopback;
        options.address.port = m_host.room().port;
        options.name = u"Ada"_s;
        options.identity = [profile] { return ownIdentity(profile); };
        options.encryption = ClientOptions::Encryption::Always;
        options.ownHost = true;
        client.open(options);
        QVERIFY(QTest::qWaitFor([this] { return client.state().phase == Phase::Online; }, patience));
    }

    ~Evening()
    {
        client.close();
        m_host.close();
        QVERIFY(QTest::qWaitFor([this] { return !m_host.isOpen(); }, patience));
    }

    QList<Act> acts()
    {
        std::optional<QList<Act>> answer;
        const QObject asking; // for as long as this waits
        QObject::connect(&client, &RoomClient::actsListed, &asking, [&answer](const QList<ActRecord> &acts) {
            answer.emplace();
            for (const ActRecord &act : acts)
                answer->append(act.act);
        });
        client.requestActs(10);
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, patience);
        return answer.value_or(QList<Act>());
    }

    RoomClient client;

private:
    EmbeddedHost m_host;
};

} // namespace

/// What the app's own host keeps from one evening to the next.
class TestEmbeddedHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogOfActsIsThereAgain_data();
    void theLogOfActsIsThereAgain();
#ifdef Q_OS_UNIX
    void aHostMayOpenADescriptorForEachConnection();
#endif
};

void TestEmbeddedHost::theLogOfActsIsThereAgain_data()
{
    QTest::addColumn<bool>("keepHistory");
    QTest::newRow("with the history") << true;
    QTest::newRow("without") << false;
}

void TestEmbeddedHost::theLogOfActsIsThereAgain()
{
    QFETCH(bool, keepHistory);
    const QTemporaryDir profile;
    {
        Evening first(profile.path(), keepHistory);
        QVERIFY(first.acts().isEmpty());
        command::Moderate slow;
        slow.act = Act::Slow;
        slow.room = lounge;
        slow.seconds = 7;
        first.client.moderate(slow);
        QTRY_COMPARE_WITH_TIMEOUT(first.acts(), QList<Act>{Act::Slow}, patience);
    }
    Evening second(profile.path(), keepHistory);
    QCOMPARE(second.acts(), QList<Act>{Act::Slow});
}

#ifdef Q_OS_UNIX
void TestEmbeddedHost::aHostMayOpenADescriptorForEachConnection()
{
    constexpr rlim_t few = 256;
    const auto needed = rlim_t(Limits().maxConnections);
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    if (limit.rlim_max <= needed)
        QSKIP("the system allows no more");
    limit.rlim_cur = few;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
    const QTemporaryDir profile;
    const Evening evening(profile.path(), false);
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    QVERIFY(limit.rlim_cur > needed);
}
#endif

QTEST_GUILESS_MAIN(TestEmbeddedHost)
#include "tst_embeddedhost.moc"
