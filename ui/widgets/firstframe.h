#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace tincan {

/// Tells, once, when the first frame of a window is out, so that what it does not show can wait for it. Of a
/// window that nobody sees, as a minimised one, there is no frame: then it tells a while after the window was
/// shown.
class FirstFrame : public QObject
{
    Q_OBJECT

public:
    static constexpr int longestWait = 2'000; ///< ms

    /// The window, which is not shown yet, owns this.
    explicit FirstFrame(QWidget &window, int wait = longestWait);

Q_SIGNALS:
    void out();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_wait;
    QTimer m_telling;
};

} // namespace tincan
