#pragma once

#include "protocol/identity.h"

namespace tincan {

/// The names of an identity's files in the directory that keeps it.
inline constexpr char identityKeyFile[] = "key.pem";
inline constexpr char identityCertificateFile[] = "certificate.pem";

/// The identity that the directory keeps. What is missing is made, the directory included; a certificate that
/// runs out is made anew for the same key. Files are for their owner alone, and are there as a whole or not
/// at all.
IdentityResult keptIdentity(const QString &directory, std::int64_t now);

/// An identity that somebody made, as it is.
IdentityResult readIdentity(const QString &keyPath, const QString &certificatePath);

} // namespace tincan
