#include "ui/client/postpump.h"
#include "protocol/clock.h"
#include "ui/client/announcer.h"
#include "ui/client/clientmemory.h"
#include "ui/client/copyrecorder.h"
#include "ui/client/transport.h"

#include <utility>

namespace tincan {

namespace {

constexpr qint64 mostUnsent = 1024 * 1024;

} // namespace

PostPump::PostPump(const SessionContext &context, Deliver deliver, QObject *parent)
    : QObject(parent), m_context(context), m_deliver(std::move(deliver))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PostPump::due);
}

void PostPump::start(const Limits &limits)
{
    m_running = true;
    m_context.memory.posts.restart(limits, m_context.timing.tooFastPause, m_context.clock.monotonic());
}

void PostPump::run(const QSet<RoomId> &held)
{
    SendQueue &posts = m_context.memory.posts;
    const std::int64_t now = m_context.clock.monotonic();
    while (m_running && m_context.transport.unsent() < mostUnsent) {
        const auto post = posts.next(now, held);
        if (!post) {
            break;
        }
        m_deliver(*post);
    }
    if (const int wait = posts.nextIn(now, held); m_running && wait > 0) {
        m_timer.start(wait);
    }
}

void PostPump::stop()
{
    m_running = false;
    m_timer.stop();
}

void PostPump::fail(const PostId &id, const Error &error)
{
    SendQueue &posts = m_context.memory.posts;
    if (posts.fail(id, error)) {
        m_context.copy.record(copychange::Queued{*posts.find(id)});
        m_context.announcer.say(&RoomClient::postStateChanged, id, PostState::Failed, error);
    }
}

void PostPump::postpone(const PostId &id)
{
    m_context.memory.posts.postpone(id, m_context.clock.monotonic());
}

} // namespace tincan
