#pragma once

#include <QObject>
#include <QPalette>

#include <functional>

class QApplication;

namespace tincan {

/// Watches what colours the desktop (not this program) wants, for the life of the application.
class DesktopColors : public QObject
{
    Q_OBJECT

public:
    using Apply = std::function<void(const QPalette &desktop)>;

    /// The one that belongs to this application; made on first use.
    static DesktopColors &of(QApplication &application);

    /// Calls `apply` now and after every change of the desktop's colours. It may set the application's
    /// palette.
    void follow(Apply apply);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit DesktopColors(QApplication &application);

    void rereadLater();
    void reread();
    void applyNow();

    QApplication &m_application;
    Apply m_apply;
    QPalette m_desktop;
    bool m_applying = false;
    bool m_rereading = false;
};

} // namespace tincan
