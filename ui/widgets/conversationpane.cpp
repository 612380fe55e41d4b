#include "ui/widgets/conversationpane.h"

#include "ui/models/completionsource.h"
#include "ui/models/conversationroles.h"
#include "ui/models/powers.h"
#include "ui/widgets/composebar.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/connectionbanner.h"
#include "ui/widgets/conversationactions.h"
#include "ui/widgets/conversationfind.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/emojipicker.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/invitepanel.h"
#include "ui/widgets/messageannouncer.h"
#include "ui/widgets/moderationdesk.h"
#include "ui/widgets/programemoji.h"
#include "ui/widgets/roomheader.h"
#include "ui/widgets/scrolledpage.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/writingguard.h"

#include <QDesktopServices>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int typingPause = 3000; // ms between two times that others are told

bool hasMessages(const ConversationModel &messages)
{
    constexpr int noticesAtMost = 50; // a page with more rows than this is no empty page
    const int rows = messages.rowCount();
    for (int row = 0; row < rows && row < noticesAtMost; ++row) {
        if (messages.index(row).data(conversation::KindRole) != int(conversation::RowKind::Notice)) {
            return true;
        }
    }
    return rows > noticesAtMost;
}

} // namespace

ConversationPane::ConversationPane(ChatSessions &sessions, RoomHost &host, QWidget *parent)
    : QWidget(parent), m_sessions(sessions), m_host(host), m_header(new RoomHeader), m_findBar(new FindBar),
      m_banner(new ConnectionBanner), m_middle(new QStackedWidget), m_view(new ConversationView),
      m_composer(new Composer), m_bar(new ComposeBar), m_typing(new QLabel),
      m_announcer(new MessageAnnouncer(this)), m_guard(new WritingGuard(*m_composer)),
      m_desk(new ModerationDesk(*this)),
      m_actions(new ConversationActions({sessions, *m_view, *m_composer, *m_bar, *m_desk}, this)),
      m_find(new ConversationFind({*m_findBar, *m_view, *m_actions}, this))
{
    m_view->setFrameShape(QFrame::NoFrame);
    m_middle->addWidget(m_view);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_header);
    rows->addWidget(m_findBar);
    rows->addWidget(m_banner);
    rows->addWidget(m_middle, 1);
    rows->addWidget(makeFoot());

    connect(m_header, &RoomHeader::inviteRequested, this, &ConversationPane::inviteRequested);
    connect(m_header, &RoomHeader::searchRequested, m_find, &ConversationFind::begin);
    connect(m_find, &ConversationFind::everywhereRequested, this, &ConversationPane::searchRequested);
    connect(m_find, &ConversationFind::closed, m_composer, [this](QWidget *before) {
        (before && before->isVisible() ? before : m_composer)->setFocus(Qt::OtherFocusReason);
    });
    connect(m_banner, &ConnectionBanner::keyboardLeft, m_composer, qOverload<>(&QWidget::setFocus));
    connect(m_banner, &ConnectionBanner::stepRequested, this, &ConversationPane::stepRequested);
    connect(&m_sessions, &ChatSessions::currentChanged, this, &ConversationPane::show);
    connect(&m_sessions, &ChatSessions::currentSessionChanged, this, &ConversationPane::showSession);
    connect(&m_host, &RoomHost::opened, this, &ConversationPane::showMiddle);
    connectView();
    connectComposer();
    show(m_sessions.current());
}

QWidget *ConversationPane::makeFoot()
{
    m_typing->setTextFormat(Qt::PlainText);
    m_typing->setProperty("kind", u"hint"_s);
    m_typing->setMinimumWidth(1);
    // Always there, so that nothing moves when somebody begins to type.
    m_typing->setFixedHeight(m_typing->fontMetrics().height() * 5 / 4); // other scripts reach lower
    auto *foot = new QWidget;
    auto *rows = new QVBoxLayout(foot);
    rows->setContentsMargins(16, 2, 16, 14);
    rows->setSpacing(2);
    rows->addWidget(m_typing);
    rows->addWidget(m_bar);
    rows->addWidget(m_composer);
    return foot;
}

