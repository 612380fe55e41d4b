#include "ui/widgets/windowdialogs.h"

#include "protocol/nickname.h"
#include "ui/models/invitetext.h"
#include "ui/models/joinform.h"
#include "ui/models/powers.h"
#include "ui/models/preferences.h"
#include "ui/widgets/aboutdialog.h"
#include "ui/widgets/hostdialog.h"
#include "ui/widgets/hostpanel.h"
#include "ui/widgets/invitedialog.h"
#include "ui/widgets/invitepanel.h"
#include "ui/widgets/joindialog.h"
#include "ui/widgets/preferencesdialog.h"
#include "ui/widgets/promptdialog.h"
#include "ui/widgets/roominfodialog.h"
#include "ui/widgets/roomsdialog.h"
#include "ui/widgets/searchdialog.h"
#include "ui/widgets/shortcutsdialog.h"

#include <QMessageBox>
#include <QPushButton>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace tincan {

WindowDialogs::WindowDialogs(QWidget &window, ChatSessions &sessions, RoomHost &host,
                             Preferences &preferences)
    : QObject(&window), m_window(window), m_sessions(sessions), m_host(host), m_preferences(preferences)
{
}

void WindowDialogs::open(QDialog *dialog)
{
    if (m_dialog) {
        m_dialog->close();
    }
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString name = QString::fromLatin1(dialog->metaObject()->className()).section(u':', -1);
    const QList<QByteArray> left = m_preferences.layout(name).split('x');
    QSize size = dialog->testAttribute(Qt::WA_Resized) ? dialog->size() : dialog->sizeHint();
    if (left.size() == 2)
        size = QSize(left.first().toInt(), left.last().toInt());
    const QSize frame =
        m_window.frameGeometry().size() - m_window.size(); // the dialog's own is not known yet
    const QSize room = m_window.screen()->availableSize() - frame;
    dialog->resize(size.expandedTo(dialog->minimumSizeHint()).boundedTo(room));
    dialog->open();
    rememberSize(dialog, name);
}

/// A dialog opens as large as somebody made it.
void WindowDialogs::rememberSize(const QDialog *dialog, const QString &name)
{
    connect(dialog, &QDialog::finished, this, [this, dialog, name, opened = dialog->size()] {
        const QSize size = dialog->size();
        if (size != opened) {
            m_preferences.setLayout(name, QByteArray::number(size.width()) + 'x' +
                                              QByteArray::number(size.height()));
        }
    });
}

QString WindowDialogs::userName() const
{
    const QString name = m_preferences.userName();
    return name.isEmpty() ? systemUserName() : name;
}

void WindowDialogs::host()
{
    if (m_host.isOpen()) { // one room at a time: show how to get there
        showInvite(m_host.room());
        return;
    }
    auto *dialog = new HostDialog(m_host, m_preferences.hostDefaults(), userName(), &m_window);
    connect(dialog, &HostDialog::opened, this, [this](const HostedRoom &room, const HostRequest &request) {
        m_preferences.setUserName(userName());
        m_preferences.setHostDefaults(request);
        showInvite(room);
    });
    open(dialog);
}

void WindowDialogs::showInvite(const HostedRoom &room)
{
    auto *dialog = new InviteDialog(&m_window);
    const ServerSession *session = m_sessions.hostedSession();
    const Conversation *first = session ? session->firstRoom() : nullptr;
    dialog->panel()->setInvite(inviteFor(room, first ? first->id() : RoomId()), room.passwordNeeded);
    open(dialog);
}

void WindowDialogs::join(const QString &address)
{
    auto *dialog = new JoinDialog(userName(), &m_window);
    dialog->setAddress(address);
    connect(dialog, &JoinDialog::joinRequested, this, &WindowDialogs::joinNow);
    open(dialog);
}

void WindowDialogs::joinNow(const ClientOptions &options)
{
    m_preferences.setUserName(options.name);
    ServerSession *stuck = m_sessions.currentSession();
    ClientOptions complete = options;
    complete.clientName = u"tincan/"_s + QLatin1StringView(TINCAN_VERSION);
    const ServerSession *joined = m_sessions.join(complete);
    // An attempt that never got in has nothing to read in it; a new one takes its place.
    if (stuck && stuck != joined && stuck->state().phase == Phase::Stopped &&
        stuck->conversations().isEmpty()) {
        m_sessions.leave(stuck);
    }
}

void WindowDialogs::invite()
{
    const ServerSession *session = m_sessions.currentSession();
    if (!session) {
        return;
    }
    const Conversation *shown = m_sessions.current();
    const RoomId room = shown && !shown->isDirect() ? shown->id() : RoomId();
    auto *dialog = new InviteDialog(&m_window);
    if (session->isHostedHere() && m_host.isOpen()) {
        dialog->panel()->setInvite(inviteFor(m_host.room(), room), m_host.room().passwordNeeded);
    } else {
        dialog->panel()->setHeading(tr("Invite people"));
        dialog->panel()->setInvite(inviteFor(m_sessions.provenAddress(*session), room), false);
    }
    open(dialog);
}

