#include "ui/client/copywriter.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace tincan {

namespace {

constexpr auto writeAfter = 250ms;

/// What nobody else has.
bool isUrgent(const CopyChange &change)
{
    return std::holds_alternative<copychange::Queued>(change) ||
           std::holds_alternative<copychange::Entered>(change);
}

} // namespace

CopyWriter::CopyWriter(const QString &path, const CopyTables::Bounds &bounds)
    : m_database(path), m_tables(m_database, bounds), m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(writeAfter);
    connect(&m_timer, &QTimer::timeout, this, &CopyWriter::flush);
}

CopyWriter::~CopyWriter()
{
    flush();
}

CopiedServer CopyWriter::recall(const HostPort &place)
{
    return ready() ? m_tables.recall(place) : CopiedServer();
}

QList<RoomEvent> CopyWriter::page(const ServerIdentity &server, const RoomId &room, Seq before, int limit)
{
    return ready() ? m_tables.page(server, room, before, limit) : QList<RoomEvent>();
}

serverevent::Found CopyWriter::search(const ServerIdentity &server, const command::Search &question)
{
    return ready() ? m_tables.search(server, question) : serverevent::Found{{}, {}, question.re};
}

void CopyWriter::record(const ServerIdentity &server, const CopyChange &change)
{
    if (!ready()) {
        return;
    }
    const bool urgent = isUrgent(change);
    if (urgent) {
        flush();
    }
    m_database.begin(urgent);
    m_tables.apply(server, change);
    if (urgent) {
        flush();
    } else if (!m_timer.isActive()) {
        m_timer.start(); // not restarted, or a busy room would never be written
    }
}

void CopyWriter::flush()
{
    m_timer.stop();
    if (m_database.isOpen()) {
        note(m_database.commit());
    }
}

void CopyWriter::wipe()
{
    m_timer.stop();
    m_tried = true;
    const bool worked = m_database.wipe();
    m_broken = false; // whoever asked is told, again or not
    note(worked);
    if (worked) {
        Q_EMIT wiped();
    }
}

bool CopyWriter::ready()
{
    if (!std::exchange(m_tried, true)) {
        note(m_database.open());
    }
    return m_database.isOpen();
}

void CopyWriter::note(bool worked)
{
    if (!std::exchange(m_broken, !worked) && !worked) {
        Q_EMIT failed(m_database.error());
    }
}

} // namespace tincan
