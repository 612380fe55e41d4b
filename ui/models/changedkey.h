#pragma once

#include "protocol/roomaddress.h"
#include "ui/client/connectionstate.h"

#include <QCoreApplication>

#include <variant>

namespace tincan {

/// A server that shows another key than the one that is known for it, and what proves that somebody asked its
/// host about it: the host's new invite link, or the last digits of the key that is shown.
class ChangedKey
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ChangedKey)

public:
    static constexpr qsizetype digitsAsked = 8; ///< as the page says

    ChangedKey() = default;
    /// `state` is one that isIn() holds of.
    ChangedKey(const RoomAddress &address, const ConnectionState &state);

    static bool isIn(const ConnectionState &state);

    QString heading() const;
    QString explanation() const;
    QString knownTitle() const;
    QString known() const; ///< in groups of digits
    QString shown() const;

    /// Where to go on, with the key that is shown named in it, or why not, in a sentence; that is empty while
    /// the answer is not whole.
    std::variant<RoomAddress, QString> judge(const QString &answer) const;

    friend bool operator==(const ChangedKey &, const ChangedKey &) = default;

private:
    QString problemOfLink(const QString &link) const;
    QString problemOfDigits(const QString &digits) const;

    RoomAddress m_address;
    QByteArray m_known;
    QByteArray m_shown;
};

} // namespace tincan
