#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace tincan {

/// Owns a descriptor of Linux's by which the kernel tells of something, and calls back when it does.
class WatchedDescriptor
{
public:
    /// Below 0: the kernel gave none.
    explicit WatchedDescriptor(int descriptor) : m_descriptor(descriptor) {}
    ~WatchedDescriptor();
    Q_DISABLE_COPY_MOVE(WatchedDescriptor)

    int get() const { return m_descriptor; }
    /// `told` has to read what made it be called.
    void watch(std::function<void()> told);
    bool isWatched() const { return m_notifier != nullptr; }

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tincan
