#include "ui/widgets/conversationaccessible.h"

#include "ui/widgets/conversationview.h"
#include "ui/widgets/jumpbutton.h"
#include "ui/widgets/messageaccessible.h"

#include <algorithm>

namespace tincan {

namespace {

constexpr int mostItems = 1024;

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className != QLatin1String(ConversationView::staticMetaObject.className())) {
        return nullptr;
    }
    return new ConversationAccessible(static_cast<ConversationView *>(object));
}

JumpButton *visibleButton(const ConversationView *view)
{
    auto *button = view->findChild<JumpButton *>();
    return button != nullptr && button->isVisible() ? button : nullptr;
}

} // namespace

ConversationAccessible::ConversationAccessible(ConversationView *view)
    : QAccessibleWidget(view, QAccessible::List)
{
}

ConversationAccessible::~ConversationAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_items)) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

int ConversationAccessible::childCount() const
{
    return view()->rowCount() + (visibleButton(view()) != nullptr ? 1 : 0);
}

QAccessibleInterface *ConversationAccessible::child(int index) const
{
    const int rows = view()->rowCount();
    if (index >= 0 && index < rows) {
        return itemOf(view()->model()->index(index, 0, view()->rootIndex()));
    }
    JumpButton *button = index == rows ? visibleButton(view()) : nullptr;
    return button != nullptr ? QAccessible::queryAccessibleInterface(button) : nullptr;
}

int ConversationAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *item = dynamic_cast<const MessageAccessible *>(child)) {
        return item->row();
    }
    const bool isButton =
        child != nullptr && child->object() != nullptr && child->object() == visibleButton(view());
    return isButton ? view()->rowCount() : -1;
}

QAccessibleInterface *ConversationAccessible::childAt(int x, int y) const
{
    if (JumpButton *button = visibleButton(view())) {
        if (button->rect().contains(button->mapFromGlobal(QPoint(x, y)))) {
            return QAccessible::queryAccessibleInterface(button);
        }
    }
    const QModelIndex index = view()->indexAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? itemOf(index) : nullptr;
}

QAccessibleInterface *ConversationAccessible::focusChild() const
{
    const QModelIndex current = view()->currentIndex();
    if (view()->hasFocus() && current.isValid()) {
        return itemOf(current);
    }
    JumpButton *button = visibleButton(view());
    return button != nullptr && button->hasFocus() ? QAccessible::queryAccessibleInterface(button) : nullptr;
}

QAccessible::State ConversationAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    return state;
}

ConversationView *ConversationAccessible::view() const
{
    return static_cast<ConversationView *>(widget());
}

QAccessibleInterface *ConversationAccessible::itemOf(const QModelIndex &index) const
{
    const auto found = m_items.constFind(index);
    if (found != m_items.cend()) {
        return QAccessible::accessibleInterface(*found);
    }
    makeRoom();
    auto *item = new MessageAccessible(view(), index);
    m_items.insert(index, QAccessible::registerAccessibleInterface(item));
    m_order.enqueue(index);
    return item;
}

void ConversationAccessible::makeRoom() const
{
    while (m_order.size() >= mostItems) {
        if (const QAccessible::Id id = m_items.take(m_order.dequeue())) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }
}

void installConversationAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

void announceCurrentRow(ConversationView *view, int row)
{
    if (QAccessible::isActive()) {
        QAccessibleEvent event(view, QAccessible::Focus);
        event.setChild(row);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace tincan
