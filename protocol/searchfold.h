#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// How texts are searched: any substring counts, in Chinese as elsewhere.
namespace tincan {

/// Text as searches compare it: NFKC (Ａ is A, ｶﾞ is ガ, ㎏ is kg) and case folded; Latin and Greek letters
/// without their accents (é is e, ø is o); every white space a space; without invisible characters.
/// Of a text taken apart between two characters, the folded parts joined are the folded whole.
QString searchFold(const QString &text);

/// A folded text that still knows where its parts came from.
class FoldedText
{
public:
    struct Span ///< of the original, in UTF-16 units
    {
        int start = 0;
        int length = 0;
        friend bool operator==(const Span &, const Span &) = default;
    };

    explicit FoldedText(const QString &original);

    const QString &text() const { return m_text; }

    /// Where the terms, folded already, stand in the original: ascending, joined where they touch or overlap.
    QList<Span> hits(const QStringList &terms) const;

private:
    QString m_text;
    QList<int> m_origins; ///< where the character came from that each unit belongs to; at the end, the end
};

/// What is looked for: words, all of which must be in a text. What stands "in quotes" is kept together, white
/// space and all; "" in it is a quotation mark, and a missing last one is thought to be at the end. Folded,
/// without doubles, longest first.
QStringList searchTerms(const QString &text);

/// A text that is looked for as a whole, as searchTerms() reads it.
QString searchPhrase(const QString &text);

/// Whether a text, folded already, holds all terms.
bool holdsAll(const QString &folded, const QStringList &terms);

} // namespace tincan
