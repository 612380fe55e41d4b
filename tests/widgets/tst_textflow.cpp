#include "ui/widgets/textflow.h"

#include "tests/widgets/conversationfixture.h"

using namespace Qt::StringLiterals;
using namespace tincan;

/// How the blocks of a message stand, as the conversation view shows them.
class TestTextFlow : public ConversationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void anInnerListsMarkersStandInward_data();
    void anInnerListsMarkersStandInward();
};

void TestTextFlow::anInnerListsMarkersStandInward_data()
{
    QTest::addColumn<QString>("outer");
    QTest::addColumn<QString>("inner");
    QTest::newRow("from the left") << u"a"_s << u"b"_s;
    QTest::newRow("from the right") << u"א"_s << u"ב"_s;
}

/// Beside their own words, not below the outer ones.
void TestTextFlow::anInnerListsMarkersStandInward()
{
    QFETCH(QString, outer);
    QFETCH(QString, inner);
    show(1);
    SampleRow row = sampleRow(2);
    row.text = u"- %1\n  - %2"_s.arg(outer, inner);
    m_model->append({row});
    const QRect above = m_view->characterRect(1, 2);
    const QRect here = m_view->characterRect(1, 8);
    QVERIFY(here.top() > above.top());
    const QImage picture = m_view->viewport()->grab().toImage();
    const QRgb ground = picture.pixel(here.center().x(), here.top() - 1);
    const auto inked = [&](int from, int to) {
        for (int x = std::min(from, to); x < std::max(from, to); ++x) {
            for (int y = here.top(); y <= here.bottom(); ++y) {
                if (picture.pixel(x, y) != ground)
                    return true;
            }
        }
        return false;
    };
    const bool fromRight = here.left() < above.left();
    const int start = fromRight ? above.right() + 1 : above.left();
    const int outward = fromRight ? start + 12 : start - 12;
    QVERIFY(!inked(start, outward));
    QVERIFY(inked(start, fromRight ? here.right() + 2 : here.left() - 1));
}

QTEST_MAIN(TestTextFlow)
#include "tst_textflow.moc"
