#pragma once

#include <QString>
#include <QStringList>

namespace tincan {

/// What a name is found by: its letters without case and accents, and, for Chinese, its pinyin and the
/// initials of it, by ICU's Han-Latin transliteration. 张三 is found by 张, zhang, zhangs, zhang san and zs.
class SearchKey
{
public:
    enum class Match ///< better ones are greater
    {
        None,
        Inside,
        WordBeginning,
        Beginning
    };

    SearchKey() = default;
    explicit SearchKey(const QString &name);

    /// `query` as typed; everything begins with an empty one.
    Match match(const QString &query) const;

private:
    QString m_folded;
    QString m_joined;   ///< the transliteration's words without the spaces between them
    QString m_initials; ///< of the words
    QStringList m_words;
};

} // namespace tincan
