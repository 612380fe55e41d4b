#include "ui/widgets/invitedialog.h"
#include "ui/widgets/invitepanel.h"
#include "ui/widgets/qrcode.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestInvitePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copyPutsTheLinkOnTheClipboard();
    void copyPutsTheCommandOnTheClipboard();
    void aCommandThatWouldBeRefusedIsNotShown();
    void whoCanReadIsSaid();
    void everyAddressIsShown();
    void thePasswordIsMentionedWhereOneIsNeeded();
    void theCodeStandsBelowWhereItIsNarrow();
    void doneClosesTheDialog();
    void aLowScreenShowsTheDialogWhole();
    void aPixelLessScrollsNothing();

private:
    QPushButton *button(const QString &name) const;
    bool shows(const QString &text) const;

    std::unique_ptr<InviteDialog> m_dialog;
};

void TestInvitePanel::init()
{
    QGuiApplication::clipboard()->clear();
    m_dialog = std::make_unique<InviteDialog>();
    m_dialog->panel()->setInvite({u"tincan://192.168.1.7/lounge"_s,
                                  u"nc 192.168.1.7 4040"_s,
                                  u"openssl s_client -quiet -connect 192.168.1.7:4040"_s,
                                  {u"192.168.1.7:4040"_s, u"[fe80::1c2a]:4040"_s}},
                                 false);
    m_dialog->open();
}

QPushButton *TestInvitePanel::button(const QString &name) const
{
    for (QPushButton *candidate : m_dialog->findChildren<QPushButton *>()) {
        if (candidate->accessibleName() == name || candidate->text() == name) {
            return candidate;
        }
    }
    return nullptr;
}

bool TestInvitePanel::shows(const QString &text) const
{
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text)) {
            return true;
        }
    }
    return false;
}

void TestInvitePanel::copyPutsTheLinkOnTheClipboard()
{
    QPushButton *copy = button(u"Copy the invite link"_s);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"tincan://192.168.1.7/lounge"_s);
    QCOMPARE(copy->text(), u"Copied"_s);
}

void TestInvitePanel::copyPutsTheCommandOnTheClipboard()
{
    button(u"Copy the terminal command"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"nc 192.168.1.7 4040"_s);
}

void TestInvitePanel::aCommandThatWouldBeRefusedIsNotShown()
{
    QPushButton *clear = button(u"Copy the terminal command"_s);
    QPushButton *secure = button(u"Copy the encrypted terminal command"_s);
    QVERIFY(clear->isVisible());
    QVERIFY(secure->isVisible());
    m_dialog->panel()->setInvite({u"tincan://a"_s, {}, u"openssl s_client -connect a:4040"_s, {}}, false);
    QVERIFY(!clear->isVisible());
    QVERIFY(secure->isVisible());
    m_dialog->panel()->setInvite({u"tincan://a"_s, u"nc a 4040"_s, {}, {}}, false);
    QVERIFY(clear->isVisible());
    QVERIFY(!secure->isVisible());
}

void TestInvitePanel::whoCanReadIsSaid()
{
    QVERIFY(shows(u"Whoever hosts a room can read everything that is said in it."_s));
}

void TestInvitePanel::everyAddressIsShown()
{
    QVERIFY(shows(u"192.168.1.7:4040"_s));
    QVERIFY(shows(u"[fe80::1c2a]:4040"_s));
}

void TestInvitePanel::thePasswordIsMentionedWhereOneIsNeeded()
{
    QVERIFY(!shows(u"password"_s));
    m_dialog->panel()->setInvite({}, true);
    QVERIFY(shows(u"password"_s));
}

void TestInvitePanel::theCodeStandsBelowWhereItIsNarrow()
{
    auto *code = m_dialog->findChild<QrView *>();
    QVERIFY(code->isVisible());
    const auto top = [this](const QWidget *widget) { return widget->mapTo(m_dialog.get(), QPoint()).y(); };
    m_dialog->resize(560, 500);
    QTRY_VERIFY(top(code) <= top(button(u"Copy the terminal command"_s)));
    m_dialog->resize(400, 700);
    QTRY_VERIFY(top(code) > top(button(u"Copy the terminal command"_s)));
}

void TestInvitePanel::doneClosesTheDialog()
{
    button(u"Done"_s)->click();
    QVERIFY(!m_dialog->isVisible());
}

void TestInvitePanel::aLowScreenShowsTheDialogWhole()
{
    m_dialog->resize(m_dialog->width(), 300);
    QCOMPARE(m_dialog->height(), 300);
    const QPushButton *done = button(u"Done"_s);
    QVERIFY(m_dialog->rect().contains(done->geometry()));
}

/// As it comes out where the screen's scale is a fraction.
void TestInvitePanel::aPixelLessScrollsNothing()
{
    m_dialog->resize(m_dialog->sizeHint() - QSize(0, 1));
    const auto *page = m_dialog->findChild<QScrollArea *>();
    QTRY_VERIFY(page->height() > 0 && page->widget()->height() >= page->widget()->sizeHint().height());
    QCOMPARE(page->verticalScrollBar()->maximum(), 0);
    m_dialog->resize(m_dialog->sizeHint() - QSize(0, 9));
    QTRY_VERIFY(page->verticalScrollBar()->maximum() > 0);
}

QTEST_MAIN(TestInvitePanel)
#include "tst_invitepanel.moc"
