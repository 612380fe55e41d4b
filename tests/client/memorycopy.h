#pragma once

#include "ui/client/messagecopy.h"

/// A copy in memory: what was recorded, and an answer that the test writes.
class MemoryCopy final : public tincan::MessageCopy
{
public:
    void recall(const tincan::HostPort &place, QObject *receiver,
                std::function<void(const tincan::CopiedServer &)> answer) override
    {
        places.append(place);
        QMetaObject::invokeMethod(
            receiver, [this, answer] { answer(held); }, Qt::QueuedConnection);
    }

    void page(const tincan::ServerIdentity &, const tincan::RoomId &, tincan::Seq before, int,
              QObject *receiver, std::function<void(const QList<tincan::RoomEvent> &)> answer) override
    {
        QList<tincan::RoomEvent> page;
        for (const tincan::RoomEvent &event : events) {
            if (event.seq < before) {
                page.append(event);
            }
        }
        if (slow) {
            pending = [answer, page] { answer(page); };
            return;
        }
        QMetaObject::invokeMethod(
            receiver, [answer, page] { answer(page); }, Qt::QueuedConnection);
    }

    void record(const tincan::ServerIdentity &server, const tincan::CopyChange &change) override
    {
        servers.append(server);
        changes.append(change);
    }

    void setEnabled(bool enabled) override { isEnabled = enabled; }
    void wipe() override { ++wipes; }

    /// The recorded changes of one kind.
    template <typename Change>
    QList<Change> all() const
    {
        QList<Change> found;
        for (const tincan::CopyChange &change : changes) {
            if (const auto *one = std::get_if<Change>(&change)) {
                found.append(*one);
            }
        }
        return found;
    }

    tincan::CopiedServer held;
    QList<tincan::RoomEvent> events; ///< of any room, for pages
    QList<tincan::HostPort> places;
    QList<tincan::ServerIdentity> servers;
    QList<tincan::CopyChange> changes;
    bool isEnabled = true;
    bool slow = false;             ///< pages wait until the test says
    std::function<void()> pending; ///< what says one
    int wipes = 0;                 ///< the test says how they went
};
