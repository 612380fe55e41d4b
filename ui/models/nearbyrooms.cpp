#include "ui/models/nearbyrooms.h"

#include "protocol/nickname.h"
#include "ui/models/statuswords.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int firstLookTakes = 3'000; // ms
constexpr auto untilGone = std::numeric_limits<std::int64_t>::max();

bool isSame(const RoomAddress &a, const RoomAddress &b)
{
    return a.port == b.port && a.host.compare(b.host, Qt::CaseInsensitive) == 0;
}

} // namespace

NearbyRooms::NearbyRooms(const Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock)
{
    m_publishing.setSingleShot(true);
    m_publishing.setInterval(publishInterval);
    connect(&m_publishing, &QTimer::timeout, this, &NearbyRooms::publish);
    m_expiring.setSingleShot(true);
    connect(&m_expiring, &QTimer::timeout, this, &NearbyRooms::expire);
    m_firstLook.setSingleShot(true);
    m_firstLook.setInterval(firstLookTakes);
    connect(&m_firstLook, &QTimer::timeout, this, &NearbyRooms::emptyTextChanged);
}

void NearbyRooms::beginLooking()
{
    m_firstLook.start();
    Q_EMIT emptyTextChanged();
}

void NearbyRooms::addBrowser(NearbyBrowser &browser)
{
    m_browsers.append(&browser);
    const NearbyMeans means = browser.means();
    connect(&browser, &NearbyBrowser::found, this,
            [this, means](const NearbyRoom &room) { add(means, room); });
    connect(&browser, &NearbyBrowser::gone, this,
            [this, means](const QString &address, quint16 port) { remove(means, address, port); });
    connect(&browser, &NearbyBrowser::lookingChanged, this, &NearbyRooms::emptyTextChanged);
    beginLooking();
}

void NearbyRooms::setHidden(const QList<RoomAddress> &addresses)
{
    if (m_hidden != addresses) {
        m_hidden = addresses;
        publish();
    }
}

void NearbyRooms::add(NearbyMeans means, const NearbyRoom &room)
{
    qsizetype at = find(room.address, room.beacon.port);
    if (at < 0) {
        if (!hasPlaceFor(room.address)) {
            return;
        }
        at = m_entries.size();
        m_entries.append({{room.address, room.beacon.port, {}, {}}, room.beacon, {}});
        changeSoon();
    }
    Entry &entry = m_entries[at];
    entry.until[std::size_t(means)] = room.lifetime > 0 ? m_clock.monotonic() + room.lifetime : untilGone;
    // A beacon is fresher than what the system's service keeps.
    const bool fresher =
        means == NearbyMeans::Beacon || entry.until[std::size_t(NearbyMeans::Beacon)] <= m_clock.monotonic();
    if (fresher && entry.beacon != room.beacon) {
        entry.beacon = room.beacon;
        changeSoon();
    }
    awaitNextEnd();
}

void NearbyRooms::remove(NearbyMeans means, const QString &address, quint16 port)
{
    if (const qsizetype at = find(address, port); at >= 0) {
        m_entries[at].until[std::size_t(means)] = 0;
        expire();
    }
}

qsizetype NearbyRooms::find(const QString &address, quint16 port) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.address.port == port && entry.address.host == address;
    });
    return found == m_entries.end() ? -1 : found - m_entries.begin();
}

bool NearbyRooms::hasPlaceFor(const QString &address) const
{
    const auto there = std::count_if(m_entries.begin(), m_entries.end(),
                                     [&](const Entry &entry) { return entry.address.host == address; });
    return m_entries.size() < maximum && there < maximumOfOneAddress;
}

void NearbyRooms::changeSoon()
{
    if (!m_publishing.isActive()) {
        m_publishing.start();
    }
}

void NearbyRooms::expire()
{
    const std::int64_t now = m_clock.monotonic();
    const qsizetype gone = m_entries.removeIf([now](const Entry &entry) {
        return std::all_of(entry.until.begin(), entry.until.end(),
                           [now](std::int64_t until) { return until <= now; });
    });
    if (gone > 0) {
        changeSoon();
    }
    awaitNextEnd();
}

