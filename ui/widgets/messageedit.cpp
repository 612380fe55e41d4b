#include "ui/widgets/messageedit.h"

#include "protocol/textsanitizer.h"
#include "ui/widgets/textmarks.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

struct Extent
{
    qreal height = 0; ///< of the lines that are shown at once, at most
    bool complete = true;
};

/// The first lines as they are wrapped now. Their own heights count: a line with another script or an emoji
/// may be higher than the font says.
Extent extentOf(const QTextDocument &document)
{
    Extent extent;
    int lines = 0;
    for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
        document.documentLayout()->blockBoundingRect(block); // a block is laid out when it is asked for
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            if (lines == MessageEdit::mostLines) {
                extent.complete = false;
                return extent;
            }
            extent.height += block.layout()->lineAt(i).height();
            ++lines;
        }
    }
    return extent;
}

bool isPlain(const QKeyEvent &event)
{
    return (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
}

/// On some desktops Ctrl+K deletes to the end of the line in every text box, and Shift+PgUp selects; here
/// they are the window's.
bool isWindowsKey(const QKeyEvent &event)
{
    const QKeyCombination keys = event.keyCombination();
    return keys == (Qt::CTRL | Qt::Key_K) || keys == (Qt::SHIFT | Qt::Key_PageUp);
}

/// What Ctrl and this key put round the text; empty for other keys.
QString markFor(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::ControlModifier) {
        return {};
    }
    switch (event.key()) {
    case Qt::Key_B:
        return u"**"_s;
    case Qt::Key_I:
        return u"_"_s;
    case Qt::Key_E:
        return u"`"_s;
    default:
        return {};
    }
}

bool isTyping(const QKeyEvent &event)
{
    return isPlain(event) && !event.text().isEmpty() && event.text().at(0).isPrint();
}

} // namespace

MessageEdit::MessageEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(2);
    viewport()->setAutoFillBackground(false);
    connect(this, &QPlainTextEdit::textChanged, this, &MessageEdit::fitHeight);
    fitHeight();
}

QString MessageEdit::text() const
{
    // toPlainText() would turn no-break spaces into others.
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

void MessageEdit::setText(const QString &text, int cursor)
{
    if (isComposing()) {
        // Committed, it would end up in the wrong conversation.
        QGuiApplication::inputMethod()->reset();
    }
    setPlainText(text);
    QTextCursor position = textCursor();
    position.setPosition(std::clamp(cursor, 0, document()->characterCount() - 1));
    setTextCursor(position);
}

bool MessageEdit::isComposing() const
{
    return !textCursor().block().layout()->preeditAreaText().isEmpty();
}

void MessageEdit::setHint(const QString &hint)
{
    m_hint = hint;
    elideHint();
}

bool MessageEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isComposing()) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && !markFor(*static_cast<QKeyEvent *>(event)).isEmpty()) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && isWindowsKey(*static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    if (isComposing()) {
        if (isTyping(*event)) {
            QPlainTextEdit::keyPressEvent(event);
        }
        event->accept();
    } else if (handleEnter(*event) || handleWriting(*event)) {
        event->accept();
    } else if (const auto step = scrollStepFor(*event)) {
        event->accept();
        Q_EMIT scrollRequested(*step);
    } else if (event->key() == Qt::Key_Escape) {
        event->ignore();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

bool MessageEdit::handleWriting(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool up = event.key() == Qt::Key_Up;
    if (up && modifiers == Qt::NoModifier && document()->isEmpty()) {
        Q_EMIT editLastRequested();
        return true;
    }
    if (modifiers == Qt::ControlModifier && (up || event.key() == Qt::Key_Down)) {
        Q_EMIT sentRequested(up ? -1 : 1);
        return true;
    }
    const QString mark = markFor(event);
    if (mark.isEmpty()) {
        return false;
    }
    toggle(mark);
    return true;
}

void MessageEdit::toggle(const QString &mark)
{
    QTextCursor cursor = textCursor();
    toggleMark(cursor, mark);
    setTextCursor(cursor);
}

bool MessageEdit::handleEnter(const QKeyEvent &event)
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter) {
        return false;
    }
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ShiftModifier || (modifiers == Qt::NoModifier && !m_enterSends)) {
        insertPlainText(u"\n"_s);
        ensureCursorVisible();
        return true;
    }
    if (modifiers != Qt::NoModifier && modifiers != Qt::ControlModifier) {
        return false;
    }
    if (!event.isAutoRepeat()) {
        Q_EMIT sendPressed();
    }
    return true;
}

std::optional<ScrollStep> MessageEdit::scrollStepFor(const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool allShown = verticalScrollBar()->maximum() == 0;
    if (modifiers == Qt::NoModifier && allShown) {
        if (event.key() == Qt::Key_PageUp) {
            return ScrollStep::PageUp;
        }
        if (event.key() == Qt::Key_PageDown) {
            return ScrollStep::PageDown;
        }
    }
    if (modifiers == Qt::ControlModifier && document()->isEmpty()) {
        if (event.key() == Qt::Key_Home) {
            return ScrollStep::First;
        }
        if (event.key() == Qt::Key_End) {
            return ScrollStep::Latest;
        }
    }
    return std::nullopt;
}

void MessageEdit::inputMethodEvent(QInputMethodEvent *event)
{
    QPlainTextEdit::inputMethodEvent(event);
    fitHeight();
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    elideHint();
    fitHeight();
}

void MessageEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        elideHint();
        fitHeight();
    }
}

void MessageEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void MessageEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged();
}

bool MessageEdit::focusNextPrevChild(bool next)
{
    return !isComposing() && QPlainTextEdit::focusNextPrevChild(next);
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText()) {
        insertPlainText(sanitizeText(source->text()));
        ensureCursorVisible();
    }
}

void MessageEdit::fitHeight()
{
    const Extent extent = extentOf(*document());
    // As needed alone, it would flash, and wrap the text anew, before a new height takes effect.
    setVerticalScrollBarPolicy(extent.complete ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    // QPlainTextEdit takes a line for hidden that reaches the last pixel.
    setFixedHeight(qCeil(extent.height + 2 * document()->documentMargin()) + 1);
}

void MessageEdit::elideHint()
{
    const int width = viewport()->width() - 2 * qCeil(document()->documentMargin());
    setPlaceholderText(fontMetrics().elidedText(m_hint, Qt::ElideRight, width));
}

} // namespace tincan