void WindowDialogs::roomInfo()
{
    const ServerSession *session = m_sessions.currentSession();
    const Conversation *shown = m_sessions.current();
    if (session && shown) {
        open(new RoomInfoDialog(RoomInfoText::of(*session, *shown), &m_window));
    }
}

void WindowDialogs::newRoom()
{
    QPointer<ServerSession> session = m_sessions.currentSession();
    if (!session) {
        return;
    }
    auto *dialog = new PromptDialog({.title = tr("New Room"),
                                     .label = tr("Room name"),
                                     .explanation = tr("Everyone on %1 can join it.").arg(session->title()),
                                     .action = tr("Create"),
                                     .value = {}},
                                    &m_window);
    dialog->setCheck([](const QString &name) {
        const auto checked = checkedRoomName(name, Limits());
        return std::holds_alternative<QString>(checked) ? QString() : tr("A room cannot have this name.");
    });
    connect(dialog, &PromptDialog::answered, this, [session](const QString &name) {
        if (session) {
            session->joinRoom(name, true);
        }
    });
    open(dialog);
}

void WindowDialogs::browseRooms()
{
    if (ServerSession *session = m_sessions.currentSession()) {
        open(new RoomsDialog(*session, &m_window));
    }
}

void WindowDialogs::showHostPanel(HostPage page)
{
    ServerSession *session = m_sessions.currentSession();
    if (session && isModerating(session->self().role)) {
        auto *panel = new HostPanel(*session, &m_window);
        panel->turnTo(page);
        open(panel);
    }
}

void WindowDialogs::takeStep(NextStep step, const QString &suggestion)
{
    ServerSession *session = m_sessions.currentSession();
    if (!session) {
        return;
    }
    switch (step) {
    case NextStep::None:
        break;
    case NextStep::TryNow:
    case NextStep::TryAgain:
    case NextStep::ComeBack:
        session->tryNow();
        break;
    case NextStep::CheckAddress:
        join(session->address().toString());
        break;
    case NextStep::ChangeName:
        if (suggestion.isEmpty()) {
            askName(*session, session->client()->options().name);
        } else {
            session->useName(suggestion);
        }
        break;
    case NextStep::EnterPassword:
        askPassword(*session);
        break;
    case NextStep::HostOwn:
        host();
        break;
    }
}

void WindowDialogs::askName(ServerSession &session, const QString &suggestion)
{
    auto *dialog = new PromptDialog({.title = tr("Your Name"),
                                     .label = tr("Your name"),
                                     .explanation = {},
                                     .action = tr("Use This Name"),
                                     .value = suggestion},
                                    &m_window);
    dialog->setCheck(&JoinForm::userNameProblem);
    connect(dialog, &PromptDialog::answered, &session, &ServerSession::useName);
    open(dialog);
}

void WindowDialogs::askPassword(ServerSession &session)
{
    auto *dialog = new PromptDialog({.title = tr("Password"),
                                     .label = tr("Password of the room"),
                                     .explanation = {},
                                     .action = tr("Join"),
                                     .value = {},
                                     .secret = true},
                                    &m_window);
    connect(dialog, &PromptDialog::answered, &session, &ServerSession::usePassword);
    open(dialog);
}

void WindowDialogs::search(const QString &text)
{
    if (!text.isEmpty()) {
        m_searched = text;
    }
    auto *dialog = new SearchDialog(m_sessions, m_searched, &m_window);
    connect(dialog, &SearchDialog::textChanged, this, [this](const QString &typed) { m_searched = typed; });
    connect(dialog, &SearchDialog::chosen, this, [this](int server, const QString &room, qint64 seq) {
        m_sessions.select(server, RoomId(room));
        const Conversation *shown = m_sessions.current();
        if (shown && shown->server() == server && shown->id() == RoomId(room)) {
            Q_EMIT messageChosen(seq);
        }
    });
    open(dialog);
}

void WindowDialogs::showKeys(const QList<QAction *> &actions, KeyBindings &bindings)
{
    open(new ShortcutsDialog(actions, bindings, &m_window));
}

void WindowDialogs::preferences()
{
    open(new PreferencesDialog(m_preferences, m_sessions.copy(), &m_window));
}

void WindowDialogs::about()
{
    open(new AboutDialog(&m_window));
}

void WindowDialogs::confirmClosing(std::function<void()> close, std::function<void()> keep)
{
    const int guests = m_host.isOpen() ? m_host.guests() : 0;
    if (guests == 0) {
        close();
        return;
    }
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("Close the room?"),
                        tr("%n people are in your room.", nullptr, guests), QMessageBox::NoButton, &m_window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("The room closes for them, too. They will read that the host closed the room."));
    QPushButton *closing = box->addButton(tr("Close the Room for All"), QMessageBox::DestructiveRole);
    if (keep) {
        connect(box->addButton(tr("Keep It Open in the Tray"), QMessageBox::ActionRole),
                &QPushButton::clicked, this, std::move(keep));
    }
    // A standard button would speak the desktop's language.
    QPushButton *cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(closing, &QPushButton::clicked, this, std::move(close));
    open(box);
}

} // namespace tincan