void NearbyRooms::awaitNextEnd()
{
    std::int64_t next = untilGone;
    for (const Entry &entry : std::as_const(m_entries)) {
        next = std::min(next, *std::max_element(entry.until.begin(), entry.until.end()));
    }
    if (next == untilGone) {
        m_expiring.stop();
    } else {
        m_expiring.start(int(std::max<std::int64_t>(next - m_clock.monotonic(), 0)));
    }
}

/// Of rooms with the same name the one found first has it alone; the others say where they are.
QList<NearbyRooms::Row> NearbyRooms::wantedRows() const
{
    QList<Row> rows;
    QSet<QString> taken;
    for (const Entry &entry : m_entries) {
        const bool hidden = std::any_of(m_hidden.begin(), m_hidden.end(), [&](const RoomAddress &address) {
            return isSame(address, entry.address);
        });
        if (hidden) {
            continue;
        }
        QString title = entry.beacon.name;
        while (taken.contains(nameKey(title))) {
            //: a room nearby of a name that another one has, too; %1: the name, %2: its address
            title = tr("%1 (%2)").arg(title, entry.address.toString());
        }
        taken.insert(nameKey(title));
        rows.append({entry.address, entry.beacon, title});
    }
    return rows;
}

/// Moves from the rows shown to those wanted. Both are in the order of finding, so none changes its place.
void NearbyRooms::publish()
{
    const QList<Row> wanted = wantedRows();
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
        const bool stays = std::any_of(wanted.begin(), wanted.end(), [&](const Row &one) {
            return isSame(one.address, m_rows.at(row).address);
        });
        if (!stays) {
            beginRemoveRows({}, int(row), int(row));
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
    for (qsizetype row = 0; row < wanted.size(); ++row) {
        if (row == m_rows.size() || !isSame(m_rows.at(row).address, wanted.at(row).address)) {
            beginInsertRows({}, int(row), int(row));
            m_rows.insert(row, wanted.at(row));
            endInsertRows();
        } else if (m_rows.at(row) != wanted.at(row)) {
            m_rows[row] = wanted.at(row);
            Q_EMIT dataChanged(index(int(row)), index(int(row)));
        }
    }
}

int NearbyRooms::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NearbyRooms::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
    case AddressRole:
        return row.address.toString();
    case SummaryRole:
        return summary(row);
    case PeopleRole:
        return StatusWords::people(row.beacon.people);
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    default:
        return {};
    }
}

RoomAddress NearbyRooms::address(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows.at(row).address : RoomAddress();
}

QString NearbyRooms::summary(const Row &row) const
{
    QStringList parts;
    if (!row.beacon.host.isEmpty()) {
        //: who hosts a room; %1: a person
        parts.append(tr("%1's computer").arg(row.beacon.host));
    }
    parts.append(StatusWords::people(row.beacon.people));
    if (row.beacon.passwordNeeded) {
        parts.append(u"🔒"_s);
    }
    return parts.join(u" · "_s);
}

QString NearbyRooms::accessibleText(const Row &row) const
{
    QStringList parts{row.title};
    if (!row.beacon.host.isEmpty()) {
        parts.append(tr("%1's computer").arg(row.beacon.host));
    }
    parts.append(StatusWords::people(row.beacon.people));
    if (row.beacon.passwordNeeded) {
        parts.append(tr("needs a password"));
    }
    //: between the parts of an enumeration
    return parts.join(tr(", "));
}

bool NearbyRooms::isSearched() const
{
    return m_firstLook.isActive() || !m_browsers.isEmpty();
}

QString NearbyRooms::emptyText() const
{
    QStringList means;
    for (const NearbyBrowser *browser : m_browsers) {
        if (!browser->isLooking()) {
            continue;
        }
        switch (browser->means()) {
        case NearbyMeans::Beacon:
            means.append(tr("Tincan's own announcements (UDP port %1)").arg(beaconPort));
            break;
        case NearbyMeans::DnsSd:
            means.append(tr("the system's service discovery (DNS-SD)"));
            break;
        }
    }
    if (m_firstLook.isActive()) {
        return tr("Looking for rooms nearby…");
    }
    if (means.isEmpty()) {
        return tr("No rooms found nearby: this computer seems to be on no network.");
    }
    //: %1: one or two means
    return tr("No rooms found nearby: looked on this network by %1.")
        //: between two means
        .arg(means.join(tr(" and by ")));
}

} // namespace tincan
