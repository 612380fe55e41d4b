#pragma once

#include <QObject>

#include <memory>

namespace tincan {

/// SIGINT, SIGTERM and SIGHUP (on Windows Ctrl+C) as a signal of the event loop; the second one ends the
/// program at once. One object a program. While it lives, a closed pipe (SIGPIPE) is an error of the write
/// and nothing more.
class QuitSignals : public QObject
{
    Q_OBJECT

public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

Q_SIGNALS:
    void asked(int number);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tincan