void ConversationPane::connectView()
{
    connect(m_view, &ConversationView::olderWanted, this, [this] {
        if (m_conversation) {
            m_conversation->messages()->requestOlder();
        }
    });
    connect(m_view, &ConversationView::readUpTo, this, [this](qint64 seq) {
        if (m_conversation) {
            m_conversation->markRead(seq);
        }
    });
    connect(m_view, &ConversationView::linkActivated, this, [this](const QUrl &url) {
        if (url.scheme() == "tincan"_L1) {
            Q_EMIT roomLinkActivated(url);
        } else {
            QDesktopServices::openUrl(url);
        }
    });
    connect(m_view, &ConversationView::retryRequested, this, [this](const QString &key) {
        if (session()) {
            session()->retryPost(m_conversation, key);
        }
    });
    connect(m_view, &ConversationView::discardRequested, this, [this](const QString &key) {
        if (session()) {
            session()->discardPost(m_conversation, key);
        }
    });
    connect(m_view, &ConversationView::editRequested, this, &ConversationPane::edit);
    m_view->setModeratorActions([this](const QString &author) { return actionsAsModerator(author); });
}

void ConversationPane::connectComposer()
{
    connect(m_composer, &Composer::submitted, this, &ConversationPane::submit);
    m_composer->setCompletions([this](CompletionKind kind) {
        return CompletionSource::entries(kind, session(), m_conversation, programEmoji());
    });
    connect(m_composer, &Composer::emojiRequested, this, [this](const QPoint &at) {
        connect(openPicker(at), &EmojiPicker::picked, m_composer, &Composer::insert);
    });
    connect(m_actions, &ConversationActions::reactionWanted, this,
            [this](const QString &key, const QPoint &at) {
                connect(openPicker(at), &EmojiPicker::picked, m_actions,
                        [this, key](const QString &emoji) { m_actions->react(key, emoji); });
            });
    connect(m_composer, &Composer::scrollRequested, this, &ConversationPane::scroll);
    connect(m_composer, &Composer::textEdited, this, &ConversationPane::keepDraft);
    connect(m_composer, &Composer::textEdited, this, &ConversationPane::tellTyping);
    connect(m_composer, &Composer::sentRequested, this, &ConversationPane::walkSent);
}

QWidget *ConversationPane::middle()
{
    return m_middle->currentWidget() == m_view ? static_cast<QWidget *>(m_view) : m_invite;
}

ServerSession *ConversationPane::session() const
{
    return m_conversation ? m_sessions.session(m_conversation->server()) : m_sessions.currentSession();
}

void ConversationPane::show(Conversation *conversation)
{
    forget();
    m_conversation = conversation;
    m_actions->setConversation(conversation);
    ServerSession *const server = conversation ? m_sessions.session(conversation->server()) : nullptr;
    m_find->setConversation(conversation, server ? server->client() : nullptr);
    m_toldTyping.invalidate();
    if (conversation) {
        m_watches = {
            connect(conversation, &Conversation::infoChanged, this, &ConversationPane::showInfo),
            connect(conversation->messages(), &QAbstractItemModel::rowsInserted, this,
                    &ConversationPane::showMiddle),
            connect(conversation->messages(), &QAbstractItemModel::rowsInserted, this,
                    &ConversationPane::announce),
            connect(conversation->messages(), &QAbstractItemModel::dataChanged, this,
                    &ConversationPane::announceFailure),
            connect(conversation->messages(), &QAbstractItemModel::modelReset, this,
                    &ConversationPane::showMiddle),
            connect(conversation->messages(), &ConversationModel::olderAbandoned, m_view,
                    &ConversationView::forgetAsking),
            connect(conversation->members(), &MemberListModel::totalChanged, this,
                    &ConversationPane::showMiddle),
            connect(conversation->typing(), &TypingPeople::changed, this, &ConversationPane::showTyping),
        };
        m_view->setModel(conversation->messages());
        m_composer->setText(conversation->draft(), conversation->draftCursor());
    } else {
        m_view->setModel(nullptr);
        m_composer->setText(QString());
    }
    m_composer->setEnabled(conversation != nullptr);
    showInfo();
    showSession();
    showMiddle();
    showTyping();
}

void ConversationPane::forget()
{
    for (const QMetaObject::Connection &watch : std::as_const(m_watches)) {
        disconnect(watch);
    }
    m_watches.clear();
}

