#include "ui/widgets/findbar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int longestText = 250; // characters; a server takes no more
constexpr int buttonSize = 28;

QToolButton *makeButton(const QString &sign)
{
    auto *button = new QToolButton;
    button->setText(sign);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumSize(buttonSize, buttonSize);
    return button;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QFrame(parent), m_field(new QLineEdit), m_note(new QLabel), m_older(makeButton(u"↑"_s)),
      m_newer(makeButton(u"↓"_s)), m_everywhere(makeButton(QString())), m_close(makeButton(u"✕"_s))
{
    setProperty("ruled", u"bottom"_s);
    m_field->setMaxLength(longestText);
    m_field->setMinimumWidth(80);
    m_note->setTextFormat(Qt::PlainText);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(16, 6, 16, 6);
    columns->setSpacing(4);
    columns->addWidget(m_field, 1);
    columns->addSpacing(4);
    columns->addWidget(m_note);
    columns->addSpacing(4);
    columns->addWidget(m_older);
    columns->addWidget(m_newer);
    columns->addWidget(m_everywhere);
    columns->addWidget(m_close);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_older, &QToolButton::clicked, this, &FindBar::olderRequested);
    connect(m_newer, &QToolButton::clicked, this, &FindBar::newerRequested);
    connect(m_everywhere, &QToolButton::clicked, this, &FindBar::everywhereRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closeRequested);
    retranslate();
    setSteps(false);
    hide();
}

void FindBar::begin()
{
    show();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::setNote(const QString &note, const QString &hint, bool none)
{
    m_note->setToolTip(hint);
    if (m_note->text() == note) {
        return;
    }
    m_note->setText(note);
    m_note->setProperty("kind", none ? u"error"_s : QString());
    m_note->style()->unpolish(m_note); // the style sheet looks at the property but once
    m_note->style()->polish(m_note);
    m_note->setAccessibleDescription(hint);
    // The keyboard stays in the line, so what was found has to be said by it.
    m_field->setAccessibleDescription(hint.isEmpty() ? note : note + u' ' + hint);
    QAccessibleEvent told(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void FindBar::setSteps(bool possible)
{
    m_older->setEnabled(possible);
    m_newer->setEnabled(possible);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT backRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        event->modifiers().testFlag(Qt::ShiftModifier) ? Q_EMIT newerRequested() : Q_EMIT olderRequested();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void FindBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void FindBar::retranslate()
{
    const auto name = [](QToolButton *button, const QString &words, const QString &keys) {
        button->setAccessibleName(words);
        //: %1: what a button does; %2: the keys that do so, too
        button->setToolTip(keys.isEmpty() ? words : tr("%1 (%2)").arg(words, keys));
    };
    m_field->setPlaceholderText(tr("Find in this conversation"));
    m_field->setAccessibleName(tr("Find in this conversation"));
    name(m_older, tr("Older match"), tr("F3 or Enter"));
    name(m_newer, tr("Newer match"), tr("Shift+F3 or Shift+Enter"));
    m_everywhere->setText(tr("All rooms…"));
    name(m_everywhere, tr("Search all rooms for this"), {});
    name(m_close, tr("Close and stay here"), tr("Esc goes back"));
}

} // namespace tincan
