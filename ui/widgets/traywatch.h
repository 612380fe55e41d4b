#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace tincan {

/// Tells when a window waits in a tray that has ended: nothing leads to it any more. It looks once after the
/// window was hidden, and after each doubt(); nothing ticks. A desktop's panel may begin anew, so both have
/// a while.
class TrayWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int patienceMs = 30'000;

    /// The window owns this.
    TrayWatch(QWidget &window, std::function<bool()> isTrayThere, int patience = patienceMs);

    void doubt(); ///< the tray may have ended

Q_SIGNALS:
    void ended(); ///< and the window is hidden still

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    std::function<bool()> m_isTrayThere;
    QTimer m_patience;
};

} // namespace tincan
