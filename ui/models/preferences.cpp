#include "ui/models/preferences.h"

#include "protocol/nickname.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int smallestText = 80;
constexpr int largestText = 200;
constexpr int normalText = 100;

QString schemeWord(SchemeChoice scheme)
{
    switch (scheme) {
    case SchemeChoice::System:
        return u"system"_s;
    case SchemeChoice::Light:
        return u"light"_s;
    case SchemeChoice::Dark:
        return u"dark"_s;
    }
    return {};
}

QString languageWord(LanguageChoice language)
{
    switch (language) {
    case LanguageChoice::System:
        return u"system"_s;
    case LanguageChoice::English:
        return u"en"_s;
    case LanguageChoice::Chinese:
        return u"zh_CN"_s;
    }
    return {};
}

} // namespace

Preferences::Preferences(const QString &profile, QObject *parent)
    : QObject(parent), m_profile(profile),
      m_settings(QDir(profile).filePath(u"tincan.ini"_s), QSettings::IniFormat)
{
    QDir().mkpath(profile);
}

QString Preferences::userName() const
{
    return m_settings.value("name"_L1).toString();
}

void Preferences::setUserName(const QString &name)
{
    if (name != userName()) {
        m_settings.setValue("name"_L1, name);
        Q_EMIT userNameChanged(name);
    }
}

SchemeChoice Preferences::scheme() const
{
    const QString word = m_settings.value("scheme"_L1).toString();
    for (const SchemeChoice scheme : {SchemeChoice::Light, SchemeChoice::Dark}) {
        if (word == schemeWord(scheme)) {
            return scheme;
        }
    }
    return SchemeChoice::System;
}

void Preferences::setScheme(SchemeChoice choice)
{
    if (choice != scheme()) {
        m_settings.setValue("scheme"_L1, schemeWord(choice));
        Q_EMIT schemeChanged(choice);
    }
}

LanguageChoice Preferences::language() const
{
    const QString word = m_settings.value("language"_L1).toString();
    for (const LanguageChoice language : {LanguageChoice::English, LanguageChoice::Chinese}) {
        if (word == languageWord(language)) {
            return language;
        }
    }
    return LanguageChoice::System;
}

void Preferences::setLanguage(LanguageChoice choice)
{
    if (choice != language()) {
        m_settings.setValue("language"_L1, languageWord(choice));
        Q_EMIT languageChanged(choice);
    }
}

int Preferences::textScale() const
{
    return std::clamp(m_settings.value("textScale"_L1, normalText).toInt(), smallestText, largestText);
}

void Preferences::setTextScale(int percent)
{
    const int scale = std::clamp(percent, smallestText, largestText);
    if (scale != textScale()) {
        m_settings.setValue("textScale"_L1, scale);
        Q_EMIT textScaleChanged(scale);
    }
}

Density Preferences::density() const
{
    return m_settings.value("compact"_L1).toBool() ? Density::Compact : Density::Comfortable;
}

void Preferences::setDensity(Density choice)
{
    if (choice != density()) {
        m_settings.setValue("compact"_L1, choice == Density::Compact);
        Q_EMIT densityChanged(choice);
    }
}

bool Preferences::enterSends() const
{
    return m_settings.value("enterSends"_L1, true).toBool();
}

void Preferences::setEnterSends(bool sends)
{
    if (sends != enterSends()) {
        m_settings.setValue("enterSends"_L1, sends);
        Q_EMIT enterSendsChanged(sends);
    }
}

bool Preferences::opensAtNewest() const
{
    return m_settings.value("opensAtNewest"_L1).toBool();
}

void Preferences::setOpensAtNewest(bool newest)
{
    if (newest != opensAtNewest()) {
        m_settings.setValue("opensAtNewest"_L1, newest);
        Q_EMIT opensAtNewestChanged(newest);
    }
}

bool Preferences::showsTyping() const
{
    return m_settings.value("typing"_L1, true).toBool();
}

void Preferences::setShowsTyping(bool shows)
{
    if (shows != showsTyping()) {
        m_settings.setValue("typing"_L1, shows);
        Q_EMIT showsTypingChanged(shows);
    }
}

bool Preferences::keepsCopy() const
{
    return m_settings.value("copy"_L1, true).toBool();
}

void Preferences::setKeepsCopy(bool keeps)
{
    if (keeps != keepsCopy()) {
        m_settings.setValue("copy"_L1, keeps);
        Q_EMIT keepsCopyChanged(keeps);
    }
}

