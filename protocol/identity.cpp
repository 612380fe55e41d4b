#include "protocol/identity.h"

#include "protocol/freeing.h"

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

using Bio = std::unique_ptr<BIO, Freeing<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>>;
using Number = std::unique_ptr<BIGNUM, Freeing<BN_free>>;

Bio reading(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

QByteArray written(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

/// There is nobody to ask for a pass phrase.
int noPassPhrase(char *, int, int, void *)
{
    return 0;
}

Key parseKey(const QByteArray &pem)
{
    Key key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, noPassPhrase, nullptr));
    ERR_clear_error();
    const int kind = key ? EVP_PKEY_get_base_id(key.get()) : EVP_PKEY_NONE;
    return kind == EVP_PKEY_EC || kind == EVP_PKEY_RSA ? std::move(key) : Key();
}

Certificate parseCertificate(const QByteArray &pem)
{
    Certificate certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, noPassPhrase, nullptr));
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

QByteArray publicKeyDer(EVP_PKEY *key)
{
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    QByteArray bytes(reinterpret_cast<const char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    return bytes;
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
    return key ? keyFingerprint(publicKeyDer(key.get())) : QByteArray();
}

QByteArray certificateFingerprint(const QByteArray &certificate)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(certificate.constData());
    const Certificate parsed(d2i_X509(nullptr, &bytes, certificate.size()));
    EVP_PKEY *const key = parsed ? X509_get0_pubkey(parsed.get()) : nullptr;
    const QByteArray der = key ? publicKeyDer(key) : QByteArray();
    ERR_clear_error();
    return der.isEmpty() ? QByteArray() : keyFingerprint(der);
}

} // namespace tincan
