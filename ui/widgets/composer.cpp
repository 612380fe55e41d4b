#include "ui/widgets/composer.h"

#include "protocol/limits.h"
#include "protocol/plainvocabulary.h"
#include "protocol/textsanitizer.h"
#include "ui/widgets/outline.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int radius = 6;
constexpr int padding = 10;
constexpr int gap = 8;

qsizetype utf8Size(QStringView text)
{
    qsizetype bytes = 0;
    for (const QChar c : text) {
        // Each half of a surrogate pair counts for two of its four bytes.
        bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    }
    return bytes;
}

QLabel *makeQuietLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    return label;
}

void setTextColor(QWidget *widget, const QColor &color)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, color);
    widget->setPalette(palette);
}

/// Whether the room hears it; a command is for the program or the server.
bool isSpoken(const QString &text)
{
    const TextCommand command = plain::parseCommand(sanitizeText(text));
    return std::holds_alternative<textcommand::Say>(command) ||
           std::holds_alternative<textcommand::Me>(command);
}

/// A screen reader is told of every description that is set, changed or not.
void describe(QWidget *widget, const QString &description)
{
    if (widget->accessibleDescription() != description) {
        widget->setAccessibleDescription(description);
    }
}

} // namespace

Composer::Composer(QWidget *parent)
    : QWidget(parent), m_edit(new MessageEdit), m_completion(new CompletionPopup(m_edit)),
      m_note(makeQuietLabel()), m_counter(makeQuietLabel()), m_hint(makeQuietLabel()), m_markBar(makeMarks()),
      m_emoji(new QToolButton), m_send(new QPushButton), m_limit(Limits{}.messageBytes)
{
    m_send->setProperty("primary", true);
    m_send->setAutoDefault(false);
    m_emoji->setText(u"☺"_s);
    m_emoji->setAutoRaise(true);
    m_emoji->setMinimumSize(28, 28);
    m_emoji->setShortcut(Qt::CTRL | Qt::Key_Period);
    connect(m_emoji, &QToolButton::clicked, this,
            [this] { Q_EMIT emojiRequested(m_emoji->mapToGlobal(QPoint(0, 0))); });
    layOut();
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_edit);

    connect(m_edit, &MessageEdit::sendPressed, this, &Composer::submit);
    connect(m_edit, &MessageEdit::scrollRequested, this, &Composer::scrollRequested);
    connect(m_edit, &MessageEdit::editLastRequested, this, &Composer::editLastRequested);
    connect(m_edit, &MessageEdit::sentRequested, this, &Composer::sentRequested);
    connect(m_edit, &MessageEdit::focusChanged, this, qOverload<>(&QWidget::update));
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::handleTextChange);
    connect(m_send, &QPushButton::clicked, this, [this] {
        m_edit->setFocus(Qt::OtherFocusReason);
        submit();
    });
    connect(m_completion, &CompletionPopup::closed, this, &Composer::showState);
    retranslate();
    applyFonts();
}

void Composer::layOut()
{
    m_note->setProperty("kind", u"hint"_s);
    m_hint->setProperty("kind", u"hint"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    m_counter->setWordWrap(true);
    m_hint->setMinimumWidth(1); // or else the window could not become too narrow for it

    m_markBar->setMinimumWidth(1);

    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_markBar);
    row->addWidget(m_emoji);
    row->addWidget(m_counter, 1);
    row->addWidget(m_hint);
    row->addWidget(m_send);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(padding, padding, padding, padding);
    rows->setSpacing(gap);
    rows->addWidget(m_edit);
    rows->addWidget(m_note);
    rows->addLayout(row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QWidget *Composer::makeMarks()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const auto &[mark, sign] :
         {std::pair(u"**"_s, u"B"_s), std::pair(u"_"_s, u"I"_s), std::pair(u"`"_s, u"</>"_s)}) {
        auto *button = new QToolButton;
        button->setText(sign);
        button->setProperty("mark", mark);
        button->setAutoRaise(true);
        button->setMinimumSize(28, 28);
        connect(button, &QToolButton::clicked, this, [this, mark = mark] {
            m_edit->toggle(mark);
            m_edit->setFocus(Qt::OtherFocusReason);
        });
        row->addWidget(button);
        m_marks.append(button);
    }
    return bar;
}

void Composer::retranslate()
{
    m_edit->setAccessibleName(tr("Message"));
    m_send->setText(tr("Send"));
    m_send->setAccessibleName(tr("Send"));
    const QStringList names{tr("Bold"), tr("Italic"), tr("Code")};
    const QStringList keys{u"Ctrl+B"_s, u"Ctrl+I"_s, u"Ctrl+E"_s};
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        m_marks.at(i)->setAccessibleName(names.at(i));
        //: tool tip: what a button does, and its key
        m_marks.at(i)->setToolTip(tr("%1 (%2)").arg(names.at(i), keys.at(i)));
    }
    m_emoji->setAccessibleName(tr("Emoji"));
    m_emoji->setToolTip(tr("Emoji (Ctrl+.)"));
    m_hint->setText(m_enterSends ? tr("Enter to send · Shift+Enter for a new line")
                                 : tr("Ctrl+Enter to send · Enter for a new line"));
    showState();
}

QString Composer::text() const
{
    return m_edit->text();
}