void ConversationPane::showInfo()
{
    if (!m_conversation) {
        const ServerSession *server = session();
        m_header->setRoom(server ? server->title() : QString(), QString());
        m_header->setInvitable(false);
        m_header->setSearchable(false);
        m_composer->setPlaceholder(QString());
        return;
    }
    m_header->setRoom(m_conversation->title(), m_conversation->topic());
    m_header->setInvitable(!m_conversation->isDirect());
    m_header->setSearchable(true);
    const QString sign = m_conversation->isDirect() ? QString() : u"#"_s;
    //: %1: a room with its sign "#", or a person
    m_composer->setPlaceholder(tr("Message %1").arg(sign + m_conversation->name()));
}

void ConversationPane::showSession()
{
    ServerSession *server = session();
    m_banner->setSession(server);
    m_guard->watch(server, m_conversation);
    if (!m_conversation) {
        showInfo();
    }
    if (!server) {
        return;
    }
    m_view->setMyName(server->self().name);
    const MessageActions here = MessageAction::Ignore | MessageAction::StopIgnoring;
    const MessageActions native =
        MessageAction::React | MessageAction::Reply | MessageAction::Edit | MessageAction::Delete;
    m_view->setAllowedActions(server->state().plain ? here : here | native);
    m_composer->setLimit(server->client()->limits().messageBytes);
    const bool online = server->state().phase == Phase::Online;
    m_composer->setNote(online || !m_conversation
                            ? QString()
                            : tr("Not connected: what you write is sent when the connection is back."));
}

void ConversationPane::showMiddle()
{
    const bool invite = isAloneAtHome();
    if (invite && !m_invite) {
        m_invitePage = new ScrolledPage(centred(m_invite = new InvitePanel));
        addInTabOrder(*m_middle, m_invitePage, m_view);
    }
    if (invite) {
        const HostedRoom room = m_host.room();
        m_invite->setInvite(inviteFor(room, m_conversation->id()), room.passwordNeeded);
    }
    const QWidget *keyboard = window()->focusWidget();
    m_middle->setCurrentWidget(invite ? m_invitePage : m_view);
    if (!invite && m_invitePage && m_invitePage->isAncestorOf(keyboard)) {
        m_composer->setFocus(Qt::OtherFocusReason);
    }
}

bool ConversationPane::isAloneAtHome() const
{
    const ServerSession *server = session();
    return m_conversation && server && server->isHostedHere() && m_host.isOpen() &&
           !m_conversation->isDirect() && m_conversation->members()->total() <= 1 &&
           !m_conversation->messages()->hasOlder() && !hasMessages(*m_conversation->messages());
}

void ConversationPane::submit(const QString &text)
{
    if (!m_conversation || !session() || m_actions->submitEdit(text)) {
        return;
    }
    const QPointer<Conversation> target = m_conversation;
    if (!session()->submit(m_conversation, text, m_actions->answered())) {
        Q_EMIT refused(); // it said why; the text stays
        return;
    }
    m_actions->replySent();
    Q_EMIT sent();
    if (target) {
        target->sent().add(text);
    }
    if (target == m_conversation) { // a command may have led elsewhere
        m_composer->clearSent();
        m_view->jumpToLatest();
    }
    if (target) {
        target->setDraft(QString(), 0);
    }
}

/// What others say in the room that is looked at; not what is loaded, which comes above or into an empty
/// room.
void ConversationPane::announce(const QModelIndex &, int first, int last)
{
    const ConversationModel &messages = *m_conversation->messages();
    if (first == 0 || !isActiveWindow()) {
        return;
    }
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = messages.index(row);
        const bool isNotice =
            index.data(conversation::KindRole).toInt() == int(conversation::RowKind::Notice);
        const bool addressed =
            m_conversation->isDirect() || index.data(conversation::MentionsMeRole).toBool();
        const bool wanted = m_spoken == AlertLevel::All || addressed;
        if (wanted && !isNotice && !index.data(conversation::MineRole).toBool() &&
            !index.data(conversation::HiddenRole).toBool()) {
            say(index.data(Qt::AccessibleTextRole).toString());
        }
    }
}

/// Whatever one wants to be told of.
void ConversationPane::announceFailure(const QModelIndex &first)
{
    const QString key = first.data(conversation::KeyRole).toString();
    const int delivery = first.data(conversation::DeliveryRole).toInt();
    if (delivery == int(conversation::Delivery::Failed) && key != m_toldFailure) {
        m_toldFailure = key;
        m_announcer->say(first.data(Qt::AccessibleTextRole).toString());
    } else if (key == m_toldFailure && delivery != int(conversation::Delivery::Failed)) {
        m_toldFailure.clear();
    }
}

