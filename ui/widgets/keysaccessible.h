#pragma once

#include <QAccessibleWidget>

class QKeySequenceEdit;

namespace tincan {

/// Tells screen readers what a QKeySequenceEdit is and which keys are in it; Qt says neither.
class KeysAccessible : public QAccessibleWidget
{
public:
    explicit KeysAccessible(QKeySequenceEdit &field);

    QString text(QAccessible::Text kind) const override;

private:
    const QKeySequenceEdit &m_field;
};

void installKeysAccessibility(); ///< before the first such field is asked for; again does no harm

} // namespace tincan
