#include "server/tlscontext.h"

#include "protocol/pem.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace tincan {

namespace {

constexpr char ciphersOf12[] = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr char ciphersOf13[] = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
/// Those that cost a server little: a peer can have it compute with any other that it names, for nothing.
constexpr char groups[] = "X25519:P-256:P-384";
/// Of a peer's own key.
constexpr char signatures[] = "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ed25519:ed448:"
                              "rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:"
                              "rsa_pss_pss_sha256:rsa_pss_pss_sha384:rsa_pss_pss_sha512:"
                              "RSA+SHA256:RSA+SHA384:RSA+SHA512";
/// Of the certificates that a peer shows, which are kept as long as it stays.
constexpr long mostOfPeersCertificates = 16 * 1024;

int takeAnyCertificate(X509_STORE_CTX *, void *)
{
    return 1;
}

bool keepToModern(SSL_CTX *context)
{
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET |
                                     SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_max_cert_list(context, mostOfPeersCertificates);
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
           SSL_CTX_set_max_proto_version(context, 0) == 1 && SSL_CTX_set_num_tickets(context, 0) == 1 &&
           SSL_CTX_set_cipher_list(context, ciphersOf12) == 1 &&
           SSL_CTX_set_ciphersuites(context, ciphersOf13) == 1 &&
           SSL_CTX_set1_groups_list(context, groups) == 1 &&
           SSL_CTX_set1_client_sigalgs_list(context, signatures) == 1;
}

/// Buffers are there while they are in use. Reading comes back after each record, also after one that OpenSSL
/// answers by itself, so that no peer keeps it busy.
void saveMemoryAndTime(SSL_CTX *context)
{
    SSL_CTX_set_mode(context,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_NO_AUTO_CHAIN);
    SSL_CTX_clear_mode(context, SSL_MODE_AUTO_RETRY);
}

} // namespace

void TlsContext::Free::operator()(ssl_ctx_st *context) const
{
    SSL_CTX_free(context);
}

TlsContext::TlsContext() : m_context(SSL_CTX_new(TLS_server_method())) {}

std::unique_ptr<TlsContext> TlsContext::make(const Identity &identity)
{
    std::unique_ptr<TlsContext> made(new TlsContext);
    const bool isUsable = made->get() && keepToModern(made->get()) && made->show(identity);
    ERR_clear_error();
    if (!isUsable)
        return nullptr;
    saveMemoryAndTime(made->get());
    SSL_CTX_set_verify(made->get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(made->get(), takeAnyCertificate, nullptr);
    return made;
}

bool TlsContext::show(const Identity &identity)
{
    const pem::Key key = pem::key(identity.key);
    const pem::Bio certificates = pem::reading(identity.certificate);
    const pem::Certificate own = pem::nextCertificate(certificates);
    if (!key || !own || SSL_CTX_use_certificate(get(), own.get()) != 1 ||
        SSL_CTX_use_PrivateKey(get(), key.get()) != 1)
        return false;
    while (const pem::Certificate issuer = pem::nextCertificate(certificates)) {
        if (SSL_CTX_add1_chain_cert(get(), issuer.get()) != 1)
            return false;
    }
    return true;
}

} // namespace tincan
