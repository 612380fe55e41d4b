#include "server/descriptorset.h"

#include <QSocketNotifier>

#include <cstdint>

#ifdef Q_OS_LINUX
#include <array>
#include <sys/epoll.h>
#include <unistd.h>
#include <utility>
#include <vector>
#else
#include <unordered_map>
#endif

namespace tincan {

#ifdef Q_OS_LINUX

namespace {

// With so many rounds even 16,384 descriptors that are all ready are served in one turn. What is ready again
// by then waits for the next one.
constexpr int eventsOfRound = 512;
constexpr int mostRounds = 32;

constexpr std::uint64_t descriptorBits = 0xffff'ffff;
constexpr int serialShift = 32;

} // namespace

class DescriptorSet::Private
{
public:
    Private() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_notifier(m_epoll, QSocketNotifier::Read)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { reportAll(); });
    }
    ~Private()
    {
        m_notifier.setEnabled(false);
        ::close(m_epoll);
    }

    void watch(qintptr descriptor, DescriptorObserver *observer, DescriptorInterest interest)
    {
        if (std::size_t(descriptor) >= m_watched.size())
            m_watched.resize(std::size_t(descriptor) + 1);
        Watched &watched = m_watched[std::size_t(descriptor)];
        const bool isNew = !std::exchange(watched.observer, observer);
        const std::uint32_t events = (interest.read ? EPOLLIN : 0U) | (interest.write ? EPOLLOUT : 0U);
        if (isNew)
            watched.serial = ++m_lastSerial;
        else if (watched.events == events)
            return;
        watched.events = events;
        epoll_event event{};
        event.events = events;
        event.data.u64 = std::uint64_t(watched.serial) << serialShift | std::uint32_t(descriptor);
        ::epoll_ctl(m_epoll, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, int(descriptor), &event);
    }

    void forget(qintptr descriptor)
    {
        if (std::size_t(descriptor) < m_watched.size() &&
            std::exchange(m_watched[std::size_t(descriptor)].observer, nullptr))
            ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, int(descriptor), nullptr);
    }

private:
    struct Watched
    {
        DescriptorObserver *observer = nullptr; ///< none: it is not watched
        std::uint32_t events = 0;
        std::uint32_t serial = 0; ///< tells it from one that had the same descriptor before
    };

    void reportAll()
    {
        std::array<epoll_event, eventsOfRound> ready;
        for (int round = 0; round < mostRounds; ++round) {
            const int count = ::epoll_wait(m_epoll, ready.data(), eventsOfRound, 0);
            for (int i = 0; i < count; ++i)
                report(ready[std::size_t(i)]);
            if (count < eventsOfRound)
                return;
        }
    }

    /// What an observer does may take others, or itself, out of the set.
    void report(const epoll_event &event)
    {
        if ((event.events & ~std::uint32_t(EPOLLOUT)) != 0) {
            if (DescriptorObserver *observer = find(event.data.u64))
                observer->readable();
        }
        if ((event.events & EPOLLOUT) != 0) {
            if (DescriptorObserver *observer = find(event.data.u64))
                observer->writable();
        }
    }

    DescriptorObserver *find(std::uint64_t mark) const
    {
        const Watched &watched = m_watched[mark & descriptorBits];
        return watched.serial == mark >> serialShift ? watched.observer : nullptr;
    }

    int m_epoll;
    QSocketNotifier m_notifier;
    std::vector<Watched> m_watched; ///< by descriptor: the system gives the lowest that is free
    std::uint32_t m_lastSerial = 0;
};

#else

class DescriptorSet::Private
{
public:
    void watch(qintptr descriptor, DescriptorObserver *observer, DescriptorInterest interest)
    {
        Notifiers &notifiers = m_watched[descriptor];
        notifiers.observer = observer;
        if (!notifiers.read)
            make(descriptor, notifiers);
        notifiers.read->setEnabled(interest.read);
        notifiers.write->setEnabled(interest.write);
    }

    void forget(qintptr descriptor)
    {
        const auto place = m_watched.find(descriptor);
        if (place == m_watched.end())
            return;
        // It may be one of these that has led here.
        for (auto *notifier : {place->second.read.release(), place->second.write.release()}) {
            notifier->setEnabled(false);
            notifier->deleteLater();
        }
        m_watched.erase(place);
    }

private:
    struct Notifiers
    {
        DescriptorObserver *observer = nullptr;
        std::unique_ptr<QSocketNotifier> read;
        std::unique_ptr<QSocketNotifier> write;
    };

    void make(qintptr descriptor, Notifiers &notifiers)
    {
        notifiers.read = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
        notifiers.write = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Write);
        QObject::connect(notifiers.read.get(), &QSocketNotifier::activated, notifiers.read.get(),
                         [&notifiers] { notifiers.observer->readable(); });
        QObject::connect(notifiers.write.get(), &QSocketNotifier::activated, notifiers.write.get(),
                         [&notifiers] { notifiers.observer->writable(); });
    }

    std::unordered_map<qintptr, Notifiers> m_watched; ///< its nodes stay where they are
};

#endif

DescriptorSet::DescriptorSet(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) {}

DescriptorSet::~DescriptorSet() = default;

void DescriptorSet::watch(qintptr descriptor, DescriptorObserver *observer, DescriptorInterest interest)
{
    d->watch(descriptor, observer, interest);
}

void DescriptorSet::forget(qintptr descriptor)
{
    d->forget(descriptor);
}

} // namespace tincan
