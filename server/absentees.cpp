#include "server/absentees.h"

#include <algorithm>

namespace tincan {

namespace {

template <typename Key>
void countDown(QHash<Key, int> &counts, const Key &key)
{
    const auto count = counts.find(key);
    if (--*count == 0)
        counts.erase(count);
}

} // namespace

void Absentees::note(const MemberId &id, const Talk &talk, const QString &opener)
{
    m_places.push_back({id, talk, opener});
    ++m_byOpener[opener];
    ++m_byRoom[talk.room];
}

QList<Absentees::Talk> Absentees::take(const MemberId &id)
{
    return takeAll([&id](const Place &place) { return place.who == id; });
}

std::optional<RoomId> Absentees::takeSurplus()
{
    if (m_places.size() <= mostTalks)
        return {};
    const int most = *std::max_element(m_byOpener.cbegin(), m_byOpener.cend());
    const auto longest = std::find_if(m_places.cbegin(), m_places.cend(), [this, most](const Place &place) {
        return m_byOpener.value(place.opener) == most;
    });
    const RoomId room = longest->talk.room;
    takeAll([&room](const Place &place) { return place.talk.room == room; });
    return room;
}

template <typename Condition>
QList<Absentees::Talk> Absentees::takeAll(Condition condition)
{
    QList<Talk> talks;
    std::erase_if(m_places, [&](const Place &place) {
        if (!condition(place))
            return false;
        talks.append(place.talk);
        countDown(m_byOpener, place.opener);
        countDown(m_byRoom, place.talk.room);
        return true;
    });
    return talks;
}

} // namespace tincan
