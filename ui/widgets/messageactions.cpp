#include "ui/widgets/messageactions.h"

#include "ui/models/conversationroles.h"

#include <QCoreApplication>

namespace tincan {

using namespace conversation;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ConversationView)
};

} // namespace

QList<MessageAction> allMessageActions()
{
    return {MessageAction::React,        MessageAction::Reply,  MessageAction::Edit,
            MessageAction::Copy,         MessageAction::Delete, MessageAction::Ignore,
            MessageAction::StopIgnoring, MessageAction::Kick,   MessageAction::Ban};
}

MessageActions actionsFor(const QModelIndex &index, MessageActions allowed, MessageActions asModerator)
{
    if (!index.isValid()) {
        return {};
    }
    const bool notice = RowKind(index.data(KindRole).toInt()) == RowKind::Notice;
    const bool gone = index.data(DeletedRole).toBool() || index.data(HiddenRole).toBool();
    const bool mine = index.data(MineRole).toBool();
    const bool stored = index.data(SeqRole).toLongLong() > 0 && !notice && !gone;
    const bool ignored = index.data(IgnoredRole).toBool();
    MessageActions possible;
    possible.setFlag(MessageAction::React, stored);
    possible.setFlag(MessageAction::Reply, stored);
    possible.setFlag(MessageAction::Edit, stored && mine);
    possible.setFlag(MessageAction::Copy, !gone);
    possible.setFlag(MessageAction::Delete, stored && (mine || asModerator.testFlag(MessageAction::Delete)));
    possible.setFlag(MessageAction::Ignore, !notice && !mine && !ignored);
    possible.setFlag(MessageAction::StopIgnoring, !notice && !mine && ignored);
    possible.setFlag(MessageAction::Kick, !notice && !mine);
    possible.setFlag(MessageAction::Ban, !notice && !mine);
    return possible & (allowed | asModerator | MessageAction::Copy);
}

QString menuWord(MessageAction action)
{
    switch (action) {
    case MessageAction::React:
        return Words::tr("Re&act…");
    case MessageAction::Reply:
        return Words::tr("&Reply");
    case MessageAction::Edit:
        return Words::tr("&Edit");
    case MessageAction::Copy:
        return Words::tr("Copy &Message");
    case MessageAction::Delete:
        return Words::tr("&Delete");
    case MessageAction::Ignore:
        return Words::tr("&Ignore This Person");
    case MessageAction::StopIgnoring:
        return Words::tr("Stop &Ignoring This Person");
    case MessageAction::Kick:
        return Words::tr("Remo&ve This Person…");
    case MessageAction::Ban:
        return Words::tr("&Ban This Person…");
    }
    return {};
}

QString plainWord(MessageAction action)
{
    switch (action) {
    case MessageAction::React:
        return Words::tr("React");
    case MessageAction::Reply:
        return Words::tr("Reply");
    case MessageAction::Edit:
        return Words::tr("Edit");
    case MessageAction::Copy:
        return Words::tr("Copy message");
    case MessageAction::Delete:
        return Words::tr("Delete");
    case MessageAction::Ignore:
        return Words::tr("Ignore this person");
    case MessageAction::StopIgnoring:
        return Words::tr("Stop ignoring this person");
    case MessageAction::Kick:
        return Words::tr("Remove this person");
    case MessageAction::Ban:
        return Words::tr("Ban this person");
    }
    return {};
}

Qt::Key keyOf(MessageAction action)
{
    switch (action) {
    case MessageAction::React:
        return Qt::Key_Plus;
    case MessageAction::Reply:
        return Qt::Key_R;
    case MessageAction::Edit:
        return Qt::Key_E;
    case MessageAction::Copy:
        return Qt::Key_C;
    case MessageAction::Delete:
        return Qt::Key_Delete;
    case MessageAction::Ignore:
    case MessageAction::StopIgnoring:
    case MessageAction::Kick:
    case MessageAction::Ban:
        break;
    }
    return Qt::Key_unknown;
}

QString keyWord(MessageAction action)
{
    const Qt::Key key = keyOf(action);
    return key == Qt::Key_unknown ? QString() : QKeySequence(key).toString(QKeySequence::NativeText);
}

} // namespace tincan
