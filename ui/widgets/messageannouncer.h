#pragma once

#include <QLabel>
#include <QTimer>

namespace tincan {

/// Tells a screen reader of what came, politely and once: a few messages word by word, many as their number.
/// It is a label that nobody sees, because a reader speaks what a widget says.
class MessageAnnouncer : public QLabel
{
    Q_OBJECT

public:
    static constexpr int gatherMs = 400;
    static constexpr int mostWords = 3; ///< more messages than this are told as a number

    explicit MessageAnnouncer(QWidget *parent, int gather = gatherMs);

    void say(const QString &sentence); ///< untrusted text

Q_SIGNALS:
    void announced(const QString &text);

private:
    void tell();

    QTimer m_timer;
    QStringList m_waiting; ///< at most mostWords + 1
    int m_count = 0;
};

} // namespace tincan
