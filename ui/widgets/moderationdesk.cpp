#include "ui/widgets/moderationdesk.h"

#include "ui/models/powers.h"
#include "ui/models/serversession.h"
#include "ui/widgets/penaltydialog.h"

#include <QMenu>
#include <QPointer>

namespace tincan {

namespace {

Act actOf(Penalty penalty)
{
    switch (penalty) {
    case Penalty::Kick:
        return Act::Kick;
    case Penalty::Ban:
        return Act::Ban;
    case Penalty::Mute:
        return Act::Mute;
    }
    Q_UNREACHABLE();
}

command::Moderate toMember(Act act, const MemberId &member)
{
    command::Moderate command;
    command.act = act;
    command.member = member;
    return command;
}

} // namespace

ModerationDesk::ModerationDesk(QWidget &over) : QObject(&over), m_over(over) {}

void ModerationDesk::ask(Penalty penalty, ServerSession &session, const MemberId &member, const QString &name)
{
    auto *dialog = new PenaltyDialog(penalty, name, m_over.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&session, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &PenaltyDialog::confirmed, &session,
            [&session, penalty, member](int seconds, const QString &reason) {
                command::Moderate command = toMember(actOf(penalty), member);
                if (penalty != Penalty::Kick) {
                    command.seconds = seconds;
                }
                command.reason = reason;
                session.moderate(command);
            });
    dialog->open();
}

void ModerationDesk::offer(QMenu &menu, ServerSession &session, const Member &member)
{
    const Powers powers = powersOver(session.self(), member);
    if (powers == Powers()) {
        return;
    }
    const auto add = [&](const QString &words, const auto &act) {
        connect(menu.addAction(words), &QAction::triggered, &session, act);
    };
    const auto addPenalty = [&](const QString &words, Penalty penalty) {
        add(words, [this, penalty, &session, member] { ask(penalty, session, member.id, member.name); });
    };
    const auto addAct = [&](const QString &words, Act act) {
        add(words, [&session, act, id = member.id] { session.moderate(toMember(act, id)); });
    };
    menu.addSeparator();
    if (powers.moderate) {
        addPenalty(tr("&Remove…"), Penalty::Kick);
        addPenalty(tr("&Ban…"), Penalty::Ban);
        if (member.muted) {
            addAct(tr("&Unmute"), Act::Unmute);
        } else {
            addPenalty(tr("M&ute…"), Penalty::Mute);
        }
    }
    if (powers.promote) {
        addAct(tr("Make Mo&derator"), Act::Promote);
    }
    if (powers.demote) {
        addAct(tr("No Longer Mo&derator"), Act::Demote);
    }
}

} // namespace tincan
