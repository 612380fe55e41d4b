#include "tests/gui/guest.h"
#include "ui/models/alertqueue.h"
#include "ui/widgets/conversationview.h"

#include <QAbstractItemView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

constexpr int patience = 15'000; // ms

/// What steers a terminal, a line of text, or whoever reads markup.
const QString steering = u"\x1b[31m\x1b]0;t\x07\u009b2J\r\b\x7f\u202e\u202a\u202d\u2066\u2067<b>&amp;"_s;

QJsonObject memberCalled(const QString &id, const QString &name)
{
    return {{u"id"_s, id},     {u"name"_s, name + steering}, {u"via"_s, u"native"_s},
            {u"tls"_s, false}, {u"state"_s, u"away"_s},      {u"status"_s, u"status "_s + steering}};
}

QJsonObject eventNumber(int seq, const QString &kind, const QString &text)
{
    return {{u"t"_s, u"event"_s},
            {u"room"_s, u"lounge"_s},
            {u"seq"_s, seq},
            {u"at"_s, u"2026-11-23T09:05:00.120Z"_s},
            {u"kind"_s, kind},
            {u"from"_s, memberCalled(u"bo"_s, u"Bo "_s)},
            {u"text"_s, text + steering}};
}

/// A server that says the worst in every place.
class HostileServer
{
public:
    HostileServer()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *peer = m_server.nextPendingConnection();
            QObject::connect(peer, &QTcpSocket::readyRead, peer, [this, peer] {
                if (peer->readAll().contains("\"hello\""))
                    welcome(peer);
            });
            peer->write("tincan/1 open " + steering.toUtf8() + " - 2 here.\n" + '\0');
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port on loopback");
    }
    quint16 port() const { return m_server.serverPort(); }

private:
    static void say(QTcpSocket *peer, const QJsonObject &frame)
    {
        peer->write(QJsonDocument(frame).toJson(QJsonDocument::Compact) + '\0');
    }
    static void welcome(QTcpSocket *peer)
    {
        const QJsonObject room{
            {u"id"_s, u"lounge"_s},
            {u"name"_s, u"Lounge "_s + steering},
            {u"kind"_s, u"room"_s},
            {u"topic"_s, u"topic "_s + steering},
            {u"first"_s, 1},
            {u"head"_s, 3},
            {u"epoch"_s, u"e"_s},
            {u"total"_s, 2},
            {u"members"_s, QJsonArray{memberCalled(u"me"_s, u"Me "_s), memberCalled(u"bo"_s, u"Bo "_s)}}};
        const QJsonObject server{
            {u"name"_s, u"Server "_s + steering}, {u"id"_s, u"s"_s}, {u"version"_s, u"1"_s}};
        say(peer, {{u"t"_s, u"welcome"_s},
                   {u"v"_s, 1},
                   {u"server"_s, server},
                   {u"self"_s, memberCalled(u"me"_s, u"Me "_s)},
                   {u"session"_s, u"x"_s},
                   {u"rooms"_s, QJsonArray{room}}});
        say(peer, eventNumber(1, u"message"_s, u"first "_s));
        say(peer, eventNumber(2, u"topic"_s, u"another topic "_s));
        say(peer, eventNumber(3, u"action"_s, u"last "_s));
        say(peer, {{u"t"_s, u"typing"_s}, {u"room"_s, u"lounge"_s}, {u"from"_s, u"bo"_s}});
        say(peer,
            {{u"t"_s, u"error"_s}, {u"code"_s, u"not-allowed"_s}, {u"message"_s, u"Error "_s + steering}});
    }

    QTcpServer m_server;
};

QStringList textsOf(const QAbstractItemModel *model)
{
    constexpr int lastRole = Qt::UserRole + 64;
    QStringList texts;
    for (int row = 0; model && row < model->rowCount(); ++row) {
        for (int role = 0; role <= lastRole; ++role)
            texts += model->index(row, 0).data(role).toStringList();
    }
    return texts;
}

/// Everything that the window shows or says.
QStringList textsOf(const QWidget &window)
{
    QStringList texts{window.windowTitle()};
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        texts += {widget->accessibleName(), widget->accessibleDescription(), widget->toolTip()};
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts += label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts += button->text();
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            texts += {line->text(), line->placeholderText()};
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            texts += textsOf(view->model());
        if (const auto *view = qobject_cast<const ConversationView *>(widget))
            texts += textsOf(view->model());
    }
    for (const QAction *action : window.findChildren<QAction *>())
        texts += {action->text(), action->toolTip()};
    return texts;
}

QStringList steered(const QStringList &texts)
{
    static const QRegularExpression unsafe(
        u"[\\x{00}-\\x{08}\\x{0b}-\\x{1f}\\x{7f}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}\\x{2067}]"_s);
    return texts.filter(unsafe);
}

} // namespace

/// A server that wants to steer whoever looks at what it says.
class TestHostileServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingThatIsShownOrReadAloudIsSteered();
    void alertsAreNotSteeredEither();
};

void TestHostileServer::nothingThatIsShownOrReadAloudIsSteered()
{
    HostileServer server;
    Guest bo;
    bo.join(server.port());
    QTRY_VERIFY_WITH_TIMEOUT(!textsOf(bo.driver().window()).filter(u"last "_s).isEmpty(), patience);
    bo.driver().choose(u"Room Info"_s);
    const QStringList texts = textsOf(bo.driver().window());
    QCOMPARE(steered(texts), QStringList());
    for (const QString &part :
         {u"Server "_s, u"Lounge "_s, u"topic "_s, u"Bo "_s, u"status "_s, u"first "_s, u"last "_s})
        QVERIFY2(!texts.filter(part).isEmpty(), qPrintable(part));
    for (const QLabel *label : bo.driver().window().findChildren<QLabel *>()) {
        if (label->text().contains(u"<b>"_s))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestHostileServer::alertsAreNotSteeredEither()
{
    HostileServer server;
    Guest bo;
    bo.join(server.port());
    QTRY_VERIFY_WITH_TIMEOUT(!textsOf(bo.driver().window()).filter(u"last "_s).isEmpty(), patience);
    AlertQueue queue(nullptr, 1);
    QSignalSpy alerts(&queue, &AlertQueue::alert);
    RoomEvent event;
    event.seq = 9;
    event.from.name = u"Bo "_s + steering;
    event.text = u"psst "_s + steering;
    queue.hear(bo.sessions().current(), event);
    QTRY_COMPARE_WITH_TIMEOUT(alerts.size(), 1, patience);
    const QStringList said{alerts.first().at(0).toString(), alerts.first().at(1).toString()};
    QCOMPARE(steered(said), QStringList());
    QVERIFY(said.filter(u"<"_s).isEmpty());
    QVERIFY(said.first().contains(u"Lounge"_s) && said.last().contains(u"psst"_s));
}

QTEST_MAIN(TestHostileServer)
#include "tst_hostileserver.moc"
