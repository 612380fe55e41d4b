#pragma once

#include "ui/widgets/idlewatch.h"

#include <QObject>

namespace tincan {

/// Lets the text cursor of the whole application stand still, visible, when nobody has touched keyboard or
/// mouse for a moment: what blinks wakes the processor up twice a second.
class RestingCursor : public QObject
{
    Q_OBJECT

public:
    static constexpr int waitMs = 10'000;

    explicit RestingCursor(QObject *parent = nullptr, int wait = waitMs);
    ~RestingCursor() override;

private:
    IdleWatch m_watch;
};

} // namespace tincan
