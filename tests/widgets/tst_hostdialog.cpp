#include "tests/widgets/fakehost.h"
#include "ui/widgets/hostdialog.h"
#include "ui/widgets/keepchoice.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestHostDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void enterHostsWithWhatIsPrefilled();
    void fieldsReachTheRequest();
    void theHistoryIsKeptForAsLongAsIsChosen();
    void assistiveToolsTickBoxesToo();
    void whileTheAnswerIsAwaitedNothingCanBeChanged();
    void anOpenRoomClosesTheDialog();
    void aTakenPortOffersTheNextFreeOne();
    void aRefusalIsAsSentenceWithTheDetailsBehindAButton();
    void aBadPortIsNamedAndCannotBeSubmitted();
    void escapeGoesAwayWithoutHosting();
    void everyControlHasAName();
    void onALowScreenTheFormScrollsAboveTheButtons();
    void aProblemMakesTheDialogHigher();

private:
    QLineEdit *field(const QString &name) const;
    QPushButton *button(const QString &text) const;
    QCheckBox *box(const QString &text) const;
    QStringList errors() const;

    std::unique_ptr<FakeHost> m_host;
    std::unique_ptr<HostDialog> m_dialog;
};

void TestHostDialog::init()
{
    m_dialog.reset();
    m_host = std::make_unique<FakeHost>();
    HostRequest defaults;
    defaults.name = u"Ada's kitchen"_s;
    m_dialog = std::make_unique<HostDialog>(*m_host, defaults, u"Ada"_s);
    m_dialog->open();
}

QLineEdit *TestHostDialog::field(const QString &name) const
{
    for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name) {
            return edit;
        }
    }
    return nullptr;
}

QPushButton *TestHostDialog::button(const QString &text) const
{
    for (QPushButton *candidate : m_dialog->findChildren<QPushButton *>()) {
        if (candidate->text() == text && candidate->isVisible()) {
            return candidate;
        }
    }
    return nullptr;
}

QCheckBox *TestHostDialog::box(const QString &text) const
{
    for (QCheckBox *candidate : m_dialog->findChildren<QCheckBox *>()) {
        if (candidate->text() == text && candidate->accessibleName() == text) {
            return candidate;
        }
    }
    return nullptr;
}

QStringList TestHostDialog::errors() const
{
    QStringList sentences;
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        if (label->property("kind") == u"error"_s && label->isVisible()) {
            sentences.append(label->text());
        }
    }
    return sentences;
}

void TestHostDialog::enterHostsWithWhatIsPrefilled()
{
    QTest::keyClick(field(u"Room name"_s), Qt::Key_Return);
    QCOMPARE(m_host->requests.size(), 1);
    QCOMPARE(m_host->requests.at(0).name, u"Ada's kitchen"_s);
    QCOMPARE(m_host->requests.at(0).port, quint16(4040));
    QCOMPARE(m_host->requests.at(0).reach, Reach::Network);
    QVERIFY(m_host->requests.at(0).clearAllowed);
}

void TestHostDialog::fieldsReachTheRequest()
{
    field(u"Room name"_s)->setText(u"Lab"_s);
    field(u"Port"_s)->setText(u"5050"_s);
    field(u"Password (optional)"_s)->setText(u"secret"_s);
    box(u"Let terminals join without encryption"_s)->click();
    auto *reach = m_dialog->findChild<QComboBox *>();
    reach->setCurrentText(u"This computer only"_s);
    button(u"Host"_s)->click();
    QCOMPARE(m_host->requests.size(), 1);
    QCOMPARE(m_host->requests.at(0).name, u"Lab"_s);
    QCOMPARE(m_host->requests.at(0).port, quint16(5050));
    QCOMPARE(m_host->requests.at(0).password, u"secret"_s);
    QCOMPARE(m_host->requests.at(0).reach, Reach::ThisComputer);
    QVERIFY(!m_host->requests.at(0).clearAllowed);
}

void TestHostDialog::theHistoryIsKeptForAsLongAsIsChosen()
{
    auto *keep = m_dialog->findChild<KeepChoice *>();
    QVERIFY(!keep->isEnabled());
    QCOMPARE(keep->currentText(), u"For ever"_s);
    QVERIFY(!keep->accessibleName().isEmpty());
    box(u"Keep the history on this computer"_s)->click();
    QVERIFY(keep->isEnabled());
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Down);
    QTest::keyClick(keep, Qt::Key_Down);
    QCOMPARE(keep->currentText(), u"For 30 days"_s);
    button(u"Host"_s)->click();
    QCOMPARE(m_host->requests.size(), 1);
    QVERIFY(m_host->requests.at(0).keepHistory);
    QCOMPARE(m_host->requests.at(0).keepDays, 30);
}

