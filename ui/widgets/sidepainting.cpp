#include "ui/widgets/sidepainting.h"

#include <QFontMetrics>
#include <QListView>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace tincan {

namespace {

constexpr int smallestTarget = 24; // px
constexpr qreal corner = 6;        // px

QFont scaled(const QFont &font, qreal factor)
{
    QFont result(font);
    if (font.pointSizeF() > 0)
        result.setPointSizeF(font.pointSizeF() * factor);
    else
        result.setPixelSize(std::max(1, int(font.pixelSize() * factor)));
    return result;
}

/// A box of this size at the end of the row, in its middle.
QRect boxAtEnd(const QRect &row, const QSize &size, Qt::LayoutDirection direction)
{
    return QStyle::alignedRect(direction, Qt::AlignRight | Qt::AlignVCenter, size, row);
}

} // namespace

QFont sectionFont(const QFont &font)
{
    QFont result = scaled(font, 0.8);
    result.setWeight(QFont::DemiBold);
    result.setCapitalization(QFont::AllUppercase);
    result.setLetterSpacing(QFont::PercentageSpacing, 105);
    return result;
}

QFont badgeFont(const QFont &font)
{
    return scaled(font, 0.85);
}

int sideRowHeight(const QFont &font)
{
    return std::max(smallestTarget, QFontMetrics(font).height() * 2 - 4);
}

int sideMargin(const QFont &font)
{
    return QFontMetrics(font).height() / 2;
}

int rowsHeight(const QListView &list)
{
    const int rows = list.model() ? list.model()->rowCount(list.rootIndex()) : 0;
    int height = 0;
    for (int row = 0; row < rows; ++row) {
        if (!list.isRowHidden(row))
            height += list.sizeHintForRow(row);
    }
    return height;
}

void paintRowGround(QPainter &painter, const QRect &row, const QColor &ground, const QColor &ring)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(ring.isValid() ? QPen(ring, 2) : QPen(Qt::NoPen));
    painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), corner, corner);
}

void paintSection(QPainter &painter, const QRect &row, const QString &title, const QFont &font,
                  const Tokens &tokens)
{
    painter.setFont(sectionFont(font));
    painter.setPen(tokens.dim);
    const QFontMetrics metrics(painter.font());
    const QString shown = metrics.elidedText(title.toUpper(), Qt::ElideRight, row.width());
    painter.drawText(row.adjusted(0, 0, 0, -metrics.descent()), int(Qt::AlignBottom | Qt::AlignLeading),
                     shown);
}

int paintBadge(QPainter &painter, const QRect &row, const QString &text, bool filled, const Tokens &tokens,
               Qt::LayoutDirection direction)
{
    painter.save();
    QFont font = badgeFont(painter.font());
    font.setWeight(filled ? QFont::Bold : QFont::Normal);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int height = metrics.height() + 2;
    const QSize size(std::max(height, metrics.horizontalAdvance(text) + height * 3 / 4), height);
    const QRect box = boxAtEnd(row, size, direction);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(filled ? QPen(Qt::NoPen) : QPen(tokens.dim, 1));
    painter.setBrush(filled ? QBrush(tokens.accent) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0, height / 2.0);
    painter.setPen(filled ? tokens.accentText : tokens.dim);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
    return size.width();
}

int paintTag(QPainter &painter, const QRect &row, const QString &text, const Tokens &tokens,
             Qt::LayoutDirection direction)
{
    painter.save();
    painter.setFont(badgeFont(painter.font()));
    const QFontMetrics metrics(painter.font());
    const QSize size(metrics.horizontalAdvance(text) + metrics.height() * 3 / 4, metrics.height() + 4);
    const QRect box = boxAtEnd(row, size, direction);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(tokens.dim);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
    return size.width();
}

void paintChevron(QPainter &painter, const QRect &box, bool open, const Tokens &tokens,
                  Qt::LayoutDirection direction)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.dim, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(QRectF(box).center());
    if (!open)
        painter.rotate(direction == Qt::RightToLeft ? 90 : -90);
    const qreal arm = box.width() / 3.0;
    painter.drawPolyline(QPolygonF({{-arm, -arm / 2}, {0, arm / 2}, {arm, -arm / 2}}));
    painter.restore();
}

void paintVerified(QPainter &painter, const QRect &box, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(box).adjusted(1, 1, -1, -1);
    const auto at = [&ring](qreal x, qreal y) {
        return QPointF(ring.left() + x * ring.width(), ring.top() + y * ring.height());
    };
    painter.setPen(QPen(tokens.ok, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(ring);
    painter.drawPolyline(QPolygonF({at(0.28, 0.52), at(0.45, 0.70), at(0.74, 0.34)}));
    painter.restore();
}

void paintOpenLock(QPainter &painter, const QRect &box, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF lock = QRectF(box).adjusted(1, 1, -1, -1);
    const qreal side = lock.width();
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.dim);
    painter.drawRoundedRect(
        QRectF(lock.left() + 0.1 * side, lock.top() + 0.48 * side, 0.6 * side, 0.46 * side), 1.5, 1.5);
    painter.setPen(QPen(tokens.dim, 1.3, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    QPainterPath shackle(QPointF(lock.left() + 0.54 * side, lock.top() + 0.48 * side));
    shackle.lineTo(lock.left() + 0.54 * side, lock.top() + 0.28 * side);
    shackle.arcTo(QRectF(lock.left() + 0.54 * side, lock.top() + 0.08 * side, 0.4 * side, 0.4 * side), 180,
                  -180);
    shackle.lineTo(lock.left() + 0.94 * side, lock.top() + 0.34 * side);
    painter.drawPath(shackle);
    painter.restore();
}

void paintPresence(QPainter &painter, const QRect &box, bool present, const Tokens &tokens)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(present ? QPen(Qt::NoPen) : QPen(tokens.dim, 1.5));
    painter.setBrush(present ? QBrush(tokens.ok) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(box).adjusted(1, 1, -1, -1));
}

} // namespace tincan
