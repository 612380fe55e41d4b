#include "tests/gui/everywindow.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <functional>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

QPalette highContrast()
{
    QPalette palette(Qt::white, Qt::black, Qt::black, Qt::black, Qt::black, Qt::white, Qt::white, Qt::black,
                     Qt::black);
    palette.setColor(QPalette::AlternateBase, Qt::black);
    palette.setColor(QPalette::Highlight, Qt::cyan);
    palette.setColor(QPalette::HighlightedText, Qt::black);
    return palette;
}

/// Where something is to be typed, chosen or pressed; what looks like a word alone has no edge.
bool hasEdge(const QWidget *widget)
{
    const auto *button = qobject_cast<const QPushButton *>(widget);
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    const bool isList = view && view->frameShape() != QFrame::NoFrame;
    const bool part = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) ||
                      qobject_cast<const QComboBox *>(widget->parentWidget());
    const bool works = (button && !button->isFlat()) || qobject_cast<const QLineEdit *>(widget) ||
                       qobject_cast<const QComboBox *>(widget) ||
                       qobject_cast<const QAbstractSpinBox *>(widget) || isList ||
                       qobject_cast<const Composer *>(widget);
    return works && !part && widget->isVisible() && widget->isEnabled();
}

/// What a colour that lets something through looks like.
QColor over(const QColor &ground, const QColor &ink)
{
    const auto part = [&ink](float below, float above) { return below + (above - below) * ink.alphaF(); };
    return QColor::fromRgbF(part(ground.redF(), ink.redF()), part(ground.greenF(), ink.greenF()),
                            part(ground.blueF(), ink.blueF()));
}

/// How far the strongest point of the left edge stands out from what is beside it.
qreal contrastOfEdge(const QImage &picture, const QRect &place)
{
    const int y = place.center().y();
    const QColor ground = picture.pixelColor(std::max(0, place.left() - 2), y);
    qreal most = 1;
    for (int x = place.left(); x < place.left() + 3; ++x)
        most = std::max(most, contrast(picture.pixelColor(x, y), ground));
    return most;
}

} // namespace

/// What somebody sees of every window of the program.
class TestLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void cleanupTestCase() { m_home.reset(); }
    void theEdgesOfControlsAreSeen_data();
    void theEdgesOfControlsAreSeen();
    void whatToTypeIsReadable_data() { theEdgesOfControlsAreSeen_data(); }
    void whatToTypeIsReadable();

private:
    EveryWindow &home();
    static void wear(const QPalette &palette);
    void forEveryWindow(const std::function<void(QWidget &window)> &look);

    std::unique_ptr<EveryWindow> m_home;
};

EveryWindow &TestLooks::home()
{
    if (!m_home)
        m_home = std::make_unique<EveryWindow>();
    return *m_home;
}

void TestLooks::cleanup()
{
    qApp->setPalette(lightPalette());
    applyTheme(*qApp, ColorScheme::Light);
}

void TestLooks::theEdgesOfControlsAreSeen_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
    QTest::newRow("high contrast") << highContrast();
}

void TestLooks::wear(const QPalette &palette)
{
    qApp->setPalette(palette);
    applyTheme(*qApp, ColorScheme::System);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(qApp->palette().color(QPalette::Window), palette.color(QPalette::Window));
}

/// The main window and then all others, one after the other.
void TestLooks::forEveryWindow(const std::function<void(QWidget &window)> &look)
{
    EveryWindow &every = home();
    every.driver().choose(u"Find in Conversation…"_s);
    look(every.driver().window());
    const QStringList all = EveryWindow::names();
    for (const QString &name : all) {
        QWidget *window = every.open(name);
        QVERIFY2(window, qPrintable(name));
        look(*window);
        every.close();
        if (QTest::currentTestFailed())
            return;
    }
}

/// At least 3:1.
void TestLooks::theEdgesOfControlsAreSeen()
{
    QFETCH(QPalette, palette);
    home();
    wear(palette);
    forEveryWindow([](QWidget &window) {
        const QImage picture = window.grab().toImage();
        const qreal ratio = picture.devicePixelRatio();
        const auto all = window.findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (!hasEdge(widget) || widget->window() != &window)
                continue;
            const QPoint corner = widget->mapTo(&window, QPoint()) * ratio;
            const qreal seen = contrastOfEdge(picture, QRect(corner, widget->size() * ratio));
            const QString kind = QLatin1StringView(widget->metaObject()->className());
            QVERIFY2(seen >= 3,
                     qPrintable(u"%1, %2 %3: %4"_s.arg(window.windowTitle(), kind, widget->accessibleName(),
                                                       QString::number(seen))));
        }
    });
}

/// The words in an empty line.
void TestLooks::whatToTypeIsReadable()
{
    QFETCH(QPalette, palette);
    home();
    wear(palette);
    forEveryWindow([](QWidget &window) {
        const auto all = window.findChildren<QLineEdit *>();
        for (const QLineEdit *line : all) {
            const QColor ground = line->palette().color(QPalette::Base);
            const QColor ink = over(ground, line->palette().color(QPalette::PlaceholderText));
            QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(line->accessibleName() + u' ' + ink.name()));
        }
    });
}

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
