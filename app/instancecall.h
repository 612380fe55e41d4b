#pragma once

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

namespace tincan {

/// Tells the program that runs already with this profile that it was started again, and hands it what it was
/// started with. That one may be a moment old and not listen yet.
class InstanceCall : public QObject
{
    Q_OBJECT

public:
    static constexpr int deadline = 5'000; ///< ms

    InstanceCall(const QString &profile, const QString &text, QObject *parent = nullptr);

    void start(); ///< answers with answered() or failed()

Q_SIGNALS:
    void answered();
    void failed(); ///< nobody answered in time

private:
    void tryOnce();
    void hear();

    QString m_server;
    QByteArray m_line;
    QTimer m_again;
    QTimer m_deadline;
    QLocalSocket m_socket; ///< last: going, it says so once more
};

} // namespace tincan
