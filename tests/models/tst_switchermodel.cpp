#include "ui/models/switchermodel.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

using Kind = SwitcherEntry::Kind;

class TestSwitcherModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsUnreadComesFirstThenWhatWasUsedLast();
    void commandsAreShownOnceSomethingIsTyped();
    void aBetterMatchComesBeforeUnread();
    void pinyinFindsPeople();
    void whatDoesNotMatchIsNotShown();
    void atMostFiftyAreShown();
    void aRowSaysWhatItIs();

private:
    static QStringList titles(const SwitcherModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row).data().toString());
        return all;
    }
};

static QList<SwitcherEntry> sample()
{
    return {{Kind::Room, u"Lounge"_s, {}, 0, 0, 1, u"lounge"_s},
            {Kind::Room, u"garden"_s, {}, 0, 3, 1, u"garden"_s},
            {Kind::Room, u"build-farm"_s, {}, 4, 9, 1, u"build-farm"_s},
            {Kind::Person, u"张三"_s, u"Kitchen"_s, 0, 5, 1, u"m1"_s},
            {Kind::Action, u"Larger Text"_s, u"Ctrl++"_s, 0, 50, 0, u"0"_s}};
}

void TestSwitcherModel::whatIsUnreadComesFirstThenWhatWasUsedLast()
{
    SwitcherModel model;
    model.setEntries(sample());
    QCOMPARE(titles(model), QStringList({u"build-farm"_s, u"Lounge"_s, u"garden"_s, u"张三"_s}));
}

void TestSwitcherModel::commandsAreShownOnceSomethingIsTyped()
{
    SwitcherModel model;
    model.setEntries(sample());
    model.setQuery(u"l"_s);
    QCOMPARE(titles(model), QStringList({u"Lounge"_s, u"Larger Text"_s, u"build-farm"_s}));
    model.setQuery(u" "_s);
    QVERIFY(!titles(model).contains(u"Larger Text"_s));
}

void TestSwitcherModel::aBetterMatchComesBeforeUnread()
{
    SwitcherModel model;
    model.setEntries(sample());
    model.setQuery(u"ga"_s);
    QCOMPARE(titles(model).first(), u"garden"_s);
    model.setQuery(u"far"_s);
    QCOMPARE(titles(model), QStringList({u"build-farm"_s}));
}

void TestSwitcherModel::pinyinFindsPeople()
{
    SwitcherModel model;
    model.setEntries(sample());
    for (const QString &query : {u"zs"_s, u"zhangs"_s, u"张"_s}) {
        model.setQuery(query);
        QCOMPARE(titles(model), QStringList({u"张三"_s}));
        QCOMPARE(model.entry(0).id, u"m1"_s);
    }
}

void TestSwitcherModel::whatDoesNotMatchIsNotShown()
{
    SwitcherModel model;
    model.setEntries(sample());
    model.setQuery(u"nowhere"_s);
    QCOMPARE(model.rowCount(), 0);
    model.setQuery({});
    QCOMPARE(model.rowCount(), 4);
}

void TestSwitcherModel::atMostFiftyAreShown()
{
    QList<SwitcherEntry> many;
    for (int i = 0; i < 10'000; ++i)
        many.append({Kind::Person, u"Person %1"_s.arg(i), {}, i == 7'777 ? 1 : 0, 50, 1, QString::number(i)});
    SwitcherModel model;
    model.setEntries(many);
    QCOMPARE(model.rowCount(), SwitcherModel::most);
    QCOMPARE(model.entry(0).id, u"7777"_s);
}

void TestSwitcherModel::aRowSaysWhatItIs()
{
    SwitcherModel model;
    model.setEntries(sample());
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"build-farm, room, 4 unread"_s);
    QCOMPARE(model.index(3).data(Qt::AccessibleTextRole).toString(), u"张三, person, Kitchen"_s);
    SwitcherEntry bo;
    bo.kind = SwitcherEntry::Kind::Person;
    bo.title = u"Bo"_s;
    bo.detail = u"person"_s; // shown beside the name
    model.setEntries({bo});
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Bo, person"_s);
}

QTEST_GUILESS_MAIN(TestSwitcherModel)
#include "tst_switchermodel.moc"
