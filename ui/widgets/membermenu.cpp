#include "ui/widgets/membermenu.h"

#include "ui/models/chatsessions.h"
#include "ui/widgets/moderationdesk.h"

namespace tincan {

MemberMenu::MemberMenu(const Place &place, const Member &member, QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    ServerSession *session = &place.session;
    connect(addAction(tr("&Message")), &QAction::triggered, session,
            [session, id = member.id] { session->openDirect(id); });
    const bool ignored = place.conversation.isIgnored(member.name);
    connect(addAction(ignored ? tr("Stop &Ignoring This Person") : tr("&Ignore This Person")),
            &QAction::triggered, &place.conversation,
            [sessions = &place.sessions, conversation = &place.conversation, name = member.name, ignored] {
                sessions->ignore(conversation, name, !ignored);
            });
    place.desk.offer(*this, *session, member);
}

} // namespace tincan
