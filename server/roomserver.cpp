#include "server/roomserver.h"

#include "protocol/clock.h"
#include "server/connectiontable.h"
#include "server/hub.h"
#include "server/listener.h"
#include "server/logging.h"
#include "server/memorystore.h"
#include "server/passwordchecker.h"
#include "server/tlsoffer.h"

using namespace Qt::StringLiterals;

namespace tincan {

/// What exists while the server runs, on the server's thread. Later ones refer to earlier ones.
class RoomServer::Private
{
public:
    Private(const HostOptions &options, const Clock &clock, RoomServer *server)
        : deadlines(clock), tls(TlsOffer::make(options, clock, deadlines)), table(options, clock, deadlines),
          hub({options, clock, store, table, deadlines, passwords},
              [server](int members) { Q_EMIT server->memberCountChanged(members); }),
          listener({descriptors, deadlines}, tls.get(),
                   [this](std::unique_ptr<Link> link) { table.accept(std::move(link)); })
    {
        table.setEvents(&hub);
    }

    DeadlineQueue deadlines;
    DescriptorSet descriptors;
    std::unique_ptr<TlsOffer> tls; ///< none where it is not offered
    MemoryStore store;
    ConnectionTable table;
    PasswordThread passwords;
    Hub hub;
    Listener listener;
    bool stopping = false;
};

RoomServer::RoomServer(HostOptions options, const Clock *clock, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_clock(clock)
{
}

RoomServer::~RoomServer() = default;

const Clock &RoomServer::clock() const
{
    static const SystemClock system;
    return m_clock ? *m_clock : system;
}

void RoomServer::start()
{
    Q_ASSERT(!d);
    if (m_options.offersTls() && !m_options.requireTls && !TlsOffer::isPossible()) {
        qCWarning(lcListener) << "this system has no TLS: nothing will be encrypted";
        m_options.identity = {};
    }
    d = std::make_unique<Private>(m_options, clock(), this);
    if (m_options.offersTls() && !d->tls) {
        d.reset();
        Q_EMIT failed(ListenProblem::Other, u"TLS cannot be offered with this key and certificate"_s, {});
        return;
    }
    if (const auto failure = d->listener.listen(m_options.endpoints)) {
        d.reset();
        qCInfo(lcListener).noquote() << "cannot listen on" << failure->endpoint << failure->detail;
        Q_EMIT failed(failure->problem, failure->detail, failure->endpoint);
        return;
    }
    for (const Endpoint &endpoint : d->listener.endpoints()) {
        qCInfo(lcListener).noquote() << "listening on" << endpoint.toString();
        Q_EMIT listening(endpoint.address, endpoint.port);
    }
    Q_EMIT started();
}

void RoomServer::stop()
{
    if (!d || d->stopping) {
        if (!d)
            Q_EMIT stopped();
        return;
    }
    qCInfo(lcHub) << "closing, members:" << memberCount();
    d->stopping = true;
    d->listener.close();
    d->hub.close();
    d->table.endAll([this] { finishStopping(); });
}

void RoomServer::finishStopping()
{
    // The call that leads here comes from one of the parts that go now.
    QMetaObject::invokeMethod(
        this,
        [this] {
            d.reset();
            Q_EMIT stopped();
        },
        Qt::QueuedConnection);
}

int RoomServer::memberCount() const
{
    return d ? d->hub.memberCount() : 0;
}

} // namespace tincan
