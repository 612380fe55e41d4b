#pragma once

#include <QComboBox>

namespace tincan {

/// For how long a history is kept.
class KeepChoice : public QComboBox
{
    Q_OBJECT

public:
    /// `days`: 0 is for ever.
    explicit KeepChoice(int days, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(int days);
};

} // namespace tincan
