#pragma once

#include "protocol/roominfo.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace tincan {

/// A run of people coming and going, told in one sentence: "Ada joined", "5 joined, 3 left".
/// Who comes back within a minute was never away.
class PresenceRun
{
    Q_DECLARE_TR_FUNCTIONS(tincan::PresenceRun)

public:
    void clear();
    void join(const Member &member, qint64 at);
    void leave(const Member &member, qint64 at);

    bool isEmpty() const { return m_joined.count == 0 && m_left.count == 0; }
    QString text() const;

private:
    struct Side
    {
        int count = 0;
        QStringList names; ///< the first few
    };
    static void add(Side &side, const QString &name);
    static void remove(Side &side, const QString &name);
    static QString joinedText(const Side &side);
    static QString leftText(const Side &side);
    static QString listed(const QStringList &names);

    Side m_joined;
    Side m_left;
    QHash<MemberId, qint64> m_leftAt; ///< bounded
    bool m_terminal = false;          ///< the only one who joined came unencrypted from a terminal
};

} // namespace tincan
