#include "ui/client/sqlitecopy.h"

#include "ui/client/copywriter.h"

#include <QFileInfo>
#include <QPointer>

#include <utility>

namespace tincan {

namespace {

constexpr qsizetype mostWaiting = 50'000; // changes, and events in them

/// Passes an answer on from the thread of the copy to that of its receiver.
template <typename Answer, typename Value>
void deliver(SqliteCopy *copy, const QPointer<QObject> &receiver, const Answer &answer, const Value &value)
{
    QMetaObject::invokeMethod(
        copy,
        [receiver, answer, value] {
            if (receiver) {
                answer(value);
            }
        },
        Qt::QueuedConnection);
}

} // namespace

SqliteCopy::SqliteCopy(const QString &path, QObject *parent)
    : MessageCopy(parent), m_path(path), m_writer(new CopyWriter(path))
{
    m_writer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    connect(m_writer, &CopyWriter::failed, this, &SqliteCopy::failed);
    connect(m_writer, &CopyWriter::wiped, this, [this] {
        Q_EMIT restarted();
        Q_EMIT wiped();
    });
    m_thread.start();
}

SqliteCopy::~SqliteCopy()
{
    hand();
    QMetaObject::invokeMethod(m_writer, [this] { m_thread.quit(); });
    m_thread.wait();
}

void SqliteCopy::setEnabled(bool enabled)
{
    const bool began = enabled && !m_enabled;
    m_enabled = enabled;
    if (began) {
        Q_EMIT restarted();
    }
}

void SqliteCopy::wipe()
{
    hand();
    QMetaObject::invokeMethod(m_writer, &CopyWriter::wipe);
}

void SqliteCopy::recall(const HostPort &place, QObject *receiver,
                        std::function<void(const CopiedServer &)> answer)
{
    const QPointer<QObject> guarded(receiver);
    if (!m_enabled) {
        deliver(this, guarded, answer, CopiedServer());
        return;
    }
    hand();
    QMetaObject::invokeMethod(m_writer, [this, place, guarded, answer] {
        deliver(this, guarded, answer, m_writer->recall(place));
    });
}

void SqliteCopy::page(const ServerIdentity &server, const RoomId &room, Seq before, int limit,
                      QObject *receiver, std::function<void(const QList<RoomEvent> &)> answer)
{
    const QPointer<QObject> guarded(receiver);
    if (!m_enabled) {
        deliver(this, guarded, answer, QList<RoomEvent>());
        return;
    }
    hand();
    QMetaObject::invokeMethod(m_writer, [this, server, room, before, limit, guarded, answer] {
        deliver(this, guarded, answer, m_writer->page(server, room, before, limit));
    });
}

void SqliteCopy::search(const ServerIdentity &server, const command::Search &question, QObject *receiver,
                        std::function<void(const serverevent::Found &)> answer)
{
    const QPointer<QObject> guarded(receiver);
    if (!m_enabled) {
        deliver(this, guarded, answer, serverevent::Found{{}, {}, question.re});
        return;
    }
    hand();
    QMetaObject::invokeMethod(m_writer, [this, server, question, guarded, answer] {
        deliver(this, guarded, answer, m_writer->search(server, question));
    });
}

void SqliteCopy::record(const ServerIdentity &server, const CopyChange &change)
{
    // A post that was stored is never to be sent again, whenever the copy is asked next.
    const bool settled = std::holds_alternative<copychange::Settled>(change);
    if (!m_enabled && !(settled && QFileInfo::exists(m_path))) {
        return;
    }
    if (const auto *events = std::get_if<copychange::Events>(&change)) {
        if (m_events + events->events.size() > mostWaiting) {
            return; // the hole makes the room begin anew in the copy
        }
        m_events += events->events.size();
        if (joinLast(server, *events)) {
            return;
        }
    }
    const bool mine = std::holds_alternative<copychange::Queued>(change);
    const bool needed = mine || settled || std::holds_alternative<copychange::Reset>(change);
    if (m_waiting.size() < mostWaiting || needed) {
        m_waiting.append({server, change});
    }
    if (!m_busy || mine) {
        hand();
    }
}

/// Events that follow on what waits already are written together with it.
bool SqliteCopy::joinLast(const ServerIdentity &server, const copychange::Events &events)
{
    if (m_waiting.isEmpty() || m_waiting.constLast().server != server || events.events.isEmpty()) {
        return false;
    }
    auto *last = std::get_if<copychange::Events>(&m_waiting.last().change);
    if (!last || last->room != events.room || last->events.isEmpty() ||
        last->events.constLast().seq + 1 != events.events.constFirst().seq) {
        return false;
    }
    last->events.append(events.events);
    return true;
}

void SqliteCopy::hand()
{
    if (m_waiting.isEmpty()) {
        return;
    }
    m_busy = true;
    m_events = 0;
    QMetaObject::invokeMethod(m_writer, [this, changes = std::exchange(m_waiting, {})] {
        for (const Recorded &one : changes) {
            m_writer->record(one.server, one.change);
        }
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_busy = false;
                hand();
            },
            Qt::QueuedConnection);
    });
}

} // namespace tincan
