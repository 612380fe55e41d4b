#include "ui/widgets/theme.h"

#include "ui/widgets/desktopcolors.h"
#include "ui/widgets/stylesheet.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

const Tokens &lightTokens()
{
    static const Tokens tokens{
        .window = QColor(0xffffff),
        .sidebar = QColor(0xf3f4f6),
        .line = QColor(0xe3e5e9),
        .border = QColor(0x838a96),
        .text = QColor(0x1d2127),
        .dim = QColor(0x616874),
        .link = QColor(0x2966cf), // the accent is too pale for words on grey, blue or yellow
        .accent = QColor(0x2f6fde),
        .accentText = QColor(0xffffff),
        .selected = QColor(0xdde8fb),
        .hover = QColor(0xf3f6fb),
        .mention = QColor(0xfff5d6),
        .mentionBar = QColor(0xd99a00),
        .mark = QColor(0xffd75e),
        .markText = QColor(0x1d2127),
        .code = QColor(0xf0f1f4),
        .danger = QColor(0xc9352b),
        .ok = QColor(0x23864a),
    };
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens{
        .window = QColor(0x1b1e23),
        .sidebar = QColor(0x16181c),
        .line = QColor(0x2c3037),
        .border = QColor(0x717985),
        .text = QColor(0xe6e8eb),
        .dim = QColor(0x98a0ac),
        .link = QColor(0x5b93f5),
        .accent = QColor(0x5b93f5),
        .accentText = QColor(0x10141b),
        .selected = QColor(0x263650),
        .hover = QColor(0x22262d),
        .mention = QColor(0x2e2a1c),
        .mentionBar = QColor(0xe3b341),
        .mark = QColor(0xe3b341),
        .markText = QColor(0x16181c),
        .code = QColor(0x262a31),
        .danger = QColor(0xf2726a),
        .ok = QColor(0x57c27d),
    };
    return tokens;
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette(tokens.text, tokens.window, tokens.line, tokens.dim, tokens.line, tokens.text,
                     tokens.accentText, tokens.window, tokens.window);
    palette.setColor(QPalette::Midlight, tokens.hover);
    palette.setColor(QPalette::AlternateBase, tokens.sidebar);
    palette.setColor(QPalette::Highlight, tokens.accent);
    palette.setColor(QPalette::HighlightedText, tokens.accentText);
    palette.setColor(QPalette::Link, tokens.link);
    palette.setColor(QPalette::LinkVisited, tokens.link);
    palette.setColor(QPalette::PlaceholderText, tokens.dim);
    palette.setColor(QPalette::ToolTipBase, tokens.sidebar);
    palette.setColor(QPalette::ToolTipText, tokens.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, tokens.dim);
    }
    return palette;
}

bool belongsTo(const QPalette &palette, const Tokens &tokens)
{
    return palette.color(QPalette::Active, QPalette::Window) == tokens.window &&
           palette.color(QPalette::Active, QPalette::AlternateBase) == tokens.sidebar &&
           palette.color(QPalette::Active, QPalette::WindowText) == tokens.text;
}

