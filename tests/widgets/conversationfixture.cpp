#include "tests/widgets/conversationfixture.h"

using namespace tincan::conversation;
using namespace Qt::StringLiterals;

namespace tincan {

void ConversationFixture::init()
{
    m_model = std::make_unique<SampleRows>();
    m_view = std::make_unique<ConversationView>();
}

void ConversationFixture::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void ConversationFixture::show(int rows, QSize size)
{
    m_model->rows = sampleRows(0, rows);
    open(size);
}

void ConversationFixture::open(QSize size)
{
    m_view->resize(size);
    m_view->setModel(m_model.get());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void ConversationFixture::scrollUp(int row)
{
    m_view->scrollToRow(row, -3);
    QVERIFY(!m_view->isAtBottom());
}

int ConversationFixture::textY(int row)
{
    return m_view->characterRect(row, 0).top();
}

QPoint ConversationFixture::centerOf(int row, const QString &words)
{
    const int at = int(m_model->rows[size_t(row)].text.indexOf(words));
    return m_view->characterRect(row, at + int(words.size()) / 2).center();
}

} // namespace tincan
