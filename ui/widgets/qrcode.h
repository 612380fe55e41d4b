#pragma once

#include <QBitArray>
#include <QWidget>

#include <optional>

namespace tincan {

/// A QR code (ISO/IEC 18004) as a square of dark and light modules.
class QrCode
{
public:
    /// Of bytes as they are; nothing where they are too many for the largest code (2,331).
    static std::optional<QrCode> of(const QByteArray &bytes);

    int size() const { return m_size; } ///< modules on a side, without the margin
    bool isDark(int x, int y) const { return m_dark.testBit(y * m_size + x); }

private:
    int m_size = 0;
    QBitArray m_dark;
};

/// Shows a QR code as large as it fits, dark on light in any colour scheme, since not every scanner reads it
/// the other way round.
class QrView : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget *parent = nullptr);

    void setText(const QString &text); ///< nothing is shown of one that is too long

    QSize sizeHint() const override { return {200, 200}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<QrCode> m_code;
};

} // namespace tincan
