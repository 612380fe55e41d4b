#include "server/passwordhash.h"

#include <QList>

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <optional>

namespace tincan {

namespace {

constexpr int saltBytes = 16;
constexpr int hashBytes = 32;
constexpr int greatestLogN = 20;
constexpr quint64 mostMemory = 256 * 1024 * 1024;
constexpr int greatestP = 4;
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

struct Encoded
{
    PasswordCost cost;
    QByteArray salt;
    QByteArray hash;
};

quint64 memoryFor(const PasswordCost &cost)
{
    return 128 * quint64(cost.r) * ((quint64(1) << cost.logN) + quint64(cost.p));
}

bool isBearable(const PasswordCost &cost)
{
    return cost.logN >= 1 && cost.logN <= greatestLogN && cost.r >= 1 && cost.r <= 32 && cost.p >= 1 &&
           cost.p <= greatestP && memoryFor(cost) <= mostMemory;
}

std::optional<PasswordCost> readCost(const QByteArray &text)
{
    const QList<QByteArray> numbers = text.split(',');
    if (numbers.size() != 3)
        return std::nullopt;
    const PasswordCost cost{numbers[0].toInt(), numbers[1].toInt(), numbers[2].toInt()};
    return isBearable(cost) ? std::optional(cost) : std::nullopt;
}

std::optional<Encoded> decoded(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('$');
    if (parts.size() != 4 || parts[0] != "scrypt")
        return std::nullopt;
    const auto cost = readCost(parts[1]);
    const auto salt =
        QByteArray::fromBase64Encoding(parts[2], base64 | QByteArray::AbortOnBase64DecodingErrors);
    const auto hash =
        QByteArray::fromBase64Encoding(parts[3], base64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!cost || !salt || !hash || salt.decoded.size() != saltBytes || hash.decoded.size() != hashBytes)
        return std::nullopt;
    return Encoded{*cost, salt.decoded, hash.decoded};
}

QByteArray derived(const QString &word, const QByteArray &salt, const PasswordCost &cost)
{
    const QByteArray secret = word.toUtf8();
    QByteArray hash(hashBytes, '\0');
    const int done =
        EVP_PBE_scrypt(secret.constData(), std::size_t(secret.size()),
                       reinterpret_cast<const unsigned char *>(salt.constData()), std::size_t(salt.size()),
                       quint64(1) << cost.logN, quint64(cost.r), quint64(cost.p), 2 * mostMemory,
                       reinterpret_cast<unsigned char *>(hash.data()), std::size_t(hash.size()));
    ERR_clear_error();
    return done == 1 ? hash : QByteArray();
}

} // namespace

QByteArray hashPassword(const QString &word, const PasswordCost &cost)
{
    QByteArray salt(saltBytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(salt.data()), saltBytes) != 1)
        return {};
    const QByteArray hash = derived(word, salt, cost);
    if (hash.isEmpty())
        return {};
    const auto number = [](int value) { return QByteArray::number(value); };
    return "scrypt$" + number(cost.logN) + ',' + number(cost.r) + ',' + number(cost.p) + '$' +
           salt.toBase64(base64) + '$' + hash.toBase64(base64);
}

bool isPasswordHash(const QByteArray &text)
{
    return decoded(text).has_value();
}

bool matchesPassword(const QString &word, const QByteArray &hash)
{
    const auto wanted = decoded(hash);
    if (!wanted)
        return false;
    const QByteArray found = derived(word, wanted->salt, wanted->cost);
    return found.size() == wanted->hash.size() &&
           CRYPTO_memcmp(found.constData(), wanted->hash.constData(), std::size_t(found.size())) == 0;
}

} // namespace tincan
