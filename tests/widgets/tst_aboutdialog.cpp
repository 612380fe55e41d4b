#include "ui/widgets/aboutdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestAboutDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysItsVersion();
    void everyLibraryHasALicence();
    void itsDetailsCanBeCopied();
    void enterClosesIt();
};

void TestAboutDialog::itSaysItsVersion()
{
    const AboutDialog dialog;
    const auto labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text() == u"Tincan "_s + QStringLiteral(TINCAN_VERSION);
    }));
}

void TestAboutDialog::everyLibraryHasALicence()
{
    const AboutDialog dialog;
    const auto *list = dialog.findChild<QTreeWidget *>();
    QVERIFY(list && !list->accessibleName().isEmpty());
    QStringList names;
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = list->topLevelItem(row);
        names.append(item->text(0));
        QVERIFY(!item->text(2).isEmpty());
    }
    const QStringList linked{u"Qt"_s, u"ICU"_s, u"OpenSSL"_s, u"SQLite"_s, u"md4c"_s, u"libqrencode"_s};
    QCOMPARE(names, linked);
    QCOMPARE(list->topLevelItem(0)->text(1), QString::fromLatin1(qVersion()));
}

void TestAboutDialog::itsDetailsCanBeCopied()
{
    const AboutDialog dialog;
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"Copy Details"_s) {
            button->click();
        }
    }
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"Tincan "_s + QStringLiteral(TINCAN_VERSION)));
    QVERIFY(copied.contains(QString::fromLatin1(qVersion())));
}

void TestAboutDialog::enterClosesIt()
{
    AboutDialog dialog;
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(TestAboutDialog)
#include "tst_aboutdialog.moc"
