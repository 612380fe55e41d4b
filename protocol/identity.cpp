#include "protocol/identity.h"

#include "protocol/pem.h"

#include <QCryptographicHash>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <memory>
#include <utility>

namespace tincan {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t day = 24 * 60 * 60 * second;
constexpr std::int64_t validFor = 5 * 365 * day;
constexpr std::int64_t renewBefore = 30 * day;
constexpr int serialBytes = 16;
constexpr long version3 = 2;
/// Before the two coordinates of a key of P-256: a public key of an elliptic curve, on this curve, 66 bytes,
/// none of them filled up, both coordinates.
constexpr char headOfP256[] =
    "\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d"
    "\x03\x01\x07\x03\x42\x00\x04";
constexpr qsizetype sizeOfP256 = 91;

using pem::Bio;
using pem::Certificate;
using pem::Key;
using Extension = std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>>;
using Number = std::unique_ptr<BIGNUM, Freeing<BN_free>>;

QByteArray written(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

Key parseKey(const QByteArray &text)
{
    Key key = pem::key(text);
    ERR_clear_error();
    const int kind = key ? EVP_PKEY_get_base_id(key.get()) : EVP_PKEY_NONE;
    return kind == EVP_PKEY_EC || kind == EVP_PKEY_RSA ? std::move(key) : Key();
}

Certificate parseCertificate(const QByteArray &text)
{
    Certificate certificate = pem::nextCertificate(pem::reading(text));
    ERR_clear_error();
    return certificate;
}

QByteArray toPem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    const int done = PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return done == 1 ? written(bio) : QByteArray();
}

QByteArray toPem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(bio.get(), certificate) == 1 ? written(bio) : QByteArray();
}

template <typename Encode, typename Thing>
QByteArray encoded(Encode encode, Thing *thing)
{
    unsigned char *der = nullptr;
    const int size = encode(thing, &der);
    QByteArray bytes(reinterpret_cast<const char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    return bytes;
}

/// As OpenSSL encodes it. That takes it a third of a handshake, and changes nothing in the keys that most
/// people have.
QByteArray publicKeyIn(X509 *certificate)
{
    const QByteArray given = encoded(i2d_X509_PUBKEY, X509_get_X509_PUBKEY(certificate));
    const bool isPlain =
        given.size() == sizeOfP256 && given.startsWith(QByteArrayView(headOfP256, sizeof headOfP256 - 1));
    return isPlain ? given : encoded(i2d_PUBKEY, X509_get0_pubkey(certificate));
}

bool setSerial(X509 *certificate)
{
    const Number number(BN_new());
    return number && BN_rand(number.get(), 8 * serialBytes - 1, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setTimes(X509 *certificate, std::int64_t now)
{
    const auto from = std::time_t((now - day) / second);
    const auto until = std::time_t((now + validFor) / second);
    return ASN1_TIME_set(X509_getm_notBefore(certificate), from) &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), until);
}

bool setName(X509 *certificate, Lifetime lifetime)
{
    X509_NAME *const name = X509_get_subject_name(certificate);
    const auto add = [name](const char *field, const char *value) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_ASC,
                                          reinterpret_cast<const unsigned char *>(value), -1, -1, 0) == 1;
    };
    return add("CN", "tincan") && (lifetime == Lifetime::Lasting || add("OU", oneRunUnit)) &&
           X509_set_issuer_name(certificate, name) == 1;
}

bool addExtensions(X509 *certificate)
{
    static constexpr std::pair<int, const char *> extensions[] = {
        {NID_basic_constraints, "critical,CA:FALSE"},
        {NID_ext_key_usage, "serverAuth,clientAuth"},
        {NID_subject_alt_name, "DNS:tincan"},
    };
    for (const auto &[kind, value] : extensions) {
        const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, kind, value));
        if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1) {
            return false;
        }
    }
    return true;
}

QByteArray selfSigned(EVP_PKEY *key, std::int64_t now, Lifetime lifetime)
{
    const Certificate certificate(X509_new());
    X509 *const made = certificate.get();
    const bool done = made && X509_set_version(made, version3) == 1 && setSerial(made) &&
                      setTimes(made, now) && setName(made, lifetime) && addExtensions(made) &&
                      X509_set_pubkey(made, key) == 1 && X509_sign(made, key, EVP_sha256()) > 0;
    return done ? toPem(made) : QByteArray();
}

IdentityResult completed(EVP_PKEY *key, std::int64_t now, Lifetime lifetime)
{
    Identity identity{toPem(key), selfSigned(key, now, lifetime)};
    ERR_clear_error();
    if (identity.key.isEmpty() || identity.certificate.isEmpty()) {
        return IdentityFailure{IdentityProblem::CannotMake, {}, {}};
    }
    return identity;
}

} // namespace

IdentityResult makeIdentity(std::int64_t now, Lifetime lifetime)
{
    const Key key(EVP_EC_gen("P-256"));
    return key ? completed(key.get(), now, lifetime) : IdentityFailure{IdentityProblem::CannotMake, {}, {}};
}

IdentityResult renewedIdentity(const QByteArray &key, std::int64_t now)
{
    const Key parsed = parseKey(key);
    return parsed ? completed(parsed.get(), now, Lifetime::Lasting)
                  : IdentityFailure{IdentityProblem::BadKey, {}, {}};
}

IdentityResult checkedIdentity(const QByteArray &key, const QByteArray &certificate)
{
    const Key parsedKey = parseKey(key);
    if (!parsedKey) {
        return IdentityFailure{IdentityProblem::BadKey, {}, {}};
    }
    const Certificate parsedCertificate = parseCertificate(certificate);
    if (!parsedCertificate) {
        return IdentityFailure{IdentityProblem::BadCertificate, {}, {}};
    }
    const bool isPair = X509_check_private_key(parsedCertificate.get(), parsedKey.get()) == 1;
    ERR_clear_error();
    if (!isPair) {
        return IdentityFailure{IdentityProblem::NoPair, {}, {}};
    }
    return Identity{toPem(parsedKey.get()), certificate};
}

bool isDueForRenewal(const Identity &identity, std::int64_t now)
{
    const Certificate certificate = parseCertificate(identity.certificate);
    if (!certificate) {
        return false;
    }
    auto soon = std::time_t((now + renewBefore) / second);
    return X509_cmp_time(X509_get0_notAfter(certificate.get()), &soon) < 0;
}

QByteArray keyFingerprint(const QByteArray &publicKeyDer)
{
    return QCryptographicHash::hash(publicKeyDer, QCryptographicHash::Sha256).toHex();
}

QByteArray keyFingerprint(const Identity &identity)
{
    const Key key = parseKey(identity.key);
    return key ? keyFingerprint(encoded(i2d_PUBKEY, key.get())) : QByteArray();
}

QByteArray keyFingerprint(x509_st &certificate)
{
    const QByteArray key = publicKeyIn(&certificate);
    ERR_clear_error();
    return key.isEmpty() ? key : keyFingerprint(key);
}

QByteArray certificateFingerprint(const QByteArray &certificate)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(certificate.constData());
    const Certificate parsed(d2i_X509(nullptr, &bytes, certificate.size()));
    ERR_clear_error();
    return parsed ? keyFingerprint(*parsed) : QByteArray();
}

} // namespace tincan
