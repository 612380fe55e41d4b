#include "tests/gui/guest.h"
#include "tests/gui/host.h"
#include "ui/models/connectionwords.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/hostdialog.h"
#include "ui/widgets/invitedialog.h"
#include "ui/widgets/invitepanel.h"
#include "ui/widgets/welcomepage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestHosting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstWindowAsksForANameAndOffersBoth();
    void oneHostsFromTheWelcomePage();
    void theInviteNamesLinkCommandAndAddress();
    void theCommandsOfTheInviteWork_data();
    void theCommandsOfTheInviteWork();
    void theLinkOfTheInviteLeadsIn();
    void roomInfoSaysWhoCanReadAndShowsTheKey();
    void aLinkWithOneWrongDigitIsRefused();
    void terminalsInClearCanBeKeptOut();
    void anEmptyRoomShowsTheInvite();
    void tabGoesThroughTheInviteBeforeTheMessageBox();
    void aTakenPortOffersTheNextFreeOne();
    void thisComputerOnlyListensOnLoopbackAlone();
    void stoppingAsksWhileSomebodyIsThere();
    void stoppingAloneDoesNotAsk();
    void quittingAsksWhileSomebodyIsThere();
    void anotherRoomCanBeHostedAfterwards();
};

void TestHosting::theFirstWindowAsksForANameAndOffersBoth()
{
    Host ada;
    const WindowDriver window = ada.driver();
    QVERIFY(window.find<WelcomePage>());
    QCOMPARE(window.find<QLineEdit>(u"Your name"_s)->text(), u"Ada"_s);
    QVERIFY(window.find<QAbstractButton>(u"Host a Room…"_s));
    QVERIFY(window.find<QAbstractButton>(u"Join"_s));
    QVERIFY(window.find<QLineEdit>(u"Address or invite link"_s));
}

void TestHosting::oneHostsFromTheWelcomePage()
{
    Host ada;
    const WindowDriver window = ada.driver();
    window.press(u"Host a Room…"_s);
    QTRY_VERIFY(window.find<HostDialog>());
    QCOMPARE(window.find<QLineEdit>(u"Room name"_s)->text(), u"Ada's room"_s);
    QTest::keyClick(window.find<HostDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(!window.find<HostDialog>());
    ada.openRoom();
    QCOMPARE(window.window().windowTitle(), u"Lounge — Ada's room — Tincan"_s);
    QTRY_VERIFY(window.shows(u"Hosting on port %1 · 1 connected"_s.arg(ada.port())));
}

void TestHosting::theInviteNamesLinkCommandAndAddress()
{
    Host ada;
    ada.openRoom();
    const WindowDriver window = ada.driver();
    window.choose(u"Invite…"_s);
    QTRY_VERIFY(window.find<InviteDialog>());
    const auto field = [&window](const QString &name) {
        const auto lines = window.find<InviteDialog>()->findChildren<QLineEdit *>();
        for (const QLineEdit *line : lines) {
            if (line->accessibleName() == name)
                return line->text();
        }
        return QString();
    };
    QVERIFY(field(u"Invite link"_s).startsWith(u"tincan://127.0.0.1:%1/lounge?fp="_s.arg(ada.port())));
    QCOMPARE(field(u"From a terminal"_s), u"nc 127.0.0.1 %1"_s.arg(ada.port()));
    QVERIFY(window.shows(u"127.0.0.1:%1"_s.arg(ada.port())));
}

void TestHosting::theCommandsOfTheInviteWork_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("nc") << u"From a terminal"_s;
    QTest::newRow("openssl") << u"From a terminal, encrypted"_s;
}

