#pragma once

#include "tests/gui/guest.h"
#include "tests/gui/host.h"

namespace tincan {

/// Every window of the program besides the main one, for tests that go through all of them.
class EveryWindow
{
public:
    static QStringList names(); ///< a window with pages is there once for each: "Preferences… 2"

    /// Ada hosts a room, and Bo comes to it.
    EveryWindow();

    WindowDriver driver() { return m_ada.driver(); }
    WindowDriver driverOf(const QString &name); ///< of the main window that this one belongs to

    /// Opens that one, for Ada where she can. Null, with the test failed, where it does not come.
    QWidget *open(const QString &name);
    void close(); ///< what is open

private:
    void bring(const QString &name);
    QWidget *opened();

    Host m_ada;
    Guest m_bo;
};

} // namespace tincan
