#include "server/roomserver.h"

#include "protocol/clock.h"
#include "server/connectiontable.h"
#include "server/hub.h"
#include "server/listener.h"
#include "server/logging.h"
#include "server/memorystore.h"
#include "server/passwordchecker.h"
#include "server/sqlitestore.h"
#include "server/tlsoffer.h"

using namespace Qt::StringLiterals;

namespace tincan {

/// What exists while people can come. Later ones refer to earlier ones.
class RoomServer::Serving
{
public:
    Serving(const HostOptions &options, const Clock &clock, Private &parts,
            std::function<void(int)> countChanged);

    ConnectionTable table;
    PasswordThread passwords;
    Hub hub;
    Listener listener;
};

/// What exists while the server runs, on the server's thread. Later ones refer to earlier ones.
class RoomServer::Private
{
public:
    Private(const HostOptions &options, const Clock &clock)
        : deadlines(clock), tls(TlsOffer::make(options, clock, deadlines))
    {
    }

    DeadlineQueue deadlines;
    DescriptorSet descriptors;
    const LinkWaits waits{descriptors, deadlines};
    std::unique_ptr<TlsOffer> tls; ///< none where it is not offered
    std::unique_ptr<EventStore> store;
    SessionKeeper *sessions = nullptr; ///< the store, where it keeps them
    std::unique_ptr<Serving> serving;  ///< once the store is open
    bool stopping = false;
};

RoomServer::Serving::Serving(const HostOptions &options, const Clock &clock, Private &parts,
                             std::function<void(int)> countChanged)
    : table(options, clock, parts.deadlines),
      hub({options, clock, *parts.store, table, parts.deadlines, passwords, parts.sessions},
          std::move(countChanged)),
      listener(parts.waits, parts.tls.get(),
               [this](std::unique_ptr<Link> link) { table.accept(std::move(link)); })
{
    table.setEvents(&hub);
}

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
    d = std::make_unique<Private>(m_options, clock());
    if (m_options.offersTls() && !d->tls) {
        d.reset();
        Q_EMIT failed(ListenProblem::Other, u"TLS cannot be offered with this key and certificate"_s, {});
        return;
    }
    openStore();
}

void RoomServer::openStore()
{
    if (!m_options.store.isDurable()) {
        d->store = std::make_unique<MemoryStore>();
        return serve();
    }
    auto store = std::make_unique<SqliteStore>(m_options.store, clock(), d->deadlines);
    SqliteStore &opening = *store;
    d->sessions = store.get();
    d->store = std::move(store);
    opening.open([this](const std::optional<StoreFailure> &failure) {
        if (d->stopping)
            return;
        if (failure)
            fail(*failure);
        else
            serve();
    });
}

void RoomServer::fail(const StoreFailure &failure)
{
    qCInfo(lcStore).noquote() << "cannot open" << failure.path << int(failure.problem) << failure.detail;
    // The call that leads here comes from the store.
    const auto end = [this, failure] {
        d.reset();
        Q_EMIT cannotStore(failure);
    };
    QMetaObject::invokeMethod(this, end, Qt::QueuedConnection);
}

void RoomServer::serve()
{
    d->serving = std::make_unique<Serving>(m_options, clock(), *d,
                                           [this](int members) { Q_EMIT memberCountChanged(members); });
    Listener &listener = d->serving->listener;
    if (const auto failure = listener.listen(m_options.endpoints)) {
        qCInfo(lcListener).noquote() << "cannot listen on" << failure->endpoint << failure->detail;
        // The call that leads here may come from the store.
        const auto end = [this, failure] {
            d.reset();
            Q_EMIT failed(failure->problem, failure->detail, failure->endpoint);
        };
        if (m_options.store.isDurable())
            QMetaObject::invokeMethod(this, end, Qt::QueuedConnection);
        else
            end();
        return;
    }
    for (const Endpoint &endpoint : listener.endpoints()) {
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
    if (!d->serving)
        return finishStopping();
    d->serving->listener.close();
    d->serving->hub.close();
    d->serving->table.endAll([this] { finishStopping(); });
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
    return d && d->serving ? d->serving->hub.memberCount() : 0;
}

} // namespace tincan
