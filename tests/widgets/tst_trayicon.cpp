#include "ui/widgets/trayicon.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

/// Called as Qt calls what it puts into a tray of X11.
class QSystemTrayIconSys : public QWidget
{
    Q_OBJECT
};

class TestTrayIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysHowMuchIsUnread();
    void aHostedRoomIsToldOf();
    void silenceIsSeenAndSaid();
    void whereQtTakesItsDockAwayTheTrayHasEnded();
};

void TestTrayIcon::itSaysHowMuchIsUnread()
{
    TrayIcon icon(nullptr);
    QCOMPARE(icon.toolTip(), u"Tincan"_s);
    const QImage bare = icon.icon().pixmap(64, 64).toImage();
    icon.setCount(3);
    QCOMPARE(icon.toolTip(), u"Tincan, 3 unread"_s);
    QVERIFY(icon.icon().pixmap(64, 64).toImage() != bare);
    icon.setCount(0);
    QCOMPARE(icon.icon().pixmap(64, 64).toImage(), bare);
}

void TestTrayIcon::aHostedRoomIsToldOf()
{
    TrayIcon icon(nullptr);
    icon.setHosting(u"Kitchen\nHosting on port 4040 · 2 connected\n192.168.1.7:4040"_s);
    QCOMPARE(icon.toolTip(), u"Tincan\nKitchen\nHosting on port 4040 · 2 connected\n192.168.1.7:4040"_s);
    icon.setHosting(QString());
    QCOMPARE(icon.toolTip(), u"Tincan"_s);
}

void TestTrayIcon::silenceIsSeenAndSaid()
{
    TrayIcon icon(nullptr);
    const QImage bare = icon.icon().pixmap(64, 64).toImage();
    icon.setDoNotDisturb(true);
    QCOMPARE(icon.toolTip(), u"Tincan\nDo Not Disturb"_s);
    QVERIFY(icon.icon().pixmap(64, 64).toImage() != bare);
    QSignalSpy chosen(&icon, &TrayIcon::doNotDisturbChosen);
    for (QAction *action : icon.contextMenu()->actions()) {
        if (action->isCheckable()) {
            QVERIFY(action->isChecked());
            action->trigger();
        }
    }
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toBool(), false);
}

void TestTrayIcon::whereQtTakesItsDockAwayTheTrayHasEnded()
{
    TrayIcon icon(nullptr);
    QSignalSpy undocked(&icon, &TrayIcon::undocked);
    auto dock = std::make_unique<QSystemTrayIconSys>();
    auto other = std::make_unique<QWidget>();
    icon.watchDock();
    icon.watchDock();
    other.reset();
    QCOMPARE(undocked.size(), 0);
    dock.reset();
    QCOMPARE(undocked.size(), 1);
}

QTEST_MAIN(TestTrayIcon)
#include "tst_trayicon.moc"
