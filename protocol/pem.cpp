#include "protocol/pem.h"

#include <openssl/pem.h>

namespace tincan::pem {

namespace {

/// There is nobody to ask for a pass phrase.
int noPassPhrase(char *, int, int, void *)
{
    return 0;
}

} // namespace

Bio reading(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

Key key(const QByteArray &text)
{
    return Key(PEM_read_bio_PrivateKey(reading(text).get(), nullptr, noPassPhrase, nullptr));
}

Certificate nextCertificate(const Bio &text)
{
    return Certificate(PEM_read_bio_X509(text.get(), nullptr, noPassPhrase, nullptr));
}

} // namespace tincan::pem