int Composer::cursorPosition() const
{
    return m_edit->textCursor().position();
}

void Composer::setText(const QString &text)
{
    setText(text, int(text.size()));
}

void Composer::setText(const QString &text, int cursor)
{
    const QScopedValueRollback replacing(m_replacing, true);
    m_edit->setText(text, cursor);
}

void Composer::clearSent()
{
    setText({});
}

void Composer::insert(const QString &text)
{
    m_edit->insertPlainText(text);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::setEnterSends(bool sends)
{
    m_edit->setEnterSends(sends);
    m_enterSends = sends;
    retranslate();
}

void Composer::setPlaceholder(const QString &text)
{
    m_edit->setHint(text);
}

void Composer::setLimit(int bytes)
{
    m_limit = bytes;
    measure();
    showState();
}

void Composer::setNote(const QString &sentence)
{
    m_standing = sentence;
    showNote();
}

void Composer::setObstacle(const QString &sentence, const QString &until, bool edits)
{
    const bool fresh = m_obstacle != sentence && !sentence.isEmpty();
    m_obstacle = sentence;
    m_until = until;
    m_obstructsEdits = edits;
    showNote();
    if (fresh) {
        QAccessibleEvent alert(m_note, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Composer::setEditing(bool editing)
{
    m_editing = editing;
    showNote();
}

void Composer::showNote()
{
    const QString why = obstacle();
    //: %1: why nothing can be sent, %2: how long that holds; a sentence each
    const QString timed = m_until.isEmpty() ? why : tr("%1 %2").arg(why, m_until);
    m_note->setText(why.isEmpty() ? m_standing : timed);
    m_note->setVisible(!m_note->text().isEmpty());
    showState();
}

void Composer::submit()
{
    const QString text = m_edit->text();
    if (!m_edit->isComposing() && !isOverLimit() && !isObstructed() && !isBlank(text)) {
        Q_EMIT submitted(text);
    }
}

bool Composer::isOverLimit() const
{
    return m_bytes > m_limit;
}

QString Composer::obstacle() const
{
    return m_editing && !m_obstructsEdits ? QString() : m_obstacle;
}

bool Composer::isObstructed() const
{
    return !obstacle().isEmpty() && (m_editing || isSpoken(m_edit->text()));
}

void Composer::handleTextChange()
{
    measure();
    showState();
    Q_EMIT textChanged();
    if (m_replacing) {
        m_completion->leave();
    } else {
        Q_EMIT textEdited();
        m_completion->follow();
    }
}

void Composer::measure()
{
    constexpr qsizetype mostBytesPerUnit = 3;
    const qsizetype units = m_edit->document()->characterCount();
    m_bytes = units * mostBytesPerUnit * 10 < m_limit * 8 ? 0 : utf8Size(m_edit->text());
}

void Composer::showState()
{
    const bool over = isOverLimit();
    const bool near = m_bytes * 10 >= m_limit * 8;
    const QString bytes = locale().toString(m_bytes);
    const QString limit = locale().toString(m_limit);
    const QString reason = over ? tr("Too long to send: %1 of %2 bytes").arg(bytes, limit) : QString();
    const QString count = near ? tr("%1 of %2 bytes").arg(bytes, limit) : QString();
    const bool newlyOver = !std::exchange(m_saidOver, over) && over;

    m_counter->setText(over ? reason : count);
    const QString why = over ? reason : isObstructed() ? m_obstacle : QString();
    m_send->setEnabled(why.isEmpty() && !isBlank(m_edit->text()));
    m_send->setToolTip(why);
    describe(m_send, why);
    if (!m_completion->isOpen()) { // what is chosen there stands in the same place
        describe(m_edit, why.isEmpty() ? m_standing : why);
    }
    setTextColor(m_counter, over ? tokensFor(palette()).danger : tokensFor(palette()).dim);
    showWhatFits();
    if (newlyOver) {
        QAccessibleEvent alert(m_counter, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Composer::showWhatFits()
{
    const int counter = m_counter->fontMetrics().horizontalAdvance(m_counter->text());
    const int marks = m_markBar->sizeHint().width() + gap;
    const int needed =
        counter + m_emoji->sizeHint().width() + m_send->sizeHint().width() + 3 * gap + 2 * padding;
    const int withMarks = needed + marks;
    m_markBar->setVisible(withMarks <= width());
    m_hint->setVisible(withMarks + m_hint->sizeHint().width() + gap <= width());
}

void Composer::applyFonts()
{
    QFont small = font();
    if (small.pointSizeF() > 0) {
        small.setPointSizeF(small.pointSizeF() * 0.9);
    }
    // A style sheet keeps a font from reaching the children by itself.
    m_edit->setFont(font());
    m_send->setFont(font());
    for (QLabel *label : {m_note, m_counter, m_hint}) {
        label->setFont(small);
    }
    showWhatFits();
}

void Composer::paintEvent(QPaintEvent *)
{
    const Tokens tokens = tokensFor(palette());
    const bool focused = m_edit->hasFocus();
    QPainter painter(this);
    painter.setBrush(tokens.window);
    paintOutline(painter, rect(), radius, focused ? tokens.accent : tokens.border, focused ? 2 : 1);
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        applyFonts();
    } else if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::LocaleChange || event->type() == QEvent::PaletteChange) {
        showState();
    }
}

} // namespace tincan
