#pragma once

#include "ui/models/chatsessions.h"

#include <QPointer>
#include <QTimer>

namespace tincan {

/// Makes alerts of what is heard: what comes close together becomes one. Texts are one line, plain, cut and
/// without signs that a desktop could take for markup.
class AlertQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr int gatherMs = 500;

    explicit AlertQueue(QObject *parent = nullptr, int gather = gatherMs);

    void hear(Conversation *conversation, const RoomEvent &event);

    /// What the last alert was about: the room and the message to show. Null where it is gone.
    Conversation *conversation() const { return m_shown; }
    Seq seq() const { return m_shownSeq; }

Q_SIGNALS:
    void alert(const QString &title, const QString &text);

private:
    void tell();

    QTimer m_timer;
    QList<QPointer<Conversation>> m_heard; ///< in the order of their first message, each once
    RoomEvent m_last;
    int m_messages = 0;
    QPointer<Conversation> m_shown;
    Seq m_shownSeq = 0;
};

} // namespace tincan
