#pragma once

#include <QLabel>

namespace tincan {

/// How a label looks: by the style sheet's rule of that kind, and by a font that hangs on the program's own.
enum class LabelKind
{
    Text,
    Hint,    ///< dim
    Title,   ///< of a page
    Heading, ///< of a card or dialog
    Section, ///< small capitals above a list
    Error,   ///< says what is wrong, in words
};

/// A label that shows its text as it is, never as markup. Hints and errors wrap.
QLabel *makeLabel(const QString &text, LabelKind kind = LabelKind::Text, QWidget *parent = nullptr);

/// A label above a field: names it for a screen reader, too.
QLabel *makeLabelFor(QWidget *field, const QString &text, QWidget *parent = nullptr);

/// Shows an error in words, or hides the label when there is none; a screen reader hears it.
void showError(QLabel *label, const QString &sentence);

/// The program's font for text of this kind.
QFont fontFor(LabelKind kind, const QFont &base);

} // namespace tincan
