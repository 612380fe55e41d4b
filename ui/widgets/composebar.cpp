#include "ui/widgets/composebar.h"

#include "protocol/textsanitizer.h"
#include "ui/models/isolated.h"
#include "ui/models/shortened.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int barWidth = 3;
constexpr int buttonSize = 28;
constexpr qsizetype longestLine = 200; // characters; the rest would never fit

} // namespace

ComposeBar::ComposeBar(QWidget *parent)
    : QWidget(parent), m_heading(new QLabel), m_text(new QLabel), m_cancel(new QToolButton)
{
    for (QLabel *label : {m_heading, m_text}) {
        label->setTextFormat(Qt::PlainText);
    }
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_text->setProperty("kind", u"hint"_s);
    m_text->setMinimumWidth(1);
    m_cancel->setText(u"✕"_s);
    m_cancel->setAutoRaise(true);
    m_cancel->setFixedSize(buttonSize, buttonSize);
    connect(m_cancel, &QToolButton::clicked, this, &ComposeBar::cancelled);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_heading);
    words->addWidget(m_text);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(barWidth + 8, 4, 0, 4);
    columns->addLayout(words, 1);
    columns->addWidget(m_cancel, 0, Qt::AlignTop);
    retranslate();
    hide();
}

void ComposeBar::showReply(const QString &name, const QString &text)
{
    show(tr("Replying to %1").arg(isolated(name)), text);
}

void ComposeBar::showEdit(const QString &text)
{
    show(tr("Editing your message"), text);
}

void ComposeBar::show(const QString &heading, const QString &text)
{
    m_line = shortened(sanitizeLine(text), longestLine);
    m_heading->setText(heading);
    elide();
    setAccessibleName(heading);
    setVisible(true);
    QAccessibleEvent alert(m_heading, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ComposeBar::retranslate()
{
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancel (Esc)"));
}

void ComposeBar::elide()
{
    m_text->setText(m_text->fontMetrics().elidedText(m_line, Qt::ElideRight, m_text->width()));
}

void ComposeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void ComposeBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}

void ComposeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - barWidth : 0;
    painter.fillRect(x, 4, barWidth, height() - 8, tokensFor(palette()).accent);
}

} // namespace tincan
