#pragma once

#include "protocol/searchfold.h"
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

    void search(const tincan::ServerIdentity &, const tincan::command::Search &question, QObject *receiver,
                std::function<void(const tincan::serverevent::Found &)> answer) override
    {
        questions.append(question);
        const QStringList terms = tincan::searchTerms(question.text);
        tincan::serverevent::Found found{
            {}, cursors.isEmpty() ? QString() : cursors.takeFirst(), question.re};
        for (const tincan::RoomEvent &event : events) {
            if (tincan::holdsAll(tincan::searchFold(event.text), terms)) {
                found.events.prepend(event);
            }
        }
        QMetaObject::invokeMethod(
            receiver, [answer, found] { answer(found); }, Qt::QueuedConnection);
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
    QList<tincan::RoomEvent> events; ///< of any room, ascending, for pages and searches
    QStringList cursors;             ///< of the answers to searches; none are left: there is no more
    QList<tincan::command::Search> questions;
    QList<tincan::HostPort> places;
    QList<tincan::ServerIdentity> servers;
    QList<tincan::CopyChange> changes;
    bool isEnabled = true;
    bool slow = false;             ///< pages wait until the test says
    std::function<void()> pending; ///< what says one
    int wipes = 0;                 ///< the test says how they went
};
