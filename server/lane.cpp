#include "server/lane.h"

#include <algorithm>
#include <utility>

namespace tincan {

namespace {

constexpr std::size_t fewSeats = 64;

} // namespace

int Lane::add(Connection &reader)
{
    m_ears.push_back({&reader, count(), false});
    return int(m_ears.size()) - 1;
}

Connection *Lane::remove(int place)
{
    const Ear last = m_ears.back();
    m_ears.pop_back();
    if (m_ears.capacity() > fewSeats && m_ears.size() < m_ears.capacity() / 4)
        m_ears.shrink_to_fit(); // a crowd was here
    if (place == int(m_ears.size()))
        return nullptr;
    ear(place) = last;
    return last.reader;
}

void Lane::append(const QByteArray &frame, std::uint64_t order)
{
    if (!m_frames)
        m_frames = std::make_shared<Frames>();
    if (m_runs.empty() || m_runs.back().order != order)
        m_runs.push_back({order, m_frames->count()});
    m_frames->append(frame);
}

void Lane::takeRest(int place, std::vector<Part> &parts)
{
    const int heard = std::exchange(ear(place).heard, count());
    int end = count();
    for (auto run = m_runs.rbegin(); run != m_runs.rend() && heard < end; ++run) {
        const int first = std::max(run->first, heard);
        parts.push_back({run->order, {m_frames, first, end}});
        end = first;
    }
}

std::shared_ptr<Frames> Lane::takeFrames()
{
    m_runs.clear();
    return std::exchange(m_frames, nullptr);
}

void Lane::giveBack(std::shared_ptr<Frames> frames)
{
    if (m_frames || frames.use_count() > 1)
        return; // somebody has not sent all of it
    m_frames = std::move(frames);
    m_frames->clear();
}

} // namespace tincan
