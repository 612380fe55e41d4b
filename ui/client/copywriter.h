#pragma once

#include "ui/client/copydatabase.h"
#include "ui/client/copytables.h"

#include <QObject>
#include <QTimer>

namespace tincan {

/// The side of a copy that lives on the copy's own thread: opens the file when it is first needed, and groups
/// what is recorded into transactions.
class CopyWriter : public QObject
{
    Q_OBJECT

public:
    explicit CopyWriter(const QString &path, const CopyTables::Bounds &bounds = {});

    ~CopyWriter() override; ///< what was recorded is written

    CopiedServer recall(const HostPort &place);
    QList<RoomEvent> page(const ServerIdentity &server, const RoomId &room, Seq before, int limit);
    serverevent::Found search(const ServerIdentity &server, const command::Search &question);
    void record(const ServerIdentity &server, const CopyChange &change);
    void flush(); ///< writes now
    void wipe();

Q_SIGNALS:
    void failed(const QString &detail);
    void wiped();

private:
    bool ready();
    void note(bool worked);

    CopyDatabase m_database;
    CopyTables m_tables;
    QTimer m_timer;
    bool m_tried = false; ///< to open the file
    bool m_broken = false;
};

} // namespace tincan
