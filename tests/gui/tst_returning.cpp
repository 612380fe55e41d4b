#include "server/roomserver.h"
#include "tests/gui/host.h"
#include "ui/widgets/promptdialog.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {
constexpr int patience = 15'000; // ms
}

/// The program ends and starts again with the same profile.
class TestReturning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theRoomThatWasShownIsShownAgain();
    void aRoomChosenMeanwhileStays();

private:
    WindowDriver driver() { return WindowDriver(*m_program->window()); }
    QString title() { return m_program->window()->windowTitle(); }
    void start();
    void quit();
    void joinRoom(const QString &name);

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<RoomServer> m_server;
    std::unique_ptr<Application> m_program;
    quint16 m_port = 0;
};

/// Ada is in three rooms of somebody's server.
void TestReturning::init()
{
    m_profile = std::make_unique<QTemporaryDir>();
    HostOptions options;
    options.name = u"Kitchen"_s;
    options.endpoints = {{QHostAddress(QHostAddress::LocalHost), 0}};
    m_server = std::make_unique<RoomServer>(options);
    QSignalSpy listening(m_server.get(), &RoomServer::listening);
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(listening.count(), 1, patience);
    m_port = listening.first().at(1).value<quint16>();
    start();
    driver().fill(u"Address or invite link"_s, u"127.0.0.1:%1"_s.arg(m_port));
    driver().press(u"Join"_s);
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(u"Lounge"_s), patience);
    joinRoom(u"garden"_s);
    joinRoom(u"shed"_s);
}

void TestReturning::cleanup()
{
    m_program.reset();
    m_server.reset();
    m_profile.reset();
}

void TestReturning::start()
{
    AppOptions options;
    options.profile = m_profile->filePath(u"profile"_s);
    options.nearby = u"none"_s;
    options.name = u"Ada"_s;
    m_program = std::make_unique<Application>(options);
    m_program->start();
}

void TestReturning::quit()
{
    QSignalSpy asked(m_program->window(), &MainWindow::quitRequested);
    driver().choose(u"Quit"_s);
    QTRY_COMPARE(asked.size(), 1);
    m_program.reset();
}

void TestReturning::joinRoom(const QString &name)
{
    driver().choose(u"New Room…"_s);
    QTRY_VERIFY(driver().find<PromptDialog>());
    driver().fill(u"Room name"_s, name);
    driver().press(u"Create"_s);
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(name), patience);
    QTRY_VERIFY(!driver().find<PromptDialog>());
}

void TestReturning::theRoomThatWasShownIsShownAgain()
{
    driver().choose(u"Previous Room"_s); // from shed to garden
    QTRY_VERIFY(title().startsWith(u"garden"_s));
    quit();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(u"garden"_s), patience);
    QTRY_COMPARE_WITH_TIMEOUT(driver().rooms().size(), 4, patience); // the server, and its rooms
    QVERIFY(title().startsWith(u"garden"_s));
}

void TestReturning::aRoomChosenMeanwhileStays()
{
    quit();
    start();
    QTRY_COMPARE_WITH_TIMEOUT(driver().rooms().size(), 4, patience);
    driver().choose(u"Room 1"_s);
    QTRY_VERIFY(title().startsWith(u"Lounge"_s));
    quit();
    start();
    QTRY_COMPARE_WITH_TIMEOUT(driver().rooms().size(), 4, patience);
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(u"Lounge"_s), patience);
}

QTEST_MAIN(TestReturning)
#include "tst_returning.moc"
