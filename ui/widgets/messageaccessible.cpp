#include "ui/widgets/messageaccessible.h"

#include "ui/widgets/conversationview.h"

#include <QCoreApplication>

#include <algorithm>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ConversationView)
};

QString actionName(const MessageLink &link)
{
    switch (link.kind) {
    case MessageLink::Kind::Quote:
        return u"Go to the answered message"_s;
    case MessageLink::Kind::Open:
        return u"Open link"_s;
    case MessageLink::Kind::CopyCode:
        return u"Copy code"_s;
    case MessageLink::Kind::Unfold:
        return u"Show all"_s;
    case MessageLink::Kind::Fold:
        return u"Show less"_s;
    case MessageLink::Kind::Retry:
        return u"Retry"_s;
    case MessageLink::Kind::Edit:
        return u"Edit"_s;
    case MessageLink::Kind::Discard:
        return u"Discard"_s;
    case MessageLink::Kind::Reaction:
        return u"React with "_s + link.word;
    case MessageLink::Kind::Reveal:
        return u"Show"_s;
    }
    return {};
}

QString translatedName(const MessageLink &link)
{
    switch (link.kind) {
    case MessageLink::Kind::Quote:
        return Words::tr("Go to the answered message");
    case MessageLink::Kind::Open:
        return Words::tr("Open link");
    case MessageLink::Kind::CopyCode:
        return Words::tr("Copy code");
    case MessageLink::Kind::Retry:
        return Words::tr("Retry");
    case MessageLink::Kind::Edit:
        return Words::tr("Edit");
    case MessageLink::Kind::Discard:
        return Words::tr("Discard");
    case MessageLink::Kind::Reaction:
        //: %1: an emoji
        return Words::tr("React with %1").arg(link.word);
    case MessageLink::Kind::Unfold:
    case MessageLink::Kind::Fold:
    case MessageLink::Kind::Reveal:
        return link.word;
    }
    return {};
}

/// The untranslated name of what can be done with the message itself.
QString actionName(MessageAction action)
{
    switch (action) {
    case MessageAction::React:
        return u"React"_s;
    case MessageAction::Reply:
        return u"Reply"_s;
    case MessageAction::Edit:
        return u"Edit message"_s;
    case MessageAction::Copy:
        return u"Copy message"_s;
    case MessageAction::Delete:
        return u"Delete message"_s;
    case MessageAction::Ignore:
        return u"Ignore person"_s;
    case MessageAction::StopIgnoring:
        return u"Stop ignoring person"_s;
    case MessageAction::Kick:
        return u"Remove person"_s;
    case MessageAction::Ban:
        return u"Ban person"_s;
    }
    return {};
}

} // namespace

MessageAccessible::MessageAccessible(ConversationView *view, const QModelIndex &index)
    : m_view(view), m_index(index)
{
}

bool MessageAccessible::isValid() const
{
    return m_view && m_index.isValid();
}

QWindow *MessageAccessible::window() const
{
    return m_view->window()->windowHandle();
}

QAccessibleInterface *MessageAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString MessageAccessible::text(QAccessible::Text which) const
{
    if (which != QAccessible::Name || !isValid()) {
        return {};
    }
    const QString name = m_index.data(Qt::AccessibleTextRole).toString();
    return name.isEmpty() ? shown() : name;
}

QRect MessageAccessible::rect() const
{
    if (!isValid()) {
        return {};
    }
    const QRect rect = m_view->visualRect(m_index);
    return QRect(m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size());
}

QAccessible::State MessageAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const bool current = m_view->currentIndex() == m_index;
    const bool visible = m_view->visualRect(m_index).intersects(m_view->viewport()->rect());
    state.focusable = true;
    state.selectable = true;
    state.selectableText = true;
    state.readOnly = true;
    state.multiLine = true;
    state.focused = current && m_view->hasFocus();
    state.active = current;
    state.selected = m_view->textSelection().spanIn(row(), characterCount()).length > 0;
    state.invisible = !m_view->isVisible();
    state.offscreen = !visible;
    return state;
}

void *MessageAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface) {
        return static_cast<QAccessibleTextInterface *>(this);
    }
    if (type == QAccessible::ActionInterface) {
        return static_cast<QAccessibleActionInterface *>(this);
    }
    return nullptr;
}

