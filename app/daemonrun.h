#pragma once

#include "app/daemonoptions.h"
#include "server/roomserver.h"

#include <QObject>

#include <memory>

namespace tincan {

/// One run of the headless server: from its options to its exit status.
class DaemonRun : public QObject
{
    Q_OBJECT

public:
    explicit DaemonRun(DaemonOptions options, QObject *parent = nullptr);

    /// Serves until leave(). Answers with finished(), perhaps at once.
    void start();
    /// Closes the rooms in good order.
    void leave();

Q_SIGNALS:
    void finished(int status);

private:
    bool readFiles();
    void fail(const QString &text);

    DaemonOptions m_options;
    std::unique_ptr<RoomServer> m_server;
};

} // namespace tincan
