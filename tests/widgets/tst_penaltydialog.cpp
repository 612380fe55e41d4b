#include "ui/widgets/language.h"
#include "ui/widgets/penaltydialog.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestPenaltyDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLanguage(*qApp, LanguageChoice::English); }
    void cleanup() { m_dialog.reset(); }
    void theButtonNamesTheEffect();
    void enterDoesNothingToAnybody();
    void aReasonIsNotLostByEnter();
    void theKeyboardAloneDoes();
    void aKickHasNoDuration();
    void aNameIsText();
    void everythingHasAName();

private:
    void show(Penalty penalty, const QString &name = u"Bo"_s);
    QPushButton *button(const QString &text) const;
    QLineEdit *reason() const { return m_dialog->findChild<QLineEdit *>(); }
    QComboBox *duration() const { return m_dialog->findChild<QComboBox *>(); }

    std::unique_ptr<PenaltyDialog> m_dialog;
};

void TestPenaltyDialog::show(Penalty penalty, const QString &name)
{
    m_dialog = std::make_unique<PenaltyDialog>(penalty, name);
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

QPushButton *TestPenaltyDialog::button(const QString &text) const
{
    const auto buttons = m_dialog->findChildren<QPushButton *>();
    for (QPushButton *one : buttons) {
        if (one->text() == text) {
            return one;
        }
    }
    return nullptr;
}

void TestPenaltyDialog::theButtonNamesTheEffect()
{
    show(Penalty::Ban);
    QVERIFY(button(u"Ban Bo for 10 minutes"_s));
    QStringList offered;
    for (int i = 0; i < duration()->count(); ++i) {
        offered.append(duration()->itemText(i));
    }
    QCOMPARE(offered, QStringList({u"10 minutes"_s, u"1 hour"_s, u"1 day"_s, u"7 days"_s, u"for ever"_s}));
    duration()->setCurrentIndex(1);
    QVERIFY(button(u"Ban Bo for 1 hour"_s));
    duration()->setCurrentIndex(4);
    QVERIFY(button(u"Ban Bo for ever"_s));
}

void TestPenaltyDialog::enterDoesNothingToAnybody()
{
    show(Penalty::Ban);
    QSignalSpy confirmed(m_dialog.get(), &PenaltyDialog::confirmed);
    QVERIFY(button(u"Cancel"_s)->isDefault());
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(confirmed.count(), 0);
}

void TestPenaltyDialog::aReasonIsNotLostByEnter()
{
    show(Penalty::Mute);
    QSignalSpy confirmed(m_dialog.get(), &PenaltyDialog::confirmed);
    QTest::keyClicks(reason(), u"shouting"_s);
    QTest::keyClick(reason(), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(confirmed.count(), 0);
    QVERIFY(button(u"Mute Bo for 10 minutes"_s)->hasFocus());
}

void TestPenaltyDialog::theKeyboardAloneDoes()
{
    show(Penalty::Ban);
    QSignalSpy confirmed(m_dialog.get(), &PenaltyDialog::confirmed);
    QTest::keyClick(duration(), Qt::Key_Down);
    QTest::keyClicks(reason(), u" spam  again "_s);
    QTest::keyClick(reason(), Qt::Key_Return);
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(confirmed.first().at(0).toInt(), 3600);
    QCOMPARE(confirmed.first().at(1).toString(), u"spam again"_s);
    QVERIFY(!m_dialog->isVisible());
}

void TestPenaltyDialog::aKickHasNoDuration()
{
    show(Penalty::Kick);
    QSignalSpy confirmed(m_dialog.get(), &PenaltyDialog::confirmed);
    QVERIFY(!duration()->isVisible());
    QTest::mouseClick(button(u"Remove Bo"_s), Qt::LeftButton);
    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(confirmed.first().at(0).toInt(), 0);
}

void TestPenaltyDialog::aNameIsText()
{
    show(Penalty::Kick, u"<b>R&D</b>"_s);
    QVERIFY(button(u"Remove <b>R&&D</b>"_s));
    const auto labels = m_dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestPenaltyDialog::everythingHasAName()
{
    show(Penalty::Ban);
    QCOMPARE(duration()->accessibleName(), u"For how long"_s);
    QVERIFY(!reason()->accessibleName().isEmpty());
}

QTEST_MAIN(TestPenaltyDialog)
#include "tst_penaltydialog.moc"
