#include "ui/widgets/jumpbutton.h"

#include "ui/widgets/outline.h"
#include "ui/widgets/theme.h"

#include <QEnterEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tincan {

JumpButton::JumpButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    updateWords();
}

void JumpButton::setCount(int count)
{
    if (count != m_count) {
        m_count = count;
        updateWords();
    }
}

QSize JumpButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int height = std::max(28, metrics.height() + 12);
    const int words = text().isEmpty() ? 0 : metrics.horizontalAdvance(text()) + height / 3;
    return QSize(height + words, height);
}

void JumpButton::paintEvent(QPaintEvent *)
{
    const Tokens tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool counts = m_count > 0;
    const QColor ground = counts ? tokens.accent : underMouse() || isDown() ? tokens.hover : tokens.window;
    const QColor ink = counts ? tokens.accentText : tokens.text;
    const QColor edge = hasFocus() ? tokens.text : counts ? tokens.accent : tokens.border;
    painter.setBrush(ground);
    paintOutline(painter, rect(), height() / 2.0, edge, hasFocus() ? 2 : 1);

    const QRect arrow = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, height(), height()));
    const qreal arm = height() / 7.0;
    const QPointF tip = QRectF(arrow).center() + QPointF(0, arm / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{tip + QPointF(-arm, -arm), tip, tip + QPointF(arm, -arm)});
    if (counts) {
        const QRect words(height() - height() / 6, 0, width() - height(), height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), Qt::AlignCenter, text());
    }
}

void JumpButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        updateWords();
    }
}

void JumpButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void JumpButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void JumpButton::updateWords()
{
    setText(m_count > 0 ? tr("%n new", nullptr, m_count) : QString());
    setAccessibleName(m_count > 0 ? tr("Jump to latest, %n new", nullptr, m_count) : tr("Jump to latest"));
    setToolTip(accessibleName());
    updateGeometry();
    resize(sizeHint());
    update();
}

} // namespace tincan
