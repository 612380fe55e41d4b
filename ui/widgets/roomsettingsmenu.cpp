#include "ui/widgets/roomsettingsmenu.h"

#include "ui/models/chatsessions.h"
#include "ui/models/moderationwords.h"
#include "ui/models/penaltywords.h"
#include "ui/models/powers.h"

#include <QActionGroup>
#include <QMessageBox>
#include <QPushButton>

namespace tincan {

RoomSettingsMenu::RoomSettingsMenu(ChatSessions &sessions, QWidget *parent)
    : QMenu(tr("Room S&ettings"), parent), m_sessions(sessions)
{
    connect(this, &QMenu::aboutToShow, this, &RoomSettingsMenu::fill);
    refresh();
}

bool RoomSettingsMenu::maySet() const
{
    const ServerSession *session = m_sessions.currentSession();
    const Conversation *conversation = m_sessions.current();
    return session && conversation && !conversation->isDirect() && session->state().phase == Phase::Online &&
           isModerating(session->self().role);
}

void RoomSettingsMenu::refresh()
{
    menuAction()->setVisible(maySet());
    if (!isVisible()) { // or else what the mouse is at would go away
        fill();
    }
}

void RoomSettingsMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QActionGroup *>(Qt::FindDirectChildrenOnly));
    if (!maySet()) {
        return;
    }
    const RoomInfo &room = m_sessions.current()->info();
    const auto choice = [this](QActionGroup *group, const QString &words, bool chosen,
                               const command::Moderate &act) {
        QAction *action = addAction(words, this, [this, act] { moderate(act); });
        action->setCheckable(true);
        action->setChecked(chosen);
        group->addAction(action);
    };
    command::Moderate slow;
    slow.act = Act::Slow;
    slow.room = room.id;
    auto *paces = new QActionGroup(this);
    for (const int seconds : ModerationWords::slowChoices()) {
        slow.seconds = seconds;
        const QString words = seconds == 0 ? tr("Slow Mode: Off")
                                           //: %1: between two messages of one person, such as "30 seconds"
                                           : tr("Slow Mode: %1").arg(PenaltyWords::duration(seconds));
        choice(paces, words, room.slow == seconds, slow);
    }
    addSeparator();
    command::Moderate writers;
    writers.act = Act::Writers;
    writers.room = room.id;
    auto *who = new QActionGroup(this);
    for (const auto &[value, words] : {std::pair(Writers::All, tr("&Everybody May Write")),
                                       std::pair(Writers::Members, tr("&Verified People May Write")),
                                       std::pair(Writers::Moderators, tr("&Only Moderators May Write"))}) {
        writers.writers = value;
        choice(who, words, room.writers == value, writers);
    }
    const bool isFirst = room.id == RoomId(QStringLiteral("lounge"));
    if (!isFirst && m_sessions.currentSession()->self().role == Role::Owner) {
        addSeparator();
        addAction(tr("&Remove This Room…"), this,
                  [this, id = room.id, name = room.name] { askToDrop(id, name); });
    }
}

void RoomSettingsMenu::askToDrop(const RoomId &room, const QString &name)
{
    //: %1: a room
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Remove Room"), tr("Remove %1 for everybody?").arg(name),
                        QMessageBox::Cancel, parentWidget());
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("All that was said in it is gone for good, on this server."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *remove = box->addButton(tr("&Remove Room"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, room] {
        command::Moderate act;
        act.act = Act::Drop;
        act.room = room;
        moderate(act);
    });
    box->open();
}

void RoomSettingsMenu::moderate(const command::Moderate &act)
{
    if (ServerSession *session = m_sessions.currentSession(); session && maySet()) {
        session->moderate(act);
    }
}

} // namespace tincan
