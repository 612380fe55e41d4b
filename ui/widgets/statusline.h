#pragma once

#include <QStatusBar>

class QLabel;

namespace tincan {

/// At the foot of the window: whether one is connected, as a dot and in words, whether
/// that is encrypted, and how fast.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setConnection(bool connected, const QString &words);
    void setEncryption(bool encrypted, const QString &words); ///< a lock before the words, or nothing
    void setRoundTrip(const QString &words);

private:
    class Dot;

    Dot *m_dot;
    QLabel *m_words;
    QLabel *m_encryption;
    QLabel *m_roundTrip;
};

} // namespace tincan
