#pragma once

#include <QRect>

class QColor;
class QPainter;

namespace tincan {

/// A rounded frame, `width` pixels wide inside `box`, with the painter's brush in it. It is drawn on whole
/// pixels of the device: where a screen's scale is a fraction, a thin line would else be smeared over two of
/// them and pale.
void paintOutline(QPainter &painter, const QRect &box, qreal radius, const QColor &ink, int width);

} // namespace tincan
