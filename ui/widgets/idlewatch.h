#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

namespace tincan {

/// Tells when nobody has touched keyboard or mouse in the program for a while, and when somebody does again.
/// Input costs nothing but a look at the clock; the timer runs once per wait.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int waitMs = 10 * 60 * 1000;

    /// Watches all windows of the application.
    explicit IdleWatch(QObject *parent = nullptr, int wait = waitMs);

    bool isIdle() const { return m_idle; }

Q_SIGNALS:
    void idleChanged(bool idle);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();

    int m_wait;
    QDeadlineTimer m_until;
    QTimer m_timer;
    bool m_idle = false;
};

} // namespace tincan
