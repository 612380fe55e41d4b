#pragma once

#include <QObject>

namespace tincan {

/// Shows alerts in the desktop's own way. The windows speak to this interface; the program behind it knows
/// the desktop.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes the place of the alert that was shown last, where that is still on the screen. Both are plain
    /// text of one line.
    virtual void show(const QString &title, const QString &text) = 0;

Q_SIGNALS:
    void clicked();                                          ///< the alert that was shown last
    void refused(const QString &title, const QString &text); ///< nobody shows alerts here
};

} // namespace tincan
