#include "ui/widgets/compositionguard.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace tincan {

namespace {

bool isTyping(const QKeyEvent &event)
{
    const bool plain = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    return plain && !event.text().isEmpty() && event.text().at(0).isPrint();
}

} // namespace

CompositionGuard::CompositionGuard(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool CompositionGuard::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::InputMethod && qobject_cast<QLineEdit *>(watched)) {
        const bool composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
        m_composing = composing ? watched : nullptr;
    }
    if (!m_composing || watched != m_composing)
        return false;
    if (type == QEvent::FocusOut) {
        m_composing = nullptr;
        return false;
    }
    const bool key = type == QEvent::KeyPress || type == QEvent::ShortcutOverride;
    if (!key || isTyping(*static_cast<QKeyEvent *>(event)))
        return false;
    event->accept();
    return true;
}

} // namespace tincan
