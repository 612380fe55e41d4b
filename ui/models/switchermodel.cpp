#include "ui/models/switchermodel.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tincan {

SwitcherModel::SwitcherModel(QObject *parent) : QAbstractListModel(parent) {}

void SwitcherModel::setEntries(const QList<SwitcherEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    m_keys.clear();
    m_keys.reserve(entries.size());
    for (const SwitcherEntry &entry : entries)
        m_keys.append(SearchKey(entry.title));
    rank();
    endResetModel();
}

void SwitcherModel::setQuery(const QString &query)
{
    beginResetModel();
    m_query = query;
    rank();
    endResetModel();
}

void SwitcherModel::rank()
{
    const bool open = m_query.trimmed().isEmpty();
    QList<std::pair<SearchKey::Match, int>> found;
    for (int i = 0; i < m_entries.size(); ++i) {
        const SearchKey::Match match = m_keys.at(i).match(m_query);
        const bool hidden = open && m_entries.at(i).kind == SwitcherEntry::Kind::Action;
        if (match != SearchKey::Match::None && !hidden)
            found.append({match, i});
    }
    const auto better = [this](const auto &a, const auto &b) {
        const SwitcherEntry &left = m_entries.at(a.second);
        const SwitcherEntry &right = m_entries.at(b.second);
        return std::tuple(-int(a.first), -left.unread, left.age, left.kind, left.title) <
               std::tuple(-int(b.first), -right.unread, right.age, right.kind, right.title);
    };
    const auto shown = std::min<qsizetype>(found.size(), most);
    std::partial_sort(found.begin(), found.begin() + shown, found.end(), better);
    m_rows.clear();
    for (qsizetype i = 0; i < shown; ++i)
        m_rows.append(found.at(i).second);
}

int SwitcherModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SwitcherModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SwitcherEntry &shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.title;
    case Qt::AccessibleTextRole:
        return accessibleText(shown);
    case DetailRole:
        return shown.detail;
    case UnreadRole:
        return shown.unread;
    default:
        return {};
    }
}

QString SwitcherModel::accessibleText(const SwitcherEntry &entry) const
{
    QStringList parts{entry.title};
    switch (entry.kind) {
    case SwitcherEntry::Kind::Room:
        parts.append(tr("room"));
        break;
    case SwitcherEntry::Kind::Person:
        parts.append(tr("person"));
        break;
    case SwitcherEntry::Kind::Action:
        parts.append(tr("command"));
        break;
    }
    if (entry.unread > 0)
        parts.append(tr("%n unread", nullptr, entry.unread));
    if (!entry.detail.isEmpty() && !parts.contains(entry.detail))
        parts.append(entry.detail);
    return parts.join(tr(", "));
}

} // namespace tincan
