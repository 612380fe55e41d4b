#pragma once

#include <QtGlobal>

struct bio_st;

namespace tincan {

/// How OpenSSL reads from a connected descriptor and writes to it, never waiting, and without the signal that
/// its own way raises where the peer is gone. The descriptor stays the caller's. Null where memory is short.
bio_st *newSocketBio(qintptr descriptor);

} // namespace tincan
