#pragma once

#include "server/frames.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace tincan {

class Connection;

/// Those who hear a room in the same bytes, and what is said to them in a turn of the event loop.
class Lane
{
public:
    struct Ear
    {
        Connection *reader = nullptr;
        int heard = 0;            ///< so many of the turn's frames it has already
        bool hearsOthers = false; ///< it sits in other lanes, too
    };

    /// Frames that followed one another, in this lane and in time.
    struct Part
    {
        std::uint64_t order;
        FrameRange frames;
    };

    const std::vector<Ear> &ears() const { return m_ears; }
    Ear &ear(int place) { return m_ears[std::size_t(place)]; }
    /// Answers its place.
    int add(Connection &reader);
    /// Answers who sits there from now on, if anybody.
    Connection *remove(int place);

    /// `order` grows whenever something is said elsewhere in between.
    void append(const QByteArray &frame, std::uint64_t order);
    int count() const { return m_frames ? m_frames->count() : 0; }
    qsizetype size() const { return m_frames ? m_frames->size() : 0; }

    /// What this one has not got yet; it has it then.
    void takeRest(int place, std::vector<Part> &parts);
    /// Begins anew; nobody has heard anything. Who hears other lanes must have taken the rest. The frames
    /// come back with giveBack().
    std::shared_ptr<Frames> takeFrames();
    void giveBack(std::shared_ptr<Frames> frames);

private:
    struct Run
    {
        std::uint64_t order;
        int first;
    };

    std::vector<Ear> m_ears;
    std::shared_ptr<Frames> m_frames;
    std::vector<Run> m_runs;
};

} // namespace tincan
