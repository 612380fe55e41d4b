#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>

namespace tincan {

/// Names and addresses of the networks that this computer is on, in any order.
QStringList ownNetworks();

/// Tells when this computer comes onto a network, leaves one, or gets another address, without looking for
/// it every now and then: the operating system says so.
class NetworkChanges : public QObject
{
    Q_OBJECT

public:
    static constexpr int settling = 200; ///< ms; a network comes in several steps

    /// `networks` is what changes.
    explicit NetworkChanges(QObject *parent = nullptr, std::function<QStringList()> networks = ownNetworks);
    ~NetworkChanges() override;

    bool isTold() const; ///< whether the operating system says everything; otherwise call look() at times

    void look(); ///< now

Q_SIGNALS:
    void changed();

private:
    class Private;

    std::function<QStringList()> m_networks;
    QStringList m_known;
    QTimer m_settling;
    std::unique_ptr<Private> d;
};

} // namespace tincan
