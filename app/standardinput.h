#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

namespace tincan {

/// The bytes of standard input as they come, from the event loop: a terminal, a pipe, a socket or a file.
class StandardInput : public QObject
{
    Q_OBJECT

public:
    explicit StandardInput(QObject *parent = nullptr);
    ~StandardInput() override;

    static bool isTerminal();

    /// Starts or stops reading. At first nothing is read.
    void setReading(bool reading);

Q_SIGNALS:
    void received(const QByteArray &bytes);
    void ended();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tincan
