#pragma once

#include <QPlainTextEdit>

#include <optional>

namespace tincan {

/// Where the conversation is to scroll while the keyboard is in the message box.
enum class ScrollStep
{
    PageUp,
    PageDown,
    First,
    Latest
};

/// The box that a message is typed into: plain text, as high as its text from one line to eight, then it
/// scrolls. Enter sends and Shift+Enter breaks the line, but while an input method composes, every key is the
/// input method's. Tab moves the focus and Esc is left to the parents.
class MessageEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int mostLines = 8;

    explicit MessageEdit(QWidget *parent = nullptr);

    /// What was typed, with LF between lines; not what is still being composed.
    QString text() const;

    /// Replaces everything, also what is being composed, and forgets what could be undone.
    void setText(const QString &text, int cursor);

    /// Whether an input method shows text here that it did not commit yet.
    bool isComposing() const;

    void toggle(const QString &mark); ///< puts it round what is selected, or takes it away

    /// Otherwise Enter breaks the line, and only Ctrl+Enter sends.
    void setEnterSends(bool sends) { m_enterSends = sends; }

    /// What an empty box says; cut off with "…" where it does not fit on the line.
    void setHint(const QString &hint);

Q_SIGNALS:
    void sendPressed();
    void scrollRequested(tincan::ScrollStep step);
    void focusChanged();
    void editLastRequested();     ///< Up in an empty box
    void sentRequested(int step); ///< Ctrl+Up (-1) and Ctrl+Down (1): older and newer texts

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool handleWriting(const QKeyEvent &event);
    bool handleEnter(const QKeyEvent &event);
    std::optional<ScrollStep> scrollStepFor(const QKeyEvent &event) const;
    void fitHeight();
    void elideHint();

    QString m_hint;
    bool m_enterSends = true;
};

} // namespace tincan
