#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace tincan {

/// Over the top of a conversation while earlier messages are loaded to show one of them: says how far it is,
/// and offers to stop. Appears only where that takes a moment.
class SeekBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr int delayMs = 300;

    explicit SeekBar(QWidget *conversation);

    void showLeft(qint64 messages); ///< that are still to be loaded
    void end();

Q_SIGNALS:
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void retranslate();

    QLabel *m_words;
    QPushButton *m_stop;
    QTimer m_delay;
    qint64 m_left = 0;
};

} // namespace tincan