qreal luminance(const QColor &color)
{
    const auto linear = [](qreal part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &base, const QColor &ink, qreal amount)
{
    const auto part = [amount](float from, float to) { return float(from + (to - from) * amount); };
    return QColor::fromRgbF(part(base.redF(), ink.redF()), part(base.greenF(), ink.greenF()),
                            part(base.blueF(), ink.blueF()));
}

/// `wish` where it can be read on `background`, else `text`.
QColor readable(const QColor &wish, const QColor &background, const QColor &text)
{
    return contrast(wish, background) >= 4.5 ? wish : text;
}

Tokens foreignTokens(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const QColor accent = palette.color(QPalette::Active, QPalette::Highlight);
    const Tokens &ours = luminance(base) > 0.4 ? lightTokens() : darkTokens();
    return Tokens{
        .window = base,
        .sidebar = palette.color(QPalette::Active, QPalette::Window),
        .line = mixed(base, text, 0.6),
        .border = mixed(base, text, 0.75),
        .text = text,
        .dim = readable(mixed(base, text, 0.8), base, text),
        .link = readable(palette.color(QPalette::Active, QPalette::Link), base, text),
        .accent = accent,
        .accentText = palette.color(QPalette::Active, QPalette::HighlightedText),
        .selected = mixed(base, accent, 0.15),
        .hover = mixed(base, text, 0.05),
        .mention = mixed(base, text, 0.1),
        .mentionBar = accent,
        .mark = text,
        .markText = base,
        .code = mixed(base, text, 0.08),
        .danger = readable(ours.danger, base, text),
        .ok = readable(ours.ok, base, text),
    };
}

/// The part of a device's pixel that a line one pixel wide covers at least, of the one that it covers most,
/// wherever it begins.
qreal leastCovered(qreal scale)
{
    qreal least = 1;
    for (int pixel = 0; pixel < 100; ++pixel) {
        const qreal begin = pixel * scale - std::floor(pixel * scale);
        const qreal second = std::min(1.0, begin + scale - 1);
        least = std::min(least, std::max(1 - begin, second));
    }
    return least;
}

/// With borders so strong that they are seen where `scale` smears them over two pixels of the device.
Tokens seenAt(qreal scale, Tokens tokens)
{
    constexpr qreal wanted = 3.05; // colours are rounded
    const qreal covered = leastCovered(scale);
    const QColor plain = tokens.border;
    const auto isSeen = [&tokens, covered](const QColor &ground) {
        return contrast(mixed(ground, tokens.border, covered), ground) >= wanted;
    };
    for (int step = 1; step <= 20 && !(isSeen(tokens.window) && isSeen(tokens.sidebar)); ++step) {
        tokens.border = mixed(plain, tokens.text, step / 20.0);
    }
    return tokens;
}

bool isHighContrast(const QPalette &palette)
{
    constexpr qreal nearlyBlackOnWhite = 20;
    const auto apart = [&palette](QPalette::ColorRole ground, QPalette::ColorRole ink) {
        return contrast(palette.color(QPalette::Active, ground), palette.color(QPalette::Active, ink)) >=
               nearlyBlackOnWhite;
    };
    return apart(QPalette::Window, QPalette::WindowText) && apart(QPalette::Base, QPalette::Text);
}

QPalette paletteUnder(const QPalette &desktop)
{
    if (isHighContrast(desktop)) {
        return desktop;
    }
    const bool light = luminance(desktop.color(QPalette::Active, QPalette::Window)) > 0.4;
    return light ? lightPalette() : darkPalette();
}

QPalette paletteFor(ColorScheme scheme, const QPalette &desktop)
{
    switch (scheme) {
    case ColorScheme::System:
        return paletteUnder(desktop);
    case ColorScheme::Light:
        return lightPalette();
    case ColorScheme::Dark:
        return darkPalette();
    }
    Q_UNREACHABLE();
}

void useFusion(QApplication &application)
{
    if (application.style()->name() != "fusion"_L1) {
        application.setStyle(QStyleFactory::create(u"Fusion"_s));
    }
}

} // namespace

QPalette lightPalette()
{
    return paletteOf(lightTokens());
}

QPalette darkPalette()
{
    return paletteOf(darkTokens());
}

Tokens tokensFor(const QPalette &palette)
{
    for (const Tokens &tokens : {lightTokens(), darkTokens()}) {
        if (belongsTo(palette, tokens)) {
            return tokens;
        }
    }
    return foreignTokens(palette);
}

qreal contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

void applyColors(QApplication &application, ColorScheme scheme)
{
    useFusion(application);
    DesktopColors::of(application).follow([&application, scheme](const QPalette &colors) {
        application.setPalette(paletteFor(scheme, colors));
    });
}

void applyTheme(QApplication &application, ColorScheme scheme)
{
    useFusion(application);
    DesktopColors &desktop = DesktopColors::of(application);
    desktop.follow([&application, scheme](const QPalette &colors) {
        const QPalette palette = paletteFor(scheme, colors);
        application.setPalette(palette);
        application.setStyleSheet(styleSheetFor(seenAt(application.devicePixelRatio(), tokensFor(palette))));
    });
}

} // namespace tincan