void TestHostDialog::assistiveToolsTickBoxesToo()
{
    QAccessibleInterface *history =
        QAccessible::queryAccessibleInterface(box(u"Keep the history on this computer"_s));
    history->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    button(u"Host"_s)->click();
    QVERIFY(m_host->requests.value(0).keepHistory);
}

void TestHostDialog::whileTheAnswerIsAwaitedNothingCanBeChanged()
{
    button(u"Host"_s)->click();
    QVERIFY(button(u"Opening…"_s));
    QVERIFY(!button(u"Opening…"_s)->isEnabled());
    QVERIFY(!field(u"Room name"_s)->isEnabled());
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible());
}

void TestHostDialog::anOpenRoomClosesTheDialog()
{
    QSignalSpy opened(m_dialog.get(), &HostDialog::opened);
    button(u"Host"_s)->click();
    HostedRoom room;
    room.name = u"Ada's kitchen"_s;
    m_host->answer(room);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(1).value<HostRequest>().name, u"Ada's kitchen"_s);
    QVERIFY(!m_dialog->isVisible());
}

void TestHostDialog::aTakenPortOffersTheNextFreeOne()
{
    button(u"Host"_s)->click();
    Q_EMIT m_host->refused(HostProblem::PortTaken, 4041, u"Address already in use"_s);
    QCOMPARE(errors().size(), 1);
    QPushButton *offer = button(u"Use Port 4041"_s);
    QVERIFY(offer);
    offer->click();
    QCOMPARE(m_host->requests.size(), 2);
    QCOMPARE(m_host->requests.at(1).port, quint16(4041));
    QCOMPARE(field(u"Port"_s)->text(), u"4041"_s);
}

void TestHostDialog::aRefusalIsAsSentenceWithTheDetailsBehindAButton()
{
    button(u"Host"_s)->click();
    Q_EMIT m_host->refused(HostProblem::Other, 0, u"errno 99"_s);
    QCOMPARE(errors().size(), 1);
    QVERIFY(!errors().at(0).contains(u"errno"_s));
    QLabel *details = nullptr;
    for (QLabel *label : m_dialog->findChildren<QLabel *>()) {
        details = label->text() == u"errno 99"_s ? label : details;
    }
    QVERIFY(details && !details->isVisible());
    button(u"Details"_s)->click();
    QVERIFY(details->isVisible());
    QVERIFY(button(u"Host"_s)->isEnabled());
}

void TestHostDialog::aBadPortIsNamedAndCannotBeSubmitted()
{
    field(u"Port"_s)->setText(u"99999"_s);
    QCOMPARE(errors().size(), 1);
    QVERIFY(!button(u"Host"_s)->isEnabled());
    field(u"Port"_s)->setText(u"4050"_s);
    QVERIFY(errors().isEmpty());
    QVERIFY(button(u"Host"_s)->isEnabled());
}

void TestHostDialog::escapeGoesAwayWithoutHosting()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_host->requests.isEmpty());
}

void TestHostDialog::everyControlHasAName()
{
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible()) {
            const auto *push = qobject_cast<const QPushButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (push && !push->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }
}

void TestHostDialog::onALowScreenTheFormScrollsAboveTheButtons()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    m_dialog->resize(m_dialog->width(), 320);
    QCOMPARE(m_dialog->height(), 320);
    QPushButton *host = button(u"Host"_s);
    QVERIFY(m_dialog->rect().contains(QRect(host->mapTo(m_dialog.get(), QPoint()), host->size())));
    QTRY_VERIFY(!field(u"Port"_s)->visibleRegion().isEmpty());
    QCheckBox *last = box(u"Let terminals join without encryption"_s);
    QVERIFY(last->visibleRegion().isEmpty());
    for (int presses = 0; presses < 10 && m_dialog->focusWidget() != last; ++presses)
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    QVERIFY(!last->visibleRegion().isEmpty());
}

void TestHostDialog::aProblemMakesTheDialogHigher()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    field(u"Port"_s)->setText(u"99999"_s);
    QVERIFY(!errors().isEmpty());
    const QCheckBox *last = box(u"Let terminals join without encryption"_s);
    QTRY_COMPARE(last->visibleRegion().boundingRect().height(), last->height());
}

QTEST_MAIN(TestHostDialog)
#include "tst_hostdialog.moc"
