#pragma once

#include <QObject>

#include <memory>

namespace tincan {

/// Tells when the wall clock was set, as it is when the computer wakes up, without looking at it every now
/// and then: the operating system says so.
class ClockSteps : public QObject
{
    Q_OBJECT

public:
    explicit ClockSteps(QObject *parent = nullptr);
    ~ClockSteps() override;

    bool isTold() const; ///< whether the operating system says it; false: one has to look

Q_SIGNALS:
    void stepped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tincan
