#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <utility>

namespace tincan {

/// What one column of a RecordTable says of a record.
template <typename Record>
struct RecordColumn
{
    using Text = std::function<QString(const Record &)>;
    using SortKey = std::function<QVariant(const Record &)>;

    RecordColumn(const QString &columnTitle, Text words, SortKey key = nullptr,
                 Qt::Alignment side = Qt::AlignLeft | Qt::AlignVCenter)
        : title(columnTitle), text(std::move(words)), sortKey(std::move(key)), alignment(side)
    {
    }

    QString title;           ///< translated
    Text text;               ///< translated; may hold what peers sent, sanitised
    SortKey sortKey;         ///< without it the text sorts
    Qt::Alignment alignment; ///< numbers stand at the right
};

/// Records that come as a whole each time they are asked for. What is known by its key keeps its row, so that
/// selection and scroll position hold while the table is refreshed.
template <typename Record>
class RecordTable : public QAbstractTableModel
{
public:
    using Columns = QList<RecordColumn<Record>>;
    using Key = std::function<QString(const Record &)>; ///< unique among the records

    static constexpr int sortRole = Qt::UserRole + 1;

    RecordTable(const Columns &columns, Key key, QObject *parent = nullptr)
        : QAbstractTableModel(parent), m_columns(columns), m_key(std::move(key))
    {
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_records.size());
    }

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const RecordColumn<Record> &column = m_columns.at(index.column());
        const Record &record = m_records.at(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return column.text(record);
        case Qt::ToolTipRole:
            return column.text(record).toHtmlEscaped();
        case Qt::TextAlignmentRole:
            return int(column.alignment);
        case sortRole:
            return column.sortKey ? column.sortKey(record) : QVariant(column.text(record));
        default:
            return {};
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        const bool column = orientation == Qt::Horizontal && section >= 0 && section < m_columns.size();
        if (column && role == Qt::DisplayRole) {
            return m_columns.at(section).title;
        }
        if (column && role == Qt::TextAlignmentRole) {
            return int(m_columns.at(section).alignment);
        }
        return {};
    }

    const Record &record(int row) const { return m_records.at(row); }
    const QList<Record> &records() const { return m_records; }

    void setRecords(const QList<Record> &records)
    {
        QSet<QString> wanted;
        for (const Record &record : records) {
            wanted.insert(m_key(record));
        }
        for (int row = rowCount() - 1; row >= 0; --row) {
            if (!wanted.contains(m_key(m_records.at(row)))) {
                beginRemoveRows({}, row, row);
                m_records.removeAt(row);
                endRemoveRows();
            }
        }
        QHash<QString, int> rows;
        for (int row = 0; row < rowCount(); ++row) {
            rows.insert(m_key(m_records.at(row)), row);
        }
        for (const Record &record : records) {
            put(record, rows);
        }
    }

private:
    void put(const Record &record, QHash<QString, int> &rows)
    {
        const int row = rows.value(m_key(record), rowCount());
        if (row == rowCount()) {
            rows.insert(m_key(record), row);
            beginInsertRows({}, row, row);
            m_records.append(record);
            endInsertRows();
        } else if (m_records.at(row) != record) {
            m_records[row] = record;
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }

    Columns m_columns;
    Key m_key;
    QList<Record> m_records;
};

} // namespace tincan
