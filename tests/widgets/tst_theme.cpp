#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QImage>
#include <QPushButton>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void eachSchemeIsRecognisedByItsPalette();
    void textIsReadableOnEveryBackground();
    void namesAreReadableOnEveryBackground();
    void whiteInitialsAreReadableOnAvatars();
    void theSamePersonKeepsTheHue();
    void aTickBoxIsSeenInBothSchemes();
    void aDefaultButtonIsAsWideAsItsBoldWords();
    void peopleGetDifferentHues();
    void initialsAreOneOrTwoCharacters_data();
    void initialsAreOneOrTwoCharacters();
    void aForeignPaletteGivesTokensOfItsOwn();
    void choosingASchemeChangesThePaletteAtOnce();
    void systemFollowsTheDesktopLive();
    void highContrastWinsOverTheTokens();
    void aChosenSchemeStaysWhenTheDesktopChanges();
};

namespace {

QPalette desktop(const QColor &window, const QColor &text)
{
    QPalette palette(text, window, window, window, window, text, text, window, window);
    palette.setColor(QPalette::AlternateBase, window);
    return palette;
}

QList<QColor> backgrounds(const Tokens &tokens)
{
    return {tokens.window, tokens.sidebar, tokens.hover, tokens.mention, tokens.selected};
}

} // namespace

void TestTheme::cleanup()
{
    qApp->setPalette(lightPalette());
    applyTheme(*qApp, ColorScheme::Light);
    QCoreApplication::sendPostedEvents();
}

void TestTheme::eachSchemeIsRecognisedByItsPalette()
{
    QCOMPARE(tokensFor(lightPalette()).selected, QColor(0xdde8fb));
    QCOMPARE(tokensFor(darkPalette()).selected, QColor(0x263650));
}

void TestTheme::textIsReadableOnEveryBackground()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        const Tokens tokens = tokensFor(palette);
        for (const QColor &background : backgrounds(tokens)) {
            QVERIFY(contrast(tokens.text, background) >= 4.5);
        }
        for (const QColor &background : backgrounds(tokens) + QList<QColor>{tokens.code}) {
            QVERIFY(contrast(tokens.dim, background) >= 4.5);
            QVERIFY(contrast(tokens.accent, background) >= 3); // rings of focus, badges
        }
        for (const QColor &background :
             {tokens.window, tokens.sidebar, tokens.hover, tokens.mention, tokens.code}) {
            QVERIFY(contrast(tokens.border, background) >= 3);
        }
        for (const QColor &background : {tokens.window, tokens.hover, tokens.mention, tokens.code}) {
            QVERIFY(contrast(tokens.link, background) >= 4.5);
            QVERIFY(contrast(tokens.danger, background) >= 4.5);
        }
        QVERIFY(contrast(tokens.accentText, tokens.accent) >= 4.5);
        QVERIFY(contrast(tokens.markText, tokens.mark) >= 4.5);
    }
}

void TestTheme::namesAreReadableOnEveryBackground()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        const Tokens tokens = tokensFor(palette);
        for (int i = 0; i < 1000; ++i) {
            const QColor color = nameColor(u"member-%1"_s.arg(i), tokens);
            QVERIFY(color != tokens.text);
            for (const QColor &background : backgrounds(tokens)) {
                QVERIFY2(contrast(color, background) >= 4.5, qPrintable(color.name() + background.name()));
            }
        }
    }
}

void TestTheme::whiteInitialsAreReadableOnAvatars()
{
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(contrast(avatarColor(u"member-%1"_s.arg(i)), Qt::white) >= 4.5);
    }
}

void TestTheme::theSamePersonKeepsTheHue()
{
    const Tokens light = tokensFor(lightPalette());
    QCOMPARE(nameColor(u"ada"_s, light), nameColor(u"ada"_s, light));
    QCOMPARE(avatarColor(u"ada"_s), nameColor(u"ada"_s, light));
    QCOMPARE(avatarColor(u"ada"_s).name(), u"#8a5601"_s);
}

void TestTheme::peopleGetDifferentHues()
{
    QSet<QRgb> hues;
    for (int i = 0; i < 200; ++i) {
        hues.insert(avatarColor(QString::number(i)).rgb());
    }
    QCOMPARE(hues.size(), 12);
}

