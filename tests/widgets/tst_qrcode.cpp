#include "ui/widgets/qrcode.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QTest>

#include <zbar.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

/// What a scanner reads in a picture; empty where it finds no code.
QString scanned(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels;
    for (int y = 0; y < grey.height(); ++y)
        pixels.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    using Scanner = std::unique_ptr<zbar::zbar_image_scanner_t, decltype(&zbar::zbar_image_scanner_destroy)>;
    using Image = std::unique_ptr<zbar::zbar_image_t, decltype(&zbar::zbar_image_destroy)>;
    const Scanner scanner(zbar::zbar_image_scanner_create(), &zbar::zbar_image_scanner_destroy);
    const Image image(zbar::zbar_image_create(), &zbar::zbar_image_destroy);
    zbar::zbar_image_set_format(image.get(), 0x30303859); // "Y800"
    zbar::zbar_image_set_size(image.get(), unsigned(grey.width()), unsigned(grey.height()));
    zbar::zbar_image_set_data(image.get(), pixels.constData(), size_t(pixels.size()), nullptr);
    if (zbar::zbar_scan_image(scanner.get(), image.get()) <= 0)
        return {};
    const zbar::zbar_symbol_t *symbol = zbar::zbar_image_first_symbol(image.get());
    return QString::fromUtf8(zbar::zbar_symbol_get_data(symbol));
}

} // namespace

class TestQrCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScannerReadsTheLink_data();
    void aScannerReadsTheLink();
    void tooMuchIsNoCode();
};

void TestQrCode::aScannerReadsTheLink_data()
{
    QTest::addColumn<ColorScheme>("scheme");
    QTest::addColumn<QString>("link");
    const QString fp = QString(u'a').repeated(64);
    const QString simple = u"tincan://192.168.1.7:4040/lounge?fp="_s + fp;
    const QString full = simple + u"&at=10.8.0.3&at=[2001:db8:1:2:3:4:5:6]:5000&at=ada.example.org"_s;
    QTest::newRow("light") << ColorScheme::Light << simple;
    QTest::newRow("dark") << ColorScheme::Dark << simple;
    QTest::newRow("several addresses") << ColorScheme::Dark << full;
}

void TestQrCode::aScannerReadsTheLink()
{
    QFETCH(ColorScheme, scheme);
    QFETCH(QString, link);
    applyTheme(*qApp, scheme);
    QWidget window;
    window.resize(260, 260);
    auto *view = new QrView(&window);
    view->setGeometry(20, 20, 200, 200);
    view->setText(link);
    window.show();
    QCOMPARE(scanned(window.grab().toImage()), link);
}

void TestQrCode::tooMuchIsNoCode()
{
    QVERIFY(QrCode::of(QByteArray(2000, 'x')));
    QVERIFY(!QrCode::of(QByteArray(2400, 'x')));
    QVERIFY(!QrCode::of(QByteArray()));
}

QTEST_MAIN(TestQrCode)
#include "tst_qrcode.moc"
