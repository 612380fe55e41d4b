#include "ui/widgets/joindialog.h"
#include "ui/widgets/language.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chineseIsSpokenOnceItIsChosen();
    void englishComesBack();
    void datesFollowTheLanguage();
    void englishCountsOneByItself();
};

static QString titleOfANewDialog()
{
    return JoinDialog(u"Ada"_s).windowTitle();
}

void TestLanguage::chineseIsSpokenOnceItIsChosen()
{
    applyLanguage(*qApp, LanguageChoice::Chinese);
    QCOMPARE(titleOfANewDialog(), u"加入房间"_s);
}

void TestLanguage::englishComesBack()
{
    applyLanguage(*qApp, LanguageChoice::Chinese);
    applyLanguage(*qApp, LanguageChoice::English);
    QCOMPARE(titleOfANewDialog(), u"Join a Room"_s);
}

void TestLanguage::datesFollowTheLanguage()
{
    applyLanguage(*qApp, LanguageChoice::Chinese);
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    applyLanguage(*qApp, LanguageChoice::English);
    QCOMPARE(QLocale().language(), QLocale::English);
}

void TestLanguage::englishCountsOneByItself()
{
    applyLanguage(*qApp, LanguageChoice::English);
    const auto people = [](int n) {
        return QCoreApplication::translate("tincan::WindowDialogs", "%n people are in your room.", nullptr,
                                           n);
    };
    QCOMPARE(people(1), u"1 person is in your room."_s);
    QCOMPARE(people(2), u"2 people are in your room."_s);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
