#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace tincan {

/// Makes a typed text ready for a CommonMark parser, so that only the light markdown of a chat has an effect:
/// what would become a heading, a rule, a link definition or HTML stays text, an address is no place for
/// emphasis, and the line after a quote or a list is not drawn into it. Invisible marks do that; restored()
/// takes them out of what the parser gives.
class MarkdownSource
{
public:
    explicit MarkdownSource(const QString &typed);

    QByteArray utf8() const { return m_marked.toUtf8(); }

    /// The text as it was typed.
    QString restored(const char *utf8, qsizetype size) const;

private:
    /// A fence of code that is open.
    struct Fence
    {
        QChar sign;
        qsizetype length = 0;
    };

    void hideAddresses(const QString &typed);
    void markLines(const QString &text);
    void takeLine(QStringView line, QStringView rest);
    bool takeFence(QStringView line, QStringView content, QStringView rest);
    bool isClosed(const Fence &fence, QStringView rest);
    void append(QStringView line, qsizetype guardAt);

    QStringList m_addresses;
    QString m_marked;
    Fence m_fence;
    Fence m_unclosed[2]; ///< by sign: no fence of this length or longer is closed any more
    bool m_inQuote = false;
    bool m_inList = false;
};

} // namespace tincan
