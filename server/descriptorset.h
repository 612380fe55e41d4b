#pragma once

#include <QObject>

#include <memory>

namespace tincan {

/// Who a DescriptorSet reports to. The calls come from the event loop.
class DescriptorObserver
{
public:
    virtual void readable() = 0; ///< there are bytes, or the end, or a failure
    virtual void writable() = 0; ///< the system takes bytes again

protected:
    ~DescriptorObserver() = default;
};

struct DescriptorInterest
{
    bool read = true;
    bool write = false;
};

/// Watches the descriptors of many sockets for one thread. On Linux they stand in one epoll set behind a
/// single notifier, since Qt's event loops look at each notifier whenever they wake up; elsewhere each has
/// notifiers of its own. Everything that is ready is reported before the event loop goes on.
class DescriptorSet final : public QObject
{
    Q_OBJECT

public:
    explicit DescriptorSet(QObject *parent = nullptr);
    ~DescriptorSet() override;

    /// From now on `observer` is told what the descriptor is ready for; whoever was told before no longer is.
    /// A failure of the connection is told as readable(), whatever the interest.
    void watch(qintptr descriptor, DescriptorObserver *observer, DescriptorInterest interest = {});
    /// Before the descriptor is closed, or given to somebody else.
    void forget(qintptr descriptor);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tincan
