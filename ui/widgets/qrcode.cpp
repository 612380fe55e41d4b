#include "ui/widgets/qrcode.h"

#include <QPainter>

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace tincan {

namespace {

constexpr int margin = 4; // modules, as the standard asks for

} // namespace

std::optional<QrCode> QrCode::of(const QByteArray &bytes)
{
    using Matrix = std::unique_ptr<QRcode, decltype(&QRcode_free)>;
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    const Matrix matrix(QRcode_encodeData(int(bytes.size()), data, 0, QR_ECLEVEL_M), &QRcode_free);
    if (!matrix)
        return {};
    QrCode code;
    code.m_size = matrix->width;
    code.m_dark.resize(matrix->width * matrix->width);
    for (int i = 0; i < code.m_dark.size(); ++i)
        code.m_dark.setBit(i, matrix->data[i] & 1);
    return code;
}

QrView::QrView(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("QR code of the invite link"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrView::setText(const QString &text)
{
    m_code = text.isEmpty() ? std::nullopt : QrCode::of(text.toUtf8());
    update();
}

void QrView::paintEvent(QPaintEvent *)
{
    if (!m_code)
        return;
    QPainter painter(this);
    const int modules = m_code->size() + 2 * margin;
    // Whole device pixels, so that no module is wider than its neighbour.
    const qreal ratio = devicePixelRatioF();
    const int pixels = std::max(1, int(std::min(width(), height()) * ratio) / modules);
    painter.scale(pixels / ratio, pixels / ratio);
    painter.fillRect(0, 0, modules, modules, Qt::white);
    for (int y = 0; y < m_code->size(); ++y) {
        for (int x = 0; x < m_code->size(); ++x) {
            if (m_code->isDark(x, y))
                painter.fillRect(margin + x, margin + y, 1, 1, Qt::black);
        }
    }
}

} // namespace tincan
