#include "ui/widgets/messagecontent.h"

#include "ui/models/isolated.h"
#include "ui/widgets/markdown.h"

#include <QCoreApplication>

namespace tincan {

using namespace Qt::StringLiterals;
using namespace conversation;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ConversationView)
};

/// What richText() needs.
MessageContent wordsOf(const QModelIndex &index)
{
    MessageContent content;
    content.kind = RowKind(index.data(KindRole).toInt());
    content.text = index.data(TextRole).toString();
    content.authorName = index.data(AuthorNameRole).toString();
    content.deleted = index.data(DeletedRole).toBool();
    content.hidden = index.data(HiddenRole).toBool();
    return content;
}

/// What a quote shows of a text: its first words, without their markdown.
QString shownBeginning(const QString &typed)
{
    constexpr int mostShown = 300;
    return richTextOf(typed.left(mostShown)).text.simplified();
}

} // namespace

RichText MessageContent::richText() const
{
    if (hidden) {
        return plainRichText(Words::tr("Hidden message from %1").arg(isolated(authorName)));
    }
    if (deleted) {
        return plainRichText(Words::tr("Message deleted"));
    }
    const QString doer = u"* "_s + isolated(authorName) + u' ';
    RichText rich;
    switch (kind) {
    case RowKind::Notice:
        return plainRichText(text);
    case RowKind::Message:
        return richTextOf(text);
    case RowKind::Action:
        rich = richTextOf(text);
        return rich.prepend(doer) ? rich : plainRichText(doer + text);
    }
    return rich;
}

QDateTime MessageContent::localTime() const
{
    return QDateTime::fromMSecsSinceEpoch(at);
}

MessageContent contentOf(const QModelIndex &index)
{
    MessageContent content = wordsOf(index);
    content.delivery = Delivery(index.data(DeliveryRole).toInt());
    content.pending = Pending(index.data(PendingRole).toInt());
    content.key = index.data(KeyRole).toString();
    content.tag = index.data(TagRole).toString();
    content.failure = index.data(FailureRole).toString();
    content.at = index.data(AtRole).toLongLong();
    content.mentionsMe = index.data(MentionsMeRole).toBool();
    content.startsGroup = index.data(StartsGroupRole).toBool();
    content.startsDay = index.data(StartsDayRole).toBool();
    content.startsUnread = index.data(StartsUnreadRole).toBool();
    content.edited = index.data(EditedRole).toBool();
    content.answered = {index.data(AnsweredSeqRole).toLongLong(), index.data(AnsweredNameRole).toString(),
                        shownBeginning(index.data(AnsweredTextRole).toString())};
    content.reactions = index.data(ReactionsRole).value<QList<Reaction>>();
    return content;
}

QString shownTextOf(const QModelIndex &index)
{
    return wordsOf(index).richText().text;
}

} // namespace tincan
