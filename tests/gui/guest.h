#pragma once

#include "app/embeddedhost.h"
#include "protocol/clock.h"
#include "tests/gui/windowdriver.h"
#include "ui/models/chatsessions.h"
#include "ui/models/draftstore.h"
#include "ui/models/preferences.h"

#include <QTemporaryDir>

#include <memory>

namespace tincan {

/// Somebody else's window in this process: all of the program but what there is once a process.
class Guest
{
public:
    explicit Guest(const QString &name = QStringLiteral("Bo"));

    WindowDriver driver() { return WindowDriver(*m_window); }
    ChatSessions &sessions() { return *m_sessions; }

    /// Types the address on the welcome page and presses Join; waits until the room is shown.
    void join(quint16 port);
    void tryToJoin(const QString &address);

private:
    QTemporaryDir m_profile;
    SystemClock m_clock;
    Preferences m_preferences;
    DraftStore m_drafts;
    EmbeddedHost m_host;
    std::unique_ptr<ChatSessions> m_sessions;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tincan
