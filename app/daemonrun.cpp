#include "app/daemonrun.h"

#include "app/daemonfiles.h"
#include "app/moderationfile.h"
#include "app/namefile.h"
#include "app/storewords.h"

#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int failureStatus = 2;

void applyLogLevel(DaemonOptions::LogLevel level)
{
    using Level = DaemonOptions::LogLevel;
    const auto rule = [level](QLatin1StringView type, Level needed) {
        return u"tincan.*.%1=%2\n"_s.arg(type, level <= needed ? "true"_L1 : "false"_L1);
    };
    QLoggingCategory::setFilterRules(rule("debug"_L1, Level::Debug) + rule("info"_L1, Level::Info) +
                                     rule("warning"_L1, Level::Warning));
}

void printLine(std::FILE *stream, const QString &text)
{
    std::fprintf(stream, "%s\n", text.toLocal8Bit().constData());
    std::fflush(stream);
}

QString explain(ListenProblem problem, const QString &detail)
{
    switch (problem) {
    case ListenProblem::PortTaken:
        return DaemonOptions::tr("the port is in use already");
    case ListenProblem::PortForbidden:
        return DaemonOptions::tr("the system does not allow this port");
    case ListenProblem::BadAddress:
        return DaemonOptions::tr("this computer does not have this address");
    case ListenProblem::Other:
        return detail;
    }
    Q_UNREACHABLE();
}

} // namespace

DaemonRun::DaemonRun(DaemonOptions options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
}

void DaemonRun::start()
{
    applyLogLevel(m_options.logLevel);
    if (!readFiles()) {
        return;
    }
    m_server = std::make_unique<RoomServer>(m_options.host);
    connect(m_server.get(), &RoomServer::listening, this, [](const QHostAddress &address, quint16 port) {
        printLine(stdout, "listening on "_L1 + Endpoint{address, port}.toString());
    });
    connect(m_server.get(), &RoomServer::failed, this,
            [this](ListenProblem problem, const QString &detail, const QString &endpoint) {
                if (endpoint.isEmpty()) {
                    return fail(detail);
                }
                fail(DaemonOptions::tr("cannot listen on %1: %2").arg(endpoint, explain(problem, detail)));
            });
    connect(m_server.get(), &RoomServer::cannotStore, this,
            [this](const StoreFailure &failure) { fail(StoreWords::explain(failure)); });
    connect(m_server.get(), &RoomServer::stopped, this, [this] { Q_EMIT finished(0); });
    m_server->start();
}

void DaemonRun::leave()
{
    if (m_server) {
        m_server->stop();
    } else {
        Q_EMIT finished(0);
    }
}

bool DaemonRun::readFiles()
{
    if (!m_options.passwordFile.isEmpty()) {
        const auto word = DaemonFiles::passwordHash(m_options.passwordFile);
        if (const auto *problem = std::get_if<DaemonFiles::Problem>(&word)) {
            fail(problem->text);
            return false;
        }
        m_options.host.passwordHash = std::get<QByteArray>(word);
    }
    if (!m_options.dataDirectory.isEmpty()) {
        const auto id = DaemonFiles::serverId(m_options.dataDirectory);
        if (const auto *problem = std::get_if<DaemonFiles::Problem>(&id)) {
            fail(problem->text);
            return false;
        }
        m_options.host.serverId = std::get<QString>(id);
        m_options.host.nameKeeper = std::make_shared<NameFile>(m_options.dataDirectory);
        m_options.host.moderationKeeper = std::make_shared<ModerationFile>(m_options.dataDirectory);
        if (m_options.host.store.sync == StoreSync::Normal)
            printLine(stderr,
                      "tincand: "_L1 + DaemonOptions::tr("--sync=normal is faster, and a power cut may "
                                                         "take the last messages, although they were "
                                                         "acknowledged"));
    }
    const auto identity = DaemonFiles::identity(m_options);
    if (const auto *problem = std::get_if<DaemonFiles::Problem>(&identity)) {
        fail(problem->text);
        return false;
    }
    m_options.host.identity = std::get<Identity>(identity);
    return true;
}

void DaemonRun::fail(const QString &text)
{
    printLine(stderr, "tincand: "_L1 + text);
    Q_EMIT finished(failureStatus);
}

} // namespace tincan
