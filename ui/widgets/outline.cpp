#include "ui/widgets/outline.h"

#include <QPainter>

#include <algorithm>

namespace tincan {

void paintOutline(QPainter &painter, const QRect &box, qreal radius, const QColor &ink, int width)
{
    const QTransform toDevice = painter.deviceTransform();
    const QRectF outside(toDevice.mapRect(QRectF(box)));
    const qreal line = std::max(1, qRound(width * toDevice.m11()));
    const QRectF middle = QRectF(outside.toRect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, line / toDevice.m11()));
    painter.drawRoundedRect(toDevice.inverted().mapRect(middle), radius, radius);
}

} // namespace tincan
