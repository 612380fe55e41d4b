#include "ui/widgets/programicon.h"

#include <QIconEngine>

using namespace Qt::StringLiterals;

/// A static library's resources are there only once somebody asks for them, which works outside of any
/// namespace only.
static void bringResources()
{
    Q_INIT_RESOURCE(tincan);
}

namespace tincan {

namespace {

QIcon iconFromFiles()
{
    bringResources();
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        icon.addFile(u":/icons/tincan-%1.png"_s.arg(size), QSize(size, size));
    }
    return icon;
}

/// Looks at the files when a picture is wanted: Qt loads all its image formats to know what they are.
class LateIcon final : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        icon().paint(painter, rect, Qt::AlignCenter, mode, state);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return icon().pixmap(size, 1.0, mode, state); // `size` is in the screen's pixels
    }

    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return icon().actualSize(size, mode, state);
    }

    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override
    {
        return icon().availableSizes(mode, state);
    }

    QIconEngine *clone() const override { return new LateIcon; }

private:
    const QIcon &icon()
    {
        if (m_icon.isNull()) {
            m_icon = iconFromFiles();
        }
        return m_icon;
    }

    QIcon m_icon;
};

} // namespace

QIcon programIcon()
{
    return QIcon(new LateIcon);
}

} // namespace tincan
