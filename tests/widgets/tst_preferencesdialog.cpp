#include "tests/client/memorycopy.h"
#include "ui/models/preferences.h"
#include "ui/widgets/preferencesdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestPreferencesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNameIsTakenWhenItIsLeft();
    void aWrongNameIsExplainedAndNotTaken();
    void theLanguageIsTakenAtOnce();
    void theAppearanceIsTakenAtOnce();
    void theTextSizeIsTakenAtOnce();
    void howToSendAndWhereToOpenAreTaken();
    void whatIsReadAloudIsTaken();
    void hostingDefaultsAreKept();
    void aPortThatIsNoneIsNotTaken();
    void whatIsSetIsShown();
    void theCopyCanBeSwitchedOff();
    void theCopyCanBeDeletedAndTheOutcomeIsSaid();
    void noFieldIsSquashedOnALowScreen();

private:
    template <typename Field>
    Field *field(const QString &name) const
    {
        const auto all = m_dialog->findChildren<Field *>();
        for (Field *each : all) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    void choose(const QString &box, const QString &item) const;
    void type(const QString &name, const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Preferences> m_preferences;
    MemoryCopy m_copy;
    std::unique_ptr<PreferencesDialog> m_dialog;
};

void TestPreferencesDialog::init()
{
    m_profile = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<Preferences>(m_profile->path());
    m_preferences->setUserName(u"Ada"_s);
    m_dialog = std::make_unique<PreferencesDialog>(*m_preferences, &m_copy);
    m_dialog->show();
}

void TestPreferencesDialog::cleanup()
{
    m_dialog.reset();
    m_preferences.reset();
}

void TestPreferencesDialog::choose(const QString &box, const QString &item) const
{
    auto *choices = field<QComboBox>(box);
    QVERIFY(choices);
    const int index = choices->findText(item);
    QVERIFY2(index >= 0, qPrintable(item));
    choices->setCurrentIndex(index);
    Q_EMIT choices->activated(index);
}

void TestPreferencesDialog::type(const QString &name, const QString &text) const
{
    auto *line = field<QLineEdit>(name);
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
}

void TestPreferencesDialog::aNameIsTakenWhenItIsLeft()
{
    QSignalSpy changed(m_preferences.get(), &Preferences::userNameChanged);
    type(u"Your name"_s, u"Grace"_s);
    QCOMPARE(m_preferences->userName(), u"Grace"_s);
    QCOMPARE(changed.count(), 1);
}

void TestPreferencesDialog::aWrongNameIsExplainedAndNotTaken()
{
    type(u"Your name"_s, u"#lounge"_s);
    QCOMPARE(m_preferences->userName(), u"Ada"_s);
    QCOMPARE(field<QLineEdit>(u"Your name"_s)->text(), u"#lounge"_s);
}

void TestPreferencesDialog::theLanguageIsTakenAtOnce()
{
    QSignalSpy changed(m_preferences.get(), &Preferences::languageChanged);
    choose(u"Language"_s, u"简体中文"_s);
    QCOMPARE(m_preferences->language(), LanguageChoice::Chinese);
    QCOMPARE(changed.count(), 1);
    choose(u"Language"_s, u"English"_s);
    QCOMPARE(m_preferences->language(), LanguageChoice::English);
    choose(u"Language"_s, u"As the system"_s);
    QCOMPARE(m_preferences->language(), LanguageChoice::System);
}

void TestPreferencesDialog::theAppearanceIsTakenAtOnce()
{
    choose(u"Appearance"_s, u"Dark"_s);
    QCOMPARE(m_preferences->scheme(), SchemeChoice::Dark);
}

void TestPreferencesDialog::theTextSizeIsTakenAtOnce()
{
    choose(u"Text size"_s, u"150 %"_s);
    QCOMPARE(m_preferences->textScale(), 150);
}

void TestPreferencesDialog::howToSendAndWhereToOpenAreTaken()
{
    QSignalSpy enter(m_preferences.get(), &Preferences::enterSendsChanged);
    QSignalSpy newest(m_preferences.get(), &Preferences::opensAtNewestChanged);
    choose(u"Send messages with"_s, u"Ctrl+Enter"_s);
    choose(u"A room opens at"_s, u"The newest message"_s);
    QVERIFY(!m_preferences->enterSends());
    QVERIFY(m_preferences->opensAtNewest());
    QCOMPARE(enter.size(), 1);
    QCOMPARE(newest.size(), 1);
}

void TestPreferencesDialog::whatIsReadAloudIsTaken()
{
    QCOMPARE(m_preferences->spokenLevel(), AlertLevel::All);
    choose(u"Read aloud by screen readers"_s, u"Nothing"_s);
    QCOMPARE(m_preferences->spokenLevel(), AlertLevel::None);
}

void TestPreferencesDialog::hostingDefaultsAreKept()
{
    type(u"Room name"_s, u"Kitchen"_s);
    type(u"Port"_s, u"4444"_s);
    choose(u"Who can reach it"_s, u"This computer only"_s);
    m_preferences->sync();
    QCOMPARE(m_preferences->hostDefaults().name, u"Kitchen"_s);
    QCOMPARE(int(m_preferences->hostDefaults().port), 4444);
    QCOMPARE(m_preferences->hostDefaults().reach, Reach::ThisComputer);
}

void TestPreferencesDialog::aPortThatIsNoneIsNotTaken()
{
    type(u"Port"_s, u"70000"_s);
    QCOMPARE(int(m_preferences->hostDefaults().port), int(defaultPort));
}

void TestPreferencesDialog::whatIsSetIsShown()
{
    m_dialog.reset();
    m_preferences->setScheme(SchemeChoice::Dark);
    m_preferences->setLanguage(LanguageChoice::Chinese);
    m_preferences->setTextScale(120);
    m_dialog = std::make_unique<PreferencesDialog>(*m_preferences, &m_copy);
    QCOMPARE(field<QComboBox>(u"Appearance"_s)->currentText(), u"Dark"_s);
    QCOMPARE(field<QComboBox>(u"Language"_s)->currentText(), u"简体中文"_s);
    QCOMPARE(field<QComboBox>(u"Text size"_s)->currentText(), u"120 %"_s);
}

void TestPreferencesDialog::theCopyCanBeSwitchedOff()
{
    const auto boxes = m_dialog->findChildren<QCheckBox *>();
    const auto keep = std::find_if(boxes.begin(), boxes.end(), [](const QCheckBox *box) {
        return box->text() == u"Keep a copy of conversations on this computer"_s;
    });
    QVERIFY(keep != boxes.end());
    QVERIFY((*keep)->isChecked());
    QSignalSpy changed(m_preferences.get(), &Preferences::keepsCopyChanged);
    (*keep)->click();
    QCOMPARE(changed.count(), 1);
    QVERIFY(!m_preferences->keepsCopy());
    m_preferences->sync();
    QVERIFY(!Preferences(m_profile->path()).keepsCopy());
}

void TestPreferencesDialog::theCopyCanBeDeletedAndTheOutcomeIsSaid()
{
    const auto says = [this](const QString &words) {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *label) { return label->text() == words; });
    };
    const auto buttons = m_dialog->findChildren<QPushButton *>();
    const auto wipe = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->text() == u"Delete the Copy Now"_s;
    });
    QVERIFY(wipe != buttons.end());
    (*wipe)->click();
    QCOMPARE(m_copy.wipes, 1);
    Q_EMIT m_copy.wiped();
    QVERIFY(says(u"It is deleted."_s));
    Q_EMIT m_copy.failed(u"disk full"_s);
    QVERIFY(says(u"It could not be deleted. disk full"_s));
}

void TestPreferencesDialog::noFieldIsSquashedOnALowScreen()
{
    m_dialog->resize(420, 300);
    QCOMPARE(m_dialog->height(), 300);
    auto *pages = m_dialog->findChild<QTabWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QCoreApplication::processEvents();
        for (const QWidget *field : pages->currentWidget()->findChildren<QWidget *>()) {
            const bool isInner = qobject_cast<const QAbstractSpinBox *>(field->parentWidget());
            const bool isField = qobject_cast<const QLineEdit *>(field) ||
                                 qobject_cast<const QAbstractSpinBox *>(field) ||
                                 qobject_cast<const QComboBox *>(field);
            if (isField && !isInner && field->isVisible())
                QVERIFY2(field->height() >= field->minimumSizeHint().height(),
                         qPrintable(u"%1: %2 of %3"_s.arg(field->accessibleName())
                                        .arg(field->height())
                                        .arg(field->minimumSizeHint().height())));
        }
    }
}

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"
