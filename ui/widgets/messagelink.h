#pragma once

#include <QRect>
#include <QString>
#include <QUrl>

namespace tincan {

/// Something in a row that can be clicked, and reached by the keyboard.
struct MessageLink
{
    enum class Kind
    {
        Quote,    ///< the message that is answered
        Open,     ///< an address
        CopyCode, ///< of a fenced block
        Unfold,
        Fold,
        Retry,
        Edit,
        Discard,
        Reaction,
        Reveal, ///< what a person said who is ignored
    };

    Kind kind = Kind::Open;
    int start = 0; ///< in the text for Open and CopyCode, in the failure line for Retry, Edit and Discard
    int length = 0;
    QUrl url;     ///< for Open
    QRect rect;   ///< in the row; null for those that are words in a text
    QString word; ///< what it shows or stands for: a reaction's emoji, …

    /// Whether it is a word of the failure line.
    bool isAboutFailure() const { return kind == Kind::Retry || kind == Kind::Edit || kind == Kind::Discard; }
};

} // namespace tincan