void TestTheme::initialsAreOneOrTwoCharacters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one word") << u"Wojtek"_s << u"WO"_s;
    QTest::newRow("two words") << u"Li Mei"_s << u"LM"_s;
    QTest::newRow("three words") << u"Ada King Lovelace"_s << u"AK"_s;
    QTest::newRow("guest with number") << u"guest-54321"_s << u"G"_s;
    QTest::newRow("Chinese") << u"张三"_s << u"张"_s;
    QTest::newRow("one letter") << u"x"_s << u"X"_s;
    QTest::newRow("digits alone") << u"42"_s << u"42"_s;
    QTest::newRow("emoji stays whole") << u"👩‍🚀"_s << u"👩‍🚀"_s;
    QTest::newRow("combining mark stays") << u"é"_s << u"É"_s;
    QTest::newRow("separators only") << u"--"_s << u"-"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestTheme::initialsAreOneOrTwoCharacters()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QCOMPARE(initials(name), expected);
}

void TestTheme::aForeignPaletteGivesTokensOfItsOwn()
{
    QPalette palette = desktop(Qt::black, Qt::yellow);
    palette.setColor(QPalette::Highlight, Qt::cyan);
    const Tokens tokens = tokensFor(palette);
    QCOMPARE(tokens.window, QColor(Qt::black));
    QCOMPARE(tokens.text, QColor(Qt::yellow));
    QCOMPARE(tokens.accent, QColor(Qt::cyan));
    for (const QColor &background : backgrounds(tokens)) {
        QVERIFY(contrast(tokens.text, background) >= 4.5);
        QVERIFY(contrast(tokens.border, background) >= 3);
        QVERIFY(contrast(nameColor(u"ada"_s, tokens), background) >= 4.5);
    }
}

void TestTheme::choosingASchemeChangesThePaletteAtOnce()
{
    applyTheme(*qApp, ColorScheme::Dark);
    QCOMPARE(qApp->palette().color(QPalette::Window), QColor(0x1b1e23));
    applyTheme(*qApp, ColorScheme::Light);
    QCOMPARE(qApp->palette().color(QPalette::Window), QColor(0xffffff));
}

void TestTheme::systemFollowsTheDesktopLive()
{
    applyTheme(*qApp, ColorScheme::System);
    qApp->setPalette(desktop(QColor(0x303030), QColor(0xeeeeee)));
    QTRY_COMPARE(qApp->palette().color(QPalette::Window), QColor(0x1b1e23));
    qApp->setPalette(desktop(QColor(0xefefef), QColor(0x111111)));
    QTRY_COMPARE(qApp->palette().color(QPalette::Window), QColor(0xffffff));
    QVERIFY(qApp->styleSheet().contains(u"#2f6fde"_s));
}

void TestTheme::highContrastWinsOverTheTokens()
{
    applyTheme(*qApp, ColorScheme::System);
    QPalette contrasting = desktop(Qt::black, Qt::white);
    contrasting.setColor(QPalette::Highlight, Qt::cyan);
    qApp->setPalette(contrasting);
    QTRY_VERIFY(qApp->styleSheet().contains(QColor(Qt::cyan).name()));
    QCOMPARE(qApp->palette().color(QPalette::Window), QColor(Qt::black));
    QCOMPARE(qApp->palette().color(QPalette::Text), QColor(Qt::white));
}

void TestTheme::aChosenSchemeStaysWhenTheDesktopChanges()
{
    applyTheme(*qApp, ColorScheme::Dark);
    qApp->setPalette(desktop(QColor(0xefefef), QColor(0x111111)));
    QTRY_COMPARE(qApp->palette().color(QPalette::Window), QColor(0x1b1e23));
}

void TestTheme::aTickBoxIsSeenInBothSchemes()
{
    for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        applyTheme(*qApp, scheme);
        for (const bool checked : {false, true}) {
            QCheckBox box;
            box.setChecked(checked);
            const QImage picture = box.grab().toImage();
            const Tokens tokens = tokensFor(qApp->palette());
            const QColor wanted = checked ? tokens.accent : tokens.border;
            int found = 0;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    found += picture.pixelColor(x, y) == wanted ? 1 : 0;
            }
            QVERIFY(found >= 4 * 8); // the edges of the box
        }
    }
}

/// Qt reckons with the font that the button has, whatever a state of the style sheet draws.
void TestTheme::aDefaultButtonIsAsWideAsItsBoldWords()
{
    applyTheme(*qApp, ColorScheme::Light);
    QDialog dialog;
    QPushButton plain(u"Cancel"_s, &dialog);
    QPushButton chosen(u"Cancel"_s, &dialog);
    chosen.setDefault(true);
    dialog.ensurePolished();
    plain.ensurePolished();
    chosen.ensurePolished();
    QCOMPARE(chosen.font().weight(), QFont::DemiBold);
    QVERIFY(chosen.sizeHint().width() > plain.sizeHint().width());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