AlertLevel Preferences::alertLevel() const
{
    const int level = m_settings.value("alerts/level"_L1, int(AlertLevel::Addressed)).toInt();
    return AlertLevel(std::clamp(level, int(AlertLevel::All), int(AlertLevel::None)));
}

AlertLevel Preferences::spokenLevel() const
{
    const int level = m_settings.value("alerts/spoken"_L1, int(AlertLevel::All)).toInt();
    return AlertLevel(std::clamp(level, int(AlertLevel::All), int(AlertLevel::None)));
}

void Preferences::setSpokenLevel(AlertLevel level)
{
    m_settings.setValue("alerts/spoken"_L1, int(level));
    Q_EMIT alertsChanged();
}

bool Preferences::sentSound() const
{
    return m_settings.value("alerts/sentSound"_L1).toBool();
}

void Preferences::setSentSound(bool on)
{
    m_settings.setValue("alerts/sentSound"_L1, on);
    Q_EMIT alertsChanged();
}

void Preferences::setAlertLevel(AlertLevel level)
{
    m_settings.setValue("alerts/level"_L1, int(level));
    Q_EMIT alertsChanged();
}

bool Preferences::doNotDisturb() const
{
    return m_settings.value("alerts/doNotDisturb"_L1).toBool();
}

void Preferences::setDoNotDisturb(bool on)
{
    m_settings.setValue("alerts/doNotDisturb"_L1, on);
    Q_EMIT alertsChanged();
}

QuietHours Preferences::quietHours() const
{
    QuietHours hours;
    hours.on = m_settings.value("alerts/quiet"_L1).toBool();
    const QTime from = m_settings.value("alerts/quietFrom"_L1).toTime();
    const QTime to = m_settings.value("alerts/quietTo"_L1).toTime();
    hours.from = from.isValid() ? from : hours.from;
    hours.to = to.isValid() ? to : hours.to;
    return hours;
}

void Preferences::setQuietHours(const QuietHours &hours)
{
    m_settings.setValue("alerts/quiet"_L1, hours.on);
    m_settings.setValue("alerts/quietFrom"_L1, hours.from);
    m_settings.setValue("alerts/quietTo"_L1, hours.to);
    Q_EMIT alertsChanged();
}

bool Preferences::showsAlertText() const
{
    return m_settings.value("alerts/text"_L1, true).toBool();
}

void Preferences::setShowsAlertText(bool shows)
{
    m_settings.setValue("alerts/text"_L1, shows);
}

bool Preferences::alertSound() const
{
    return m_settings.value("alerts/sound"_L1).toBool();
}

void Preferences::setAlertSound(bool on)
{
    m_settings.setValue("alerts/sound"_L1, on);
}

QStringList Preferences::keywords() const
{
    return m_settings.value("alerts/keywords"_L1).toStringList();
}

void Preferences::setKeywords(const QStringList &keywords)
{
    constexpr qsizetype most = 50;
    m_settings.setValue("alerts/keywords"_L1, keywords.first(std::min(keywords.size(), most)));
    Q_EMIT alertsChanged();
}

bool Preferences::keepsInTray() const
{
    return m_settings.value("tray"_L1).toBool();
}

void Preferences::setKeepsInTray(bool keeps)
{
    m_settings.setValue("tray"_L1, keeps);
}

QStringList Preferences::roomAlerts() const
{
    return m_settings.value("alerts/rooms"_L1).toStringList();
}

void Preferences::setRoomAlerts(const QStringList &rooms)
{
    m_settings.setValue("alerts/rooms"_L1, rooms);
}

QStringList Preferences::recentEmoji() const
{
    return m_settings.value("recentEmoji"_L1).toStringList();
}

void Preferences::setRecentEmoji(const QStringList &recent)
{
    m_settings.setValue("recentEmoji"_L1, recent);
}

QStringList Preferences::ignored() const
{
    return m_settings.value("ignored"_L1).toStringList();
}

void Preferences::setIgnored(const QStringList &ignored)
{
    m_settings.setValue("ignored"_L1, ignored);
}

