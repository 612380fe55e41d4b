#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace tincan {

/// A part of a text that looks different.
struct RichSpan
{
    enum Style
    {
        Bold = 1,
        Italic = 2,
        Strike = 4,
        Code = 8
    };

    int start = 0;
    int length = 0;
    int styles = 0; ///< of Style

    friend bool operator==(const RichSpan &, const RichSpan &) = default;
};

/// A part of a text that leads somewhere.
struct RichLink
{
    int start = 0;
    int length = 0;
    QUrl url; ///< http, https or tincan

    friend bool operator==(const RichLink &, const RichLink &) = default;
};

/// A paragraph of a text: it starts on a line of its own.
struct RichBlock
{
    enum class Kind
    {
        Paragraph,
        Code
    };

    Kind kind = Kind::Paragraph;
    int start = 0; ///< without the marker, which stands before it in the text
    int length = 0;
    int quotes = 0; ///< how many quotes it stands in
    int lists = 0;  ///< how many lists it stands in
    QString marker; ///< of a list's item, such as "•" or "3."

    friend bool operator==(const RichBlock &, const RichBlock &) = default;
};

/// A text with what is known about its looks. Blocks and spans are in the order of the text; what stands
/// between two blocks is their line feeds and markers.
struct RichText
{
    QString text;
    QList<RichBlock> blocks; ///< never empty
    QList<RichSpan> spans;
    QList<RichLink> links;

    /// Puts words in front of the first paragraph; false where the text begins with something else.
    bool prepend(const QString &words);

    friend bool operator==(const RichText &, const RichText &) = default;
};

} // namespace tincan
