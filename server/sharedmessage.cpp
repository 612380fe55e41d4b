#include "server/sharedmessage.h"

namespace tincan {

const QByteArray &SharedMessage::bytes(plain::Framing framing)
{
    QByteArray &bytes = m_bytes[std::size_t(framing)];
    if (bytes.isEmpty())
        bytes = plain::encode(m_message, framing);
    return bytes;
}

} // namespace tincan
