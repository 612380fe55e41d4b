#pragma once

#include "ui/models/conversationroles.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QLocale>

#include <functional>
#include <vector>

namespace tincan {

/// One row of a made-up conversation.
struct SampleRow
{
    conversation::RowKind kind = conversation::RowKind::Message;
    QString key, name, text, tag, failure;
    qint64 at = 0;
    qint64 seq = 0;
    conversation::Delivery delivery = conversation::Delivery::Stored;
    conversation::Pending pending = conversation::Pending::Nothing;
    bool mine = false;
    bool mentionsMe = false;
    bool startsGroup = true;
    bool startsDay = false;
    bool startsUnread = false;
    bool edited = false;
    bool deleted = false;
    bool ignored = false;
    bool hidden = false;
    qint64 answers = 0;
    QString answeredName, answeredText;
    QList<conversation::Reaction> reactions;
};

/// A conversation model over a list that tests change as they like.
class SampleRows : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    std::vector<SampleRow> rows;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(rows.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        using namespace conversation;
        const SampleRow &row = rows[size_t(index.row())];
        switch (role) {
        case KindRole:
            return int(row.kind);
        case KeyRole:
            return row.key;
        case AuthorIdRole:
        case AuthorNameRole:
            return row.name;
        case TagRole:
            return row.tag;
        case TextRole:
            return row.text;
        case AtRole:
            return row.at;
        case SeqRole:
            return row.seq;
        case DeliveryRole:
            return int(row.delivery);
        case PendingRole:
            return int(row.pending);
        case FailureRole:
            return row.failure;
        case MineRole:
            return row.mine;
        case MentionsMeRole:
            return row.mentionsMe;
        case StartsGroupRole:
            return row.startsGroup;
        case StartsDayRole:
            return row.startsDay;
        case StartsUnreadRole:
            return row.startsUnread;
        case EditedRole:
            return row.edited;
        case DeletedRole:
            return row.deleted;
        case AnsweredSeqRole:
            return row.answers;
        case AnsweredNameRole:
            return row.answeredName;
        case AnsweredTextRole:
            return row.answeredText;
        case ReactionsRole:
            return QVariant::fromValue(row.reactions);
        case IgnoredRole:
            return row.ignored;
        case HiddenRole:
            return row.hidden;
        case Qt::AccessibleTextRole:
            return QStringList{row.name, row.text,
                               QDateTime::fromMSecsSinceEpoch(row.at).toString(QLatin1String("HH:mm"))}
                .join(QLatin1String(", "));
        default:
            return {};
        }
    }

    void insert(int first, std::vector<SampleRow> added)
    {
        beginInsertRows({}, first, first + int(added.size()) - 1);
        rows.insert(rows.begin() + first, added.begin(), added.end());
        endInsertRows();
    }

    void append(std::vector<SampleRow> added) { insert(rowCount(), std::move(added)); }

    void remove(int first, int count)
    {
        beginRemoveRows({}, first, first + count - 1);
        rows.erase(rows.begin() + first, rows.begin() + first + count);
        endRemoveRows();
    }

    void change(int row, const std::function<void(SampleRow &)> &edit)
    {
        edit(rows[size_t(row)]);
        Q_EMIT dataChanged(index(row), index(row));
    }
};

/// Messages of all lengths, in Latin, Chinese, Hebrew and emoji; `number` tells them apart.
inline SampleRow sampleRow(int number)
{
    static const QString texts[] = {
        QStringLiteral("hello from netcat"),
        QStringLiteral("服务器今晚升级吗？我可以帮忙测试。这一句话要长得多，长到在窄的窗口里必须折成好几行才"
                       "放得下，而且没有空格。"),
        QStringLiteral(
            "Yes, at 21:00. The checklist is in docs/upgrade.md, section 3, and everybody who has a minute "
            "left is "
            "welcome to read it once more before we begin, because the last time we forgot the second half."),
        QStringLiteral("👍🎉 done 👩‍👩‍👧 already"),
        QStringLiteral("שלום, זה עובד (42)"),
        QStringLiteral("two\nlines"),
        QStringLiteral("see https://example.com/a_(b), please"),
    };
    static const QString names[] = {QStringLiteral("Ada"), QStringLiteral("Li Mei"),
                                    QStringLiteral("Wojtek")};
    SampleRow row;
    row.key = QStringLiteral("k%1").arg(number);
    row.name = names[(number / 3) % 3];
    row.text = texts[number % 7] + QStringLiteral(" #%1").arg(number);
    row.at = 1'795'000'000'000 + number * 60'000LL;
    row.seq = number + 1'000'000;
    row.startsGroup = number % 3 == 0;
    row.startsDay = number % 100 == 0;
    return row;
}

inline std::vector<SampleRow> sampleRows(int first, int count)
{
    std::vector<SampleRow> rows;
    rows.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        rows.push_back(sampleRow(first + i));
    }
    return rows;
}

} // namespace tincan
