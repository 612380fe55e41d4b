#pragma once

#include "app/application.h"
#include "tests/gui/windowdriver.h"

#include <QTemporaryDir>

#include <memory>

namespace tincan {

/// The program as it is started, with a profile that nobody used before. It hosts on loopback alone.
class Host
{
public:
    explicit Host(const QString &name = QStringLiteral("Ada"));
    ~Host();

    Application &program() { return *m_program; }
    WindowDriver driver() { return WindowDriver(*m_program->window()); }

    /// Room ▸ Host a Room…, this computer only, on a free port; waits until the room is there.
    void openRoom(bool clearAllowed = true);
    quint16 port() const { return m_port; }

    static quint16 freePort(); ///< of loopback, a moment ago

private:
    QTemporaryDir m_profile;
    std::unique_ptr<Application> m_program;
    quint16 m_port = 0;
};

} // namespace tincan
