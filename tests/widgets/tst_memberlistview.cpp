#include "ui/models/memberlistmodel.h"
#include "ui/widgets/memberlistview.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestMemberListView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void enterOpensADirectTalk();
    void aDoubleClickOpensADirectTalk();
    void nobodyTalksToThemselves();
    void theMenuIsAskedForByKey();
    void theFirstOfASectionIsTallerByItsHeading();
    void theAvatarHasThePersonsHue();
    void marksHaveShapesOfTheirOwn();
    void aScreenReaderHearsTheMember();
    void theKeyboardStaysBesideWhoLeaves();
    void theKeyboardStaysInAFilteredList();

private:
    int rowOf(const QString &id) const { return m_model->rowOf(MemberId(id)); }
    QRect rectOf(const QString &id) const { return m_view->visualRect(m_model->index(rowOf(id), 0)); }

    std::unique_ptr<MemberListModel> m_model;
    std::unique_ptr<MemberListView> m_view;
};

void TestMemberListView::init()
{
    applyTheme(*qApp, ColorScheme::Light);
    m_model = std::make_unique<MemberListModel>();
    const auto member = [](const QString &id, const QString &name, Via via, MemberState state) {
        return Member{MemberId(id), name, via, false, state};
    };
    m_model->setMembers({member(u"ada"_s, u"Ada"_s, Via::Native, MemberState::Here),
                         member(u"li"_s, u"Li Mei"_s, Via::Native, MemberState::Here),
                         member(u"guest"_s, u"guest-54321"_s, Via::Line, MemberState::Here),
                         member(u"bora"_s, u"Bora & Co"_s, Via::Native, MemberState::Away)},
                        4);
    m_model->setMe(MemberId(u"ada"_s));
    m_model->setHost(MemberId(u"ada"_s));
    m_view = std::make_unique<MemberListView>();
    m_view->setModel(m_model.get());
    m_view->resize(196, 400);
    m_view->show();
}

void TestMemberListView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestMemberListView::enterOpensADirectTalk()
{
    QSignalSpy requested(m_view.get(), &MemberListView::messageWanted);
    m_view->setCurrentIndex(m_model->index(rowOf(u"li"_s), 0));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).toString(), u"li"_s);
}

void TestMemberListView::aDoubleClickOpensADirectTalk()
{
    QSignalSpy requested(m_view.get(), &MemberListView::messageWanted);
    const QPoint center = rectOf(u"li"_s).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, center);
    QCOMPARE(requested.size(), 0);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, center);
    QCOMPARE(requested.size(), 1);
}

void TestMemberListView::nobodyTalksToThemselves()
{
    QSignalSpy requested(m_view.get(), &MemberListView::messageWanted);
    m_view->setCurrentIndex(m_model->index(rowOf(u"ada"_s), 0));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(requested.size(), 0);
}

void TestMemberListView::theMenuIsAskedForByKey()
{
    QSignalSpy requested(m_view.get(), &MemberListView::menuRequested);
    m_view->setCurrentIndex(m_model->index(rowOf(u"bora"_s), 0));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).toString(), u"bora"_s);
    m_view->setCurrentIndex(m_model->index(rowOf(u"ada"_s), 0));
    QApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(requested.size(), 1);
}

void TestMemberListView::theFirstOfASectionIsTallerByItsHeading()
{
    QVERIFY(rectOf(u"ada"_s).height() > rectOf(u"li"_s).height());
    QCOMPARE(rectOf(u"bora"_s).height(), rectOf(u"ada"_s).height());
}

void TestMemberListView::theAvatarHasThePersonsHue()
{
    const QRect rect = rectOf(u"li"_s);
    const QImage image = m_view->viewport()->grab().toImage();
    QCOMPARE(image.pixelColor(rect.left() + 8 + 8 + 12, rect.center().y() + 10), avatarColor(u"Li Mei"_s));
}

void TestMemberListView::marksHaveShapesOfTheirOwn()
{
    QList<QImage> rows;
    for (const bool verified : {false, true}) {
        for (const bool encrypted : {false, true}) {
            Member li{MemberId(u"li"_s), u"Li Mei"_s, Via::Native, encrypted, MemberState::Here};
            li.verified = verified;
            m_model->apply({{}, {}, {}, {li}, 4});
            const QImage row = m_view->viewport()->grab(rectOf(u"li"_s)).toImage();
            // Whoever sees no colours sees them apart as well.
            rows.append(row.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_Mono));
        }
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY2(rows.at(i) != rows.at(j), qPrintable(u"%1 and %2"_s.arg(i).arg(j)));
    }
}

void TestMemberListView::aScreenReaderHearsTheMember()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->text(QAccessible::Name), u"Members"_s);
    const int row = rowOf(u"guest"_s);
    QCOMPARE(list->child(row)->text(QAccessible::Name),
             m_model->index(row, 0).data(Qt::AccessibleTextRole).toString());
}

void TestMemberListView::theKeyboardStaysBesideWhoLeaves()
{
    m_view->setFocus();
    m_view->setCurrentIndex(m_model->index(rowOf(u"li"_s), 0));
    serverevent::Presence presence;
    presence.left = {MemberId(u"li"_s)};
    presence.total = 3;
    m_model->apply(presence);
    QCOMPARE(m_model->rowCount(), 3);
    QVERIFY(m_view->currentIndex().isValid());
    QVERIFY(m_view->currentIndex().data(MemberListModel::IdRole).toString() != u"li"_s);
    QVERIFY(m_view->hasFocus() || !m_view->isActiveWindow());
}

void TestMemberListView::theKeyboardStaysInAFilteredList()
{
    m_view->setCurrentIndex(m_model->index(rowOf(u"bora"_s), 0));
    m_model->setFilter(u"li"_s);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_view->currentIndex().row(), 0);
}

QTEST_MAIN(TestMemberListView)
#include "tst_memberlistview.moc"
