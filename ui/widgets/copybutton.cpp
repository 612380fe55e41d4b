#include "ui/widgets/copybutton.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

#include <chrono>

using namespace std::chrono_literals;

namespace tincan {

CopyButton::CopyButton(const QLineEdit *field, QWidget *parent)
    : QPushButton(tr("Copy"), parent), m_field(field)
{
    setAutoDefault(false);
    m_backToCopy.setSingleShot(true);
    m_backToCopy.setInterval(2s);
    connect(this, &QPushButton::clicked, this, &CopyButton::copy);
    connect(&m_backToCopy, &QTimer::timeout, this, [this] { setText(tr("Copy")); });
}

QSize CopyButton::sizeHint() const
{
    // As wide as its wider text, so that nothing moves under the mouse.
    const QSize hint = QPushButton::sizeHint();
    const int now = fontMetrics().horizontalAdvance(text());
    const int widest =
        std::max(fontMetrics().horizontalAdvance(tr("Copy")), fontMetrics().horizontalAdvance(tr("Copied")));
    return hint + QSize(widest - now, 0);
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_field->text());
    setText(tr("Copied"));
    m_backToCopy.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace tincan