HostRequest Preferences::hostDefaults() const
{
    HostRequest request;
    request.name = m_settings.value("host/name"_L1).toString();
    request.reach =
        m_settings.value("host/thisComputerOnly"_L1).toBool() ? Reach::ThisComputer : Reach::Network;
    request.keepHistory = m_settings.value("host/keepHistory"_L1).toBool();
    request.keepDays = std::max(0, m_settings.value("host/keepDays"_L1).toInt());
    request.showNearby = m_settings.value("host/showNearby"_L1, true).toBool();
    request.clearAllowed = m_settings.value("host/clearAllowed"_L1, true).toBool();
    const int port = m_settings.value("host/port"_L1, defaultPort).toInt();
    request.port = port > 0 && port <= 65535 ? quint16(port) : defaultPort;
    return request;
}

void Preferences::setHostDefaults(const HostRequest &request)
{
    m_settings.setValue("host/name"_L1, request.name);
    m_settings.setValue("host/thisComputerOnly"_L1, request.reach == Reach::ThisComputer);
    m_settings.setValue("host/port"_L1, request.port);
    m_settings.setValue("host/keepHistory"_L1, request.keepHistory);
    m_settings.setValue("host/keepDays"_L1, request.keepDays);
    m_settings.setValue("host/showNearby"_L1, request.showNearby);
    m_settings.setValue("host/clearAllowed"_L1, request.clearAllowed);
}

QStringList Preferences::keys() const
{
    return m_settings.value("keys"_L1).toStringList();
}

void Preferences::setKeys(const QStringList &keys)
{
    constexpr qsizetype most = 100;
    m_settings.setValue("keys"_L1, keys.first(std::min(keys.size(), most)));
}

QStringList Preferences::openServers() const
{
    return m_settings.value("open"_L1).toStringList();
}

void Preferences::setOpenServers(const QStringList &links)
{
    constexpr qsizetype most = 20;
    if (const QStringList kept = links.first(std::min(links.size(), most)); kept != openServers()) {
        m_settings.setValue("open"_L1, kept);
    }
}

QString Preferences::lastRoom() const
{
    return m_settings.value("lastRoom"_L1).toString();
}

void Preferences::setLastRoom(const QString &room)
{
    if (room != lastRoom()) {
        m_settings.setValue("lastRoom"_L1, room);
    }
}

QStringList Preferences::collapsedServers() const
{
    return m_settings.value("collapsed"_L1).toStringList();
}

void Preferences::setCollapsedServers(const QStringList &links)
{
    constexpr qsizetype most = 100;
    m_settings.setValue("collapsed"_L1, links.last(std::min(links.size(), most)));
}

RecentRooms Preferences::recentRooms() const
{
    RecentRooms rooms;
    const int count = m_settings.beginReadArray("recent"_L1);
    for (int i = std::min(count, RecentRooms::maximum) - 1; i >= 0; --i) {
        m_settings.setArrayIndex(i);
        const auto address = RoomAddress::parse(m_settings.value("address"_L1).toString());
        if (const auto *parsed = std::get_if<RoomAddress>(&address)) {
            rooms.visit({*parsed, m_settings.value("server"_L1).toString(),
                         m_settings.value("visited"_L1).toLongLong()});
        }
    }
    m_settings.endArray();
    return rooms;
}

void Preferences::setRecentRooms(const RecentRooms &rooms)
{
    m_settings.remove("recent"_L1);
    m_settings.beginWriteArray("recent"_L1);
    for (int i = 0; i < rooms.rooms().size(); ++i) {
        const RecentRoom &room = rooms.rooms().at(i);
        m_settings.setArrayIndex(i);
        m_settings.setValue("address"_L1, room.address.toLink());
        m_settings.setValue("server"_L1, room.serverName);
        m_settings.setValue("visited"_L1, room.visited);
    }
    m_settings.endArray();
    Q_EMIT recentRoomsChanged();
}

QByteArray Preferences::layout(const QString &name) const
{
    return m_settings.value("layout/"_L1 + name).toByteArray();
}

void Preferences::setLayout(const QString &name, const QByteArray &bytes)
{
    m_settings.setValue("layout/"_L1 + name, bytes);
}

void Preferences::sync()
{
    m_settings.sync();
}

QString systemUserName()
{
    const Limits limits;
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        QString name = qEnvironmentVariable(variable);
        name.replace(0, 1, name.left(1).toUpper());
        const auto checked = checkedName(name, limits);
        if (const QString *good = std::get_if<QString>(&checked)) {
            return *good;
        }
    }
    return u"Guest"_s;
}

} // namespace tincan
