#include "ui/widgets/joindialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestJoinDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anAddressAndEnterIsEnough();
    void aLinkIsUnderstood();
    void aBadAddressIsNamedBeforeConnecting();
    void thePasswordFieldComesWhenItIsNeeded();
    void aPasswordThatIsNotNeededIsNotSent();
    void aBadNameIsNamed();

private:
    QLineEdit *field(const QString &name) const;
    QPushButton *join() const;
    QStringList errors() const;

    std::unique_ptr<JoinDialog> m_dialog;
};

void TestJoinDialog::init()
{
    m_dialog = std::make_unique<JoinDialog>(u"Ada"_s);
    m_dialog->open();
}

QLineEdit *TestJoinDialog::field(const QString &name) const
{
    for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name) {
            return edit;
        }
    }
    return nullptr;
}

QPushButton *TestJoinDialog::join() const
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->isDefault()) {
            return button;
        }
    }
    return nullptr;
}

QStringList TestJoinDialog::errors() const
{
    QStringList sentences;
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        if (label->property("kind") == u"error"_s && label->isVisible()) {
            sentences.append(label->text());
        }
    }
    return sentences;
}

void TestJoinDialog::anAddressAndEnterIsEnough()
{
    QSignalSpy requested(m_dialog.get(), &JoinDialog::joinRequested);
    QVERIFY(!join()->isEnabled());
    QTest::keyClicks(field(u"Address or invite link"_s), u"[fe80::1]:4042"_s);
    QTest::keyClick(field(u"Address or invite link"_s), Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    const auto options = requested.at(0).at(0).value<ClientOptions>();
    QCOMPARE(options.address.host, u"fe80::1"_s);
    QCOMPARE(options.address.port, quint16(4042));
    QCOMPARE(options.name, u"Ada"_s);
    QVERIFY(!m_dialog->isVisible());
}

void TestJoinDialog::aLinkIsUnderstood()
{
    QSignalSpy requested(m_dialog.get(), &JoinDialog::joinRequested);
    m_dialog->setAddress(u"tincan://chat.example.org:4050/lounge"_s);
    join()->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).value<ClientOptions>().address.room, RoomId(u"lounge"_s));
}

void TestJoinDialog::aBadAddressIsNamedBeforeConnecting()
{
    m_dialog->setAddress(u"http://example.org"_s);
    QCOMPARE(errors().size(), 1);
    QVERIFY(!join()->isEnabled());
    m_dialog->setAddress(u"example.org"_s);
    QVERIFY(errors().isEmpty());
    QVERIFY(join()->isEnabled());
}

void TestJoinDialog::thePasswordFieldComesWhenItIsNeeded()
{
    QSignalSpy requested(m_dialog.get(), &JoinDialog::joinRequested);
    m_dialog->setAddress(u"example.org"_s);
    QVERIFY(!field(u"Password"_s)->isVisible());
    m_dialog->findChild<QCheckBox *>()->click();
    QVERIFY(field(u"Password"_s)->isVisible());
    field(u"Password"_s)->setText(u"sesame"_s);
    join()->click();
    QCOMPARE(requested.at(0).at(0).value<ClientOptions>().password, u"sesame"_s);
}

void TestJoinDialog::aPasswordThatIsNotNeededIsNotSent()
{
    QSignalSpy requested(m_dialog.get(), &JoinDialog::joinRequested);
    m_dialog->setAddress(u"example.org"_s);
    m_dialog->findChild<QCheckBox *>()->click();
    field(u"Password"_s)->setText(u"sesame"_s);
    m_dialog->findChild<QCheckBox *>()->click();
    join()->click();
    QCOMPARE(requested.at(0).at(0).value<ClientOptions>().password, QString());
}

void TestJoinDialog::aBadNameIsNamed()
{
    m_dialog->setAddress(u"example.org"_s);
    field(u"Your name"_s)->setText(u"/nick"_s);
    QCOMPARE(errors().size(), 1);
    QVERIFY(!join()->isEnabled());
}

QTEST_MAIN(TestJoinDialog)
#include "tst_joindialog.moc"
