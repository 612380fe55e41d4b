#pragma once

#include <QtGlobal>

#include <vector>

namespace tincan {

/// The heights of a column of rows: position to row and row to position in O(log n), whether a height was
/// measured or is only estimated. Adding and removing at the end costs O(log n) a row, elsewhere one copy of
/// all.
class RowHeightIndex
{
public:
    int count() const { return int(m_heights.size()); }
    qint64 total() const { return top(count()); }

    /// The sum of the heights above a row; `row` may be count().
    qint64 top(int row) const;
    int height(int row) const { return m_heights[size_t(row)]; }
    bool isExact(int row) const { return m_exact[size_t(row)]; }

    /// The row that covers y, the first or last one where y lies outside; -1 when there are no rows.
    int rowAt(qint64 y) const;

    /// Notes a measured height.
    void setHeight(int row, int height);
    void insert(int row, int count, int estimate);
    void remove(int row, int count);
    void clear();

    /// Keeps the height as an estimate.
    void doubt(int row) { m_exact[size_t(row)] = false; }
    void doubtAll();

private:
    void append(int height);
    void rebuild();

    std::vector<int> m_heights;
    std::vector<char> m_exact;
    std::vector<qint64> m_tree; ///< a Fenwick tree; node i stands for row i - 1
};

} // namespace tincan