QString MessageAccessible::shown() const
{
    return shownTextOf(m_index);
}

void MessageAccessible::selection(int selectionIndex, int *startOffset, int *endOffset) const
{
    const auto span = m_view->textSelection().spanIn(row(), characterCount());
    const bool exists = selectionIndex == 0 && span.length > 0;
    *startOffset = exists ? span.from : 0;
    *endOffset = exists ? span.from + span.length : 0;
}

int MessageAccessible::selectionCount() const
{
    return m_view->textSelection().spanIn(row(), characterCount()).length > 0 ? 1 : 0;
}

void MessageAccessible::addSelection(int startOffset, int endOffset)
{
    const int length = characterCount();
    m_view->setTextSelection({m_index, std::clamp(startOffset, 0, length)},
                             {m_index, std::clamp(endOffset, 0, length)});
}

void MessageAccessible::removeSelection(int)
{
    m_view->clearTextSelection();
}

void MessageAccessible::setSelection(int, int startOffset, int endOffset)
{
    addSelection(startOffset, endOffset);
}

int MessageAccessible::cursorPosition() const
{
    const TextPosition &moving = m_view->textSelection().moving();
    return moving.isValid() && moving.row == m_index ? moving.offset : 0;
}

void MessageAccessible::setCursorPosition(int position)
{
    addSelection(position, position);
}

QString MessageAccessible::text(int startOffset, int endOffset) const
{
    const QString all = shown();
    const int end = endOffset < 0 ? int(all.size()) : std::min(endOffset, int(all.size()));
    return all.mid(startOffset, std::max(0, end - startOffset));
}

int MessageAccessible::characterCount() const
{
    return int(shown().size());
}

QRect MessageAccessible::characterRect(int offset) const
{
    const QRect rect = m_view->characterRect(row(), offset);
    return QRect(m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size());
}

int MessageAccessible::offsetAtPoint(const QPoint &point) const
{
    const TextPosition position = m_view->textPositionAt(m_view->viewport()->mapFromGlobal(point));
    return position.isValid() && position.row == m_index ? position.offset : -1;
}

void MessageAccessible::scrollToSubstring(int, int)
{
    m_view->scrollTo(m_index);
}

QString MessageAccessible::attributes(int, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    return {};
}

QStringList MessageAccessible::actionNames() const
{
    QStringList names{setFocusAction(), showMenuAction()};
    const QList<MessageLink> links = m_view->linksOf(row());
    for (const MessageLink &link : links) {
        if (!names.contains(actionName(link))) {
            names.append(actionName(link));
        }
    }
    const MessageActions possible = m_view->actionsOf(row());
    for (const MessageAction action : allMessageActions()) {
        if (possible.testFlag(action)) {
            names.append(actionName(action));
        }
    }
    return names;
}

QString MessageAccessible::localizedActionName(const QString &name) const
{
    const QList<MessageLink> links = isValid() ? m_view->linksOf(row()) : QList<MessageLink>();
    for (const MessageLink &link : links) {
        if (actionName(link) == name) {
            return translatedName(link);
        }
    }
    for (const MessageAction action : allMessageActions()) {
        if (actionName(action) == name) {
            return plainWord(action);
        }
    }
    return QAccessibleActionInterface::localizedActionName(name);
}

void MessageAccessible::doAction(const QString &name)
{
    if (!isValid()) {
        return;
    }
    if (name == setFocusAction()) {
        m_view->setFocus();
        m_view->setCurrentIndex(m_index);
    } else if (name == showMenuAction()) {
        m_view->scrollTo(m_index);
        m_view->openMenu(row(), -1, rect().center());
    } else {
        doNamed(name);
    }
}

void MessageAccessible::doNamed(const QString &name)
{
    const QList<MessageLink> links = m_view->linksOf(row());
    for (const MessageLink &link : links) {
        if (actionName(link) == name) {
            m_view->activateLink(row(), link);
            return;
        }
    }
    for (const MessageAction action : allMessageActions()) {
        if (actionName(action) == name) {
            m_view->perform(action, row());
            return;
        }
    }
}

} // namespace tincan
