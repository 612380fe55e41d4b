#include "server/socketbio.h"

#include "protocol/freeing.h"
#include "server/rawsocket.h"

#include <openssl/bio.h>

#include <memory>

namespace tincan {

namespace {

using Method = std::unique_ptr<BIO_METHOD, Freeing<BIO_meth_free>>;

qintptr descriptorOf(BIO *bio)
{
    return reinterpret_cast<qintptr>(BIO_get_data(bio));
}

int readFrom(BIO *bio, char *bytes, int most)
{
    BIO_clear_retry_flags(bio);
    const auto got = rawsocket::receive(descriptorOf(bio), bytes, std::size_t(most));
    if (!got)
        return -1;
    if (*got < 0)
        BIO_set_retry_read(bio);
    else if (*got == 0)
        BIO_set_flags(bio, BIO_FLAGS_IN_EOF);
    return int(*got);
}

int writeTo(BIO *bio, const char *bytes, int size)
{
    BIO_clear_retry_flags(bio);
    const auto sent = rawsocket::send(descriptorOf(bio), QByteArrayView(bytes, size));
    if (sent && *sent > 0)
        return int(*sent);
    if (sent)
        BIO_set_retry_write(bio);
    return -1;
}

long control(BIO *bio, int command, long, void *)
{
    switch (command) {
    case BIO_CTRL_FLUSH:
        return 1;
    case BIO_CTRL_EOF:
        return BIO_test_flags(bio, BIO_FLAGS_IN_EOF) != 0 ? 1 : 0;
    default:
        return 0;
    }
}

Method makeMethod()
{
    Method method(BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "socket"));
    if (method) {
        BIO_meth_set_read(method.get(), readFrom);
        BIO_meth_set_write(method.get(), writeTo);
        BIO_meth_set_ctrl(method.get(), control);
    }
    return method;
}

} // namespace

bio_st *newSocketBio(qintptr descriptor)
{
    static const Method method = makeMethod();
    BIO *const bio = method ? BIO_new(method.get()) : nullptr;
    if (bio) {
        BIO_set_data(bio, reinterpret_cast<void *>(descriptor));
        BIO_set_init(bio, 1);
    }
    return bio;
}

} // namespace tincan
