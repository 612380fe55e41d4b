#pragma once

#include "ui/client/messagecopy.h"

#include <QThread>

namespace tincan {

class CopyWriter;

/// The copy in an SQLite file, which a thread of its own reads and writes. What is recorded is on disk a
/// quarter of a second later, posts at once, so that not even a power cut takes them. A disk that does not
/// keep up with what is said loses events, which the server still has. Switched off, it still forgets posts
/// that are settled. Where the file cannot be used, it holds nothing and forgets everything, which is said
/// once.
class SqliteCopy final : public MessageCopy
{
    Q_OBJECT

public:
    /// The file and its directory are made where they are missing, for their owner alone.
    explicit SqliteCopy(const QString &path, QObject *parent = nullptr);
    ~SqliteCopy() override; ///< what was recorded is written

    void recall(const HostPort &place, QObject *receiver,
                std::function<void(const CopiedServer &)> answer) override;
    void page(const ServerIdentity &server, const RoomId &room, Seq before, int limit, QObject *receiver,
              std::function<void(const QList<RoomEvent> &)> answer) override;
    void search(const ServerIdentity &server, const command::Search &question, QObject *receiver,
                std::function<void(const serverevent::Found &)> answer) override;
    void record(const ServerIdentity &server, const CopyChange &change) override;
    void setEnabled(bool enabled) override;
    void wipe() override;

private:
    struct Recorded
    {
        ServerIdentity server;
        CopyChange change;
    };

    bool joinLast(const ServerIdentity &server, const copychange::Events &events);
    void hand(); ///< what waits to the thread

    QString m_path;
    QThread m_thread;
    CopyWriter *m_writer; ///< on m_thread
    QList<Recorded> m_waiting;
    qsizetype m_events = 0; ///< among what waits
    bool m_enabled = true;
    bool m_busy = false; ///< the thread has not finished what it was handed last
};

} // namespace tincan
