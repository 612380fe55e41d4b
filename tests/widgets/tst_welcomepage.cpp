#include "ui/widgets/welcomepage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestWelcomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hostingAsksWithAValidNameOnly();
    void enterInTheAddressFieldJoins();
    void aBadAddressIsNamedBeforeConnecting();
    void anEmptyAddressIsNamedToo();
    void aNameProblemGoesAwayWhenItIsMended();
    void recentRoomsAreJoinedWithOneClick();
    void peersNamesAreNoMarkup();
    void cardsStackInANarrowWindow();
    void nothingIsCutOffAt480();
    void theNameHasTheFocusFirst();

private:
    QLineEdit *field(const QString &name) const;
    QPushButton *button(const QString &text) const;
    QString visibleErrors() const;

    std::unique_ptr<WelcomePage> m_page;
};

void TestWelcomePage::init()
{
    m_page = std::make_unique<WelcomePage>(u"Ada"_s);
    m_page->resize(1180, 680);
    m_page->show();
}

QLineEdit *TestWelcomePage::field(const QString &name) const
{
    for (QLineEdit *edit : m_page->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name) {
            return edit;
        }
    }
    return nullptr;
}

QPushButton *TestWelcomePage::button(const QString &text) const
{
    for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
        if (candidate->accessibleName() == text || candidate->text() == text) {
            return candidate;
        }
    }
    return nullptr;
}

QString TestWelcomePage::visibleErrors() const
{
    QString errors;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->property("kind") == u"error"_s && label->isVisible()) {
            errors += label->text();
        }
    }
    return errors;
}

void TestWelcomePage::hostingAsksWithAValidNameOnly()
{
    QSignalSpy host(m_page.get(), &WelcomePage::hostRequested);
    QSignalSpy named(m_page.get(), &WelcomePage::userNameChanged);
    field(u"Your name"_s)->setText(u"#ada"_s);
    button(u"Host a Room…"_s)->click();
    QCOMPARE(host.size(), 0);
    QVERIFY(!visibleErrors().isEmpty());
    field(u"Your name"_s)->setText(u"Grace"_s);
    button(u"Host a Room…"_s)->click();
    QCOMPARE(host.size(), 1);
    QCOMPARE(named.last().at(0).toString(), u"Grace"_s);
}

void TestWelcomePage::enterInTheAddressFieldJoins()
{
    QSignalSpy join(m_page.get(), &WelcomePage::joinRequested);
    QTest::keyClicks(field(u"Address or invite link"_s), u"192.168.1.20:4041"_s);
    QTest::keyClick(field(u"Address or invite link"_s), Qt::Key_Return);
    QCOMPARE(join.size(), 1);
    const auto options = join.at(0).at(0).value<ClientOptions>();
    QCOMPARE(options.address.host, u"192.168.1.20"_s);
    QCOMPARE(options.address.port, quint16(4041));
    QCOMPARE(options.name, u"Ada"_s);
}

void TestWelcomePage::aBadAddressIsNamedBeforeConnecting()
{
    QSignalSpy join(m_page.get(), &WelcomePage::joinRequested);
    field(u"Address or invite link"_s)->setText(u"host:99999"_s);
    QVERIFY(visibleErrors().isEmpty());
    button(u"Join"_s)->click();
    QCOMPARE(join.size(), 0);
    QVERIFY(!visibleErrors().isEmpty());
    field(u"Address or invite link"_s)->setText(u"host:4040"_s);
    QVERIFY(visibleErrors().isEmpty());
}

void TestWelcomePage::anEmptyAddressIsNamedToo()
{
    QSignalSpy join(m_page.get(), &WelcomePage::joinRequested);
    button(u"Join"_s)->click();
    QCOMPARE(join.size(), 0);
    QVERIFY(!visibleErrors().isEmpty());
}

void TestWelcomePage::aNameProblemGoesAwayWhenItIsMended()
{
    field(u"Your name"_s)->setText(QString());
    button(u"Host a Room…"_s)->click();
    QVERIFY(!visibleErrors().isEmpty());
    field(u"Your name"_s)->setText(u"Bo"_s);
    QVERIFY(visibleErrors().isEmpty());
}

void TestWelcomePage::recentRoomsAreJoinedWithOneClick()
{
    const QDateTime now(QDate(2026, 11, 24), QTime(12, 0));
    RecentRooms rooms;
    rooms.visit({{u"192.168.1.20"_s, 4040, {}, {}}, u"Office"_s, now.addDays(-1).toMSecsSinceEpoch()});
    m_page->setRecentRooms(rooms, now);
    QSignalSpy join(m_page.get(), &WelcomePage::joinRequested);
    QPushButton *office = button(u"Join Office"_s);
    QVERIFY(office && office->isVisible());
    office->click();
    QCOMPARE(join.size(), 1);
    QCOMPARE(join.at(0).at(0).value<ClientOptions>().address.host, u"192.168.1.20"_s);
    m_page->setRecentRooms(RecentRooms(), now);
    QVERIFY(!office->isVisible());
}

void TestWelcomePage::peersNamesAreNoMarkup()
{
    const QDateTime now = QDateTime::currentDateTime();
    RecentRooms rooms;
    rooms.visit({{u"10.0.0.1"_s, 4040, {}, {}}, u"<b>bold</b>"_s, now.toMSecsSinceEpoch()});
    m_page->setRecentRooms(rooms, now);
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestWelcomePage::cardsStackInANarrowWindow()
{
    const auto top = [this](const QString &text) { return button(text)->mapTo(m_page.get(), QPoint()).y(); };
    QVERIFY(std::abs(top(u"Host a Room…"_s) - top(u"Join"_s)) < 60);
    m_page->resize(480, 600);
    QTRY_VERIFY(top(u"Join"_s) - top(u"Host a Room…"_s) > 60);
}

void TestWelcomePage::nothingIsCutOffAt480()
{
    m_page->resize(480, 600);
    QTRY_VERIFY(m_page->widget()->width() <= m_page->viewport()->width());
}

void TestWelcomePage::theNameHasTheFocusFirst()
{
    QCOMPARE(m_page->focusProxy(), field(u"Your name"_s));
    QVERIFY(field(u"Your name"_s)->nextInFocusChain() != nullptr);
}

QTEST_MAIN(TestWelcomePage)
#include "tst_welcomepage.moc"
