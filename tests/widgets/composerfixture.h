#pragma once

#include "ui/widgets/composer.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace tincan {

/// Counts the keys that nobody below wanted.
class KeyCountingWindow : public QWidget
{
public:
    QList<int> keys;

protected:
    void keyPressEvent(QKeyEvent *event) override { keys += event->key(); }
};

/// A composer in a window, below a line to type in.
class ComposerFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

protected:
    QPlainTextEdit *edit() const { return m_composer->findChild<QPlainTextEdit *>(); }
    QPushButton *send() const { return m_composer->findChild<QPushButton *>(); }
    QLabel *labelWith(const QString &part) const;
    void compose(const QString &preedit, const QString &commit = {}) const;
    void type(const QString &text) const { QTest::keyClicks(edit(), text); }
    void paste(QMimeData *data) const;
    int heightOf(const QString &text) const;

    std::unique_ptr<KeyCountingWindow> m_window;
    Composer *m_composer = nullptr;
    QLineEdit *m_before = nullptr;
};

} // namespace tincan
