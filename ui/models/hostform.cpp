#include "ui/models/hostform.h"

#include "protocol/nickname.h"

namespace tincan {

HostForm::HostForm(RoomHost &host, const HostRequest &defaults, const QString &userName, QObject *parent)
    : QObject(parent), m_host(host), m_name(defaults.name), m_reach(defaults.reach),
      m_port(QString::number(defaults.port)), m_keepHistory(defaults.keepHistory),
      m_keepDays(defaults.keepDays), m_showNearby(defaults.showNearby), m_clearAllowed(defaults.clearAllowed)
{
    if (m_name.isEmpty()) {
        //: a room's first name; %1: who hosts it
        m_name = tr("%1's room").arg(userName);
    }
    connect(&host, &RoomHost::opened, this, &HostForm::onOpened);
    connect(&host, &RoomHost::refused, this, &HostForm::onRefused);
}

void HostForm::setName(const QString &name)
{
    m_name = name;
    Q_EMIT changed();
}

void HostForm::setReach(Reach reach)
{
    m_reach = reach;
    Q_EMIT changed();
}

void HostForm::setPort(const QString &text)
{
    if (m_port != text) {
        m_port = text;
        setRefusal({}, {}, 0);
        Q_EMIT changed();
    }
}

void HostForm::setPassword(const QString &password)
{
    m_password = password;
    Q_EMIT changed();
}

void HostForm::setKeepHistory(bool kept)
{
    m_keepHistory = kept;
    Q_EMIT changed();
}

void HostForm::setKeepDays(int days)
{
    m_keepDays = days;
    Q_EMIT changed();
}

void HostForm::setShowNearby(bool shown)
{
    m_showNearby = shown;
    Q_EMIT changed();
}

void HostForm::setClearAllowed(bool allowed)
{
    m_clearAllowed = allowed;
    Q_EMIT changed();
}

QString HostForm::nameProblem() const
{
    if (m_name.trimmed().isEmpty()) {
        return tr("The room needs a name.");
    }
    const bool good = std::holds_alternative<QString>(checkedRoomName(m_name, Limits()));
    return good ? QString() : tr("This cannot be a room's name. Is it too long?");
}

QString HostForm::portProblem() const
{
    bool isNumber = false;
    const int port = m_port.trimmed().toInt(&isNumber);
    return isNumber && port >= 1 && port <= 65535 ? QString()
                                                  : tr("The port must be a number from 1 to 65535.");
}

bool HostForm::canSubmit() const
{
    return !m_busy && !m_open && nameProblem().isEmpty() && portProblem().isEmpty();
}

HostRequest HostForm::request() const
{
    HostRequest request;
    request.name = m_name.simplified();
    request.reach = m_reach;
    request.port = quint16(m_port.trimmed().toInt());
    request.password = m_password;
    request.keepHistory = m_keepHistory;
    request.keepDays = m_keepDays;
    request.showNearby = m_showNearby;
    request.clearAllowed = m_clearAllowed;
    return request;
}

void HostForm::submit()
{
    if (!canSubmit()) {
        return;
    }
    setRefusal({}, {}, 0);
    m_busy = true;
    Q_EMIT changed();
    m_host.open(request());
}

QString HostForm::freePortText() const
{
    return m_freePort > 0 ? tr("Use Port %1").arg(m_freePort) : QString();
}

void HostForm::useFreePort()
{
    if (m_freePort > 0) {
        setPort(QString::number(m_freePort));
        submit();
    }
}

void HostForm::onOpened(const HostedRoom &room)
{
    if (m_busy) {
        m_busy = false;
        m_open = true;
        Q_EMIT changed();
        Q_EMIT opened(room);
    }
}

void HostForm::onRefused(HostProblem problem, quint16 freePort, const QString &detail)
{
    if (!m_busy) {
        return;
    }
    m_busy = false;
    switch (problem) {
    case HostProblem::PortTaken:
        setRefusal(tr("Port %1 is in use by another program on this computer.").arg(m_port.trimmed()), detail,
                   freePort);
        break;
    case HostProblem::PortForbidden:
        setRefusal(tr("This computer does not allow port %1. Try one above 1023.").arg(m_port.trimmed()),
                   detail, freePort);
        break;
    case HostProblem::CannotKeep:
        setRefusal(tr("The room's history cannot be kept on this computer. %1").arg(detail), {}, 0);
        break;
    case HostProblem::Other:
        setRefusal(tr("The room could not be opened."), detail, freePort);
        break;
    }
    Q_EMIT changed();
}

void HostForm::setRefusal(const QString &sentence, const QString &details, quint16 freePort)
{
    if (m_refusal != sentence || m_freePort != freePort) {
        m_refusal = sentence;
        m_details = details;
        m_freePort = freePort;
        Q_EMIT refusalChanged();
    }
}

} // namespace tincan
