#include "ui/widgets/conversationactions.h"

#include "ui/widgets/composebar.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/moderationdesk.h"
#include "ui/widgets/reactionmenu.h"
#include "ui/widgets/seekbar.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace tincan {

ConversationActions::ConversationActions(const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_seeking(new SeekBar(&parts.view))
{
    connect(m_seeking, &SeekBar::cancelled, this, [this] {
        jumpTo(0);
        m_parts.view.setFocus(Qt::OtherFocusReason);
    });
    connect(&m_parts.view, &ConversationView::actionRequested, this, &ConversationActions::act);
    connect(&m_parts.view, &ConversationView::reactionToggled, this, &ConversationActions::react);
    connect(&m_parts.view, &ConversationView::answeredRequested, this, &ConversationActions::jumpTo);
    connect(&m_parts.view, &ConversationView::revealRequested, this, [this](const QString &key) {
        if (m_conversation) {
            m_conversation->messages()->reveal(m_conversation->messages()->rowOfKey(key));
        }
    });
    connect(&m_parts.bar, &ComposeBar::cancelled, this, &ConversationActions::cancel);
    connect(&m_parts.composer, &Composer::editLastRequested, this, &ConversationActions::editLast);
}

void ConversationActions::setConversation(Conversation *conversation)
{
    finish();
    disconnect(m_watch);
    disconnect(m_loss);
    jumpTo(0);
    m_conversation = conversation;
    if (conversation) {
        // Later: a page is asked for while the last one is still being taken in.
        m_watch = connect(conversation->messages(), &QAbstractItemModel::rowsInserted, this,
                          &ConversationActions::seek, Qt::QueuedConnection);
        m_loss = connect(conversation->messages(), &ConversationModel::olderAbandoned, this,
                         [this] { jumpTo(0); });
    }
}

bool ConversationActions::submitEdit(const QString &text)
{
    if (!isEditing() || !m_conversation || !session()) {
        return false;
    }
    session()->edit(m_conversation, m_target, text);
    cancel();
    return true;
}

void ConversationActions::replySent()
{
    if (m_mode == Mode::Reply) {
        finish();
    }
}

void ConversationActions::editLast()
{
    if (!m_conversation || !m_parts.view.isAllowed(MessageAction::Edit)) {
        return;
    }
    edit(m_conversation->messages()->rowOf(m_conversation->messages()->lastOfMine()));
}

bool ConversationActions::cancel()
{
    if (m_mode == Mode::None) {
        return false;
    }
    const bool edited = isEditing();
    finish();
    if (edited && m_conversation) {
        m_parts.composer.setText(m_conversation->draft(), m_conversation->draftCursor());
    }
    m_parts.composer.setFocus(Qt::OtherFocusReason);
    return true;
}

void ConversationActions::act(MessageAction action, const QString &key)
{
    const int row = m_conversation ? m_conversation->messages()->rowOfKey(key) : -1;
    if (row < 0) {
        return;
    }
    switch (action) {
    case MessageAction::React:
        return offerReactions(row);
    case MessageAction::Reply:
        return reply(row);
    case MessageAction::Edit:
        return edit(row);
    case MessageAction::Delete:
        return confirmDelete(seqAt(row));
    case MessageAction::Ignore:
        return ignore(row, true);
    case MessageAction::StopIgnoring:
        return ignore(row, false);
    case MessageAction::Kick:
        return ask(Penalty::Kick, row);
    case MessageAction::Ban:
        return ask(Penalty::Ban, row);
    case MessageAction::Copy:
        return; // the view's own
    }
}

void ConversationActions::reply(int row)
{
    cancel();
    const QModelIndex index = m_conversation->messages()->index(row);
    begin(Mode::Reply, seqAt(row));
    m_parts.bar.showReply(index.data(conversation::AuthorNameRole).toString(),
                          index.data(conversation::TextRole).toString());
}

void ConversationActions::edit(int row)
{
    const Seq seq = seqAt(row);
    if (seq <= 0) {
        return;
    }
    cancel();
    const QString text = m_conversation->messages()->index(row).data(conversation::TextRole).toString();
    begin(Mode::Edit, seq);
    m_parts.bar.showEdit(text);
    m_original = text;
    m_parts.composer.setText(text);
    m_parts.view.showMessage(row);
}

void ConversationActions::editAgain(Seq seq, const QString &text)
{
    edit(m_conversation ? m_conversation->messages()->rowOf(seq) : -1);
    if (isEditing()) {
        m_parts.composer.setText(text);
        m_parts.composer.setFocus(Qt::OtherFocusReason);
    }
}

void ConversationActions::confirmDelete(Seq seq)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Delete Message"), tr("Delete this message for everybody?"),
                        QMessageBox::NoButton, m_parts.view.window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Its text is gone then. Who has read it has read it."));
    QPushButton *erase = box->addButton(tr("&Delete Message"), QMessageBox::DestructiveRole);
    QPushButton *cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(erase, &QPushButton::clicked, this, [this, seq, where = m_conversation] {
        if (where && where == m_conversation && session()) {
            session()->erase(where, seq);
        }
    });
    box->open();
}

