#include "tests/chaos/plainmember.h"
#include "protocol/textsanitizer.h"

#include <QHostAddress>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tincan::chaos {

namespace {

/// A client that goes on with its copy keeps the name of an earlier life.
QString placeOf(const QString &name)
{
    return name.section(u'.', 0, 0);
}

} // namespace

PlainMember::PlainMember(const QString &name, quint16 port, Ledger &ledger, quint32 seed)
    : m_name(name), m_port(port), m_ledger(ledger), m_dice(seed)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &PlainMember::connectAgain);
    connectAgain();
}

PlainMember::~PlainMember()
{
    if (m_socket) {
        m_socket->disconnect(this);
    }
}

QString PlainMember::name() const
{
    return u"%1.%2"_s.arg(m_name).arg(m_connections);
}

void PlainMember::connectAgain()
{
    ++m_connections;
    m_heard.append(QList<int>());
    m_heardHere.clear();
    m_held.clear();
    m_socket = new QTcpSocket(this);
    connect(m_socket, &QTcpSocket::connected, this,
            [this] { m_socket->write("/nick " + name().toUtf8() + '\0'); });
    connect(m_socket, &QTcpSocket::readyRead, this, &PlainMember::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &PlainMember::lost);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &PlainMember::lost);
    m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
}

void PlainMember::lost()
{
    read();
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
    for (const int number : std::as_const(m_open)) {
        m_ledger.abandon(number);
    }
    m_open.clear();
    m_retry.start(m_dice.between(10, 200));
}

void PlainMember::hangUp()
{
    if (isConnected()) {
        lost();
    }
}

void PlainMember::say(int number)
{
    m_open.insert(number);
    m_socket->write(m_ledger.at(number).text.toUtf8() + '\0');
}

QString PlainMember::condition() const
{
    return u"%1: %2, %3 open, heard %4"_s.arg(name(), isConnected() ? u"connected"_s : u"not connected"_s)
        .arg(m_open.size())
        .arg(m_heardHere.size());
}

void PlainMember::read()
{
    if (m_socket->isOpen()) {
        m_held.append(m_socket->readAll());
    }
    qsizetype start = 0;
    for (qsizetype end = 0; (end = m_held.indexOf('\0', start)) >= 0; start = end + 1) {
        hear(m_held.sliced(start, end - start));
    }
    m_held.remove(0, start);
}

void PlainMember::hear(const QByteArray &message)
{
    const auto decoded = decodeUtf8(message);
    if (!decoded) {
        complain(u"heard bytes that are no text"_s);
        return;
    }
    QString text = *decoded;
    if (text.endsWith(u'\n')) {
        text.chop(1); // said before the server knew that lines are not wanted here
    }
    const qsizetype colon = text.indexOf(u": "_s);
    if (text.startsWith(u"* "_s)) {
        hearNotice(text);
    } else if (text.startsWith(u"! "_s)) {
        if (text != u"! The host closed the room."_s) {
            complain(u"was told "_s + text);
        }
    } else if (!text.startsWith(u"tincan/1 "_s)) {
        hearSaying(text.left(colon), text.mid(colon + 2));
    }
}

void PlainMember::hearNotice(const QString &text)
{
    static const QRegularExpression known(
        u"^\\* [-.\\w]+ (joined|left|is now [-.\\w]+|deleted a message|took back .*|reacted .*|corrected: (.*))$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = known.match(text);
    if (!match.hasMatch()) {
        complain(u"heard a notice that means nothing: "_s + text.left(80));
    } else if (const int number = Ledger::numberOf(match.captured(2)); number > 0) {
        note(number);
    }
}

void PlainMember::hearSaying(const QString &author, const QString &said)
{
    // Who has not spoken yet may be a terminal, and is told the author of every line.
    QString text = said;
    text.replace(u'\n' + author + u": "_s, u"\n"_s);
    const int number = Ledger::numberOf(text);
    const Saying *const saying = m_ledger.find(number);
    if (!saying || placeOf(saying->author) != placeOf(author) || saying->text != text) {
        complain(u"heard what nobody said: %1: %2"_s.arg(author.left(40), text.left(80)));
        return;
    }
    note(number);
    if (author == name() && m_open.remove(number)) {
        m_ledger.acknowledge(number);
    }
}

void PlainMember::note(int number)
{
    if (m_heardHere.contains(number)) {
        complain(u"heard %1 twice on one connection"_s.arg(number));
    }
    m_heardHere.insert(number);
    m_heard.last().append(number);
}

void PlainMember::complain(const QString &what)
{
    m_complaints.append(name() + u' ' + what);
}

} // namespace tincan::chaos
