#include "app/moderationcommands.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

Ban banOf(const QString &name)
{
    return {BanId(u"b1"_s), Act::Ban, name, true, false, {}, 1, 0, u"Ada"_s, {}};
}

textcommand::Moderate unban(const QString &name)
{
    return {Act::Unban, name};
}

} // namespace

/// What owner and moderators type, at a client that is connected to nothing: answers come from the test.
class TestModerationCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aListThatWasAskedForIsShown();
    void whoIsToBeUnbannedIsSoughtInTheList();
    void aListThatFailedLiftsNothingLater();
    void aListThatFailedIsNotShownLater();

private:
    QString next() { return u"q-%1"_s.arg(++m_asked); } ///< the tag of the next request
    void fail(const QString &tag)
    {
        Q_EMIT m_client->failed(serverevent::Failed{{ErrorCode::Full, u"busy"_s}, tag, {}});
    }

    SystemClock m_clock;
    RoomRoster m_roster;
    std::unique_ptr<RoomClient> m_client;
    std::unique_ptr<ModerationCommands> m_commands;
    QStringList m_remarks;
    int m_asked = 0;
};

void TestModerationCommands::init()
{
    m_asked = 0;
    m_remarks.clear();
    m_client = std::make_unique<RoomClient>();
    m_commands = std::make_unique<ModerationCommands>(*m_client, m_roster, m_clock);
    connect(m_commands.get(), &ModerationCommands::remark, this,
            [this](const QString &text) { m_remarks.append(text); });
}

void TestModerationCommands::cleanup()
{
    m_commands.reset();
    m_client.reset();
}

void TestModerationCommands::aListThatWasAskedForIsShown()
{
    m_commands->run(textcommand::Bans());
    Q_EMIT m_client->bansListed({banOf(u"Bo"_s)});
    QCOMPARE(m_remarks, QStringList{u"Bo is banned for ever, by Ada (name)"_s});
    Q_EMIT m_client->bansListed({banOf(u"Bo"_s)}); // nobody asked for that
    QCOMPARE(m_remarks.size(), 1);
}

void TestModerationCommands::whoIsToBeUnbannedIsSoughtInTheList()
{
    m_commands->run(unban(u"Cy"_s));
    Q_EMIT m_client->bansListed({banOf(u"Bo"_s)});
    QVERIFY(m_remarks.value(0).startsWith(u"Nobody of that name"_s));
    m_commands->run(unban(u"bo"_s));
    Q_EMIT m_client->bansListed({banOf(u"Bo"_s)});
    QCOMPARE(m_remarks.size(), 1);
}

void TestModerationCommands::aListThatFailedLiftsNothingLater()
{
    m_commands->run(unban(u"Cy"_s));
    fail(next());
    m_commands->run(textcommand::Bans());
    next();
    Q_EMIT m_client->bansListed({});
    QCOMPARE(m_remarks, QStringList{u"Nobody is banned or muted."_s});
}

void TestModerationCommands::aListThatFailedIsNotShownLater()
{
    m_commands->run(textcommand::Bans());
    fail(next());
    m_commands->run(unban(u"Cy"_s));
    next();
    Q_EMIT m_client->bansListed({});
    QCOMPARE(m_remarks.size(), 1);
    QVERIFY(m_remarks.constFirst().startsWith(u"Nobody of that name"_s));
}

QTEST_GUILESS_MAIN(TestModerationCommands)
#include "tst_moderationcommands.moc"
