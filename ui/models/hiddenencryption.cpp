#include "ui/models/hiddenencryption.h"

namespace tincan {

bool HiddenEncryption::isIn(const ConnectionState &state)
{
    return state.phase == Phase::Stopped && state.failure == ConnectFailure::HidesTls;
}

QString HiddenEncryption::heading() const
{
    return m_address.fingerprint.isEmpty() ? tr("%1 is not encrypted any more").arg(m_address.toString())
                                           : tr("%1 is not encrypted").arg(m_address.toString());
}

QString HiddenEncryption::explanation() const
{
    const QString before = m_address.fingerprint.isEmpty()
                               ? tr("The connection to this host was encrypted before. What answers there "
                                    "now does not offer that.")
                               : tr("The invite names the key of a host that is encrypted. What answers "
                                    "there does not offer that.");
    //: %1: what happened, two sentences
    return tr("%1 Perhaps somebody else has this address now; perhaps somebody is in between and hides the "
              "encryption, to read along. Nothing was sent: neither your name, nor a password, nor anything "
              "that you wrote.")
        .arg(before);
}

QString HiddenEncryption::advice()
{
    return tr(
        "Ask the host, by phone or face to face, whether the room is open and this is still its address. "
        "If it has another one, join with a new invite link. Nothing is sent to this address as long as "
        "it is not encrypted.");
}

} // namespace tincan
