#include "app/embeddedhost.h"

#include "app/descriptorlimit.h"
#include "app/moderationfile.h"
#include "app/namefile.h"
#include "app/networkaddresses.h"
#include "app/ownidentity.h"
#include "app/storewords.h"
#include "protocol/clock.h"
#include "protocol/identityfiles.h"
#include "server/passwordhash.h"

#include <QDir>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr std::uint64_t ownDescriptors = 1'024; // of the app itself, and of who is told that the room is full

HostProblem problemFor(ListenProblem problem)
{
    switch (problem) {
    case ListenProblem::PortTaken:
        return HostProblem::PortTaken;
    case ListenProblem::PortForbidden:
        return HostProblem::PortForbidden;
    case ListenProblem::BadAddress:
    case ListenProblem::Other:
        return HostProblem::Other;
    }
    Q_UNREACHABLE();
}

/// A directory that cannot be written to is no reason not to host.
IdentityResult identityIn(const QString &directory)
{
    const std::int64_t now = SystemClock().utc();
    if (!directory.isEmpty()) {
        const IdentityResult kept = keptIdentity(directory, now);
        const auto *failure = std::get_if<IdentityFailure>(&kept);
        if (!failure || failure->problem != IdentityProblem::CannotWrite)
            return kept;
    }
    return makeIdentity(now, Lifetime::OneRun);
}

/// Whoever has the profile is the owner.
void keepIn(const QString &profile, HostOptions &options)
{
    options.nameKeeper = std::make_shared<NameFile>(profile);
    options.moderationKeeper = std::make_shared<ModerationFile>(profile);
    const QByteArray key = keyFingerprint(ownIdentity(profile));
    if (!key.isEmpty())
        options.ownerKeys = {key};
}

} // namespace

EmbeddedHost::EmbeddedHost(const QString &directory, QObject *parent)
    : RoomHost(parent), m_directory(directory)
{
}

EmbeddedHost::~EmbeddedHost()
{
    endThread();
}

void EmbeddedHost::open(const HostRequest &request)
{
    Q_ASSERT(!m_thread);
    m_request = request;
    HostOptions options;
    options.endpoints = endpointsFor(request);
    options.name = request.name;
    options.requireTls = !request.clearAllowed;
    if (!request.password.isEmpty()) // short enough for a click
        options.passwordHash = hashPassword(request.password);
    const IdentityResult identity = identityIn(m_directory);
    if (const auto *failure = std::get_if<IdentityFailure>(&identity)) {
        const QString detail = tr("The key in %1 cannot be used.").arg(failure->path);
        const auto say = [this, detail] { Q_EMIT refused(HostProblem::Other, 0, detail); };
        QMetaObject::invokeMethod(this, say, Qt::QueuedConnection);
        return;
    }
    options.identity = std::get<Identity>(identity);
    m_fingerprint = keyFingerprint(options.identity);
    if (!m_directory.isEmpty())
        keepIn(m_directory, options);
    if (!m_directory.isEmpty() && request.keepHistory) {
        options.store.directory = QDir(m_directory).filePath(u"history"_s);
        options.store.keep.days = request.keepDays;
        options.serverId = QString::fromLatin1(m_fingerprint.first(32)); // the same server as the last time
    }
    start(options);
}

void EmbeddedHost::start(const HostOptions &options)
{
    raiseDescriptorLimit(std::uint64_t(options.limits.maxConnections) + ownDescriptors);
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("tincan-host"));
    m_server = new RoomServer(options);
    m_server->moveToThread(m_thread.get());
    connectServer();
    m_thread->start();
    QMetaObject::invokeMethod(m_server, &RoomServer::start, Qt::QueuedConnection);
}

void EmbeddedHost::connectServer()
{
    connect(m_thread.get(), &QThread::finished, m_server, &QObject::deleteLater);
    connect(m_server, &RoomServer::listening, this, [this](const QHostAddress &address, quint16 port) {
        m_room.port = port;
        m_room.loopback = loopbackFor(address);
    });
    connect(m_server, &RoomServer::started, this, &EmbeddedHost::onStarted);
    connect(m_server, &RoomServer::failed, this, &EmbeddedHost::onFailed);
    connect(m_server, &RoomServer::cannotStore, this, &EmbeddedHost::onCannotStore);
    connect(m_server, &RoomServer::stopped, this, &EmbeddedHost::onStopped);
    connect(m_server, &RoomServer::memberCountChanged, this, [this](int members) {
        m_members = members;
        publishGuests();
    });
}

void EmbeddedHost::close()
{
    if (m_server)
        QMetaObject::invokeMethod(m_server, &RoomServer::stop, Qt::QueuedConnection);
}

int EmbeddedHost::guests() const
{
    return std::max(0, m_members - (m_selfJoined ? 1 : 0));
}

void EmbeddedHost::setSelfJoined(bool joined)
{
    m_selfJoined = joined;
    publishGuests();
}

void EmbeddedHost::onStarted()
{
    m_room.name = m_request.name;
    m_room.fingerprint = QByteArray::fromHex(m_fingerprint);
    m_room.passwordNeeded = !m_request.password.isEmpty();
    m_room.addresses = reachableAddresses(m_request);
    m_room.onlyAddress = onlyAddressOf(m_request);
    m_room.clearAllowed = m_request.clearAllowed;
    m_room.shownNearby = m_request.showNearby && m_request.reach == Reach::Network;
    m_open = true;
    Q_EMIT opened(m_room);
}

void EmbeddedHost::onFailed(ListenProblem problem, const QString &detail)
{
    endThread();
    const HostProblem said = problemFor(problem);
    Q_EMIT refused(said, said == HostProblem::PortTaken ? nextFreePort(m_request) : quint16(0), detail);
}

void EmbeddedHost::onCannotStore(const StoreFailure &failure)
{
    endThread();
    Q_EMIT refused(HostProblem::CannotKeep, 0, StoreWords::explain(failure) + u'.');
}

void EmbeddedHost::onStopped()
{
    endThread();
    m_open = false;
    m_room = {};
    m_members = 0;
    publishGuests();
    Q_EMIT closed();
}

void EmbeddedHost::endThread()
{
    if (!m_thread)
        return;
    disconnect(m_server, nullptr, this, nullptr);
    m_fingerprint.clear();
    m_server = nullptr;
    m_thread->quit();
    // Its loop runs no long work: it ends with the turn that it is in, and with what a disk has been given.
    if (m_thread->wait(QDeadlineTimer(std::chrono::seconds(10))))
        m_thread.reset();
    else
        (void)m_thread.release(); // a disk that hangs still has it; to destroy it would end the program
}

void EmbeddedHost::publishGuests()
{
    if (guests() == m_publishedGuests)
        return;
    m_publishedGuests = guests();
    Q_EMIT guestsChanged(m_publishedGuests);
}

} // namespace tincan
