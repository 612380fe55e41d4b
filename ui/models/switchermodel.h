#pragma once

#include "ui/models/searchkey.h"

#include <QAbstractListModel>

namespace tincan {

/// Something the switcher leads to.
struct SwitcherEntry
{
    enum class Kind
    {
        Room,
        Person,
        Action
    };

    Kind kind = Kind::Room;
    QString title;  ///< what it is found by
    QString detail; ///< dimmed behind it: a server's name, a command's key
    int unread = 0;
    int age = 0;    ///< how long ago it was used, in steps; 0: just now
    int server = 0; ///< of a room or a person
    QString id;     ///< a room's, a member's, or a command's number
};

/// What one may go to, the best first: what matches better, then what is unread, then what was used last. At
/// most 50 rows are shown.
class SwitcherModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int most = 50;

    // Qt::DisplayRole: the title; Qt::AccessibleTextRole: "Lounge, room, 3 unread".
    enum Role
    {
        DetailRole = Qt::UserRole + 1, ///< QString
        UnreadRole,                    ///< int
    };

    explicit SwitcherModel(QObject *parent = nullptr);

    void setEntries(const QList<SwitcherEntry> &entries);
    /// What is typed. An empty one shows rooms and people alone.
    void setQuery(const QString &query);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const SwitcherEntry &entry(int row) const { return m_entries.at(m_rows.at(row)); }

private:
    void rank();
    QString accessibleText(const SwitcherEntry &entry) const;

    QList<SwitcherEntry> m_entries;
    QList<SearchKey> m_keys; ///< of the entries
    QList<int> m_rows;       ///< which entries are shown
    QString m_query;
};

} // namespace tincan
