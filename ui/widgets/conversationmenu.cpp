// What can be done with a message of a conversation: its links, its actions, and the menu and bar of these.

#include "ui/widgets/conversationview.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QStyle>

namespace tincan {

using namespace conversation;

namespace {

/// By the time a choice is made the row may have moved or gone.
template <typename Act>
void offer(QMenu *menu, const QPersistentModelIndex &index, const QString &words, const Act &act)
{
    QObject::connect(menu->addAction(words), &QAction::triggered, menu, [index, act] {
        if (index.isValid()) {
            act(index.row());
        }
    });
}

} // namespace

void ConversationView::activateLink(int row, const MessageLink &link)
{
    const QString key = indexOf(row).data(KeyRole).toString();
    switch (link.kind) {
    case MessageLink::Kind::Quote:
        Q_EMIT answeredRequested(indexOf(row).data(AnsweredSeqRole).toLongLong());
        break;
    case MessageLink::Kind::Open:
        Q_EMIT linkActivated(link.url);
        break;
    case MessageLink::Kind::CopyCode:
        copyCode(row, link);
        break;
    case MessageLink::Kind::Unfold:
    case MessageLink::Kind::Fold:
        toggleFold(row, link.kind == MessageLink::Kind::Unfold);
        break;
    case MessageLink::Kind::Retry:
        Q_EMIT retryRequested(key);
        break;
    case MessageLink::Kind::Edit:
        Q_EMIT editRequested(key);
        break;
    case MessageLink::Kind::Discard:
        Q_EMIT discardRequested(key);
        break;
    case MessageLink::Kind::Reaction:
        Q_EMIT reactionToggled(key, link.word);
        break;
    case MessageLink::Kind::Reveal:
        Q_EMIT revealRequested(key);
        break;
    }
}

void ConversationView::perform(MessageAction action, int row)
{
    if (!actionsOf(row).testFlag(action)) {
        return;
    }
    if (action == MessageAction::Copy) {
        copyMessage(row);
    } else {
        Q_EMIT actionRequested(action, indexOf(row).data(KeyRole).toString());
    }
}

void ConversationView::copyMessage(int row) const
{
    const QModelIndex index = indexOf(row);
    const bool typed =
        RowKind(index.data(KindRole).toInt()) == RowKind::Message && !index.data(DeletedRole).toBool();
    QApplication::clipboard()->setText(typed ? index.data(TextRole).toString() : shownTextOf(index));
}

void ConversationView::copyCode(int row, const MessageLink &link) const
{
    QApplication::clipboard()->setText(shownTextOf(indexOf(row)).mid(link.start, link.length));
}

void ConversationView::toggleFold(int row, bool unfolded)
{
    const QModelIndex index = indexOf(row);
    const QString key = index.data(KeyRole).toString();
    if (unfolded) {
        m_unfolded.insert(key);
    } else {
        m_unfolded.remove(key);
    }
    const int top = rowTop(row);
    m_chosenLink = -1;
    relayoutRow(row);
    scrollToRow(row, unfolded ? top : std::max(top, 0));
}

void ConversationView::openMenu(int row, int link, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex index = indexOf(row);
    for (const MessageLink &one : linksOf(row)) {
        const auto act = [this, one](int now) { activateLink(now, one); };
        if (one.kind == MessageLink::Kind::Retry) {
            offer(menu, index, tr("&Retry"), act);
        } else if (one.kind == MessageLink::Kind::Edit) {
            offer(menu, index, tr("&Edit"), act);
        } else if (one.kind == MessageLink::Kind::Discard) {
            offer(menu, index, tr("&Discard"), act);
            menu->addSeparator();
        }
    }
    if (!textSelection().isEmpty()) {
        offer(menu, index, tr("&Copy"), [this](int) { copySelection(); });
    }
    offerActions(menu, row);
    offerLinks(menu, row, link);
    menu->popup(at);
}

void ConversationView::offerActions(QMenu *menu, int row)
{
    const MessageActions possible = actionsOf(row);
    for (const MessageAction action : allMessageActions()) {
        if (!possible.testFlag(action)) {
            continue;
        }
        const QString key = keyWord(action);
        const QString words = key.isEmpty() ? menuWord(action) : menuWord(action) + u'\t' + key;
        offer(menu, indexOf(row), words, [this, action](int now) { perform(action, now); });
    }
}

void ConversationView::offerLinks(QMenu *menu, int row, int link)
{
    const QPersistentModelIndex index = indexOf(row);
    const QList<MessageLink> links = linksOf(row);
    for (int i = 0; i < links.size(); ++i) {
        if (links[i].kind != MessageLink::Kind::Open || (link >= 0 && link != i)) {
            continue;
        }
        const QUrl url = links[i].url;
        const bool alone = link >= 0 || links.size() == 1;
        const QString which = alone ? QString() : QLatin1String(" ") + url.host();
        menu->addSeparator();
        offer(menu, index, tr("&Open Link") + which, [this, url](int) { Q_EMIT linkActivated(url); });
        offer(menu, index, tr("Copy &Link") + which,
              [url](int) { QApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded)); });
    }
}

/// Beside the message under the mouse, else beside the one that the keyboard is at.
void ConversationView::placeBar()
{
    const QModelIndex focused = m_ring && hasFocus() ? currentIndex() : QModelIndex();
    const QModelIndex index = m_hovered.isValid() ? QModelIndex(m_hovered) : focused;
    const bool wanted = index.isValid() && !isSelecting() && visualRect(index).intersects(viewport()->rect());
    const MessageActions possible = wanted ? actionsOf(index.row()) : MessageActions();
    const bool more = bool(possible & ~MessageActions(MessageAction::Copy));
    m_bar->offer(index, more ? possible : MessageActions());
    if (!more) {
        return;
    }
    const QRect space = viewport()->geometry();
    const QRect body = layoutOf(index.row()).body().translated(0, rowTop(index.row()));
    const int y =
        std::clamp(body.top() - m_bar->height() / 2, 0, std::max(0, space.height() - m_bar->height()));
    const QRect corner(space.right() - m_bar->width() - m_style.margin, space.top() + y, m_bar->width(),
                       m_bar->height());
    m_bar->setGeometry(QStyle::visualRect(layoutDirection(), space, corner));
}

} // namespace tincan
