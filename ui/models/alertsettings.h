#pragma once

#include "protocol/clock.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace tincan {

class Preferences;

/// Which unread messages one wants to be told of.
enum class AlertLevel
{
    All,
    Addressed, ///< mentions, and direct talks
    None
};

/// Which words count as a mention in a room, besides one's name.
enum class WordSource
{
    Preferences,
    Room, ///< the room's own
    None
};

/// What one wants to be told of, room by room, and whether at all just now. Kept in the preferences. Rooms
/// are named by ChatSessions::roomKey(); at most 1,000 of them are remembered.
class AlertSettings : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 forever = 253'402'300'799'000; ///< UTC, milliseconds: the end of the year 9999
    static constexpr qsizetype most = 1000;

    /// Both must outlive this.
    AlertSettings(Preferences &preferences, const Clock &clock, QObject *parent = nullptr);

    AlertLevel levelOf(const QString &room) const; ///< the room's own, or the default
    void setLevel(const QString &room, AlertLevel level);

    bool isMuted(const QString &room) const;
    void mute(const QString &room, qint64 until); ///< UTC, milliseconds
    void muteForAnHour(const QString &room);
    void muteUntilTomorrow(const QString &room); ///< eight in the morning of the next local day
    void unmute(const QString &room);

    /// Words that count as a mention there.
    QStringList keywordsOf(const QString &room) const;
    WordSource wordSourceOf(const QString &room) const { return m_rooms.value(room).words; }
    void setWordSource(const QString &room, WordSource source); ///< the room's own words are kept
    QStringList ownKeywordsOf(const QString &room) const { return m_rooms.value(room).keywords; }
    /// As typedWords() gives them. They count from now on; without any, those of the preferences do.
    void setKeywords(const QString &room, const QStringList &keywords);

    /// How many of a room's unread messages count in the program's badge. `addressed`: those that are meant
    /// for me.
    int counted(const QString &room, int unread, int addressed) const;
    /// Whether a message is worth an alert. Do Not Disturb and quiet hours silence all.
    bool alerts(const QString &room, bool addressed) const;

Q_SIGNALS:
    void changed(); ///< also when somebody's time of silence is over

private:
    struct Room
    {
        std::optional<AlertLevel> level;
        qint64 mutedUntil = 0;
        QStringList keywords; ///< its own
        WordSource words = WordSource::Preferences;
    };

    static QString lineOf(const QString &key, const Room &room);
    void load();
    void store();
    void watchTime();

    Preferences &m_preferences;
    const Clock &m_clock;
    QHash<QString, Room> m_rooms;
    QTimer m_expiry;
};

} // namespace tincan
