#include "ui/models/alertsettings.h"

#include "ui/models/mentions.h"
#include "ui/models/preferences.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qint64 hour = 60 * 60 * 1000;
constexpr qint64 longestWait = 24 * hour; // timers count milliseconds in 32 bits
constexpr QChar noWords = u'!';
constexpr QChar sleepingWords = u'~';

/// Takes the sign away from what stands before the words.
WordSource takeWordSource(QString &front, bool hasOwn)
{
    const bool none = front.endsWith(noWords);
    const bool sleeping = front.endsWith(sleepingWords);
    if (none || sleeping) {
        front.chop(1);
    }
    if (none) {
        return WordSource::None;
    }
    return hasOwn && !sleeping ? WordSource::Room : WordSource::Preferences;
}

} // namespace

AlertSettings::AlertSettings(Preferences &preferences, const Clock &clock, QObject *parent)
    : QObject(parent), m_preferences(preferences), m_clock(clock)
{
    load();
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &AlertSettings::watchTime);
    connect(&m_expiry, &QTimer::timeout, this, &AlertSettings::changed);
    connect(&m_preferences, &Preferences::alertsChanged, this, &AlertSettings::changed);
    watchTime();
}

AlertLevel AlertSettings::levelOf(const QString &room) const
{
    return m_rooms.value(room).level.value_or(m_preferences.alertLevel());
}

void AlertSettings::setLevel(const QString &room, AlertLevel level)
{
    m_rooms[room].level = level;
    store();
}

bool AlertSettings::isMuted(const QString &room) const
{
    return m_rooms.value(room).mutedUntil > m_clock.utc();
}

void AlertSettings::mute(const QString &room, qint64 until)
{
    m_rooms[room].mutedUntil = std::clamp<qint64>(until, 0, forever);
    store();
}

void AlertSettings::muteForAnHour(const QString &room)
{
    mute(room, m_clock.utc() + hour);
}

void AlertSettings::muteUntilTomorrow(const QString &room)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utc()).date();
    mute(room, today.addDays(1).startOfDay().addSecs(8 * 3600).toMSecsSinceEpoch());
}

void AlertSettings::unmute(const QString &room)
{
    mute(room, 0);
}

QStringList AlertSettings::keywordsOf(const QString &room) const
{
    switch (wordSourceOf(room)) {
    case WordSource::Preferences:
        return m_preferences.keywords();
    case WordSource::Room:
        return ownKeywordsOf(room);
    case WordSource::None:
        return {};
    }
    Q_UNREACHABLE();
}

void AlertSettings::setWordSource(const QString &room, WordSource source)
{
    m_rooms[room].words = source;
    store();
}

void AlertSettings::setKeywords(const QString &room, const QStringList &keywords)
{
    m_rooms[room].keywords = keywords;
    m_rooms[room].words = keywords.isEmpty() ? WordSource::Preferences : WordSource::Room;
    store();
}

int AlertSettings::counted(const QString &room, int unread, int addressed) const
{
    if (isMuted(room)) {
        return 0;
    }
    switch (levelOf(room)) {
    case AlertLevel::All:
        return unread;
    case AlertLevel::Addressed:
        return addressed;
    case AlertLevel::None:
        return 0;
    }
    Q_UNREACHABLE();
}

bool AlertSettings::alerts(const QString &room, bool addressed) const
{
    const QTime now = QDateTime::fromMSecsSinceEpoch(m_clock.utc()).time();
    const bool silent = m_preferences.doNotDisturb() || m_preferences.quietHours().contains(now);
    return !silent && counted(room, 1, addressed ? 1 : 0) > 0;
}

/// "LEVEL|MUTED UNTIL|KEY"; level "-" for the default. Behind the level stand "!" where no words count, "~"
/// where those of the preferences do although the room has its own, and "=WORD,WORD" for its own.
QString AlertSettings::lineOf(const QString &key, const Room &room)
{
    QString line = room.level ? QString::number(int(*room.level)) : u"-"_s;
    if (room.words == WordSource::None) {
        line += noWords;
    } else if (room.words == WordSource::Preferences && !room.keywords.isEmpty()) {
        line += sleepingWords;
    }
    if (!room.keywords.isEmpty()) {
        line += u'=' + room.keywords.join(u',');
    }
    return line + u'|' + QString::number(room.mutedUntil) + u'|' + key;
}

void AlertSettings::load()
{
    const QStringList lines = m_preferences.roomAlerts();
    for (const QString &line : lines.first(std::min(lines.size(), most))) {
        const qsizetype first = line.indexOf(u'|');
        const qsizetype second = line.indexOf(u'|', first + 1);
        if (first < 1 || second < 0) {
            continue;
        }
        bool isLevel = false;
        const QString word = line.first(first);
        QString front = word.section(u'=', 0, 0);
        Room room;
        room.keywords = typedWords(word.section(u'=', 1));
        room.words = takeWordSource(front, !room.keywords.isEmpty());
        const int level = front.toInt(&isLevel);
        if (isLevel && level >= int(AlertLevel::All) && level <= int(AlertLevel::None)) {
            room.level = AlertLevel(level);
        }
        room.mutedUntil =
            std::clamp<qint64>(line.sliced(first + 1, second - first - 1).toLongLong(), 0, forever);
        m_rooms.insert(line.sliced(second + 1), room);
    }
}

/// What says nothing is forgotten.
void AlertSettings::store()
{
    const qint64 now = m_clock.utc();
    QStringList lines;
    for (auto room = m_rooms.cbegin(); room != m_rooms.cend(); ++room) {
        const bool says = room->level || room->mutedUntil > now || !room->keywords.isEmpty() ||
                          room->words != WordSource::Preferences;
        if (says && lines.size() < most) {
            lines.append(lineOf(room.key(), *room));
        }
    }
    m_preferences.setRoomAlerts(lines);
    watchTime();
    Q_EMIT changed();
}

void AlertSettings::watchTime()
{
    const qint64 now = m_clock.utc();
    qint64 next = 0;
    for (const Room &room : std::as_const(m_rooms)) {
        if (room.mutedUntil > now && (next == 0 || room.mutedUntil < next)) {
            next = room.mutedUntil;
        }
    }
    if (next > 0) {
        m_expiry.start(int(std::min(next - now, longestWait)) + 1);
    } else {
        m_expiry.stop();
    }
}

} // namespace tincan
