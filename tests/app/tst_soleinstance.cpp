#include "app/instancecall.h"
#include "app/soleinstance.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestSoleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstOfAProfileIsAlone();
    void anotherProfileIsAnother();
    void aCallHandsOverItsLink();
    void manyCallsAreHeard();
    void aCallWaitsForAServerThatComes();
    void aCallThatNobodyAnswersFails();
    void whatADeadProgramLeftIsClearedAway();
    void aLockThatNobodyHoldsIsFree_data();
    void aLockThatNobodyHoldsIsFree();
    void aCallIsBounded();
    void aSilentCallerIsLetGo();
    void aCallWithBadBytesIsNone();
    void onlyThisUserMayCall();
    void twoWaysToOneProfileAreOne();
    void aLongPathIsNoObstacle();

private:
    QString profile() const { return m_directory->filePath(u"profile"_s); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestSoleInstance::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

void TestSoleInstance::theFirstOfAProfileIsAlone()
{
    SoleInstance first(profile());
    QVERIFY(first.claim());
    QVERIFY(!SoleInstance(profile()).claim());
}

void TestSoleInstance::anotherProfileIsAnother()
{
    SoleInstance first(profile());
    SoleInstance other(m_directory->filePath(u"other"_s));
    QVERIFY(first.claim());
    QVERIFY(other.claim());
}

void TestSoleInstance::aCallHandsOverItsLink()
{
    SoleInstance first(profile());
    QVERIFY(first.claim());
    QSignalSpy called(&first, &SoleInstance::called);
    InstanceCall call(profile(), u"tincan://192.0.2.1/lounge"_s);
    QSignalSpy answered(&call, &InstanceCall::answered);
    call.start();
    QVERIFY(answered.wait());
    QCOMPARE(called.size(), 1);
    QCOMPARE(called.first().first().toString(), u"tincan://192.0.2.1/lounge"_s);
}

void TestSoleInstance::manyCallsAreHeard()
{
    SoleInstance first(profile());
    QVERIFY(first.claim());
    QSignalSpy called(&first, &SoleInstance::called);
    for (int i = 0; i < 30; ++i) {
        InstanceCall call(profile(), {});
        QSignalSpy answered(&call, &InstanceCall::answered);
        call.start();
        QVERIFY(answered.wait());
    }
    QCOMPARE(called.size(), 30);
    QCOMPARE(called.first().first().toString(), QString());
}

void TestSoleInstance::aCallWaitsForAServerThatComes()
{
    InstanceCall call(profile(), u"192.0.2.1"_s);
    QSignalSpy answered(&call, &InstanceCall::answered);
    call.start();
    QTest::qWait(250);
    QCOMPARE(answered.size(), 0);
    SoleInstance first(profile());
    QVERIFY(first.claim());
    QTRY_COMPARE(answered.size(), 1);
}

void TestSoleInstance::aCallThatNobodyAnswersFails()
{
    InstanceCall call(profile(), {});
    QSignalSpy failed(&call, &InstanceCall::failed);
    call.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, InstanceCall::deadline + 3000);
}

void TestSoleInstance::whatADeadProgramLeftIsClearedAway()
{
    QVERIFY(QDir().mkpath(profile()));
    // A lock of a process that is not there any more, and a socket that nobody listens at.
    QFile lock(profile() + u"/tincan.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("999999999\ntincan\n" + QSysInfo::machineHostName().toUtf8() + '\n');
    lock.close();
    QFile socket(callSocketFor(profile()));
    QVERIFY(socket.open(QIODevice::WriteOnly));
    socket.close();

    SoleInstance first(profile());
    QVERIFY(first.claim());
    InstanceCall call(profile(), {});
    QSignalSpy answered(&call, &InstanceCall::answered);
    call.start();
    QVERIFY(answered.wait());
}

void TestSoleInstance::aLockThatNobodyHoldsIsFree_data()
{
    QTest::addColumn<QByteArray>("left");

    QTest::newRow("killed before it named itself") << QByteArray();
    // As after a restart: the process of this number is now another of the same name.
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).fileName();
    QTest::newRow("its number is another's now") << u"%1\n%2\n%3\n"_s.arg(QCoreApplication::applicationPid())
                                                        .arg(program, QSysInfo::machineHostName())
                                                        .toUtf8();
}

void TestSoleInstance::aLockThatNobodyHoldsIsFree()
{
    QFETCH(QByteArray, left);
    QVERIFY(QDir().mkpath(profile()));
    QFile lock(profile() + u"/tincan.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(left);
    lock.close();

    SoleInstance first(profile());
    QVERIFY(first.claim());
    QVERIFY(!SoleInstance(profile()).claim());
}

void TestSoleInstance::aCallIsBounded()
{
    SoleInstance first(profile());
    QVERIFY(first.claim());
    QSignalSpy called(&first, &SoleInstance::called);
    QLocalSocket socket;
    QSignalSpy ended(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(callSocketFor(profile()));
    socket.write(QByteArray(10 * longestCall, 'x') + '\n');
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, SoleInstance::callDeadline / 2);
    QCOMPARE(called.size(), 0);
}

void TestSoleInstance::aSilentCallerIsLetGo()
{
    SoleInstance first(profile());
    QVERIFY(first.claim());
    QLocalSocket silent;
    QSignalSpy ended(&silent, &QLocalSocket::disconnected);
    silent.connectToServer(callSocketFor(profile()));
    InstanceCall call(profile(), {});
    QSignalSpy answered(&call, &InstanceCall::answered);
    call.start();
    QVERIFY(answered.wait(1000)); // it waits for nobody
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, SoleInstance::callDeadline + 2000);
}

void TestSoleInstance::aCallWithBadBytesIsNone()
{
    SoleInstance first(profile());
    QVERIFY(first.claim());
    QSignalSpy called(&first, &SoleInstance::called);
    QLocalSocket socket;
    socket.connectToServer(callSocketFor(profile()));
    socket.write("\xff\xfe\n");
    QTRY_VERIFY(socket.canReadLine());
    QCOMPARE(socket.readLine(), QByteArray("no\n"));
    QCOMPARE(called.size(), 0);
}

void TestSoleInstance::onlyThisUserMayCall()
{
#ifdef Q_OS_WIN
    QSKIP("pipes have no file permissions");
#else
    SoleInstance first(profile());
    QVERIFY(first.claim());
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(QFile::exists(callSocketFor(profile())));
    QCOMPARE(QFile::permissions(callSocketFor(profile())) & others, QFileDevice::Permissions());
#endif
}

void TestSoleInstance::twoWaysToOneProfileAreOne()
{
    QVERIFY(QDir().mkpath(profile()));
    const QString link = m_directory->filePath(u"link"_s);
    QVERIFY(QFile::link(profile(), link));
    QCOMPARE(callSocketFor(link), callSocketFor(profile()));
    SoleInstance first(profile());
    QVERIFY(first.claim());
    QVERIFY(!SoleInstance(link).claim());
}

void TestSoleInstance::aLongPathIsNoObstacle()
{
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_directory->path()));
    const QString far = profile() + u"/deep"_s.repeated(60);
    SoleInstance first(far);
    QVERIFY(first.claim());
    InstanceCall call(far, {});
    QSignalSpy answered(&call, &InstanceCall::answered);
    call.start();
    QVERIFY(answered.wait());
    qunsetenv("XDG_RUNTIME_DIR");
}

QTEST_GUILESS_MAIN(TestSoleInstance)
#include "tst_soleinstance.moc"
