#include "server/burstwatch.h"

namespace tincan {

void BurstWatch::settle()
{
    m_settling = m_deadlines.in(settleMs, [this] {
        m_bytes = 0;
        m_tidy();
    });
}

} // namespace tincan
