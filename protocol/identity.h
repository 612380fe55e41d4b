#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <variant>

struct x509_st;

namespace tincan {

/// What a server proves with that it is the same one as before: a key, and a certificate that holds its
/// public half. Who it is follows from the key alone, so a certificate can be replaced without anybody's
/// notice.
struct Identity
{
    QByteArray key;         ///< PEM, PKCS #8, not encrypted
    QByteArray certificate; ///< PEM; others may follow that lead to its issuer

    bool isEmpty() const { return key.isEmpty(); }
    friend bool operator==(const Identity &, const Identity &) = default;
};

/// Why there is no identity.
enum class IdentityProblem
{
    CannotMake, ///< the cryptographic library failed
    CannotRead,
    CannotWrite,
    BadKey,         ///< no PEM key, one with a pass phrase, or neither EC nor RSA
    BadCertificate, ///< no PEM certificate
    NoPair,         ///< the certificate was not made for this key
};

struct IdentityFailure
{
    IdentityProblem problem = IdentityProblem::CannotMake;
    QString path;   ///< the file or directory that it is about; empty where there is none
    QString detail; ///< in the system's words; may be empty
};

using IdentityResult = std::variant<Identity, IdentityFailure>;

/// How long an identity is meant to be known.
enum class Lifetime
{
    Lasting,
    OneRun, ///< the key is forgotten with the run; the certificate says so, and nobody should count on it
};

/// The organisational unit in the subject of a certificate whose key lives for one run.
inline constexpr char oneRunUnit[] = "for one run";

/// A new ECDSA P-256 key and its self-signed certificate. `now`: milliseconds since 1970.
IdentityResult makeIdentity(std::int64_t now, Lifetime lifetime = Lifetime::Lasting);

/// A new self-signed certificate for the key that is there.
IdentityResult renewedIdentity(const QByteArray &key, std::int64_t now);

/// Takes a key and certificate as they were read, if they are what they should be and belong together.
IdentityResult checkedIdentity(const QByteArray &key, const QByteArray &certificate);

/// Whether the certificate has run out, or will within a month. False for what is no certificate.
bool isDueForRenewal(const Identity &identity, std::int64_t now);

/// What tells a key from all others: the SHA-256 of the public half as DER (SubjectPublicKeyInfo), as 64
/// hexadecimal digits in lower case.
QByteArray keyFingerprint(const QByteArray &publicKeyDer);

/// The same of an identity's key; empty for an empty one.
QByteArray keyFingerprint(const Identity &identity);

/// The same of the key in a certificate that OpenSSL has read, of whatever kind it is; empty where there is
/// none.
QByteArray keyFingerprint(x509_st &certificate);

/// The same of the key in a certificate (DER), of whatever kind it is; empty where none can be read.
QByteArray certificateFingerprint(const QByteArray &certificate);

} // namespace tincan
