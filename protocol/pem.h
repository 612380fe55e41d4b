#pragma once

#include "protocol/freeing.h"

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

/// Keys and certificates as OpenSSL has them, read from text. What cannot be read leaves a reason in
/// OpenSSL's queue of errors.
namespace tincan::pem {

using Bio = std::unique_ptr<BIO, Freeing<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;

/// Reads the bytes, which must outlive it.
Bio reading(const QByteArray &bytes);

/// A private key. Null where there is none, or one with a pass phrase.
Key key(const QByteArray &text);

/// The next one; null where there is none.
Certificate nextCertificate(const Bio &text);

} // namespace tincan::pem
