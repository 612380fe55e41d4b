#include "app/inputmethods.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestInputMethods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMethodWithoutItsPluginIsNamed();
    void nothingIsMissedWhereNothingIsAskedFor();
    void whatQtBringsIsFound();
};

void TestInputMethods::aMethodWithoutItsPluginIsNamed()
{
    const QTemporaryDir empty;
    QCOMPARE(missingInputMethod(u"fcitx"_s, {empty.path()}), u"fcitx"_s);
    QCOMPARE(missingInputMethod(u"Fcitx;ibus"_s, {empty.path()}), u"fcitx"_s);
}

void TestInputMethods::nothingIsMissedWhereNothingIsAskedFor()
{
    const QTemporaryDir empty;
    QCOMPARE(missingInputMethod({}, {empty.path()}), QString());
    QCOMPARE(missingInputMethod(u"none"_s, {empty.path()}), QString());
    QCOMPARE(missingInputMethod(u"fcitx;wayland"_s, {empty.path()}), QString());
}

void TestInputMethods::whatQtBringsIsFound()
{
    const QStringList folders = QCoreApplication::libraryPaths();
    if (!missingInputMethod(u"compose"_s, folders).isEmpty()) {
        QSKIP("Qt has no input method of its own here");
    }
    QCOMPARE(missingInputMethod(u"nothing;compose"_s, folders), QString());
    QCOMPARE(missingInputMethod(u"nothing"_s, folders), u"nothing"_s);
}

QTEST_GUILESS_MAIN(TestInputMethods)
#include "tst_inputmethods.moc"
