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
    addPaces(room);
    addSeparator();
    addWriters(room);
    if (m_sessions.currentSession()->self().role != Role::Owner)
        return;
    addSeparator();
    addKeeping(room);
    const bool isFirst = room.id == RoomId(QStringLiteral("lounge"));
    if (!isFirst) {
        addSeparator();
        addAction(tr("&Remove This Room…"), this,
                  [this, id = room.id, name = room.name] { askToDrop(id, name); });
    }
}

QAction *RoomSettingsMenu::addChoice(QActionGroup *group, const QString &words, bool chosen,
                                     const command::Moderate &act)
{
    const bool forgets = act.keep && act.keep->forgets();
    QAction *action =
        addAction(words, this, [this, act, forgets] { forgets ? confirmForgetting(act) : moderate(act); });
    action->setCheckable(true);
    action->setChecked(chosen);
    return group->addAction(action);
}

void RoomSettingsMenu::addPaces(const RoomInfo &room)
{
    command::Moderate slow;
    slow.act = Act::Slow;
    slow.room = room.id;
    auto *paces = new QActionGroup(this);
    for (const int seconds : ModerationWords::slowChoices()) {
        slow.seconds = seconds;
        const QString words = seconds == 0 ? tr("Slow Mode: Off")
                                           //: %1: between two messages of one person, such as "30 seconds"
                                           : tr("Slow Mode: %1").arg(PenaltyWords::duration(seconds));
        addChoice(paces, words, room.slow == seconds, slow);
    }
}

void RoomSettingsMenu::addWriters(const RoomInfo &room)
{
    command::Moderate writers;
    writers.act = Act::Writers;
    writers.room = room.id;
    auto *who = new QActionGroup(this);
    for (const auto &[value, words] : {std::pair(Writers::All, tr("&Everybody May Write")),
                                       std::pair(Writers::Members, tr("&Verified People May Write")),
                                       std::pair(Writers::Moderators, tr("&Only Moderators May Write"))}) {
        writers.writers = value;
        addChoice(who, words, room.writers == value, writers);
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

void RoomSettingsMenu::addKeeping(const RoomInfo &room)
{
    command::Moderate keep;
    keep.act = Act::Keep;
    keep.room = room.id;
    QList<Retention> choices;
    for (const int days : ModerationWords::keepChoices()) {
        choices.append({days, 0});
    }
    if (!choices.contains(room.keep)) { // set by a command, or for the whole server
        choices.append(room.keep);
    }
    auto *spans = new QActionGroup(this);
    for (const Retention &choice : std::as_const(choices)) {
        keep.keep = choice;
        addChoice(spans, ModerationWords::keeps(choice), room.keep == choice, keep);
    }
}

/// What is forgotten does not come back.
void RoomSettingsMenu::confirmForgetting(const command::Moderate &act)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Forget What Is Older"),
                                tr("Forget for everybody what is older than that?"), QMessageBox::NoButton,
                                parentWidget());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(ModerationWords::keeps(*act.keep) + u'\n' +
                            tr("What goes cannot be brought back. Copies on other computers stay."));
    QPushButton *forget = box->addButton(tr("&Forget It"), QMessageBox::DestructiveRole);
    QPushButton *cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(forget, &QPushButton::clicked, this, [this, act] { moderate(act); });
    box->open();
}

void RoomSettingsMenu::moderate(const command::Moderate &act)
{
    if (ServerSession *session = m_sessions.currentSession(); session && maySet()) {
        session->moderate(act);
    }
}

} // namespace tincan
