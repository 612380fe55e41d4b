#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QApplication;

namespace tincan {

enum class ColorScheme
{
    System,
    Light,
    Dark
};

/// The colours that a palette has no role for. Widgets take them from their own palette with tokensFor(), so
/// that a change of the palette, live or in a test, changes everything that is painted. A line divides; a
/// border says where something to use begins, and so is at least 3:1.
struct Tokens
{
    QColor window, sidebar, line, border, text, dim, link, accent, accentText, selected, hover, mention,
        mentionBar, mark, markText, code, danger, ok;
};

/// The light or dark tokens, whichever this palette belongs to; a palette that is not ours (system high
/// contrast) gives tokens made from its own colours.
Tokens tokensFor(const QPalette &palette);

/// The palettes of our own two schemes.
QPalette lightPalette();
QPalette darkPalette();

/// Fusion, the palette and the few style rules of ours, for the whole program. System follows the desktop's
/// colours and keeps following them; a desktop in high contrast keeps its own colours. May be called again at
/// any time.
void applyTheme(QApplication &application, ColorScheme scheme);

/// The same without the style rules: for what is made before them, or else has its colours changed at once.
void applyColors(QApplication &application, ColorScheme scheme);

/// How far apart two opaque colours are, from 1 to 21, as WCAG counts.
qreal contrast(const QColor &a, const QColor &b);

/// A person's hue as a colour for text: the same name, in whatever case, gives the same hue; at least 4.5:1
/// on every background of the tokens.
QColor nameColor(const QString &name, const Tokens &tokens);

/// The same hue as a background of white initials (at least 4.5:1).
QColor avatarColor(const QString &name);

/// One or two characters for an avatar: initials of the words, or the first characters of one word.
QString initials(const QString &name);

} // namespace tincan
