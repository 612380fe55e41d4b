#include "ui/client/watcheddescriptor.h"

#ifdef Q_OS_LINUX

#include <unistd.h>
#include <utility>

namespace tincan {

WatchedDescriptor::~WatchedDescriptor()
{
    m_notifier.reset(); // before what it watches
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void WatchedDescriptor::watch(std::function<void()> told)
{
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), std::move(told));
}

} // namespace tincan

#endif
