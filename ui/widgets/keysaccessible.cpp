#include "ui/widgets/keysaccessible.h"

#include <QKeySequenceEdit>

namespace tincan {

namespace {

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *field = qobject_cast<QKeySequenceEdit *>(object);
    return field ? new KeysAccessible(*field) : nullptr;
}

} // namespace

KeysAccessible::KeysAccessible(QKeySequenceEdit &field)
    : QAccessibleWidget(&field, QAccessible::HotkeyField), m_field(field)
{
}

QString KeysAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? m_field.keySequence().toString(QKeySequence::NativeText)
                                      : QAccessibleWidget::text(kind);
}

void installKeysAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace tincan
