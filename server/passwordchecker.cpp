#include "server/passwordchecker.h"

#include "server/passwordhash.h"

namespace tincan {

PasswordThread::PasswordThread()
{
    m_pool.setMaxThreadCount(1);
}

PasswordThread::~PasswordThread()
{
    m_pool.clear();
}

void PasswordThread::check(const QString &word, const QByteArray &hash, Answered answered)
{
    m_pool.start([home = &m_home, word, hash, answered = std::move(answered)] {
        const bool right = matchesPassword(word, hash);
        QMetaObject::invokeMethod(
            home, [answered, right] { answered(right); }, Qt::QueuedConnection);
    });
}

} // namespace tincan