void ConversationPane::say(const QString &sentence)
{
    if (m_spoken != AlertLevel::None) {
        m_announcer->say(sentence);
    }
}

void ConversationPane::setSpokenLevel(AlertLevel level)
{
    m_spoken = level;
}

/// What is edited is no draft.
void ConversationPane::keepDraft()
{
    if (m_conversation && !m_actions->isEditing()) {
        m_conversation->setDraft(m_composer->text(), m_composer->cursorPosition());
    }
}

void ConversationPane::walkSent(int step)
{
    if (!m_conversation || m_actions->isEditing()) {
        return;
    }
    if (const auto text = m_conversation->sent().walk(step, m_composer->text())) {
        m_composer->setText(*text);
        keepDraft();
    }
}

EmojiPicker *ConversationPane::openPicker(const QPoint &at)
{
    auto *picker = new EmojiPicker(m_recentEmoji, this);
    connect(picker, &EmojiPicker::picked, this, [this](const QString &emoji) {
        m_recentEmoji = EmojiPicker::withRecent(m_recentEmoji, emoji);
        Q_EMIT recentEmojiChanged(m_recentEmoji);
    });
    picker->popup(at);
    return picker;
}

void ConversationPane::tellTyping()
{
    const QString text = m_composer->text();
    const ServerSession *server = session();
    const bool online = server && server->state().phase == Phase::Online && !server->state().plain;
    const bool recently = m_toldTyping.isValid() && m_toldTyping.elapsed() < typingPause;
    if (m_showsTyping && m_conversation && online && !recently && !text.isEmpty() && !text.startsWith(u'/') &&
        !m_actions->isEditing()) {
        m_toldTyping.start();
        session()->client()->sendTyping(m_conversation->id());
    }
}

void ConversationPane::showTyping()
{
    m_typing->setText(m_conversation && m_showsTyping ? m_conversation->typing()->text() : QString());
}

void ConversationPane::setShowsTyping(bool shows)
{
    m_showsTyping = shows;
    showTyping();
}

void ConversationPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        if (!m_actions->cancel() && !m_find->goBack()) {
            markRead();
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

void ConversationPane::markRead()
{
    if (m_conversation) {
        m_view->jumpToLatest();
        m_conversation->markAllRead();
    }
}

void ConversationPane::goTo(qint64 seq)
{
    m_actions->jumpTo(seq);
    m_view->setFocus(Qt::OtherFocusReason);
}

void ConversationPane::scroll(ScrollStep step)
{
    QScrollBar *bar = m_view->verticalScrollBar();
    switch (step) {
    case ScrollStep::PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        break;
    case ScrollStep::PageDown:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        break;
    case ScrollStep::First:
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        break;
    case ScrollStep::Latest:
        m_view->jumpToLatest();
        break;
    }
}

MessageActions ConversationPane::actionsAsModerator(const QString &authorId) const
{
    const ServerSession *server = session();
    if (!server || !m_conversation || m_conversation->isDirect() || !isModerating(server->self().role)) {
        return {};
    }
    const Member *author = m_conversation->members()->member(MemberId(authorId));
    if (!author) {
        return MessageAction::Delete | MessageAction::Ban; // who left lately is still known there
    }
    if (powersOver(server->self(), *author).moderate) {
        return MessageAction::Delete | MessageAction::Kick | MessageAction::Ban;
    }
    return {};
}

void ConversationPane::edit(const QString &key)
{
    if (!session() || !m_conversation) {
        return;
    }
    const QModelIndex index = m_conversation->messages()->index(m_conversation->messages()->rowOfKey(key));
    const bool gone = index.data(conversation::DeletedRole).toBool();
    const Seq changed = gone ? 0 : index.data(conversation::SeqRole).toLongLong();
    const QString failed = session()->discardPost(m_conversation, key);
    if (changed > 0) {
        return m_actions->editAgain(changed, failed);
    }
    const QString typed = m_composer->text();
    m_composer->setText(typed.isEmpty() ? failed : failed + u'\n' + typed);
    m_conversation->setDraft(m_composer->text(), m_composer->cursorPosition());
    m_composer->setFocus(Qt::OtherFocusReason);
}

} // namespace tincan
