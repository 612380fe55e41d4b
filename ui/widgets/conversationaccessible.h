#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QPersistentModelIndex>
#include <QQueue>

namespace tincan {

class ConversationView;

/// A conversation as a list with one item a message. Items come into being when they are asked for; only so
/// many live on.
class ConversationAccessible : public QAccessibleWidget
{
public:
    explicit ConversationAccessible(ConversationView *view);
    ~ConversationAccessible() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    QAccessible::State state() const override;

private:
    ConversationView *view() const;
    QAccessibleInterface *itemOf(const QModelIndex &index) const;
    void makeRoom() const;

    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_items;
    mutable QQueue<QPersistentModelIndex> m_order; ///< the oldest first
};

/// Makes Qt use ConversationAccessible for every ConversationView. May be called again.
void installConversationAccessibility();

/// Tells screen readers that this row has the focus now.
void announceCurrentRow(ConversationView *view, int row);

} // namespace tincan
