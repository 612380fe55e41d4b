#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>

namespace tincan {

/// Finds out whether a password is right.
class PasswordChecker
{
public:
    using Answered = std::function<void(bool right)>;
    virtual ~PasswordChecker() = default;

    /// `answered` is called later, from the event loop, in the order of the questions.
    virtual void check(const QString &word, const QByteArray &hash, Answered answered) = 0;
};

/// Asks a thread of its own, one question after the other, so that the time that a hash takes is nobody
/// else's. What is not answered when it is destroyed never is.
class PasswordThread final : public PasswordChecker
{
public:
    PasswordThread();
    ~PasswordThread() override;

    void check(const QString &word, const QByteArray &hash, Answered answered) override;

private:
    QObject m_home; ///< on the thread of the answers
    QThreadPool m_pool;
};

} // namespace tincan
