#pragma once

#include <QStringList>

#include <optional>

namespace tincan {

/// What one sent in a room, for being walked through. Pure.
class SentHistory
{
public:
    static constexpr qsizetype most = 50;

    void add(const QString &text); ///< the walk is over

    /// One step to older (-1) or newer (1) texts. `shown` is what stands in the box; what was typed before
    /// the walk began comes back at its end. Nothing: there is no further text in that direction.
    std::optional<QString> walk(int step, const QString &shown);

private:
    QStringList m_texts;
    QString m_typed;
    qsizetype m_at = 0; ///< the text that is shown; the number of texts: none of them
};

} // namespace tincan
