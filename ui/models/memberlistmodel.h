#pragma once

#include "protocol/roominfo.h"
#include "protocol/serverevent.h"

#include <QAbstractListModel>
#include <QCollator>
#include <QHash>

#include <memory>

namespace tincan {

/// Who is in a room: those who are here, then those who are away, each by name in the reader's language.
/// Changes are inserted, removed and moved, never a reset, so that selection and scroll position hold.
class MemberListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< QString
        NameRole,                  ///< QString; Qt::DisplayRole is the same
        TagsRole,         ///< QStringList, as shown: "owner", "moderator", "muted", "cli", "irc", "web"
        AwayRole,         ///< bool
        MeRole,           ///< bool
        VerifiedRole,     ///< bool: the name belongs to a key that this member has proved to hold
        EncryptedRole,    ///< bool: between the server and this member
        StatusRole,       ///< QString: what it says about itself; untrusted, one line
        SectionTitleRole, ///< QString, translated, e.g. "Here — 4": above the first row of a section, empty
                          ///< elsewhere
    };
    // Qt::AccessibleTextRole: "Ada, verified, host, away, lunch"; Qt::ToolTipRole: the same in sentences,
    // escaped

    explicit MemberListModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// The whole list, as it stands after joining; what is known already keeps its row.
    void setMembers(const QList<Member> &members, int total);
    void addMembers(const QList<Member> &members); ///< a page of a large room's list
    void apply(const serverevent::Presence &presence);

    void setMe(const MemberId &id);
    bool isMe(const MemberId &id) const { return id == m_me; }
    void setHost(const MemberId &id); ///< of a server that names no owner; empty: not known
    /// Shows only names that hold `text`, in any case.
    void setFilter(const QString &text);

    int total() const { return m_total; }
    int inClear() const;                            ///< how many of those that are known are not encrypted
    const Member *member(const MemberId &id) const; ///< null where not listed; valid until the next change
    const Member *memberCalled(const QString &name) const; ///< in any case; null where there is none
    QList<Member> all() const;                             ///< in order, filtered or not
    QStringList names() const;                             ///< of all, in order, for completion
    int rowOf(const MemberId &id) const;

Q_SIGNALS:
    void totalChanged(int total);

private:
    /// A member, and the place of its name: comparing keys is quicker than comparing names.
    struct Entry
    {
        Member member;
        QCollatorSortKey key;
    };
    using EntryPointer = std::shared_ptr<const Entry>;

    EntryPointer entryFor(const Member &member) const;
    void put(const Member &member);
    void putAll(const QList<Member> &members);
    void drop(const MemberId &id);
    void renewRows();
    void dropFromAll(const MemberId &id);
    void show(const EntryPointer &entry);
    QList<EntryPointer> accepted() const; ///< of all, in order
    void setRows(const QList<EntryPointer> &rows);
    void reorder(const QList<EntryPointer> &rows);
    void hideRow(int row);
    void replaceRow(int row, const EntryPointer &entry);
    static bool before(const EntryPointer &a, const EntryPointer &b);
    static int placeIn(const QList<EntryPointer> &entries, const EntryPointer &entry);
    bool accepts(const Member &member) const;
    int awayFrom() const; ///< the first row of those who are away
    void titlesChanged();
    void rowChanged(int row);
    void setTotal(int total);
    QString roleTag(const Member &member) const;
    QStringList tags(const Member &member) const;
    QString sectionTitle(int row) const;
    QString toolTip(const Member &member) const;
    QString accessibleText(const Member &member) const;

    QHash<MemberId, EntryPointer> m_members;
    QList<EntryPointer> m_all;  ///< in order
    QList<EntryPointer> m_rows; ///< of these, those that the filter lets through
    QCollator m_collator;
    MemberId m_me;
    MemberId m_host;
    QString m_filter;
    int m_total = 0;
};

} // namespace tincan
