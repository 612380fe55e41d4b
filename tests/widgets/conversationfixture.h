#pragma once

#include "ui/widgets/conversationview.h"

#include "tests/widgets/samplerows.h"
#include "ui/widgets/jumpbutton.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <random>

namespace tincan {

/// A conversation view over rows that a test may change.
class ConversationFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    void show(int rows, QSize size = {600, 500});
    void open(QSize size = {600, 500}); ///< with the rows that the model has
    void scrollUp(int row);
    int textY(int row);
    QPoint centerOf(int row, const QString &words);
    void click(const QPoint &at) { QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at); }

    std::unique_ptr<SampleRows> m_model;
    std::unique_ptr<ConversationView> m_view;
};

} // namespace tincan
