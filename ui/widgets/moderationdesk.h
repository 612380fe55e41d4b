#pragma once

#include "protocol/ids.h"
#include "protocol/roominfo.h"
#include "ui/models/penaltywords.h"

#include <QObject>

class QMenu;
class QWidget;

namespace tincan {

class ServerSession;

/// Asks before something is done to a member, and has it done.
class ModerationDesk : public QObject
{
    Q_OBJECT

public:
    /// `over` is what it asks in front of.
    explicit ModerationDesk(QWidget &over);

    void ask(Penalty penalty, ServerSession &session, const MemberId &member, const QString &name);

    /// Adds to the menu what one may do to this member; nothing where that is nothing.
    void offer(QMenu &menu, ServerSession &session, const Member &member);

private:
    QWidget &m_over;
};

} // namespace tincan
