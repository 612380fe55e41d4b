#include "ui/widgets/messagecontent.h"

namespace tincan {

using namespace Qt::StringLiterals;
using namespace conversation;

QString MessageContent::shownText() const
{
    return kind == RowKind::Action ? u"* %1 %2"_s.arg(authorName, text) : text;
}

QDateTime MessageContent::localTime() const
{
    return QDateTime::fromMSecsSinceEpoch(at);
}

MessageContent contentOf(const QModelIndex &index)
{
    MessageContent content;
    content.kind = RowKind(index.data(KindRole).toInt());
    content.delivery = Delivery(index.data(DeliveryRole).toInt());
    content.key = index.data(KeyRole).toString();
    content.authorName = index.data(AuthorNameRole).toString();
    content.tag = index.data(TagRole).toString();
    content.text = index.data(TextRole).toString();
    content.failure = index.data(FailureRole).toString();
    content.at = index.data(AtRole).toLongLong();
    content.mentionsMe = index.data(MentionsMeRole).toBool();
    content.startsGroup = index.data(StartsGroupRole).toBool();
    content.startsDay = index.data(StartsDayRole).toBool();
    content.startsUnread = index.data(StartsUnreadRole).toBool();
    return content;
}

QString shownTextOf(const QModelIndex &index)
{
    MessageContent content;
    content.kind = RowKind(index.data(KindRole).toInt());
    content.text = index.data(TextRole).toString();
    if (content.kind == RowKind::Action) {
        content.authorName = index.data(AuthorNameRole).toString();
    }
    return content.shownText();
}

} // namespace tincan
