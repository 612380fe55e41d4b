#pragma once

#include <QByteArray>
#include <QString>

namespace tincan {

/// What making a hash costs: scrypt's parameters. The default takes 32 MiB and 50 to 100 ms.
struct PasswordCost
{
    int logN = 15;
    int r = 8;
    int p = 1;
};

/// `scrypt$LOGN,R,P$SALT$HASH` with a random salt, both in base64url; empty where the system has no memory
/// or randomness for it.
QByteArray hashPassword(const QString &word, const PasswordCost &cost = {});

/// Whether this is what hashPassword() makes, at a cost that can be borne.
bool isPasswordHash(const QByteArray &text);

/// Whether the word is the one that was hashed. Takes as long for a near miss as for a far one.
bool matchesPassword(const QString &word, const QByteArray &hash);

} // namespace tincan
