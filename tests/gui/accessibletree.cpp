#include "tests/gui/accessibletree.h"

#include <QSet>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tincan {

bool accessibletree::isControl(QAccessible::Role role)
{
    static const QSet<QAccessible::Role> controls{
        QAccessible::PushButton, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText,
        QAccessible::ComboBox,   QAccessible::List,     QAccessible::Tree,        QAccessible::Table,
        QAccessible::SpinBox,    QAccessible::Slider,   QAccessible::MenuItem,    QAccessible::ButtonMenu,
        QAccessible::PageTab,    QAccessible::Button};
    return controls.contains(role);
}

void accessibletree::walk(QAccessibleInterface *node,
                          const std::function<void(QAccessibleInterface *)> &visit)
{
    if (!node || !node->isValid() || node->state().invisible)
        return;
    visit(node);
    if (node->role() == QAccessible::List || node->role() == QAccessible::Table)
        return;
    for (int i = 0; i < node->childCount(); ++i)
        walk(node->child(i), visit);
}

static QString kindOf(const QAccessibleInterface *node)
{
    const QObject *object = node->object();
    return u"%1 (role %2)"_s
        .arg(object ? QLatin1StringView(object->metaObject()->className()) : QLatin1StringView("?"))
        .arg(int(node->role()));
}

QStringList accessibletree::unnamed(QWidget &window)
{
    QStringList found;
    walk(QAccessible::queryAccessibleInterface(&window), [&found](QAccessibleInterface *node) {
        if (!isControl(node->role()) || !node->text(QAccessible::Name).trimmed().isEmpty())
            return;
        if (node->role() == QAccessible::MenuItem && node->state().disabled)
            return; // separators
        found.append(kindOf(node));
    });
    return found;
}

QStringList accessibletree::withoutRole(QWidget &window)
{
    static const QSet<QAccessible::Role> nothing{QAccessible::NoRole, QAccessible::Client, QAccessible::Pane,
                                                 QAccessible::Window, QAccessible::Border};
    QStringList found;
    const auto order = tabOrder(window);
    for (QWidget *widget : order) {
        const auto *node = QAccessible::queryAccessibleInterface(widget);
        if (!widget->focusProxy() && (!node || nothing.contains(node->role())))
            found.append(node ? kindOf(node) : u"?"_s);
    }
    return found;
}

QStringList accessibletree::namesOf(QWidget &window, QAccessible::Role role)
{
    QStringList names;
    walk(QAccessible::queryAccessibleInterface(&window), [&names, role](QAccessibleInterface *node) {
        if (node->role() == role)
            names.append(node->text(QAccessible::Name));
    });
    return names;
}

QList<QWidget *> accessibletree::tabOrder(QWidget &window)
{
    QList<QWidget *> order;
    for (QWidget *next = window.nextInFocusChain(); next && next != &window;
         next = next->nextInFocusChain()) {
        if (next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus) &&
            next->window() == &window)
            order.append(next);
    }
    return order;
}

} // namespace tincan
