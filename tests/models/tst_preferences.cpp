#include "ui/models/preferences.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstRunKnowsNothing();
    void whatIsSetComesBack();
    void whatIsTheSameIsNotWrittenAgain();
    void noSecretIsStored();
    void changesAreToldOnce();
    void aDamagedFileCountsAsEmpty();
    void wrongValuesAreBroughtIntoRange();
    void theSystemsUserHasAName();
};

void TestPreferences::aFirstRunKnowsNothing()
{
    const QTemporaryDir profile;
    const Preferences preferences(profile.filePath(u"new/deep"_s));
    QCOMPARE(preferences.userName(), QString());
    QCOMPARE(preferences.scheme(), SchemeChoice::System);
    QCOMPARE(preferences.textScale(), 100);
    QCOMPARE(preferences.hostDefaults().name, QString());
    QCOMPARE(preferences.hostDefaults().port, 4040);
    QVERIFY(preferences.recentRooms().rooms().isEmpty());
    QVERIFY(preferences.layout(u"window"_s).isEmpty());
}

void TestPreferences::whatIsSetComesBack()
{
    const QTemporaryDir profile;
    RoomAddress address;
    address.host = u"fe80::1"_s;
    address.port = 5000;
    address.room = RoomId(u"我家"_s);
    RecentRooms rooms;
    rooms.visit({address, u"Office; \"two\""_s, 1});
    rooms.visit({RoomAddress{u"host"_s, 4040, {}, {}}, u"Other"_s, 2});
    {
        Preferences preferences(profile.path());
        preferences.setUserName(u"李梅"_s);
        preferences.setScheme(SchemeChoice::Dark);
        preferences.setDensity(Density::Compact);
        preferences.setTextScale(120);
        HostRequest request;
        request.name = u"Ada's kitchen"_s;
        request.reach = Reach::ThisComputer;
        request.port = 4242;
        request.showNearby = false;
        request.clearAllowed = false;
        request.keepHistory = true;
        request.keepDays = 30;
        preferences.setHostDefaults(request);
        preferences.setRecentRooms(rooms);
        preferences.setLayout(u"window"_s, QByteArray("\0\x01\xff", 3));
    }
    const Preferences preferences(profile.path());
    QCOMPARE(preferences.userName(), u"李梅"_s);
    QCOMPARE(preferences.scheme(), SchemeChoice::Dark);
    QCOMPARE(preferences.density(), Density::Compact);
    QCOMPARE(preferences.textScale(), 120);
    QCOMPARE(preferences.hostDefaults().name, u"Ada's kitchen"_s);
    QCOMPARE(preferences.hostDefaults().reach, Reach::ThisComputer);
    QCOMPARE(preferences.hostDefaults().port, 4242);
    QVERIFY(!preferences.hostDefaults().showNearby);
    QVERIFY(!preferences.hostDefaults().clearAllowed);
    QVERIFY(preferences.hostDefaults().keepHistory);
    QCOMPARE(preferences.hostDefaults().keepDays, 30);
    QCOMPARE(preferences.recentRooms().rooms(), rooms.rooms());
    QCOMPARE(preferences.layout(u"window"_s), QByteArray("\0\x01\xff", 3));
}

void TestPreferences::whatIsTheSameIsNotWrittenAgain()
{
    const QTemporaryDir profile;
    const auto set = [&profile](const QString &room) {
        Preferences preferences(profile.path());
        preferences.setOpenServers({u"tincan://host:4040"_s});
        preferences.setLastRoom(room);
    };
    set(u"host:4040/lounge"_s);
    QFile file(profile.filePath(u"tincan.ini"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write("; by hand\n"); // until somebody writes the file anew
    file.close();
    const auto isUntouched = [&file] {
        const bool opened = file.open(QIODevice::ReadOnly);
        const QByteArray bytes = file.readAll();
        file.close();
        return opened && bytes.contains("by hand");
    };
    set(u"host:4040/lounge"_s);
    QVERIFY(isUntouched());
    set(u"host:4040/attic"_s);
    QVERIFY(!isUntouched());
}

void TestPreferences::noSecretIsStored()
{
    const QTemporaryDir profile;
    {
        Preferences preferences(profile.path());
        HostRequest request;
        request.name = u"Kitchen"_s;
        request.password = u"correcthorse"_s;
        preferences.setHostDefaults(request);
    }
    QFile file(profile.filePath(u"tincan.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("Kitchen"));
    QVERIFY(!bytes.contains("correcthorse"));
}

void TestPreferences::changesAreToldOnce()
{
    const QTemporaryDir profile;
    Preferences preferences(profile.path());
    QSignalSpy name(&preferences, &Preferences::userNameChanged);
    QSignalSpy scheme(&preferences, &Preferences::schemeChanged);
    QSignalSpy scale(&preferences, &Preferences::textScaleChanged);
    for (int i = 0; i < 2; ++i) {
        preferences.setUserName(u"Ada"_s);
        preferences.setScheme(SchemeChoice::Light);
        preferences.setTextScale(500);
    }
    QCOMPARE(name.count(), 1);
    QCOMPARE(scheme.count(), 1);
    QCOMPARE(scale.count(), 1);
    QCOMPARE(scale.first().first().toInt(), 200);
}

void TestPreferences::aDamagedFileCountsAsEmpty()
{
    const QTemporaryDir profile;
    QFile file(profile.filePath(u"tincan.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\0\xff[[[=\nrecent\\size=99999999\nrecent\\1\\address=:::\n", 50));
    file.close();
    Preferences preferences(profile.path());
    QCOMPARE(preferences.userName(), QString());
    QVERIFY(preferences.recentRooms().rooms().isEmpty());
    preferences.setUserName(u"Ada"_s);
    preferences.sync();
    QCOMPARE(Preferences(profile.path()).userName(), u"Ada"_s);
}

void TestPreferences::wrongValuesAreBroughtIntoRange()
{
    const QTemporaryDir profile;
    QFile file(profile.filePath(u"tincan.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[General]\ntextScale=3\nscheme=pink\n[host]\nport=70000\n");
    file.close();
    const Preferences preferences(profile.path());
    QCOMPARE(preferences.textScale(), 80);
    QCOMPARE(preferences.scheme(), SchemeChoice::System);
    QCOMPARE(preferences.hostDefaults().port, 4040);
}

void TestPreferences::theSystemsUserHasAName()
{
    qputenv("USER", "ada");
    QCOMPARE(systemUserName(), u"Ada"_s);
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        qputenv(variable, "");
    }
    QCOMPARE(systemUserName(), u"Guest"_s);
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