void ConversationActions::offerReactions(int row)
{
    const QString key = m_conversation->messages()->index(row).data(conversation::KeyRole).toString();
    auto *menu = new ReactionMenu(&m_parts.view);
    connect(menu, &ReactionMenu::picked, this, [this, key](const QString &emoji) { react(key, emoji); });
    const QRect place = m_parts.view.visualRect(m_parts.view.model()->index(row, 0));
    const QPoint at = m_parts.view.viewport()->mapToGlobal(place.center());
    connect(menu, &ReactionMenu::moreRequested, this, [this, key, at] { Q_EMIT reactionWanted(key, at); });
    menu->popup(at);
}

void ConversationActions::react(const QString &key, const QString &emoji)
{
    const int row = m_conversation ? m_conversation->messages()->rowOfKey(key) : -1;
    if (row >= 0 && session() && seqAt(row) > 0) {
        session()->react(m_conversation, seqAt(row), emoji);
    }
}

void ConversationActions::ignore(int row, bool on)
{
    const QString name = m_conversation->messages()->index(row).data(conversation::AuthorNameRole).toString();
    m_parts.sessions.ignore(m_conversation, name, on);
}

void ConversationActions::ask(Penalty penalty, int row)
{
    const QModelIndex index = m_conversation->messages()->index(row);
    const MemberId author(index.data(conversation::AuthorIdRole).toString());
    if (session()) {
        m_parts.desk.ask(penalty, *session(), author, index.data(conversation::AuthorNameRole).toString());
    }
}

void ConversationActions::jumpTo(Seq seq)
{
    m_sought = seq;
    seek();
}

void ConversationActions::seek()
{
    if (m_sought <= 0 || !m_conversation) {
        m_seeking->end();
        return;
    }
    ConversationModel *messages = m_conversation->messages();
    const int row = messages->rowOf(m_sought);
    if (row >= 0) {
        jumpTo(0);
        m_parts.view.showMessage(row);
    } else if (messages->oldest() > m_sought && messages->hasOlder()) {
        m_seeking->showLeft(messages->oldest() - m_sought);
        messages->requestOlder();
    } else {
        jumpTo(0);
    }
}

void ConversationActions::begin(Mode mode, Seq seq)
{
    m_mode = mode;
    m_target = seq;
    m_parts.composer.setEditing(isEditing());
    m_parts.composer.setFocus(Qt::OtherFocusReason);
}

/// What was made of a message can be had again, sent or not.
void ConversationActions::finish()
{
    const QString edited = isEditing() ? m_parts.composer.text() : QString();
    if (m_conversation && !edited.trimmed().isEmpty() && edited != m_original) {
        m_conversation->sent().add(edited);
    }
    m_mode = Mode::None;
    m_target = 0;
    m_parts.composer.setEditing(false);
    m_parts.bar.hide();
}

ServerSession *ConversationActions::session() const
{
    return m_conversation ? m_parts.sessions.session(m_conversation->server()) : nullptr;
}

Seq ConversationActions::seqAt(int row) const
{
    return m_conversation->messages()->index(row).data(conversation::SeqRole).toLongLong();
}

} // namespace tincan