void TestHosting::theCommandsOfTheInviteWork()
{
    QFETCH(QString, field);
    Host ada;
    ada.openRoom();
    ada.driver().choose(u"Invite…"_s);
    QTRY_VERIFY(ada.driver().find<InviteDialog>());
    QStringList command;
    for (const QLineEdit *line : ada.driver().find<InviteDialog>()->findChildren<QLineEdit *>()) {
        if (line->accessibleName() == field)
            command = line->text().split(u' ');
    }
    QVERIFY(command.size() > 2);
    ada.driver().press(u"Done"_s);
    QProcess terminal;
    terminal.start(command.first(), command.mid(1));
    terminal.write("hello from a terminal\n");
    const QStringList heard{u"hello from a terminal"_s};
    QTRY_COMPARE_WITH_TIMEOUT(ada.driver().messages(), heard, 15'000);
    ada.driver().say(u"hello back"_s);
    QByteArray read;
    QTRY_VERIFY_WITH_TIMEOUT((read += terminal.readAllStandardOutput()).contains("Ada: hello back\n"),
                             15'000);
    terminal.kill();
    QTRY_COMPARE_WITH_TIMEOUT(terminal.state(), QProcess::NotRunning, 15'000);
}

static QString inviteOf(Host &ada)
{
    ada.driver().choose(u"Invite…"_s);
    const auto shown = [&ada] { return ada.driver().find<InviteDialog>() != nullptr; };
    if (!QTest::qWaitFor(shown, 15'000))
        return {};
    QString link;
    for (const QLineEdit *line : ada.driver().find<InviteDialog>()->findChildren<QLineEdit *>()) {
        if (line->accessibleName() == u"Invite link"_s)
            link = line->text();
    }
    ada.driver().press(u"Done"_s);
    return link;
}

void TestHosting::theLinkOfTheInviteLeadsIn()
{
    Host ada;
    ada.openRoom();
    const QString link = inviteOf(ada);
    QVERIFY2(link.contains(u"?fp="_s), qPrintable(link));
    Guest bo;
    bo.tryToJoin(link);
    QTRY_VERIFY_WITH_TIMEOUT(bo.sessions().current(), 15'000);
    QVERIFY(bo.sessions().currentSession()->state().encrypted);
    QTRY_VERIFY(bo.driver().shows(u"Encrypted"_s));
    const QStringList people = ada.driver().members();
    QVERIFY2(std::any_of(people.begin(), people.end(),
                         [](const QString &person) { return person.startsWith(u"Ada, verified"_s); }),
             qPrintable(people.join(u" | "_s)));
}

void TestHosting::roomInfoSaysWhoCanReadAndShowsTheKey()
{
    Host ada;
    ada.openRoom();
    const QString link = inviteOf(ada);
    const QByteArray key = link.mid(link.indexOf(u"?fp="_s) + 4, 64).toLatin1();
    const QString shown = ConnectionWords::inGroups(key);
    Guest bo;
    bo.tryToJoin(link);
    QTRY_VERIFY_WITH_TIMEOUT(bo.sessions().current(), 15'000);
    bo.driver().choose(u"Room Info"_s);
    for (const QString &words : {u"The host can read everything that is said here."_s,
                                 u"Your connection to the host is encrypted."_s,
                                 u"The host's key is the one that the invite names."_s, shown})
        QVERIFY2(bo.driver().shows(words), qPrintable(words));
    ada.driver().choose(u"Room Info"_s);
    QVERIFY(ada.driver().shows(u"You host this room: you can read everything that is said here."_s));
    QVERIFY(ada.driver().shows(shown));
    Guest cy(u"Cy"_s);
    cy.join(ada.port());
    cy.driver().choose(u"Room Info"_s);
    QVERIFY(cy.driver().shows(u"The host's key was taken on trust"_s));
}

void TestHosting::aLinkWithOneWrongDigitIsRefused()
{
    Host ada;
    ada.openRoom();
    QString link = inviteOf(ada);
    const qsizetype digit = link.indexOf(u"?fp="_s) + 4;
    link[digit] = link.at(digit) == u'0' ? u'1' : u'0';
    Guest bo;
    bo.tryToJoin(link);
    QTRY_VERIFY_WITH_TIMEOUT(bo.sessions().currentSession(), 15'000);
    const ServerSession *session = bo.sessions().currentSession();
    QTRY_COMPARE_WITH_TIMEOUT(session->state().phase, Phase::Stopped, 15'000);
    QCOMPARE(session->state().failure, ConnectFailure::WrongKey);
    QTRY_VERIFY(bo.driver().shows(u"shows another key"_s));
    QVERIFY(bo.driver().shows(u"The key that the invite names"_s));
    QCOMPARE(ada.driver().members().size(), 1);
    QVERIFY(ada.driver().notices().isEmpty());
}

void TestHosting::terminalsInClearCanBeKeptOut()
{
    Host ada;
    ada.openRoom(false);
    QVERIFY(ada.driver().find<InvitePanel>());
    QVERIFY(!ada.driver().find<QAbstractButton>(u"Copy the terminal command"_s));
    QVERIFY(ada.driver().find<QAbstractButton>(u"Copy the encrypted terminal command"_s));
    QTcpSocket terminal;
    terminal.connectToHost(u"127.0.0.1"_s, ada.port());
    terminal.write("hello\n");
    QTRY_COMPARE_WITH_TIMEOUT(terminal.state(), QAbstractSocket::UnconnectedState, 15'000);
    const QByteArray told = terminal.readAll();
    QVERIFY2(told.startsWith("! ") && told.contains("openssl s_client -quiet -connect 127.0.0.1:"), told);
    Guest bo;
    bo.join(ada.port());
    ada.driver().say(u"hello, Bo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bo.driver().messages(), QStringList{u"hello, Bo"_s}, 15'000);
    QVERIFY(ada.driver().notices().filter(u"guest"_s).isEmpty());
}

void TestHosting::anEmptyRoomShowsTheInvite()
{
    Host ada;
    ada.openRoom();
    const WindowDriver window = ada.driver();
    QTRY_VERIFY(window.find<InvitePanel>());
    Guest bo;
    bo.join(ada.port());
    QTRY_VERIFY_WITH_TIMEOUT(!window.find<InvitePanel>(), 15'000);
}

void TestHosting::tabGoesThroughTheInviteBeforeTheMessageBox()
{
    Host ada;
    ada.openRoom();
    const WindowDriver window = ada.driver();
    QTRY_VERIFY(window.find<InvitePanel>());
    int buttons = 0;
    const QWidget *box = window.composer();
    for (QWidget *next = window.view()->nextInFocusChain(); !box->isAncestorOf(next);
         next = next->nextInFocusChain()) {
        QVERIFY(next != window.view());
        buttons += qobject_cast<QAbstractButton *>(next) && window.find<InvitePanel>()->isAncestorOf(next);
    }
    QVERIFY(buttons >= 3);
}

void TestHosting::aTakenPortOffersTheNextFreeOne()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Host ada;
    const WindowDriver window = ada.driver();
    window.choose(u"Host a Room…"_s);
    QTRY_VERIFY(window.find<HostDialog>());
    window.find<QComboBox>(u"Who can reach it"_s)->setCurrentText(u"This computer only"_s);
    window.fill(u"Port"_s, QString::number(other.serverPort()));
    window.press(u"Host"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(u"Port %1 is in use"_s.arg(other.serverPort())), 15'000);
    QAbstractButton *offer = nullptr;
    const auto buttons = window.find<HostDialog>()->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->text().startsWith(u"Use Port "_s))
            offer = button;
    }
    QVERIFY(offer);
    offer->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.find<InviteDialog>(), 15'000);
}

void TestHosting::thisComputerOnlyListensOnLoopbackAlone()
{
    Host ada;
    ada.openRoom();
    QTcpSocket near;
    near.connectToHost(QHostAddress::LocalHost, ada.port());
    QTRY_COMPARE(near.state(), QAbstractSocket::ConnectedState);
    QTcpSocket other; // another address of the same computer is what the network would use
    other.connectToHost(QHostAddress(u"127.0.0.2"_s), ada.port());
    QTRY_COMPARE(other.state(), QAbstractSocket::UnconnectedState);
}

void TestHosting::stoppingAsksWhileSomebodyIsThere()
{
    Host ada;
    ada.openRoom();
    Guest bo;
    bo.join(ada.port());
    const WindowDriver window = ada.driver();
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(u"2 connected"_s), 15'000);
    window.choose(u"Stop Hosting"_s);
    QTRY_VERIFY(window.find<QMessageBox>());
    QVERIFY(window.shows(u"1 person is in your room."_s));
    window.press(u"Cancel"_s);
    QTRY_VERIFY(!window.find<QMessageBox>());
    window.choose(u"Stop Hosting"_s);
    window.press(u"Close the Room for All"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.find<WelcomePage>(), 15'000);
    QTRY_VERIFY_WITH_TIMEOUT(bo.driver().shows(u"The host closed the room."_s), 15'000);
}

void TestHosting::stoppingAloneDoesNotAsk()
{
    Host ada;
    ada.openRoom();
    const WindowDriver window = ada.driver();
    window.choose(u"Stop Hosting"_s);
    QVERIFY(!window.find<QMessageBox>());
    QTRY_VERIFY_WITH_TIMEOUT(window.find<WelcomePage>(), 15'000);
}

void TestHosting::quittingAsksWhileSomebodyIsThere()
{
    Host ada;
    ada.openRoom();
    Guest bo;
    bo.join(ada.port());
    const WindowDriver window = ada.driver();
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(u"2 connected"_s), 15'000);
    window.window().close();
    QTRY_VERIFY(window.find<QMessageBox>());
    QVERIFY(window.window().isVisible());
    window.press(u"Cancel"_s);
    QTRY_VERIFY(!window.find<QMessageBox>());
    QVERIFY(window.shows(u"2 connected"_s));
}

void TestHosting::anotherRoomCanBeHostedAfterwards()
{
    Host ada;
    ada.openRoom();
    ada.driver().choose(u"Stop Hosting"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ada.driver().find<WelcomePage>(), 15'000);
    ada.openRoom();
    QTRY_VERIFY(ada.driver().shows(u"Hosting on port %1"_s.arg(ada.port())));
}

QTEST_MAIN(TestHosting)
#include "tst_hosting.moc"
