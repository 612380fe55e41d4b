#pragma once

#include "ui/models/alertsettings.h"
#include "ui/models/density.h"
#include "ui/models/quiethours.h"
#include "ui/models/recentrooms.h"
#include "ui/models/roomhost.h"

#include <QObject>
#include <QSettings>

namespace tincan {

enum class SchemeChoice
{
    System,
    Light,
    Dark
};

enum class LanguageChoice
{
    System,
    English,
    Chinese ///< in simplified characters
};

/// What the program remembers, in one ini file of the profile's directory. Saved when it changes. Holds no
/// secrets.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// `profile` is a directory; it is made where it is missing. An unreadable file counts as empty.
    explicit Preferences(const QString &profile, QObject *parent = nullptr);

    QString profile() const { return m_profile; }

    QString userName() const; ///< empty at the first run
    void setUserName(const QString &name);

    SchemeChoice scheme() const;
    void setScheme(SchemeChoice scheme);

    LanguageChoice language() const;
    void setLanguage(LanguageChoice language);

    int textScale() const; ///< percent, 80 to 200
    void setTextScale(int percent);

    Density density() const;
    void setDensity(Density density);

    bool enterSends() const; ///< or breaks the line, and Ctrl+Enter sends; true unless switched off
    void setEnterSends(bool sends);

    bool opensAtNewest() const; ///< a room, and not where one left off; false unless switched on
    void setOpensAtNewest(bool newest);

    bool showsTyping() const; ///< of others, and tells others; true unless switched off
    void setShowsTyping(bool shows);

    bool keepsCopy() const; ///< of conversations, on this computer; true unless switched off
    void setKeepsCopy(bool keeps);

    AlertLevel alertLevel() const; ///< of rooms without a choice of their own
    void setAlertLevel(AlertLevel level);
    bool doNotDisturb() const;
    void setDoNotDisturb(bool on);
    QuietHours quietHours() const;
    void setQuietHours(const QuietHours &hours);
    bool showsAlertText() const; ///< what was said, in alerts; true unless switched off
    void setShowsAlertText(bool shows);
    bool alertSound() const; ///< false unless switched on
    void setAlertSound(bool on);
    bool sentSound() const; ///< for what I send; false unless switched on
    void setSentSound(bool on);
    AlertLevel
    spokenLevel() const; ///< what screen readers are told of by themselves; all unless set otherwise
    void setSpokenLevel(AlertLevel level);
    QStringList keywords() const; ///< words that count as a mention; at most 50
    void setKeywords(const QStringList &keywords);
    bool keepsInTray() const; ///< when the window is closed; false unless switched on
    void setKeepsInTray(bool keeps);
    QStringList roomAlerts() const; ///< as AlertSettings writes it
    void setRoomAlerts(const QStringList &rooms);

    QStringList recentEmoji() const; ///< the last one first
    void setRecentEmoji(const QStringList &recent);

    QStringList ignored() const; ///< ChatSessions::ignored()
    void setIgnored(const QStringList &ignored);

    HostRequest
    hostDefaults() const; ///< as hosted last, without the password; an empty name at the first time
    void setHostDefaults(const HostRequest &request);

    QStringList keys() const; ///< as KeyBindings writes them: "host=Ctrl+G"; at most 100
    void setKeys(const QStringList &keys);

    QStringList openServers() const; ///< links, for the next start; at most 20
    void setOpenServers(const QStringList &links);

    QString lastRoom() const; ///< that was shown, by ChatSessions::roomKey()
    void setLastRoom(const QString &room);

    QStringList collapsedServers() const; ///< links; at most 100
    void setCollapsedServers(const QStringList &links);

    RecentRooms recentRooms() const;
    void setRecentRooms(const RecentRooms &rooms);

    QByteArray layout(const QString &name) const; ///< a window's geometry, a splitter's state
    void setLayout(const QString &name, const QByteArray &bytes);

    void sync(); ///< writes now

Q_SIGNALS:
    void userNameChanged(const QString &name);
    void schemeChanged(tincan::SchemeChoice scheme);
    void languageChanged(tincan::LanguageChoice language);
    void textScaleChanged(int percent);
    void densityChanged(tincan::Density density);
    void enterSendsChanged(bool sends);
    void opensAtNewestChanged(bool newest);
    void showsTypingChanged(bool shows);
    void keepsCopyChanged(bool keeps);
    void alertsChanged(); ///< level, Do Not Disturb or keywords
    void recentRoomsChanged();

private:
    QString m_profile;
    mutable QSettings m_settings; ///< reading an array moves its cursor
};

/// The name that the operating system knows the person by, as a nickname; never empty.
QString systemUserName();

} // namespace tincan
